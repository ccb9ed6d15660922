"""Giving claims the speakers that `storing.identity` works out, and everything that hangs on who said them: the words
that searches find them by, links, statements and threads.

A claim whose speaker is the same as before is left alone. One that changed is compared anew with those neighbours to
which it may now stand otherwise: of a speaker whom it left or came to, and, where nobody was or is known, with all.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session, aliased, selectinload

from app.models import Claim, Speaker, Version
from app.search.vectors import VectorIndex
from app.storing.bearers import keys_of, named_in_decisions
from app.storing.chunks import chunks
from app.storing.claims import vectors_of
from app.storing.holders import claims_of_offices
from app.storing.identity import outcomes
from app.storing.links import LEAST_COSINE, SLACK, add_links, drop_links, most_neighbours
from app.storing.threads import regroup, thread_mates

FIND_BY = text("UPDATE claim_words SET speaker = :speaker WHERE rowid = :id")


@dataclass(frozen=True, slots=True)
class Moved:
    """A claim that has another speaker than before; None is open or unnamed."""

    claim_id: int
    before: int | None
    after: int | None


def affected(session: Session, speaker_ids: Collection[int], keys: Collection[str] = ()) -> set[int]:
    """Every claim whose speaker may be another when these speakers or names come to mean somebody else."""
    found = named_in_decisions(session, speaker_ids) | claims_of_offices(session, speaker_ids)
    for chunk in chunks(speaker_ids):
        found |= set(session.scalars(select(Claim.id).where(Claim.speaker_id.in_(chunk))))
    for names in chunks({*keys, *keys_of(session, {*speaker_ids})}):
        found |= set(session.scalars(select(Claim.id).where(Claim.found_key.in_(names))))
    return found


def offering(session: Session, speaker_ids: Collection[int]) -> set[int]:
    """Every open claim that may show the names of these speakers as candidates."""
    group: set[int] = set(speaker_ids)
    for chunk in chunks(speaker_ids):
        group |= set(session.scalars(select(Speaker.id).where(Speaker.merged_into_id.in_(chunk))))
    found = named_in_decisions(session, group) | claims_of_offices(session, group)
    for names in chunks(keys_of(session, group)):
        found |= set(session.scalars(select(Claim.id).where(Claim.found_key.in_(names), Claim.speaker_id.is_(None))))
    return found


def settle(session: Session, claim_ids: Collection[int]) -> tuple[Moved, ...]:
    """Give these claims their speakers. Returns those that have another than before; their links are then still those
    of before (`relink`)."""
    moved: list[Moved] = []
    for chunk in chunks(claim_ids):
        with_spans = select(Claim).where(Claim.id.in_(chunk)).options(selectinload(Claim.spans))
        claims = session.scalars(with_spans).all()
        found = outcomes(session, claims)
        for claim in claims:
            outcome, before = found[claim.id], claim.speaker_id
            claim.speaker_id, claim.speaker_kind, claim.speaker_how = outcome.speaker_id, outcome.kind, outcome.how
            claim.speaker_candidates, claim.decision_id = list(outcome.candidates), outcome.decision_id
            if before != outcome.speaker_id:
                moved.append(Moved(claim.id, before, outcome.speaker_id))
    session.flush()
    find_by(session, [each.claim_id for each in moved])
    return tuple(moved)


def relink(session: Session, moved: Sequence[Moved], *, index: VectorIndex, run_id: int) -> None:
    """Compare claims that have moved with their neighbours anew, and group what they touch. The index must have been
    topped up before the transaction wrote vectors of its own."""
    claims = [each.claim_id for each in moved]
    if not claims:
        return
    touched = {*thread_mates(session, claims), *claims}
    vectors = vectors_of(session, claims, model=index.model)
    most = _most_neighbours(session, claims)
    near = {
        id: index.nearest(session, vector, most[id], least=LEAST_COSINE - SLACK, fresh=False)
        for id, vector in vectors.items()
    }
    stand_otherwise = _Stand(session, moved)
    drop_links(session, claims, among=stand_otherwise)
    add_links(session, list(vectors), near, model=index.model, run_id=run_id, among=stand_otherwise)
    regroup(session, touched, new=())


class _Stand:
    """Says of a pair of claims whether moving has changed how they stand to each other: whether both speakers are known
    and one (`matching.propose` asks nothing else of who said them)."""

    def __init__(self, session: Session, moved: Sequence[Moved]) -> None:
        self._moved = {each.claim_id: each for each in moved}
        known = {id for each in moved for id in (each.before, each.after) if id is not None}
        self._theirs: dict[int, int | None] = {}
        for chunk in chunks(known):
            rows = select(Claim.id, Claim.speaker_id).where(Claim.speaker_id.in_(chunk))
            self._theirs |= dict(session.execute(rows).all())

    def __call__(self, one: int, other: int) -> bool:
        if one in self._moved and other in self._moved:
            return True
        each, beside = (self._moved[one], other) if one in self._moved else (self._moved[other], one)
        if each.before is None or each.after is None:
            return True
        return self._theirs.get(beside) in (each.before, each.after)


def _most_neighbours(session: Session, claim_ids: Collection[int]) -> dict[int, int]:
    """How many neighbours each claim was compared with when its article came in: by the claims of its version."""
    found: dict[int, int] = {}
    beside = aliased(Claim)
    for chunk in chunks(claim_ids):
        rows = select(Claim.id, func.count()).join(beside, beside.version_id == Claim.version_id)
        for id, claims in session.execute(rows.where(Claim.id.in_(chunk)).group_by(Claim.id)):
            found[id] = most_neighbours(claims)
    return found


def find_by(session: Session, claim_ids: Collection[int]) -> None:
    """Let searches find these claims by their speaker's name, or else by the words that the article has for the
    source."""
    for chunk in chunks(claim_ids):
        rows = (
            select(Claim, Speaker.name, Version.text)
            .join(Version, Version.id == Claim.version_id)
            .outerjoin(Speaker, Speaker.id == Claim.speaker_id)
            .where(Claim.id.in_(chunk))
            .options(selectinload(Claim.spans))
        )
        found = []
        for claim, name, words in session.execute(rows):
            printed = " ".join(words[start:end] for start, end in claim.part("source"))
            found.append({"id": claim.id, "speaker": name or claim.found_name or printed})
        session.execute(FIND_BY, found)
