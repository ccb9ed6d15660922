"""The dashboard: four numbers with their weeks, and the claims that are being repeated now."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.models import Article, Claim, Statement
from app.search.counts import counting
from app.search.coverage import PERIODS, Coverage, Period, coverage, period
from app.search.differing import Differences, differences
from app.search.find import Filters, how_many
from app.search.listing import ThreadRow, list_threads
from app.search.paging import Page
from app.search.reading_state import Queue, queue

WEEKS = 12
REPEATED = 2
ROWS = 25
BEFORE = 10
TRIED = ("30", "90", "all")
"""Where no period is asked for: the shortest of these in which anything was repeated, or else the first."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the period, and the same by week for the last twelve weeks, the newest last."""

    value: int
    weeks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """The dashboard. `repeated_now` holds the first rows of the list that `repeated` counts; where that is empty,
    `repeated_before` has the last repeats before the period. `is_widened`: nobody chose the period, and nothing was
    repeated in a shorter one. `tagger_off`: why claims are found by the rules alone, though they should not be."""

    period: Period
    is_widened: bool
    coverage: Coverage
    queue: Queue
    new_claims: Number
    repeated: Number
    open_speakers: Number
    new_articles: Number
    repeated_now: Page[ThreadRow]
    repeated_before: tuple[ThreadRow, ...]
    differing: Differences
    tagger_off: str | None


def desk(session: Session, *, named: str | None, today: date, tagger_off: str | None = None) -> Desk:
    """The dashboard for the period of that name ("7", "30", "90", "all"); without one, for the shortest of 30 days, 90
    days and all in which anything was repeated."""
    held = coverage(session)
    names = (named,) if named in PERIODS else TRIED
    chosen, now = _first_repeated(session, [period(name, today=today, newest=held.latest) for name in names])
    since = Filters(since=chosen.since, until=chosen.until if chosen.since else None)
    return Desk(
        period=chosen,
        is_widened=named not in PERIODS and chosen.name != TRIED[0],
        coverage=held,
        queue=queue(session),
        new_claims=Number(
            how_many(session, Filters(since=since.since, until=since.until, counted=True)),
            _weeks(session, _said(func.count(Claim.id)), chosen.until),
        ),
        repeated=Number(now.total, _weeks(session, _said_again(), chosen.until)),
        open_speakers=Number(
            how_many(session, Filters(since=since.since, until=since.until, is_open=True, counted=True)),
            _weeks(session, _said(func.count(Claim.id)).where(Claim.speaker_how == "open"), chosen.until),
        ),
        new_articles=Number(_articles(session, chosen), _weeks(session, _published(), chosen.until)),
        repeated_now=now,
        repeated_before=() if now.rows else _before(session, chosen),
        differing=differences(session, period=chosen, size=ROWS),
        tagger_off=tagger_off,
    )


def _first_repeated(session: Session, periods: Sequence[Period]) -> tuple[Period, Page[ThreadRow]]:
    """The first of the periods in which anything was repeated, or else the first, with what was."""
    tried = []
    for one in periods:
        tried.append((one, list_threads(session, period=one, sort="outlets", least=REPEATED, size=ROWS)))
        if tried[-1][1].total:
            return tried[-1]
    return tried[0]


def _before(session: Session, chosen: Period) -> tuple[ThreadRow, ...]:
    ever = replace(chosen, since=None)
    return list_threads(session, period=ever, sort="last", least=REPEATED, size=BEFORE).rows


def _said(counted: Any) -> Select[*tuple[Any, ...]]:
    return counting(Statement.said_on, counted).group_by(Statement.said_on)


def _said_again() -> Select[*tuple[Any, ...]]:
    """Statements by day, of threads that were said at least twice."""
    often = counting(Statement.thread_id).group_by(Statement.thread_id)
    often = often.having(REPEATED <= func.count(Claim.statement_id.distinct()))
    return _said(func.count(Statement.id.distinct())).where(Statement.thread_id.in_(often))


def _published() -> Select[*tuple[Any, ...]]:
    return select(Article.published_on, func.count()).group_by(Article.published_on)


def _articles(session: Session, chosen: Period) -> int:
    wanted = select(func.count()).select_from(Article)
    if chosen.since is not None:
        wanted = wanted.where(chosen.since <= Article.published_on, Article.published_on <= chosen.until)
    return session.scalar(wanted) or 0


def _weeks(session: Session, by_day: Select[*tuple[Any, ...]], until: date) -> tuple[int, ...]:
    """The sums of the last weeks, each of seven days, the newest ending at `until`."""
    day = by_day.selected_columns[0]
    start = until - timedelta(days=7 * WEEKS - 1)
    rows: Sequence[Any] = session.execute(by_day.where(start <= day, day <= until)).all()
    sums: Counter[int] = Counter()
    for on, number in rows:
        sums[(until - on).days // 7] += number
    return tuple(sums[week] for week in reversed(range(WEEKS)))
