"""A thread with everything its page shows: statements, reports, speakers, plot, variants and what it is tied to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.models import Article, Claim, Statement, Thread
from app.search.claims import ClaimRow, SpeakerName, earliest, load_claims
from app.search.counts import Counts, counts_by_thread
from app.search.dated import Dated
from app.search.links import STRENGTH, Tie, Why, best, ties
from app.search.listing import SpeakerTimes, last_of, speaker_name, speaker_times, thread_rows
from app.search.paging import PAGE_SIZE, Page, slice_of
from app.search.slugs import slug
from app.search.wording import Variant, variants

MERGES_FOLLOWED = 50


@dataclass(frozen=True, slots=True)
class Report:
    """A claim of a statement as one article has it, and why it was put to the statement."""

    claim: ClaimRow
    why: Why | None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """An occasion of saying. `counts` is false where none of its claims counts (a denial, an unsure find, one told
    second hand, an earlier version)."""

    id: int
    when: Dated
    speaker: SpeakerName
    claim: ClaimRow
    reports: tuple[Report, ...]
    outlets: tuple[str, ...]
    counts: bool
    why: Why | None
    is_earliest: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A statement in the strip plot; copies are not drawn."""

    statement_id: int
    speaker: SpeakerName
    on: date
    precision: str
    kind: str


@dataclass(frozen=True, slots=True)
class LinkedThread:
    """Another thread that a claim of this one is tied to, with the strongest such link and the claim at its other end.
    A denial has its thread too, though nothing counts for it."""

    thread_id: int
    slug: str
    claim: ClaimRow
    counts: Counts
    relation: str
    score: float
    reasons: tuple[str, ...]
    is_later: bool


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """A thread. `wording` is that of its earliest counting claim. `silent_months`: first days of the months between
    first and last of which the archive holds no article."""

    id: int
    slug: str
    wording: str
    claim_id: int
    counts: Counts
    first: Dated
    last: Dated
    statements: Page[StatementRow]
    speakers: tuple[SpeakerTimes, ...]
    ticks: tuple[Tick, ...]
    silent_months: tuple[date, ...]
    variants: tuple[Variant, ...]
    linked: tuple[LinkedThread, ...]


def merged_into(session: Session, thread_id: int) -> int:
    """The thread that this one is part of now: itself, or where its mergers lead. Raises NotFound."""
    for _ in range(MERGES_FOLLOWED):
        thread = session.get(Thread, thread_id)
        if thread is None:
            break
        if thread.merged_into_id is None:
            return thread_id
        thread_id = thread.merged_into_id
    raise NotFound("There is no such thread.")


def thread_page(session: Session, thread_id: int, *, number: int = 1) -> ThreadPage:
    """The page of a thread. Raises NotFound."""
    claims = _claims_of(session, thread_id)
    first = earliest(claims)
    if first is None:
        raise NotFound("There is no such thread, or nothing stands in it any more.")
    found = ties(session, [claim.id for claim in claims])
    statements = _statements(claims, found, first)
    counting = [row for row in statements if row.counts]
    days = [row.when for row in counting or statements]
    start, end = min(days, key=lambda when: when.key), last_of(days)
    return ThreadPage(
        id=thread_id,
        slug=slug(first.wording),
        wording=first.wording,
        claim_id=first.id,
        counts=counts_by_thread(session, [thread_id])[thread_id],
        first=start,
        last=end,
        statements=slice_of(statements, number, PAGE_SIZE),
        speakers=speaker_times((row.speaker, row.when) for row in counting),
        ticks=_ticks(counting),
        silent_months=_silent_months(session, start.on, end.on),
        variants=variants([claim for claim in claims if claim.counts]),
        linked=_linked(session, thread_id, found),
    )


def _claims_of(session: Session, thread_id: int) -> list[ClaimRow]:
    ids = select(Claim.id).join(Statement).where(Statement.thread_id == thread_id).order_by(Claim.id)
    return sorted(load_claims(session, session.scalars(ids)).values(), key=lambda claim: claim.order)


def _statements(claims: Sequence[ClaimRow], found: Sequence[Tie], first: ClaimRow) -> list[StatementRow]:
    """The statements, newest first, those without a day last."""
    groups: dict[int, list[ClaimRow]] = defaultdict(list)
    for claim in claims:
        groups[claim.statement_id].append(claim)
    rows = [_statement(group, found, first) for group in groups.values()]
    return sorted(rows, key=lambda row: (row.when.on or date.min, row.id), reverse=True)


def _statement(claims: Sequence[ClaimRow], found: Sequence[Tie], first: ClaimRow) -> StatementRow:
    shown = earliest(claims) or claims[0]
    ids = {claim.id for claim in claims}
    earlier = [tie for tie in found if tie.joins and tie.claim_id in ids and not tie.is_later]
    reports = tuple(
        Report(claim, best(tie for tie in earlier if tie.claim_id == claim.id and tie.other.id in ids))
        for claim in claims
    )
    return StatementRow(
        id=shown.statement_id,
        when=shown.said,
        speaker=shown.speaker or speaker_name(None, None, shown.speaker_kind),
        claim=shown,
        reports=reports,
        outlets=tuple(dict.fromkeys(claim.article.outlet for claim in claims)),
        counts=any(claim.counts for claim in claims),
        why=best(tie for tie in earlier if tie.other.id not in ids and tie.other.thread_id == shown.thread_id),
        is_earliest=shown.statement_id == first.statement_id,
    )


def _ticks(statements: Sequence[StatementRow]) -> tuple[Tick, ...]:
    return tuple(
        Tick(row.id, row.speaker, row.when.on, row.when.precision, row.claim.kind)
        for row in statements
        if row.when.on is not None
    )


def _silent_months(session: Session, first: date | None, last: date | None) -> tuple[date, ...]:
    """Months of which no article is held, by their first day."""
    if first is None or last is None:
        return ()
    start = first.replace(day=1)
    month = func.strftime("%Y-%m", Article.published_on)
    heard = set(session.scalars(select(month).where(Article.published_on >= start).distinct()))
    months = []
    while start <= last:
        if start.strftime("%Y-%m") not in heard:
            months.append(start)
        start = (start.replace(day=28) + timedelta(days=4)).replace(day=1)
    return tuple(months)


def _linked(session: Session, thread_id: int, found: Sequence[Tie]) -> tuple[LinkedThread, ...]:
    """Other threads, each by its strongest link."""
    outside: dict[int, Tie] = {}
    for tie in sorted(found, key=lambda tie: (STRENGTH.index(tie.relation), -tie.score)):
        if tie.other.thread_id != thread_id:
            outside.setdefault(tie.other.thread_id, tie)
    slugs = {row.id: row.slug for row in thread_rows(session, list(outside))}
    counts = counts_by_thread(session, outside)
    return tuple(
        LinkedThread(
            thread_id=id,
            slug=slugs.get(id) or slug(tie.other.wording),
            claim=tie.other,
            counts=counts[id],
            relation=tie.relation,
            score=tie.score,
            reasons=tie.reasons,
            is_later=tie.is_later,
        )
        for id, tie in outside.items()
    )
