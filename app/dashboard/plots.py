"""Where the marks of a chart stand. The macros of `charts.html` draw them as SVG, the figures in a table beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.search.dated import MONTHS
from app.search.listing import SpeakerTimes
from app.search.speaker_page import Month
from app.search.thread_page import Tick

WIDTH = 360
LANES = 8
LANE = 30
TICK = 13
LEFT, RIGHT = 4, 8
SPARK = (64, 16)


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle, from its top left corner."""

    x: float
    y: float
    width: float
    height: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A speaker's line in the strip plot: its base, its label and its ticks."""

    y: float
    label: str
    ticks: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """A month or year at its place along the bottom."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip plot: lanes of ticks over hatched gaps, and the axis."""

    height: float
    lanes: tuple[Lane, ...]
    gaps: tuple[Bar, ...]
    axis: tuple[Axis, ...]


def spark(weeks: Sequence[int]) -> tuple[Bar, ...]:
    """Bars of weeks in 64 x 16; a week of nothing is a line of half a pixel."""
    width, height = SPARK
    most = max(weeks, default=0) or 1
    step = width / max(1, len(weeks))
    bars = []
    for place, value in enumerate(weeks):
        tall = round(max(0.5, height * value / most), 2)
        bars.append(Bar(round(place * step, 2), round(height - tall, 2), round(step - 1, 2), tall, str(value)))
    return tuple(bars)


def strip(ticks: Sequence[Tick], speakers: Sequence[SpeakerTimes], silent: Sequence[date]) -> Strip | None:
    """A lane for each of the eight most frequent speakers, the others in one; None where no statement has a day."""
    if not ticks:
        return None
    start, end = _ends([tick.on for tick in ticks])
    own = [row.speaker for row in speakers[:LANES]]
    labels = [speaker.name for speaker in own] + (["others"] if len(own) < len(speakers) else [])
    lanes = []
    for place, label in enumerate(labels):
        base = (place + 1) * LANE
        mine = [tick for tick in ticks if (tick.speaker == own[place] if place < len(own) else tick.speaker not in own)]
        lanes.append(Lane(base, label, tuple(_tick(tick, base, start, end) for tick in mine)))
    gaps = tuple(_gap(month, start, end, len(labels) * LANE) for month in silent if start <= month <= end)
    return Strip(len(labels) * LANE + 18, tuple(lanes), gaps, _axis(start, end))


def month_bars(months: Sequence[Month], height: int = 48) -> tuple[Bar, ...]:
    """A bar for each month, over the whole width."""
    most = max((month.said for month in months), default=0) or 1
    step = WIDTH / max(12, len(months))
    return tuple(
        Bar(
            round(place * step, 2),
            round(height - height * month.said / most, 2),
            round(max(0.5, step - 1), 2),
            round(height * month.said / most, 2),
            f"{MONTHS[month.on.month - 1]} {month.on.year}: {month.said}",
        )
        for place, month in enumerate(months)
    )


def _ends(days: Sequence[date]) -> tuple[date, date]:
    """From the first of the first month to the end of the last."""
    return min(days).replace(day=1), _next_month(max(days)) - timedelta(days=1)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _x(day: date, start: date, end: date) -> float:
    share = (day - start).days / max(1, (end - start).days)
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _tick(tick: Tick, base: float, start: date, end: date) -> Bar:
    height = TICK / 2 if tick.kind == "indirect" else TICK
    label = f"{tick.on.day} {MONTHS[tick.on.month - 1]} {tick.on.year}, {tick.kind}"
    return Bar(_x(tick.on, start, end), base - height, 2, height, label)


def _gap(month: date, start: date, end: date, height: float) -> Bar:
    left, right = _x(month, start, end), _x(min(end, _next_month(month)), start, end)
    return Bar(left, 0, round(right - left, 1), height, f"no article of {MONTHS[month.month - 1]} {month.year} is held")


def _axis(start: date, end: date) -> tuple[Axis, ...]:
    """Up to six months, evenly spread, with the year at the first and at each January."""
    months = [start]
    while (following := _next_month(months[-1])) <= end:
        months.append(following)
    step = -(-len(months) // 6)
    shown, year = [], 0
    for month in months[::step]:
        label = MONTHS[month.month - 1] + (f" {month.year}" if month.year != year else "")
        year = month.year
        shown.append(Axis(_x(month, start, end), label, "start"))
    return tuple(shown)
