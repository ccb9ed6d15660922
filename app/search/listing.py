"""Threads in lists: the dashboard's *Repeated now* and the page of all threads. A thread that nothing counts for is not
listed; its own page still stands.

Decision: one grouped query picks and orders the threads of a page, and a fixed number of queries then fills its rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, distinct, func, select
from sqlalchemy.orm import Session

from app.errors import InvalidInput
from app.models import Article, Claim, Speaker, Statement
from app.search.claims import SpeakerName, load_claims
from app.search.counts import OUTLETS, SAID, Counts, counting, counts_by_thread
from app.search.coverage import Period
from app.search.dated import Dated
from app.search.paging import PAGE_SIZE, Page
from app.search.slugs import slug

SORTS = ("outlets", "said", "last")
FAR_PAST = date(1, 1, 1)
PRECISION, DAY = Statement.said_on_precision, Statement.said_on
SURELY_BY: ColumnElement[str] = case(
    (PRECISION == "week", func.date(DAY, "weekday 0")),
    (PRECISION == "month", func.date(DAY, "start of month", "+1 month", "-1 day")),
    (PRECISION == "year", func.date(DAY, "start of year", "+1 year", "-1 day")),
    else_=func.date(DAY),
)
"""`Dated.surely_by` in the words of the database."""


@dataclass(frozen=True, slots=True)
class SpeakerTimes:
    """A speaker of a thread, how many statements are theirs, and from when to when."""

    speaker: SpeakerName
    times: int
    first: Dated
    last: Dated


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """A thread in a list. `in_period` is *said* inside the period asked for. `claim_id`: whose words it is shown by;
    `as_printed`: that claim's source."""

    id: int
    slug: str
    wording: str
    claim_id: int
    as_printed: str
    speakers: tuple[SpeakerTimes, ...]
    in_period: int
    counts: Counts
    first: Dated
    last: Dated


def list_threads(
    session: Session, *, period: Period, sort: str = "last", number: int = 1, least: int = 1, size: int = PAGE_SIZE
) -> Page[ThreadRow]:
    """Threads with a statement in the period that were said `least` times in all. Sorted by "outlets" (independent
    outlets, then said in the period), "said" or "last" said. Raises InvalidInput for another sort."""
    if sort not in SORTS:
        raise InvalidInput(f"Lists of threads are sorted by {', '.join(SORTS)}, not by {sort!r}.")
    chosen = _chosen(period, least)
    total = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    ids = (
        session.execute(chosen.order_by(*_order(period, sort)).limit(size).offset((number - 1) * size)).scalars().all()
    )
    return Page(tuple(thread_rows(session, ids, period)), number, size, total)


def thread_rows(session: Session, thread_ids: Sequence[int], period: Period | None = None) -> list[ThreadRow]:
    """The rows of these threads, in this order; those that nothing counts for are left out."""
    counts = counts_by_thread(session, thread_ids)
    first_claims = load_claims(session, _earliest_claims(session, thread_ids))
    shown = {claim.thread_id: claim for claim in first_claims.values()}
    statements = _statements(session, thread_ids)
    rows = []
    for id in thread_ids:
        if id not in shown:
            continue
        claim, said = shown[id], statements[id]
        days = [when for _, when in said]
        rows.append(
            ThreadRow(
                id=id,
                slug=slug(claim.wording),
                wording=claim.wording,
                claim_id=claim.id,
                as_printed=claim.as_printed,
                speakers=speaker_times(said),
                in_period=sum(within(when, period) for when in days),
                counts=counts[id],
                first=min(days, key=lambda when: when.key),
                last=last_of(days),
            )
        )
    return rows


def within(when: Dated, period: Period | None) -> bool:
    """Whether the day lies in the period; a day that is not known lies only in the period of all."""
    if period is None or period.since is None:
        return True
    return when.on is not None and period.since <= when.on <= period.until


def last_of(days: Iterable[Dated]) -> Dated:
    """The latest day; one that is not known only where none is."""
    return max(days, key=lambda when: when.on or FAR_PAST)


def speaker_times(said: Iterable[tuple[SpeakerName, Dated]]) -> tuple[SpeakerTimes, ...]:
    """Speakers with their statements counted, the most frequent first."""
    days: dict[SpeakerName, list[Dated]] = defaultdict(list)
    for speaker, when in said:
        days[speaker].append(when)
    found = [
        SpeakerTimes(speaker, len(when), min(when, key=lambda day: day.key), last_of(when))
        for speaker, when in days.items()
    ]
    return tuple(sorted(found, key=lambda row: (-row.times, row.first.key, row.speaker.name, row.speaker.id or 0)))


UNNAMED = {
    "collective": "several or unnamed people",
    "unnamed": "several or unnamed people",
    "document": "a document",
    "organisation": "a body not resolved",
    "person": "a person not resolved",
}


def speaker_name(id: int | None, name: str | None, kind: str) -> SpeakerName:
    """The speaker, or words for one who is not known; the unnamed are never told apart, for nobody can."""
    return SpeakerName(id, name) if id is not None and name is not None else SpeakerName(None, UNNAMED[kind])


def _in_period(period: Period) -> ColumnElement[bool]:
    if period.since is None:
        return Claim.counts.is_(True)
    return and_(Claim.counts, Statement.said_on >= period.since, Statement.said_on <= period.until)


def _chosen(period: Period, least: int) -> Select[*tuple[Any, ...]]:
    return (
        counting(Statement.thread_id)
        .group_by(Statement.thread_id)
        .having(least <= SAID, 0 < func.count(case((_in_period(period), 1))))
    )


def _order(period: Period, sort: str) -> list[Any]:
    said_lately = func.count(distinct(case((_in_period(period), Claim.statement_id))))
    last = func.max(Statement.said_on).desc().nulls_last()
    by_sort: dict[str, list[Any]] = {
        "outlets": [OUTLETS.desc(), said_lately.desc(), SAID.desc()],
        "said": [SAID.desc(), OUTLETS.desc()],
        "last": [],
    }
    return [*by_sort[sort], last, Statement.thread_id.desc()]


def _earliest_claims(session: Session, thread_ids: Sequence[int]) -> list[int]:
    order = (SURELY_BY.nulls_last(), Article.published_at.nulls_last(), Claim.id)
    place = func.row_number().over(partition_by=Statement.thread_id, order_by=order).label("place")
    ranked = counting(Claim.id, place).where(Statement.thread_id.in_(thread_ids)).subquery()
    return list(session.execute(select(ranked.c.id).where(ranked.c.place == 1)).scalars())


def _statements(session: Session, thread_ids: Sequence[int]) -> dict[int, list[tuple[SpeakerName, Dated]]]:
    """The statements that count, by thread, each with who made it and when."""
    kind = func.min(Claim.speaker_kind)
    rows = session.execute(
        select(Statement.thread_id, Statement.said_on, Statement.said_on_precision, Speaker.id, Speaker.name, kind)
        .join(Claim, and_(Claim.statement_id == Statement.id, Claim.counts))
        .outerjoin(Speaker, Speaker.id == Statement.speaker_id)
        .where(Statement.thread_id.in_(thread_ids))
        .group_by(Statement.id)
        .order_by(Statement.id)
    )
    found: dict[int, list[tuple[SpeakerName, Dated]]] = defaultdict(list)
    for thread_id, on, precision, speaker_id, name, kind_ in rows:
        found[thread_id].append((speaker_name(speaker_id, name, kind_), Dated(on, precision)))
    return found
