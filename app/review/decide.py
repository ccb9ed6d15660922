"""Deciding and undoing: a row that says so, and its effects worked out anew (`storing.identity`).

A decision is refused where it would say nothing or where another one says it better; it is never refused for what
stands already, since any of that can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.errors import Conflict, InvalidInput, NotFound
from app.identity import name_key
from app.models import Claim, Decision, DecisionClaim, Speaker
from app.review.acts import KINDS, LONGEST_EDITOR, LONGEST_NAME, LONGEST_NOTE, Act
from app.search.vectors import VectorIndex
from app.speakers import SpeakerKind
from app.storing.bearers import bearers
from app.storing.chunks import chunks
from app.storing.joining import held_apart, merged_by_hand, rejoin
from app.storing.runs import the_run
from app.storing.settling import Moved, affected, offering, relink, settle
from app.storing.speakers import add_namesake, call_up, show_name, stands_across

METHOD, EDITION = "decision", "1"
"""The run of links that are made anew because an editor moved a claim."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was taken or undone, and the claims that have another speaker for it."""

    decision_id: int
    moved: tuple[Moved, ...]


def decide(session: Session, act: Act, *, by: str, now: datetime, index: VectorIndex) -> Decided:
    """Take a decision. Raises InvalidInput for one that says nothing, Conflict where another one is meant, NotFound for
    a speaker or claim that is not there."""
    index.top_up(session)
    decision = _row(session, act, by=_editor(by), now=now)
    session.add(decision)
    session.flush()
    for claim_id, speaker_id in _placed(session, act, decision):
        session.add(DecisionClaim(decision_id=decision.id, claim_id=claim_id, speaker_id=speaker_id))
    session.flush()
    return Decided(decision.id, _take_effect(session, decision, index=index, now=now))


def undo(session: Session, decision_id: int, *, by: str, now: datetime, index: VectorIndex) -> Decided:
    """Take a decision back, whatever came after it. Raises NotFound, or Conflict where it was undone before."""
    decision = session.get(Decision, decision_id)
    if decision is None:
        raise NotFound("There is no such decision.")
    if decision.undone_at is not None:
        raise Conflict(f"This was undone already, by {decision.undone_by}.")
    index.top_up(session)
    decision.undone_by, decision.undone_at = _editor(by), now
    session.flush()
    return Decided(decision.id, _take_effect(session, decision, index=index, now=now))


def _take_effect(session: Session, decision: Decision, *, index: VectorIndex, now: datetime) -> tuple[Moved, ...]:
    """Work out anew whatever a decision can touch, standing or undone."""
    speakers = {id for id in (decision.speaker_id, decision.other_id) if id is not None}
    named = select(DecisionClaim.claim_id).where(DecisionClaim.decision_id == decision.id)
    claims = set(session.scalars(named))
    if decision.kind in ("merge", "apart"):
        claims |= affected(session, rejoin(session, speakers))
    if decision.kind == "rename":
        for id in speakers:
            show_name(session, session.get_one(Speaker, id))
        claims |= offering(session, speakers)
    names = {key for key in session.scalars(_names_of(decision)) if key} if decision.kind == "split" else set()
    claims |= affected(session, (), names | ({decision.name_key} if decision.name_key else set()))
    moved = settle(session, claims)
    run_id = the_run(session, METHOD, EDITION, {"embedding": index.model}, now=now)
    relink(session, moved, index=index, run_id=run_id)
    return moved


def _names_of(decision: Decision) -> Select[str | None]:
    """The names under which the claims of a decision were found."""
    named = select(Claim.found_key).join(DecisionClaim, DecisionClaim.claim_id == Claim.id)
    return named.where(DecisionClaim.decision_id == decision.id).distinct()


def _row(session: Session, act: Act, *, by: str, now: datetime) -> Decision:
    if act.kind not in KINDS:
        raise InvalidInput(f"There is no decision called {act.kind!r}.")
    decision = Decision(kind=act.kind, note=act.note.strip()[:LONGEST_NOTE], saw={}, decided_by=by, decided_at=now)
    _FILL[act.kind](session, act, decision)
    return decision


def _rename(session: Session, act: Act, decision: Decision) -> None:
    speaker, name = _speaker(session, act.speaker_id), _name(act.name)
    if name == speaker.name:
        raise InvalidInput("That is the name already.")
    _free(session, speaker, name)
    decision.speaker_id, decision.name, decision.name_key = speaker.id, name, name_key(name)


def _alias(session: Session, act: Act, decision: Decision) -> None:
    speaker, name = _speaker(session, act.speaker_id), _name(act.name)
    if name_key(name) in (speaker.name_key, name_key(speaker.name)) and stands_across(speaker.kind, name):
        raise InvalidInput("That is the name already.")
    _free(session, speaker, name)
    decision.speaker_id, decision.name, decision.name_key = speaker.id, name, name_key(name)


def _merge(session: Session, act: Act, decision: Decision) -> None:
    stays, goes = _two(session, act)
    if stays.id == goes.id:
        raise InvalidInput("These are one speaker already.")
    if stays.kind != goes.kind:
        raise InvalidInput(f"{stays.name} is a {stays.kind} and {goes.name} a {goes.kind}: they cannot be one.")
    if (apart := held_apart(session, stays.id, goes.id)) is not None:
        one, other = (session.get_one(Speaker, id).name for id in apart)
        raise Conflict(f"{one} and {other} are held apart by a decision. Undo that one first.")
    decision.speaker_id, decision.other_id = stays.id, goes.id


def _apart(session: Session, act: Act, decision: Decision) -> None:
    """The rows as named, and not whom they count as: an editor parts names that evidence has joined."""
    one, other = _exactly(session, act.speaker_id), _exactly(session, act.other_id)
    if one.id == other.id:
        raise InvalidInput("Two speakers are needed to be told apart.")
    same = select(Decision).where(Decision.kind == "apart", Decision.undone_at.is_(None))
    pairs = {frozenset((each.speaker_id, each.other_id)) for each in session.scalars(same)}
    if frozenset((one.id, other.id)) in pairs:
        raise Conflict(f"{one.name} and {other.name} are held apart already.")
    if merged_by_hand(session, one.id, other.id):
        raise Conflict(f"{one.name} and {other.name} were merged by hand: undo that decision instead.")
    decision.speaker_id, decision.other_id = one.id, other.id


def _split(session: Session, act: Act, decision: Decision) -> None:
    speaker, name = _speaker(session, act.speaker_id), _name(act.name)
    claims = _claims(session, act.claims)
    others = [claim for claim in claims if claim.speaker_id != speaker.id]
    if others:
        raise Conflict(f"Claim {others[0].id} is not {speaker.name}'s.")
    left = select(Claim.id).where(Claim.speaker_id == speaker.id, Claim.id.not_in([claim.id for claim in claims]))
    if session.scalars(left.limit(1)).first() is None:
        raise InvalidInput("This would move every claim: rename the speaker instead.")
    keys = sorted(claim.found_key for claim in claims if claim.found_key)
    key = max(dict.fromkeys(keys), key=keys.count, default=speaker.name_key)
    decision.speaker_id, decision.other_id = speaker.id, add_namesake(session, speaker.kind, name).id
    decision.name, decision.name_key = name, key


def _reassign(session: Session, act: Act, decision: Decision) -> None:
    claims = _claims(session, act.claims)
    if act.name is not None and act.speaker_id is None:
        kind = next((each.found_kind for each in claims if each.found_kind == SpeakerKind.ORGANISATION), "person")
        speaker = call_up(session, kind, _name(act.name))
        decision.speaker_id, decision.name = speaker.merged_into_id or speaker.id, act.name.strip()
        return
    target = None if act.speaker_id is None else _speaker(session, act.speaker_id).id
    if all(claim.speaker_id == target and (target or claim.speaker_how != "open") for claim in claims) and target:
        raise InvalidInput("These claims are theirs already.")
    decision.speaker_id = target


def _never(session: Session, act: Act, decision: Decision) -> None:
    decision.other_id = _speaker(session, act.other_id).id
    if act.name is not None:
        decision.name = _name(act.name)
        decision.name_key = name_key(decision.name)
        return
    _claims(session, act.claims)


_FILL = {
    "rename": _rename,
    "alias": _alias,
    "merge": _merge,
    "apart": _apart,
    "split": _split,
    "reassign": _reassign,
    "never": _never,
}


def _placed(session: Session, act: Act, decision: Decision) -> list[tuple[int, int | None]]:
    """The claims that a decision names, each with its speaker. A split also settles those that stay: claims of the name
    that come later are anybody's of the two."""
    if decision.kind == "split":
        names = {claim.found_key for claim in _claims(session, act.claims) if claim.found_key}
        found = select(Claim.id, Claim.found_key).where(Claim.speaker_id == decision.speaker_id)
        stay = {id for id, name in session.execute(found) if name in {*names, decision.name_key}}
        return [
            *((id, decision.other_id) for id in sorted({*act.claims})),
            *((id, decision.speaker_id) for id in sorted(stay.difference(act.claims))),
        ]
    if decision.kind in ("reassign", "never") and decision.name_key is None:
        return [(id, decision.speaker_id) for id in sorted({*act.claims})]
    return []


def _free(session: Session, speaker: Speaker, name: str) -> None:
    """Raises Conflict where a name means somebody else already."""
    meant = bearers(session, [name_key(name)]).of((speaker.kind, name_key(name)))
    for id in sorted(meant):
        other = session.get_one(Speaker, id)
        root = other if other.merged_into_id is None else session.get_one(Speaker, other.merged_into_id)
        theirs = session.scalars(select(Claim.id).where(Claim.speaker_id == root.id).limit(1)).first()
        if root.id != speaker.id and theirs is not None:
            raise Conflict(f"{name} is the name of another speaker with claims. If they are one, merge them.")


def _two(session: Session, act: Act) -> tuple[Speaker, Speaker]:
    return _speaker(session, act.speaker_id), _speaker(session, act.other_id)


def _speaker(session: Session, id: int | None) -> Speaker:
    """The speaker, or whom they count as."""
    speaker = _exactly(session, id)
    return speaker if speaker.merged_into_id is None else session.get_one(Speaker, speaker.merged_into_id)


def _exactly(session: Session, id: int | None) -> Speaker:
    speaker = None if id is None else session.get(Speaker, id)
    if speaker is None:
        raise NotFound("There is no such speaker.")
    return speaker


def _claims(session: Session, ids: Sequence[int]) -> list[Claim]:
    found: list[Claim] = []
    for chunk in chunks(set(ids)):
        found += session.scalars(select(Claim).where(Claim.id.in_(chunk)).order_by(Claim.id))
    if not found or len(found) < len({*ids}):
        raise InvalidInput("Choose at least one claim." if not ids else "One of these claims is not there any more.")
    return found


def _name(name: str | None) -> str:
    """A name on one line. Raises InvalidInput."""
    plain = " ".join((name or "").split())
    if not plain or LONGEST_NAME < len(plain) or not plain.isprintable() or not any(map(str.isalpha, plain)):
        raise InvalidInput(f"A name has letters and up to {LONGEST_NAME} characters.", code="invalid_name")
    return plain


def _editor(by: str) -> str:
    plain = " ".join(by.split())
    if not plain or LONGEST_EDITOR < len(plain) or not plain.isprintable():
        raise InvalidInput("Say who decides: your name is kept with the decision.", code="no_editor")
    return plain
