"""What editors decided, for pages: who, when, what, what they saw move, and whether it still stands.

Decision: a sentence is put together from the row where it is shown, so that it speaks of speakers by the names that
they have now.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.models import Decision, DecisionClaim, Speaker
from app.search.claims import SpeakerName
from app.search.paging import PAGE_SIZE, Page

ONE, OTHER = aliased(Speaker), aliased(Speaker)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """`speaker` and `other` are whom `Decision` names, by the names they have now; `printed` is how articles print
    `speaker`. `claims` is how many claims it names, `claim_id` the first of them; `moved` and `threads` how many moved
    and how many threads changed when it was decided; None where nobody looked."""

    id: int
    kind: str
    at: datetime
    by: str
    speaker: SpeakerName | None
    other: SpeakerName | None
    printed: str
    name: str | None
    claims: int
    claim_id: int | None
    moved: int | None
    threads: int | None
    saw: dict[str, Any]
    note: str
    undone_by: str | None
    undone_at: datetime | None

    @property
    def stands(self) -> bool:
        return self.undone_at is None


def list_decisions(session: Session, *, number: int = 1, speaker: int | None = None) -> Page[DecisionRow]:
    """Decisions, the newest first; of one speaker, those that name it or somebody who counts as it."""
    about = [] if speaker is None else [_about([speaker, *counting_as(session, speaker)])]
    total = session.scalar(select(func.count()).select_from(Decision).where(*about)) or 0
    newest = select(Decision.id).where(*about).order_by(Decision.id.desc())
    ids = session.scalars(newest.limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)).all()
    return Page(tuple(decision_rows(session, ids)), number, PAGE_SIZE, total)


def decision_row(session: Session, decision_id: int | None) -> DecisionRow | None:
    """One decision, None for one that is not there."""
    return next(iter(decision_rows(session, [] if decision_id is None else [decision_id])), None)


def decision_rows(session: Session, ids: Sequence[int]) -> list[DecisionRow]:
    """The decisions with these ids, those that exist, in this order."""
    if not ids:
        return []
    named = {id: (many, first) for id, many, first in session.execute(_claims_named(ids))}
    found = {row.Decision.id: _row(row, *named.get(row.Decision.id, (0, None))) for row in session.execute(_rows(ids))}
    return [found[id] for id in ids if id in found]


def decisions_about(session: Session, speaker_ids: Collection[int], most: int) -> tuple[tuple[DecisionRow, ...], int]:
    """The newest decisions that name one of these speakers, and how many there are."""
    about = _about(speaker_ids)
    total = session.scalar(select(func.count()).select_from(Decision).where(about)) or 0
    ids = session.scalars(select(Decision.id).where(about).order_by(Decision.id.desc()).limit(most)).all()
    return tuple(decision_rows(session, ids)), total


def counting_as(session: Session, speaker_id: int) -> tuple[int, ...]:
    """The other speakers that count as this one."""
    return tuple(session.scalars(select(Speaker.id).where(Speaker.merged_into_id == speaker_id).order_by(Speaker.id)))


def _about(speaker_ids: Collection[int]) -> ColumnElement[bool]:
    return or_(Decision.speaker_id.in_(speaker_ids), Decision.other_id.in_(speaker_ids))


def _rows(ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(Decision, ONE.name.label("one"), ONE.found_name.label("printed"), OTHER.name.label("other"))
        .outerjoin(ONE, ONE.id == Decision.speaker_id)
        .outerjoin(OTHER, OTHER.id == Decision.other_id)
        .where(Decision.id.in_(ids))
    )


def _claims_named(ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    """A split also names the claims that stay, which nobody chose."""
    return (
        select(DecisionClaim.decision_id, func.count(), func.min(DecisionClaim.claim_id))
        .join(Decision, Decision.id == DecisionClaim.decision_id)
        .where(Decision.id.in_(ids), or_(Decision.kind != "split", DecisionClaim.speaker_id == Decision.other_id))
        .group_by(DecisionClaim.decision_id)
    )


def _row(row: Any, claims: int, first: int | None) -> DecisionRow:
    decision: Decision = row.Decision
    return DecisionRow(
        id=decision.id,
        kind=decision.kind,
        at=decision.decided_at,
        by=decision.decided_by,
        speaker=SpeakerName(decision.speaker_id, row.one) if decision.speaker_id else None,
        other=SpeakerName(decision.other_id, row.other) if decision.other_id else None,
        printed=row.printed or "",
        name=decision.name,
        claims=claims,
        claim_id=first,
        moved=decision.saw.get("claims"),
        threads=decision.saw.get("threads_changed"),
        saw=decision.saw,
        note=decision.note,
        undone_by=decision.undone_by,
        undone_at=decision.undone_at,
    )
