"""People as Popolo JSON (popoloproject.com): persons and their memberships in organizations and posts.

An office is a membership: its title is the membership's role or label, or the post's. Its place is the membership's
area, or the post's, or the organization's. Where a membership has no days of its own, its legislative period's count.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

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

Record = dict[str, Any]


class Twice(dict[str, Any]):
    """An object in which a key stands twice, so that nobody can tell which value is meant."""


@dataclass(slots=True)
class _File:
    """The lists of a file by id, and what has been refused of it."""

    organisations: dict[str, Record] = field(default_factory=dict)
    posts: dict[str, Record] = field(default_factory=dict)
    areas: dict[str, Record] = field(default_factory=dict)
    events: dict[str, Record] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)

    def refuse(self, row: str, reason: object) -> None:
        self.refused.append(Refused(row, str(reason)))


def read_popolo(text: str) -> PeopleFile:
    """The people of a Popolo text, and the organizations that have other names or a Wikidata id.

    Raises InvalidInput where it is not JSON, or holds no list of persons.
    """
    whole = _lists(_json(text))
    file = _File()
    for key, by_id in (("posts", file.posts), ("areas", file.areas), ("events", file.events)):
        by_id |= {id: record for _, id, record in _records(whole, key, file) if id}
    organisations = list(_records(whole, "organizations", file))
    file.organisations |= {id: record for _, id, record in organisations if id}
    persons = list(_records(whole, "persons", file))
    memberships = _memberships(whole, {id for _, id, _ in persons if id}, file)
    found: list[tuple[str, ImportedPerson]] = []
    for row, id, record in persons:
        own = [*memberships.get(id or "", []), *_listed(record, "memberships", row, file)]
        found += _told(row, record, "person", own, file)
    for row, _, record in organisations:
        found += [each for each in _told(row, record, "organisation", [], file) if each[1].aliases or each[1].wikidata]
    return PeopleFile(without_doubts(found, file.refused), tuple(file.refused))


def _json(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except RecursionError as error:
        raise InvalidInput("This JSON is nested too deep.", code="broken_json") from error
    except json.JSONDecodeError as error:
        sentence = f"This JSON is broken at line {error.lineno}, column {error.colno}: {error.msg}."
        raise InvalidInput(sentence, code="broken_json") from error
    except ValueError as error:
        raise InvalidInput("This JSON has a number in it that cannot be read.", code="broken_json") from error


def _object(pairs: list[tuple[str, Any]]) -> Record:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Twice(found)


def _no_number(name: str) -> Any:
    raise ValueError(name)


def _lists(whole: Any) -> Record:
    if isinstance(whole, list):
        return {"persons": whole}
    if isinstance(whole, Twice):
        raise InvalidInput("A key stands twice in the outermost object of this JSON.", code="duplicate_key")
    if not isinstance(whole, dict) or not isinstance(whole.get("persons"), list):
        raise InvalidInput("This JSON holds no list “persons”, so it is not Popolo.", code="not_popolo")
    return whole


def _records(whole: Record, key: str, file: _File) -> Iterator[tuple[str, str | None, Record]]:
    """Each record of a list with its place and id, but for those that share an id."""
    records = [(row, record) for row, record in _rows(whole, key, key, file)]
    ids = Counter(_id(record) for _, record in records)
    for row, record in records:
        id = _id(record)
        if id and 1 < ids[id]:
            file.refuse(row, f"The id “{id[:40]}” stands {ids[id]} times in “{key}”.")
        else:
            yield row, id, record


def _rows(whole: Record, key: str, row: str, file: _File) -> Iterator[tuple[str, Record]]:
    """The objects of a list; what is no list or no object is refused."""
    values = whole.get(key)
    if values is None:
        return
    if not isinstance(values, list):
        file.refuse(row, f"“{key}” is not a list.")
        return
    for number, value in enumerate(values):
        place = f"{row}[{number}]"
        if isinstance(value, Twice):
            file.refuse(place, "A key stands twice in this object.")
        elif isinstance(value, dict):
            yield place, value
        else:
            file.refuse(place, "This is not an object.")


def _listed(record: Record, key: str, row: str, file: _File) -> list[tuple[str, Record]]:
    return list(_rows(record, key, f"{row}.{key}", file))


def _id(record: Record, key: str = "id") -> str | None:
    value = record.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value) or None if isinstance(value, str) else _figure(value)


def _figure(value: int) -> str | None:
    return str(value) if abs(value) < 10**18 else None


def _memberships(whole: Record, persons: set[str], file: _File) -> dict[str, list[tuple[str, Record]]]:
    found: dict[str, list[tuple[str, Record]]] = {}
    for row, record in _rows(whole, "memberships", "memberships", file):
        person = _id(record, "person_id")
        if person in persons:
            found.setdefault(person or "", []).append((row, record))
        else:
            file.refuse(row, f"No person of this file, or more than one, has the id “{(person or '')[:40]}”.")
    return found


def _told(
    row: str, record: Record, kind: str, memberships: list[tuple[str, Record]], file: _File
) -> Iterator[tuple[str, ImportedPerson]]:
    """The person or body of a record, if its name is fit."""
    try:
        own = _name(record)
        name = person_name(_main_name(record) if own is None else own, kind)
    except Unfit as unfit:
        file.refuse(row, unfit)
        return
    aliases = dict.fromkeys(_aliases(row, record, name, kind, file))
    offices = dict.fromkeys(_offices(memberships, file))
    yield row, ImportedPerson(name, kind, tuple(aliases), _wikidata(row, record, file), tuple(offices))


def _name(record: Record) -> Any:
    """The name, or else given and family name; whatever stands there, for the caller to check."""
    if record.get("name") is not None:
        return record["name"]
    both = [record.get("given_name"), record.get("family_name")]
    return " ".join(map(str, both)) if all(isinstance(each, str) for each in both) else None


def _main_name(record: Record) -> Any:
    """The other name that is noted as the main one, for a person without any: some parliaments' files are so."""
    others = record.get("other_names")
    for each in others if isinstance(others, list) else []:
        if isinstance(each, dict) and each.get("note") in ("Main", "main"):
            return _name(each)
    return None


def _aliases(row: str, record: Record, name: str, kind: str, file: _File) -> Iterator[str]:
    for place, other in _listed(record, "other_names", row, file):
        try:
            alias = person_name(_name(other), kind)
        except Unfit as unfit:
            file.refuse(place, unfit)
            continue
        if name_key(alias) != name_key(name):
            yield alias


def _wikidata(row: str, record: Record, file: _File) -> str | None:
    """The Wikidata id among the identifiers, however its scheme is capitalised; none where there are two."""
    found = set()
    for place, each in _listed(record, "identifiers", row, file):
        scheme = each.get("scheme")
        if not isinstance(scheme, str) or scheme.strip().casefold() not in {"wikidata", "wikidata_id", "wikidata id"}:
            continue
        try:
            found.add(wikidata_id(each.get("identifier")))
        except Unfit as unfit:
            file.refuse(place, unfit)
    found.discard(None)
    if 1 < len(found):
        file.refuse(row, "There are two Wikidata ids for one.")
    return found.pop() if len(found) == 1 else None


def _offices(memberships: list[tuple[str, Record]], file: _File) -> Iterator[ImportedOffice]:
    for row, record in memberships:
        try:
            yield _office(row, record, file)
        except Unfit as unfit:
            file.refuse(row, unfit)


def _office(row: str, record: Record, file: _File) -> ImportedOffice:
    post = _linked(record, "post", file.posts)
    body = _linked(record, "organization", file.organisations) or _linked(post, "organization", file.organisations)
    period = _linked(record, "legislative_period", file.events)
    begins, one = first_day(record.get("start_date") or period.get("start_date"))
    ends, other = last_day(record.get("end_date") or period.get("end_date"))
    if begins and ends and ends < begins:
        raise Unfit("The office ends before it begins.")
    area = next(filter(None, (_linked(each, "area", file.areas) for each in (record, post, body))), {})
    names = [clean(each.get("name"), "area's name") for _, each in _listed(area, "other_names", row, file)]
    return ImportedOffice(
        title=_title(record, post),
        area=_text(area, "name", "area's name"),
        area_names=tuple(dict.fromkeys(filter(None, names))),
        body=_text(body, "name", "organization's name"),
        begins=begins,
        ends=ends,
        precision=coarser(one, other),
    )


def _title(record: Record, post: Record) -> str:
    """The first title of several words, or else the first: "minister" is less than "Minister of Finance"."""
    texts = [_text(each, key, key) for each in (record, post) for key in ("role", "label")]
    titles = [text for text in texts if text]
    return next((text for text in titles if " " in text), titles[0] if titles else "member")


def _linked(record: Record, key: str, by_id: dict[str, Record]) -> Record:
    """What a record names by id, or holds itself; empty where it names nothing. Raises Unfit on an id without its like:
    an office without its body would seem to be its country's."""
    inside = record.get(key)
    if isinstance(inside, dict) and not isinstance(inside, Twice):
        return inside
    id = _id(record, f"{key}_id")
    if id is None:
        return {}
    if id not in by_id:
        raise Unfit(f"There is no {key.replace('_', ' ')} with the id “{id[:40]}” in this file.")
    return by_id[id]


def _text(record: Record, key: str, what: str) -> str | None:
    value = record.get(key)
    return None if value is None else clean(value, what) or None
