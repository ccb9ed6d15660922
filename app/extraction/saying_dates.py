"""When something was said: a small grammar of dates beside a cue, counted from the day of publication.

Decision: only words outside content and source are read, next to the cue or at the head of its sentence, because a
date inside the content dates what is spoken of. A weekday is the last one up to and including the day of
publication: "on Thursday" in Thursday's paper is today. Impossible dates are no date.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from app.extraction.values import Precision, Span, Spans

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS = {
    word: number
    for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
NUMBERS |= {"a": 1, "an": 1}
MONTH = (
    r"(?P<month>Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June|July|Aug(?:ust|\.)|Sept?(?:ember|\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
YEAR = r"(?P<year>(?:19|20)\d\d)"
DATE = re.compile(
    rf"\b{MONTH} (?P<day>\d\d?)(?:st|nd|rd|th)?(?!\d)(?:,? {YEAR})?"
    rf"|\b(?P<day2>\d\d?)(?:st|nd|rd|th)? {MONTH.replace('month', 'month2')}(?:,? {YEAR.replace('year', 'year2')})?"
    rf"|\b{MONTH.replace('month', 'month3')},? {YEAR.replace('year', 'year3')}"
    rf"|\b(?P<lead>[Ll]ast |[Nn]ext )?(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|\b(?P<ago>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d\d?)"
    r" (?P<unit>day|week|month|year)s? (?:ago|earlier)\b"
    r"|\b(?P<which>[Tt]his|[Ll]ast) (?P<period>week|month|year|morning|afternoon|evening|night|weekend)\b"
    r"|\b(?P<near>[Tt]oday|[Tt]onight|[Yy]esterday)\b"
    rf"|\b[Ii]n {MONTH.replace('month', 'month4')}(?! \d)"
    rf"|\b[Ii]n {YEAR.replace('year', 'year4')}\b"
)
REACH = 90  # code points after a cue, or at the head of a sentence, in which a date still dates the saying
CLAUSE = re.compile(r"\b(?:who|which|that|whose|where|because|after|before|since|until|by|from)\b|[;—–]")


@dataclass(frozen=True, slots=True)
class Saying:
    """A day of saying with its precision; ``on`` is the first day of a week, month or year."""

    on: date | None
    precision: Precision


UNDATED = Saying(None, Precision.NONE)


def saying(text: str, around: Span, content: Spans, cue: Spans, source: Spans, published_on: date | None) -> Saying:
    """When ``content`` was said, from the words of its sentence ``around`` that belong to the reporter."""
    for start, end in _places(around, content, cue, source):
        gap = text[start:end]
        stop = CLAUSE.search(gap)
        found = DATE.search(gap[: stop.start()] if stop else gap)
        if found is not None:
            dated = resolved(found, published_on)
            if dated.on is not None:
                return dated
    return UNDATED


def _places(around: Span, content: Spans, cue: Spans, source: Spans) -> list[Span]:
    """The stretch in the cue itself, the one after it, after an inverted source, and the head of the sentence."""
    if not cue:
        return []
    held = sorted([*content, *source])
    places = list(cue)
    for after in (cue[-1][1], *(span[1] for span in source)):
        stop = min([around[1], after + REACH, *(start for start, _ in held if start >= after)])
        if after < stop:
            places.append((after, stop))
    head = min(start for start, _ in [*held, *cue])
    if around[0] < head:
        places.append((around[0], min(head, around[0] + REACH)))
    return places


def resolved(found: re.Match[str], published_on: date | None) -> Saying:
    """The date that a match of ``DATE`` means; relative ones need ``published_on``."""
    part = {key: value for key, value in found.groupdict().items() if value is not None}
    month = next((part[key] for key in ("month", "month2", "month3", "month4") if key in part), None)
    year = next((int(part[key]) for key in ("year", "year2", "year3", "year4") if key in part), None)
    day = next((int(part[key]) for key in ("day", "day2") if key in part), None)
    if month is not None:
        return _calendar(year, MONTHS.index(month[:3].lower()) + 1, day, published_on)
    if year is not None:
        return Saying(date(year, 1, 1), Precision.YEAR)
    if published_on is None:
        return UNDATED
    try:
        return _relative(part, published_on)
    except OverflowError:
        return UNDATED


def _calendar(year: int | None, month: int, day: int | None, published_on: date | None) -> Saying:
    precision = Precision.MONTH if day is None else Precision.DAY
    try:
        if year is not None:
            return Saying(date(year, month, day or 1), precision)
        if published_on is None:
            return UNDATED
        dated = date(published_on.year, month, day or 1)
        return Saying(dated if dated <= published_on else date(published_on.year - 1, month, day or 1), precision)
    except ValueError:  # 30 February, year 0
        return UNDATED


def _relative(part: dict[str, str], published_on: date) -> Saying:
    if "weekday" in part:
        lead = part.get("lead", "").strip().lower()
        if lead == "next":
            return UNDATED
        back = (published_on.weekday() - WEEKDAYS.index(part["weekday"].lower())) % 7
        return Saying(published_on - timedelta(days=7 if lead == "last" and back == 0 else back), Precision.DAY)
    if "near" in part:
        return Saying(published_on - timedelta(days=part["near"].lower() == "yesterday"), Precision.DAY)
    if "ago" in part:
        count = NUMBERS.get(part["ago"].lower()) or int(part["ago"])
        return _back(published_on, part["unit"], count)
    last = part["which"].lower() == "last"
    period = part["period"]
    if period in ("morning", "afternoon", "evening", "night"):
        return Saying(published_on - timedelta(days=last), Precision.DAY)
    return _back(published_on, "week" if period == "weekend" else period, int(last))


def _back(published_on: date, unit: str, count: int) -> Saying:
    if unit == "day":
        return Saying(published_on - timedelta(days=count), Precision.DAY)
    if unit == "week":
        monday = published_on - timedelta(days=published_on.weekday())
        return Saying(monday - timedelta(weeks=count), Precision.WEEK)
    if unit == "year":
        return Saying(date(published_on.year - count, 1, 1), Precision.YEAR) if published_on.year > count else UNDATED
    months = published_on.year * 12 + published_on.month - 1 - count
    return Saying(date(months // 12, months % 12 + 1, 1), Precision.MONTH) if months >= 12 else UNDATED
