"""Speakers whom one speaker could be merged with: by a name that was typed, or else those whose names are alike."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.identity import name_key
from app.models import Claim, Likeness, Speaker
from app.search.claims import SpeakerName
from app.search.counts import Counts, counts_by_speaker
from app.search.paging import PAGE_SIZE, Page


@dataclass(frozen=True, slots=True)
class Candidate:
    """A speaker of the same kind. `why` their names are alike, empty where nobody says so; `claims` counts those that
    do not count too."""

    speaker: SpeakerName
    why: str
    claims: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Candidates:
    """Whom `speaker` could be merged with: those with most claims first."""

    speaker: SpeakerName
    found: Page[Candidate]


def candidates(session: Session, speaker_id: int, *, name: str = "", number: int = 1) -> Candidates:
    """Speakers who hold `name`, or have it for a number; without one, those proposed for likeness. Raises NotFound."""
    speaker = session.get(Speaker, speaker_id)
    if speaker is None:
        raise NotFound("There is no such speaker.")
    why = _alike(session, speaker_id)
    chosen = _chosen(speaker, name.strip(), why)
    total = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    claims = select(func.count(Claim.id)).where(Claim.speaker_id == Speaker.id).correlate(Speaker).scalar_subquery()
    wanted = chosen.add_columns(claims).order_by(claims.desc(), Speaker.name_key, Speaker.id)
    rows = session.execute(wanted.limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)).all()
    counts = counts_by_speaker(session, [row[0] for row in rows])
    found = tuple(Candidate(SpeakerName(id, name), why.get(id, ""), held, counts[id]) for id, name, held in rows)
    return Candidates(SpeakerName(speaker.id, speaker.name), Page(found, number, PAGE_SIZE, total))


def _chosen(speaker: Speaker, typed: str, why: dict[int, str]) -> Select[*tuple[Any, ...]]:
    others = select(Speaker.id, Speaker.name).where(
        Speaker.merged_into_id.is_(None),
        Speaker.kind == speaker.kind,
        Speaker.id != (speaker.merged_into_id or speaker.id),
    )
    if not typed:
        return others.where(Speaker.id.in_(why))
    if typed.isascii() and typed.isdigit() and len(typed) <= 18:
        return others.where(Speaker.id == int(typed))
    return others.where(
        or_(Speaker.name_key.contains(name_key(typed), autoescape=True), Speaker.name.contains(typed, autoescape=True))
    )


def _alike(session: Session, speaker_id: int) -> dict[int, str]:
    """Whose names are alike, as whom they count as, and why."""
    pairs = select(Likeness.speaker_id, Likeness.other_id, Likeness.why).where(
        or_(Likeness.speaker_id == speaker_id, Likeness.other_id == speaker_id)
    )
    near = {(other if one == speaker_id else one): why for one, other, why in session.execute(pairs)}
    roots = select(Speaker.id, Speaker.merged_into_id).where(Speaker.id.in_(near))
    return {merged or id: near[id] for id, merged in session.execute(roots)}
