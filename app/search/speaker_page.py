"""Speakers: the list, and one speaker with what they said, when, where it was printed, and by what they are known."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Text, cast, func, select
from sqlalchemy.orm import Session

from app.errors import InvalidInput, NotFound
from app.identity import name_key
from app.models import Article, Claim, Outlet, Speaker, Statement
from app.search.claims import ClaimRow, load_claims
from app.search.counts import REPORTS, SAID, Counts, counting, counts_by_speaker
from app.search.dated import Dated
from app.search.decisions import DecisionRow, counting_as, decisions_about
from app.search.listing import SURELY_BY, ThreadRow, thread_rows
from app.search.paging import PAGE_SIZE, Page
from app.search.slugs import slug
from app.search.speaker_names import HeldOffice, Joined, Names, joined_to, names_of, offices_of, together_with

SORTS = ("said", "name", "last")
EXACTLY = cast(Statement.said_on, Text) + " " + Statement.said_on_precision
FIRST, LAST = func.min(SURELY_BY + " " + EXACTLY), func.max(cast(Statement.said_on, Text) + " " + EXACTLY)
"""What it is sorted by, the day and its precision in one value, so that the first and last of a group keep them."""
THREADS_SHOWN, TOGETHER_SHOWN, DECISIONS_SHOWN = 100, 20, 10


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker in a list."""

    id: int
    slug: str
    name: str
    kind: str
    counts: Counts
    first: Dated
    last: Dated


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its first day, and the statements of it."""

    on: date
    said: int


@dataclass(frozen=True, slots=True)
class OutletTimes:
    """An outlet and in how many of its own reports it has the speaker's words."""

    id: int | None
    name: str
    reports: int


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """A speaker. `threads` are those with most statements of theirs; `threads_total` is how many there are. `together`:
    the newest claims of several speakers at once, one of them by a name of this one; they are nobody's alone and not
    counted. `decisions`: the newest about this speaker or who counts as it, of `decisions_total`."""

    speaker: SpeakerRow
    threads: tuple[ThreadRow, ...]
    threads_total: int
    outlets: tuple[OutletTimes, ...]
    months: tuple[Month, ...]
    not_counted: int
    wikidata: str | None
    names: Names
    offices: tuple[HeldOffice, ...]
    joined: Joined
    together: tuple[ClaimRow, ...]
    decisions: tuple[DecisionRow, ...]
    decisions_total: int


def list_speakers(session: Session, *, sort: str = "said", number: int = 1, name: str = "") -> Page[SpeakerRow]:
    """Speakers with a claim that counts, whose name holds `name`. Raises InvalidInput for an unknown sort."""
    if sort not in SORTS:
        raise InvalidInput(f"Speakers are sorted by {', '.join(SORTS)}, not by {sort!r}.")
    chosen = counting(Speaker.id, Speaker.name, Speaker.kind, FIRST, LAST)
    chosen = chosen.join(Speaker, Speaker.id == Claim.speaker_id).group_by(Speaker.id)
    if name.strip():
        chosen = chosen.where(Speaker.name_key.contains(name_key(name), autoescape=True))
    total = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    orders: dict[str, list[Any]] = {
        "said": [SAID.desc()],
        "name": [Speaker.name_key],
        "last": [LAST.desc().nulls_last()],
    }
    chosen = chosen.order_by(*orders[sort], Speaker.id).limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)
    return Page(_rows(session, session.execute(chosen).all()), number, PAGE_SIZE, total)


def speaker_page(session: Session, speaker_id: int) -> SpeakerPage:
    """The page of a speaker. Raises NotFound."""
    speaker = session.get(Speaker, speaker_id)
    if speaker is None:
        raise NotFound("There is no such speaker.")
    ends = counting(FIRST, LAST).where(Claim.speaker_id == speaker_id)
    row = (speaker.id, speaker.name, speaker.kind, *session.execute(ends).one())
    threads = _threads(session, speaker_id)
    all_ids = (speaker_id, *counting_as(session, speaker_id))
    names, joined = names_of(session, speaker_id, all_ids), joined_to(session, all_ids)
    decisions, decisions_total = decisions_about(session, all_ids, DECISIONS_SHOWN)
    return SpeakerPage(
        speaker=_rows(session, [row])[0],
        threads=tuple(thread_rows(session, threads[:THREADS_SHOWN])),
        threads_total=len(threads),
        outlets=_outlets(session, speaker_id),
        months=_months(_days(session, speaker_id)),
        not_counted=session.scalar(
            select(func.count()).select_from(Claim).where(Claim.speaker_id == speaker_id, Claim.counts.is_(False))
        )
        or 0,
        wikidata=session.scalar(select(func.min(Speaker.wikidata)).where(Speaker.id.in_(all_ids))),
        names=names,
        offices=offices_of(session, all_ids),
        joined=joined,
        together=_together(session, {speaker.name, *_called(names, joined)}),
        decisions=decisions,
        decisions_total=decisions_total,
    )


def counts_as(session: Session, speaker_id: int) -> int:
    """Whom a speaker counts as: itself, if it was not merged. Raises NotFound."""
    speaker = session.get(Speaker, speaker_id)
    if speaker is None:
        raise NotFound("There is no such speaker.")
    return speaker.merged_into_id or speaker.id


def _called(names: Names, joined: Joined) -> set[str]:
    found, given = (each.name for each in names.found), (each.name for each in names.given)
    return {*found, *given, *(each.name for each in joined.speakers)}


def _together(session: Session, names: set[str]) -> tuple[ClaimRow, ...]:
    return tuple(load_claims(session, together_with(session, names, TOGETHER_SHOWN)).values())


def _rows(session: Session, rows: Sequence[Any]) -> tuple[SpeakerRow, ...]:
    counts = counts_by_speaker(session, [row[0] for row in rows])
    return tuple(
        SpeakerRow(
            id=id,
            slug=slug(name),
            name=name,
            kind=kind,
            counts=counts[id],
            first=_dated(first),
            last=_dated(last),
        )
        for id, name, kind, first, last in rows
    )


def _dated(exactly: str | None) -> Dated:
    if exactly is None:
        return Dated(None, "none")
    _, day, precision = exactly.split(" ")
    return Dated(date.fromisoformat(day), precision)


def _days(session: Session, speaker_id: int) -> list[date]:
    rows = counting(Statement.id, Statement.said_on).where(Claim.speaker_id == speaker_id).distinct()
    return [said_on for _, said_on in session.execute(rows) if said_on is not None]


def _threads(session: Session, speaker_id: int) -> list[int]:
    rows = counting(Statement.thread_id).where(Claim.speaker_id == speaker_id).group_by(Statement.thread_id)
    order = (SAID.desc(), func.max(Statement.said_on).desc().nulls_last(), Statement.thread_id)
    return list(session.scalars(rows.order_by(*order)))


def _outlets(session: Session, speaker_id: int) -> tuple[OutletTimes, ...]:
    rows = (
        counting(Outlet.id, Outlet.name, REPORTS)
        .outerjoin(Outlet, Outlet.id == Article.outlet_id)
        .where(Claim.speaker_id == speaker_id)
        .group_by(Outlet.id)
        .order_by(REPORTS.desc(), Outlet.name)
    )
    found = (OutletTimes(id, name or "outlet not given", reports) for id, name, reports in session.execute(rows))
    return tuple(outlet for outlet in found if outlet.reports)


def _months(days: Sequence[date]) -> tuple[Month, ...]:
    """Every month from the first to the last, those without a statement too."""
    if not days:
        return ()
    said = Counter((day.year, day.month) for day in days)
    (year, month), last = min(said), max(said)
    months = []
    while (year, month) <= last:
        months.append(Month(date(year, month, 1), said[year, month]))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return tuple(months)
