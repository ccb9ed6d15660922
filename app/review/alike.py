"""Which claims are like one claim: resolved in the same way to the same speaker, or left open for the same reason.

What an editor says of one claim they often mean of all like it; this says which those are, and nothing moves them
unseen."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.models import Claim, Span, Version
from app.storing.chunks import chunks


@dataclass(frozen=True, slots=True)
class Alike:
    """Claims like one, itself with them: of its article, and of every article."""

    here: tuple[int, ...]
    everywhere: tuple[int, ...]


def alike(session: Session, claim_id: int) -> Alike:
    """The claims that are like this one. By name: those found under the same name and with the same speaker now.
    Without a name: those whose source is printed in the same words and that have the same speaker, or are as open,
    now."""
    claim = session.get_one(Claim, claim_id)
    ids = session.scalars(_same(claim)).all()
    if claim.found_key is None:
        printed = _printed(session, [*ids, claim_id])
        ids = [id for id in ids if printed.get(id) == printed.get(claim_id)]
    everywhere = tuple(sorted({*ids, claim_id}))
    beside = set(session.scalars(select(Claim.id).where(Claim.version_id == claim.version_id)))
    return Alike(tuple(id for id in everywhere if id in beside), everywhere)


def _same(claim: Claim) -> Select[int]:
    same = select(Claim.id).where(Claim.found_kind == claim.found_kind, Claim.speaker_how == claim.speaker_how)
    speaker = Claim.speaker_id.is_(None) if claim.speaker_id is None else Claim.speaker_id == claim.speaker_id
    if claim.found_key is not None:
        return same.where(speaker, Claim.found_key == claim.found_key)
    if claim.speaker_id is None:  # what stands in one article says nothing of another's "he"
        same = same.where(Claim.version_id == claim.version_id)
    return same.where(speaker, Claim.found_key.is_(None))


def _printed(session: Session, claim_ids: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for chunk in chunks({*claim_ids}):
        rows = (
            select(Claim.id, Span.start, Span.end, Version.text)
            .join(Version, Version.id == Claim.version_id)
            .join(Span, (Span.claim_id == Claim.id) & (Span.part == "source"))
            .where(Claim.id.in_(chunk))
            .order_by(Claim.id, Span.position)
        )
        for id, start, end, words in session.execute(rows):
            found[id] = f"{found.get(id, '')} {words[start:end].casefold()}".strip()
    return found
