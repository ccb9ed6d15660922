"""Dates as outlets give them: ISO 8601 and RFC 2822, and nothing that would need a guess.

A time without a zone keeps only its day. What cannot be a date keeps its original and has precision "none".
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

EARLIEST_YEAR = 1600  # the first newspapers
LATEST_YEAR = 2199
LONGEST_KEPT = 200

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Told:
    """A date as told. `at` is aware UTC, None without a time and zone; `on` is the day in the zone it was given in;
    `precision` is "time", "day" or "none"; `as_given` the original."""

    at: datetime | None = None
    on: date | None = None
    precision: str = "none"
    as_given: str | None = None


def read_date(given: str | None) -> Told:
    """Never raises: a date that cannot be is told by its original alone."""
    given = (given or "").strip()
    if not given:
        return Told()
    kept = given[:LONGEST_KEPT]
    try:
        if _DAY.fullmatch(given):
            return _on(date.fromisoformat(given), kept)
        return _at(_moment(given), kept)
    except (ValueError, OverflowError, IndexError, TypeError):
        return Told(as_given=kept)


def _moment(given: str) -> datetime:
    try:
        return datetime.fromisoformat(given)
    except ValueError:
        return parsedate_to_datetime(given)


def _at(moment: datetime, kept: str) -> Told:
    if moment.tzinfo is None:
        return _on(moment.date(), kept)
    day = _on(moment.date(), kept)
    return Told(moment.astimezone(UTC), day.on, "time", kept)


def _on(day: date, kept: str) -> Told:
    if day.year < EARLIEST_YEAR or LATEST_YEAR < day.year:
        raise ValueError("no newspaper has this date")
    return Told(None, day, "day", kept)
