"""`flask batch …`: extraction, linking and comparison from file to file, without a database.

These three forms are stable: programs that measure read them. A line that cannot be read is reported with its number;
`compare` then writes an object with an `error` in its place, since its answers are told apart by their order alone.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import click
from flask.cli import AppGroup

from app import pipeline
from app.cli.reading import working_tagger
from app.cli.speaking import plainly, progress
from app.current import house
from app.errors import InvalidInput, UserError
from app.extraction import Precision
from app.ingest.dates import read_date
from app.ingest.strict_json import read_json
from app.speakers import How
from app.values import Attributed

Row = dict[str, Any]
Check = Callable[[Any], Row]
command = AppGroup("batch", help="From file to file, without a database.")
_in = click.Path(exists=True, dir_okay=False, path_type=Path)
_out = click.Path(dir_okay=False, writable=True, path_type=Path)


@dataclass(frozen=True, slots=True)
class _Broken:
    """A line that could not be read."""

    where: str
    error: UserError


@command.command("extract")
@click.argument("given", metavar="IN", type=_in)
@click.argument("out", metavar="OUT", type=_out)
@plainly
def extract(given: Path, out: Path) -> None:
    """Find the attributions of texts.

    IN holds one object a line: doc_id, text, and if known date and title. OUT gets one for each: doc_id and
    attributions with spans (half-open code points of text), kind, polarity, confidence, said_on and speaker. Those that
    are told inside another one stand apart under nested, with the spans of the outer content as within.
    """
    rows = _read(given, _document)
    tagger = working_tagger()
    with out.open("w", encoding="utf-8") as file, progress("Reading texts", len(rows)) as move:
        for row in _good(rows):
            published_on = date.fromisoformat(row["date"]) if row["date"] else None
            found = pipeline.attribute(row["text"], published_on=published_on, tagger=tagger)
            _write(file, {"doc_id": row["doc_id"]} | _reported(found))
            move(1)
    _report(rows)


@command.command("link")
@click.argument("claims", metavar="CLAIMS", type=_in)
@click.argument("queries", metavar="QUERIES", type=_in)
@click.argument("out", metavar="OUT", type=_out)
@plainly
def link(claims: Path, queries: Path, out: Path) -> None:
    """Find for each query the earlier claims that say the same.

    CLAIMS and QUERIES hold one object a line: id, text, speaker, date, and if known title and context. OUT gets one for
    each query: id, ranked (up to 50 ids, best first) and links (id, relation, score and reasons of the ten best).
    """
    known, asked = _read(claims, _claim), _read(queries, _claim)
    from app import batch as matching  # brings scipy along, which no other command needs

    answers = matching.link(list(_good(known)), list(_good(asked)), house().embedder)
    _write_all(out, answers, "Linking claims", len(asked))
    _report([*known, *asked])


@command.command("compare")
@click.argument("pairs", metavar="PAIRS", type=_in)
@click.argument("out", metavar="OUT", type=_out)
@plainly
def compare(pairs: Path, out: Path) -> None:
    """Decide for each pair of claims whether both assert the same.

    PAIRS holds one object a line: a and b. OUT gets one line a pair, in order: relation, score and reasons.
    """
    rows = _read(pairs, _pair)
    from app import batch as matching

    answers = iter(matching.compare(list(_good(rows)), house().embedder))
    in_order = ({"error": each.error.sentence} if isinstance(each, _Broken) else next(answers) for each in rows)
    _write_all(out, in_order, "Comparing pairs", len(rows))
    _report(rows)


def _read(path: Path, check: Check) -> list[Row | _Broken]:
    """Every line of a file, checked, in order; empty ones are passed over."""
    with path.open("rb") as lines:
        numbered = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    return [_read_line(f"{path}:{number}", line, check) for number, line in numbered]


def _read_line(where: str, line: bytes, check: Check) -> Row | _Broken:
    try:
        row = read_json(line)
        if not isinstance(row, dict):
            raise InvalidInput("The line must be an object.")
        return check(row)
    except UserError as error:
        return _Broken(where, error)


def _good(rows: Iterable[Row | _Broken]) -> Iterator[Row]:
    return (row for row in rows if not isinstance(row, _Broken))


def _document(row: Row) -> Row:
    _words(row, "text")
    _name(row, "doc_id")
    return row | {"date": _day(row)}


def _claim(row: Row) -> Row:
    _words(row, "text")
    _name(row, "id")
    for field in ("speaker", "title"):
        if not isinstance(row.get(field), str | None):
            raise InvalidInput(f"{field} must be a string.")
    context = row.get("context")
    if not isinstance(context, str | None) and not _all_words(context):
        raise InvalidInput("context must be a string or a list of strings.")
    return row | {"date": _day(row)}


def _pair(row: Row) -> Row:
    _words(row, "a")
    _words(row, "b")
    return row


def _words(row: Row, field: str) -> None:
    if not isinstance(row.get(field), str):
        raise InvalidInput(f"{field} is missing or no string.")


def _all_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _name(row: Row, field: str) -> None:
    if not isinstance(row.get(field), str | int):
        raise InvalidInput(f"{field} is missing or neither string nor number.")


def _day(row: Row) -> str | None:
    """The day of `date`; None where none is told, or one that cannot be."""
    given = row.get("date")
    if not isinstance(given, str | None):
        raise InvalidInput("date must be a string like 2024-09-13.")
    on = read_date(given).on
    return on.isoformat() if on else None


def _reported(found: Iterable[Attributed]) -> Row:
    """What the article itself reports, and apart from it what is reported inside that: whoever reads `attributions`
    takes nobody's words for first hand that are not."""
    rows: Row = {"attributions": [], "nested": []}
    for each in found:
        if within := each.attribution.within:
            rows["nested"].append(_attribution(each) | {"within": within})
        else:
            rows["attributions"].append(_attribution(each))
    return rows


def _attribution(each: Attributed) -> Row:
    """`said_on` is a day, or null: "this week" and "in April" tell none, and the form has no place for a precision."""
    found, who = each.attribution, each.resolution
    day = found.said_on if found.said_on_precision is Precision.DAY else None
    return {
        "content": found.content,
        "cue": found.cue,
        "source": found.source,
        "kind": found.kind,
        "polarity": found.polarity,
        "confidence": found.confidence,
        "said_on": day.isoformat() if day else None,
        "speaker": {
            "name": " and ".join(who.candidates) if who.how is How.TOGETHER else who.name,
            "kind": who.kind,
            "how": who.how,
            "candidates": who.candidates,
        },
    }


def _write_all(out: Path, answers: Iterable[Row], label: str, total: int) -> None:
    with out.open("w", encoding="utf-8") as file, progress(label, total) as move:
        for answer in answers:
            _write(file, answer)
            move(1)


def _write(file: TextIO, row: Row) -> None:
    file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _report(rows: Sequence[Row | _Broken]) -> None:
    """Say what could not be read, and leave with status 1 if anything could not."""
    broken = [row for row in rows if isinstance(row, _Broken)]
    for each in broken:
        click.echo(f"{each.where}: {each.error.sentence}", err=True)
    if broken:
        raise SystemExit(1)
