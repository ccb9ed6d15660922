"""The dates and periods of a claim, resolved against the day it was said, and where those of two claims differ.

Decision: a period is a half-open range of days where it can be resolved and its printed words where it cannot. "Last
year" said in 2015 and "last year" said in 2017 are two years, though the words are the same; within three days of each
other the same words mean the same day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.matching.words import Word, listed

MONTHS = {
    name: number
    for number, names in enumerate(
        listed(
            "january,jan february,feb march,mar april,apr may june,jun july,jul august,aug september,sept,sep "
            "october,oct november,nov december,dec"
        ),
        1,
    )
    for name in names.split(",")
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        listed("monday,mon tuesday,tues wednesday,wed thursday,thurs friday,fri saturday sunday")
    )
    for name in names.split(",")
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
SPANS = frozenset({"year", "month", "week", "quarter", "decade", "century"})
STEPS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
LEAST_MONTH = 28
"""Days that the shortest month has; listed days agree with their month, but not with one of themselves."""
SAME_WORDS_DAYS = 3
"""Two reports of one occasion may be dated this far apart, and still mean one day by "today"."""


@dataclass(frozen=True, slots=True)
class Period:
    """`begins` to `ends` (not included), both None where it cannot be resolved; `deictic`: told from the day of saying.

    `words` are its keys, `first` to `last` their places, `start` and `end` code points; `days` those of a month where
    several are listed ("10, 11 and 12 June").
    """

    words: tuple[str, ...]
    begins: date | None
    ends: date | None
    deictic: bool
    weak: bool
    first: int
    last: int
    start: int
    end: int
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DifferingPeriods:
    """Periods without an equal: `changed` in pairs, and those that only one side has, without the weak ones."""

    changed: tuple[tuple[Period, Period], ...]
    only_left: tuple[Period, ...]
    only_right: tuple[Period, ...]


def read_periods(words: Sequence[Word], said_on: date | None) -> tuple[Period, ...]:
    """The periods among ``words``, in order."""
    periods: list[Period] = []
    at = 0
    while at < len(words):
        found = _period_at(words, at, said_on)
        if found is None:
            at += 1
            continue
        periods.append(found)
        at = found.last + 1
    return tuple(periods)


def compare_periods(left: Sequence[Period], right: Sequence[Period], *, days_apart: int | None) -> DifferingPeriods:
    """Take out the periods that agree and pair the rest in order. ``days_apart`` are the days between the sayings."""
    rest_left = [one for one in left if not any(agree(one, two, days_apart=days_apart) for two in right)]
    rest_right = [two for two in right if not any(agree(one, two, days_apart=days_apart) for one in left)]
    pairs = tuple(zip(rest_left, rest_right, strict=False))
    return DifferingPeriods(
        tuple((one, two) for one, two in pairs if not _unknown(one, two)),
        tuple(one for one in rest_left[len(pairs) :] if not one.weak),
        tuple(two for two in rest_right[len(pairs) :] if not two.weak),
    )


def agree(one: Period, two: Period, *, days_apart: int | None) -> bool:
    """Whether two periods are the same time, or one gives the other more closely (March 2016, 3 March 2016)."""
    if one.words == two.words and (not one.deictic or days_apart is None or days_apart <= SAME_WORDS_DAYS):
        return True
    if one.begins is None or two.begins is None or one.ends is None or two.ends is None:
        return one.words == two.words
    if one.days != two.days and max(one.ends - one.begins, two.ends - two.begins).days < LEAST_MONTH:
        return False
    return (one.begins <= two.begins and two.ends <= one.ends) or (two.begins <= one.begins and one.ends <= two.ends)


def _unknown(one: Period, two: Period) -> bool:
    """Whether nothing can be said: one of them is told from a day of saying that is not known."""
    return one.deictic != two.deictic and (one.begins is None or two.begins is None)


def _period_at(words: Sequence[Word], at: int, said_on: date | None) -> Period | None:
    for read in (_days_and_month, _day_and_month, _month, _relative, _decade, _year, _weekday, _day, _season):
        found = read(words, at, said_on)
        if found is not None:
            return found
    return None


def _made(
    words: Sequence[Word],
    at: int,
    length: int,
    days: tuple[date, date] | None,
    *,
    deictic: bool = False,
    weak: bool = False,
) -> Period:
    last = at + length - 1
    begins, ends = days or (None, None)
    keys = tuple(word.key for word in words[at : last + 1])
    return Period(keys, begins, ends, deictic, weak, at, last, words[at].start, words[last].end)


def _key(words: Sequence[Word], at: int) -> str:
    return words[at].key if 0 <= at < len(words) else ""


def _year_at(words: Sequence[Word], at: int) -> int | None:
    key = _key(words, at)
    if (
        len(key) == 4
        and key.isascii()
        and key.isdigit()
        and 1500 <= int(key) < 2100
        and words[at].end - words[at].start == 4
    ):
        return int(key)
    return None


def _day_number(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Day of the month and the words it takes: "3", "3rd"."""
    key = _key(words, at)
    if not (key.isascii() and key.isdigit() and 1 <= int(key) <= 31 and len(key) < 3):
        return None
    suffix = _key(words, at + 1) in ("st", "nd", "rd", "th") and words[at + 1].start == words[at].end
    return int(key), 1 + suffix


def _is_month(words: Sequence[Word], at: int) -> bool:
    """May, March and the like count where they begin with a capital or stand by a number."""
    key = _key(words, at)
    if key not in MONTHS:
        return False
    beside = _key(words, at + 1)[:1].isdigit() or _key(words, at - 1)[:1].isdigit()
    return beside or words[at].capital or key not in ("may", "march", "mar", "sep", "dec", "jan")


def _range(year: int, month: int, day: int | None) -> tuple[date, date] | None:
    try:
        begins = date(year, month, day or 1)
        if day:
            return begins, begins + timedelta(days=1)
        return begins, date(year + month // 12, month % 12 + 1, 1)
    except (ValueError, OverflowError):
        return None


def _nearest(said_on: date | None, month: int, day: int | None) -> tuple[date, date] | None:
    """The month, or day, nearest to the day of saying: news leaves out a year that is plain."""
    if said_on is None:
        return None
    ranges = [found for year in (-1, 0, 1) if (found := _range(_clamp(said_on.year + year), month, day)) is not None]
    return min(ranges, key=lambda days: abs((days[0] - said_on).days), default=None)


def _clamp(year: int) -> int:
    return min(9998, max(1, year))


def _days_and_month(words: Sequence[Word], at: int, said_on: date | None) -> Period | None:
    """Several days of one month: "10, 11 and 12 June", "June 10, 11 and 12". After the month three at least, since
    "on June 10 and 11 boats" counts boats."""
    before = _is_month(words, at)
    days, length = _listed_days(words, at + before)
    end = at + before + length
    month_at = at if before else end
    if len(days) < 2 + before or days != sorted(set(days)) or not _is_month(words, month_at):
        return None
    if before and end < len(words) and words[end].content and not words[end].opens and _year_at(words, end) is None:
        return None
    end += not before
    year = _year_at(words, end)
    month = MONTHS[_key(words, month_at)]
    first, last = (
        _range(year, month, day) if year is not None else _nearest(said_on, month, day) for day in (days[0], days[-1])
    )
    span = (first[0], last[1]) if first and last and first[0] < last[1] else None
    made = _made(words, at, end - at + (year is not None), span)
    return replace(made, words=(*(str(day) for day in days), str(month), str(year or "")), days=tuple(days))


def _listed_days(words: Sequence[Word], at: int) -> tuple[list[int], int]:
    """The days of a list that ends with "and", and the words it takes; none where no "and" stands before the last."""
    days: list[int] = []
    end = at
    ended = False
    while not ended:
        ended = _key(words, end) in ("and", "or") and bool(days)
        number = _day_number(words, end + ended)
        if number is None:
            return [], 0
        days.append(number[0])
        end += ended + number[1]
    return days, end - at


def _day_and_month(words: Sequence[Word], at: int, said_on: date | None) -> Period | None:
    length = month = day = 0
    if _is_month(words, at) and (number := _day_number(words, at + 1)) is not None:
        month, day, length = MONTHS[_key(words, at)], number[0], 1 + number[1]
    elif (number := _day_number(words, at)) is not None:
        skip = _key(words, at + number[1]) == "of"
        if _is_month(words, at + number[1] + skip):
            month, day = MONTHS[_key(words, at + number[1] + skip)], number[0]
            length = number[1] + skip + 1
    if not length:
        return None
    year = _year_at(words, at + length)
    if year is not None:
        return _made(words, at, length + 1, _range(year, month, day))
    return _made(words, at, length, _nearest(said_on, month, day))


def _month(words: Sequence[Word], at: int, said_on: date | None) -> Period | None:
    if not _is_month(words, at):
        return None
    month = MONTHS[_key(words, at)]
    skip = _key(words, at + 1) == "of"
    year = _year_at(words, at + 1 + skip)
    if year is not None:
        return _made(words, at, 2 + skip, _range(year, month, None))
    return _made(words, at, 1, _nearest(said_on, month, None))


def _relative(words: Sequence[Word], at: int, said_on: date | None) -> Period | None:
    """ "Last year", "this month", "the next week", "last March"."""
    key, after = _key(words, at), _key(words, at + 1)
    if key not in STEPS:
        return None
    if after in SPANS:
        return _made(words, at, 2, _stepped(said_on, after, STEPS[key]), deictic=True)
    if after in SEASONS or after in WEEKDAYS:
        return _made(words, at, 2, None, deictic=True, weak=after in WEEKDAYS)
    return None


def _stepped(said_on: date | None, span: str, step: int) -> tuple[date, date] | None:
    if said_on is None or not 2 < said_on.year < 9990:
        return None
    if span == "year":
        return date(said_on.year + step, 1, 1), date(said_on.year + step + 1, 1, 1)
    if span == "month":
        months = said_on.year * 12 + said_on.month - 1 + step
        return _range(months // 12, months % 12 + 1, None)
    if span == "week":
        monday = said_on - timedelta(days=said_on.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(weeks=1)
    return None


def _decade(words: Sequence[Word], at: int, said_on: date | None) -> Period | None:
    year = _year_at(words, at)
    if year is None or _key(words, at + 1) != "s" or words[at + 1].start - words[at].end > 1:
        return None
    return _made(words, at, 2, (date(year, 1, 1), date(year + (100 if year % 100 == 0 else 10), 1, 1)))


COUNTED = frozenset(
    listed(
        """people jobs men women children troops soldiers homes houses miles km kilometres dollars euros pounds percent
        million billion thousand workers students pupils votes voters deaths cases patients members times degrees tonnes
        tons points years days hours police officers refugees migrants prisoners seats metres feet acres hectares"""
    )
)


def _year(words: Sequence[Word], at: int, said_on: date | None) -> Period | None:
    """A bare year; not where it counts something or is money."""
    year = _year_at(words, at)
    if year is None or _key(words, at + 1) in COUNTED or (_key(words, at - 1) in "$£€¥" and at):
        return None
    return _made(words, at, 1, (date(year, 1, 1), date(year + 1, 1, 1)))


def _weekday(words: Sequence[Word], at: int, said_on: date | None) -> Period | None:
    if _key(words, at) not in WEEKDAYS or (not words[at].capital and words[at].start):
        return None
    number = WEEKDAYS[_key(words, at)]
    if said_on is None or not 2 < said_on.year < 9990:
        return _made(words, at, 1, None, deictic=True, weak=True)
    back = (said_on.weekday() - number) % 7
    day = said_on - timedelta(days=back)
    return _made(words, at, 1, (day, day + timedelta(days=1)), deictic=True, weak=True)


def _day(words: Sequence[Word], at: int, said_on: date | None) -> Period | None:
    if _key(words, at) not in DAYS:
        return None
    if said_on is None or not 2 < said_on.year < 9990:
        return _made(words, at, 1, None, deictic=True, weak=True)
    day = said_on + timedelta(days=DAYS[_key(words, at)])
    return _made(words, at, 1, (day, day + timedelta(days=1)), deictic=True, weak=True)


def _season(words: Sequence[Word], at: int, said_on: date | None) -> Period | None:
    year = _year_at(words, at + 1 + (_key(words, at + 1) == "of"))
    if _key(words, at) not in SEASONS or year is None:
        return None
    begins = date(year, SEASONS[_key(words, at)], 1)
    return _made(words, at, 2 + (_key(words, at + 1) == "of"), (begins, begins + timedelta(days=92)))
