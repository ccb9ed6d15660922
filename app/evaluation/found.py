"""What the machine made of a version, as the rows tell it: the claims with their speakers, statements and threads."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.extraction import Kind, Polarity, Precision, Spans
from app.models import Claim, Speaker, Statement
from app.speakers import How, SpeakerKind


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """One stored claim. `speaker` is the name of its speaker, None while open or unnamed. `is_second_hand`: it is told
    inside another claim."""

    id: int
    content: Spans
    source: Spans
    kind: Kind
    polarity: Polarity
    said_on: date | None
    said_on_precision: Precision
    speaker: str | None
    speaker_kind: SpeakerKind
    how: How
    statement: int
    thread: int
    is_unsure: bool
    is_second_hand: bool


def claims_of(session: Session, version_id: int) -> list[FoundClaim]:
    """The claims of a version, in the order of its text."""
    rows = session.execute(
        select(Claim, Statement.thread_id, Speaker.name)
        .join(Statement, Claim.statement_id == Statement.id)
        .outerjoin(Speaker, Claim.speaker_id == Speaker.id)
        .where(Claim.version_id == version_id)
        .order_by(Claim.position)
        .options(selectinload(Claim.spans))
    )
    return [_found(claim, thread_id, name) for claim, thread_id, name in rows]


def _found(claim: Claim, thread_id: int, name: str | None) -> FoundClaim:
    return FoundClaim(
        id=claim.id,
        content=claim.part("content"),
        source=claim.part("source"),
        kind=Kind(claim.kind),
        polarity=Polarity(claim.polarity),
        said_on=claim.said_on,
        said_on_precision=Precision(claim.said_on_precision),
        speaker=name,
        speaker_kind=SpeakerKind(claim.speaker_kind),
        how=How(claim.speaker_how),
        statement=claim.statement_id,
        thread=thread_id,
        is_unsure=claim.is_unsure,
        is_second_hand=claim.told_in_id is not None,
    )
