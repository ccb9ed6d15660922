"""People as CSV: a row for each time in office, or one for a person without. Two headers are understood.

Our own: name, aliases, wikidata, kind, office, area, area_names, body, from, to; aliases and area_names (spellings and
adjectives of the area) are parted by semicolons, kind is person or organisation. And that of parliaments' lists: id,
name, sort_name, group, area, chamber, start_date, end_date, wikidata, where everybody is a member. Columns may stand in
any order, other columns are passed over.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.errors import InvalidInput
from app.identity.import_checks import (
    Unfit,
    clean,
    coarser,
    first_day,
    last_day,
    person_name,
    wikidata_id,
    without_doubts,
)
from app.identity.names import name_key
from app.identity.values import ImportedOffice, ImportedPerson, PeopleFile, Refused

# Other headings, and the column of ours that they are.
SAME_COLUMN = {
    **dict.fromkeys(("start_date", "begins", "start"), "from"),
    **dict.fromkeys(("end_date", "ends", "end"), "to"),
    **dict.fromkeys(("role", "title", "position"), "office"),
    **dict.fromkeys(("chamber", "organisation", "organization"), "body"),
    **dict.fromkeys(("alias", "other_names"), "aliases"),
    **dict.fromkeys(("wikidata_id", "qid"), "wikidata"),
}
KINDS = {"": "person", "person": "person", **dict.fromkeys(("organisation", "organization"), "organisation")}


@dataclass(slots=True)
class _Rows:
    """What the rows of one person tell; aliases and offices are ordered sets."""

    row: str
    id: str
    name: str
    kind: str
    wikidata: str | None
    aliases: dict[str, None] = field(default_factory=dict)
    offices: dict[ImportedOffice, None] = field(default_factory=dict)

    def add(self, other: "_Rows") -> None:
        self.wikidata = self.wikidata or other.wikidata
        self.aliases |= other.aliases
        self.offices |= other.offices


def read_csv(text: str) -> PeopleFile:
    """The people of a CSV text. Raises InvalidInput where it has no header with `name`, or a quotation never ends."""
    refused: list[Refused] = []
    people: dict[tuple[str, str, str], _Rows] = {}
    names: dict[str, str] = {}
    for row, cells in _rows(text, refused):
        try:
            told = _person(cells, row, refused)
            _one_name_an_id(told, names)
        except Unfit as unfit:
            refused.append(Refused(row, str(unfit)))
            continue
        key = (told.kind, name_key(told.name), told.id or told.wikidata or "")
        people.setdefault(key, told).add(told)
    found = [(each.row, _imported(each)) for each in _joined(list(people.values()))]
    return PeopleFile(without_doubts(found, refused), tuple(refused))


def _imported(rows: _Rows) -> ImportedPerson:
    return ImportedPerson(rows.name, rows.kind, tuple(rows.aliases), rows.wikidata, tuple(rows.offices))


def _joined(people: list[_Rows]) -> list[_Rows]:
    """One for rows of the same name of which some lack a Wikidata id, if only one goes with this name and the file has
    no ids of its own."""
    by_name: dict[tuple[str, str], list[_Rows]] = {}
    for each in people:
        by_name.setdefault((each.kind, name_key(each.name)), []).append(each)
    found = []
    for same in by_name.values():
        first, *others = same
        if any(each.id for each in same) or 1 < len({each.wikidata for each in same if each.wikidata}):
            found += same
            continue
        for each in others:
            first.add(each)
        found.append(first)
    return found


def _rows(text: str, refused: list[Refused]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row's place and its cells by column."""
    head = text.lstrip().partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        columns = _columns(next((row for row in reader if any(row)), []))
        for cells in reader:
            row = f"line {reader.line_num}"
            if len(cells) > len(columns) and any(cells[len(columns) :]):
                refused.append(Refused(row, f"There are {len(cells)} cells in a table of {len(columns)} columns."))
            elif any(cell.strip() for cell in cells):
                yield row, {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
    except csv.Error as error:
        raise InvalidInput(f"This CSV is broken at line {reader.line_num}: {error}.", code="broken_csv") from error


def _columns(header: list[str]) -> list[str]:
    plain = [cell.strip().casefold().replace(" ", "_") for cell in header]
    there = set(plain)
    columns = ["" if SAME_COLUMN.get(cell) in there else SAME_COLUMN.get(cell, cell) for cell in plain]
    if "name" not in columns:
        raise InvalidInput("The first line of this CSV has no column “name”.", code="no_header")
    twice = next((column for column, times in Counter(filter(None, columns)).items() if 1 < times), None)
    if twice:
        raise InvalidInput(f"The column “{twice[:40]}” stands twice in the first line of this CSV.", code="no_header")
    return columns


def _person(cells: Mapping[str, str], row: str, refused: list[Refused]) -> _Rows:
    """What one row tells of a person. Raises Unfit where its name or kind will not do; less is only left out."""
    kind = KINDS.get(cells.get("kind", "").casefold())
    if kind is None:
        raise Unfit("The kind is neither person nor organisation.")
    told = _Rows(row, cells.get("id", ""), person_name(cells.get("name", ""), kind), kind, None)
    try:
        told.wikidata = wikidata_id(cells.get("wikidata"))
    except Unfit as unfit:
        refused.append(Refused(row, str(unfit)))
    for alias in filter(None, map(str.strip, cells.get("aliases", "").split(";"))):
        try:
            told.aliases[person_name(alias, kind)] = None
        except Unfit as unfit:
            refused.append(Refused(row, str(unfit)))
    told.aliases = {alias: None for alias in told.aliases if name_key(alias) != name_key(told.name)}
    try:
        told.offices = dict.fromkeys(_offices(cells))
    except Unfit as unfit:
        refused.append(Refused(row, str(unfit)))
    return told


def _one_name_an_id(told: _Rows, names: dict[str, str]) -> None:
    if told.id and name_key(names.setdefault(told.id, told.name)) != name_key(told.name):
        raise Unfit(f"The id “{told.id[:40]}” is given to {names[told.id]} already.")


def _offices(cells: Mapping[str, str]) -> Iterator[ImportedOffice]:
    """The office of a row, if it has one. In a parliament's list everybody is a member."""
    title = clean(cells.get("office", ""), "office")
    if not title and "office" not in cells and cells.keys() & {"body", "group", "from"}:
        title = "member"
    if not title:
        return
    begins, one = first_day(cells.get("from"))
    ends, other = last_day(cells.get("to"))
    if begins and ends and ends < begins:
        raise Unfit("The office ends before it begins.")
    spellings = tuple(clean(each, "area") for each in cells.get("area_names", "").split(";") if each.strip())
    area, body = clean(cells.get("area", ""), "area") or None, clean(cells.get("body", ""), "body") or None
    yield ImportedOffice(title, area, spellings, body, begins, ends, coarser(one, other))
