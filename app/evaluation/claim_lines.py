"""The lines under a seed article that say what each numbered claim is: kind, polarity, who, which statement and thread.

``3: mixed said | speaker=fergus-orrin | statement=ferry-lifeline-1 | thread=ferry-lifeline | said_on=2024-03-05``
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.evaluation.marks import Misread
from app.extraction import Kind, Polarity

HEAD = re.compile(r"(\d+): (\w+) (\w+)")
FIELD = re.compile(r"([a-z_]+)=(\S+)")
NEEDED = ("speaker", "statement", "thread")
NOBODY = "-"
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One line as it stands. `speaker` is None for an unnamed or collective source; `line` counts from 1."""

    number: int
    kind: Kind
    polarity: Polarity
    speaker: str | None
    statement: str
    thread: str
    said_on: date | None
    line: int


def read_claim_lines(lines: Sequence[str]) -> list[ClaimLine]:
    """The claims, in the order of the lines. Raises Misread."""
    found: dict[int, ClaimLine] = {}
    for at, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        claim = _claim(line, at)
        if claim.number in found:
            raise Misread(at, f"claim {claim.number} has two lines")
        found[claim.number] = claim
    return list(found.values())


def _claim(line: str, at: int) -> ClaimLine:
    head, *rest = (part.strip() for part in line.split("|"))
    opened = HEAD.fullmatch(head)
    if opened is None:
        raise Misread(at, f"{head!r} is not of the form '1: indirect said'")
    fields = _fields(rest, at)
    return ClaimLine(
        number=int(opened[1]),
        kind=_word(Kind, opened[2], at),
        polarity=_word(Polarity, opened[3], at),
        speaker=None if fields["speaker"] == NOBODY else fields["speaker"],
        statement=fields["statement"],
        thread=fields["thread"],
        said_on=_day(fields["said_on"], at) if "said_on" in fields else None,
        line=at,
    )


def _fields(parts: Sequence[str], at: int) -> dict[str, str]:
    fields: dict[str, str] = {}
    for part in parts:
        given = FIELD.fullmatch(part)
        if given is None or given[1] not in (*NEEDED, "said_on"):
            raise Misread(at, f"{part!r} is no field of a claim")
        if given[1] in fields:
            raise Misread(at, f"{given[1]} is given twice")
        fields[given[1]] = given[2]
    if missing := [name for name in NEEDED if name not in fields]:
        raise Misread(at, f"{missing[0]} is missing")
    return fields


def _word(words: type[Word], given: str, at: int) -> Word:
    try:
        return words(given)
    except ValueError:
        raise Misread(at, f"{given!r} is none of {', '.join(words)}") from None


def _day(given: str, at: int) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise Misread(at, f"said_on {given!r} is no day") from None
