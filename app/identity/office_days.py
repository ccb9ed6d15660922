"""The days of an office: whether it can have been held then, whether it was held without a gap, and both in words.

A month or a year counts from its first to its last day where somebody could be meant, and the other way round where
somebody must have been.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from app.identity.values import Office, Precision

DAY = timedelta(days=1)
Days = tuple[date, date]


def active(office: Office, said: Days) -> bool:
    """Whether somebody can have held an office on one of these days, the first and the last of which are given."""
    begins, ends = office.begins or date.min, office.ends or date.max
    return begins <= said[1] and said[0] <= ends


def holds_throughout(offices: Sequence[Office], said: Days) -> bool:
    """Whether these offices of one person surely cover every one of these days, one term after the other."""
    due = said[0]
    for first, last in sorted(span for office in offices if (span := _surely(office))):
        if first <= due <= last:
            if last >= said[1]:
                return True
            due = last + DAY
    return False


def in_words(office: Office) -> str:
    """ "finance minister of Corland, 15 Oct 2024 to 19 Mar 2025"."""
    owner = office.area or office.body
    named = owner is None or owner.casefold() in office.title.casefold()
    title = office.title if named else f"{office.title} of {owner}"
    begins, ends = (_in_words(day, office.precision) for day in (office.begins, office.ends))
    if begins and ends:
        return f"{title}, {begins} to {ends}"
    if begins:
        return f"{title} since {begins}"
    return f"{title} until {ends}" if ends else title


def _surely(office: Office) -> Days | None:
    """The days on which an office was held whatever its inexact dates mean; None where there is none."""
    if office.begins is None:
        return None
    begins = _last_of(office.begins, office.precision)
    ends = date.max if office.ends is None else _first_of(office.ends, office.precision)
    return (begins, ends) if begins <= ends else None


def _first_of(day: date, precision: Precision) -> date:
    if precision is Precision.DAY:
        return day
    return day.replace(day=1, month=day.month if precision is Precision.MONTH else 1)


def _last_of(day: date, precision: Precision) -> date:
    if precision is Precision.DAY:
        return day
    month = day.month if precision is Precision.MONTH else 12
    return date.max if (day.year, month) == (9999, 12) else date(day.year + month // 12, month % 12 + 1, 1) - DAY


def _in_words(day: date | None, precision: Precision) -> str:
    if day is None:
        return ""
    month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][day.month - 1]
    return {Precision.DAY: f"{day.day} {month} {day.year}", Precision.MONTH: f"{month} {day.year}"}.get(
        precision, str(day.year)
    )
