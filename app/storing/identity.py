"""Who said a claim: worked out from what its article shows, from the evidence of all articles, from dated offices, and
from every decision of an editor that stands.

It is a function of these and of nothing else, least of all of the order in which they came. So undoing a decision is
taking it away and working out anew, and a thousand decisions undone in any order leave nothing behind.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.identity import name_key
from app.models import Claim, Decision, DecisionClaim, Speaker
from app.speakers import How
from app.storing.bearers import Bearers, Key, bearers
from app.storing.chunks import chunks
from app.storing.holders import Held, asks_for_holder, held_by
from app.storing.speakers import NAMELESS

BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who said one claim: `speaker_id`, or none with the `candidates` for an open one. `decision_id`: the decision that
    put it there."""

    speaker_id: int | None
    kind: str
    how: str
    candidates: tuple[str, ...]
    decision_id: int | None


@dataclass(frozen=True, slots=True)
class _Decided:
    """One standing decision on one claim: it is `speaker_id`'s (none: nobody's known), or, `is_barred`, never
    theirs, or, `is_left`, not theirs who were split off from whoever bears its name."""

    decision_id: int
    speaker_id: int | None
    is_barred: bool = False
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """What was decided on one claim, speakers as whom they count as: where it was `placed` last; by which decision it
    is `barred` from whom; and who is not meant by its name, since a split `left` it with the others."""

    placed: _Decided | None
    barred: Mapping[int, int]
    left: Mapping[int, int]


def outcomes(session: Session, claims: Sequence[Claim]) -> dict[int, Outcome]:
    """Who said each of these claims. The names that they were found with must have been registered."""
    decided = _decided(session, [claim.id for claim in claims])
    keys = {claim.found_key for claim in claims if claim.found_key}
    offered = {name_key(str(name)) for claim in claims if claim.id in decided for name in claim.found_candidates}
    names = bearers(session, keys | offered)
    held = held_by(session, [claim for claim in claims if asks_for_holder(claim)])
    people = _People(session, _speakers_in(decided.values(), names, held.values()))
    return {claim.id: _outcome(claim, decided.get(claim.id, ()), names, held.get(claim.id), people) for claim in claims}


def _outcome(
    claim: Claim, decided: Sequence[_Decided], names: Bearers, held: Held | None, people: "_People"
) -> Outcome:
    """The last decision on a claim counts; one that somebody never said it also bars the outcome of evidence."""
    said = _said(decided, people)
    if (placed := said.placed) is not None:
        if placed.speaker_id is None:
            return _left_open(claim, placed.decision_id)
        return Outcome(placed.speaker_id, people.kind(placed.speaker_id), BY_HAND, (), placed.decision_id)
    found = _found(claim, names, held, people, said)
    if found.speaker_id is not None and found.speaker_id in said.barred:
        decision_id = said.barred[found.speaker_id]
        return replace(found, speaker_id=None, how=How.OPEN.value, candidates=(), decision_id=decision_id)
    return found


def _said(decided: Sequence[_Decided], people: "_People") -> _Said:
    placed: _Decided | None = None
    barred: dict[int, int] = {}
    left: dict[int, int] = {}
    for each in decided:
        one = None if each.speaker_id is None else people.root(each.speaker_id)
        if one is not None and each.is_left:
            left[one] = each.decision_id
        elif one is not None and each.is_barred:
            barred[one] = each.decision_id
            if placed is not None and placed.speaker_id == one:
                placed = _Decided(each.decision_id, None)
        else:
            placed = _Decided(each.decision_id, one)
            barred.pop(one or 0, None)
    return _Said(placed, barred, left)


def _left_open(claim: Claim, decision_id: int) -> Outcome:
    """Open by decision: nobody's, whatever the article seems to say."""
    kind = claim.found_kind
    return Outcome(None, kind, How.NONE.value if kind in NAMELESS else How.OPEN.value, (), decision_id)


def _found(claim: Claim, names: Bearers, held: Held | None, people: "_People", said: _Said) -> Outcome:
    """Who said it by the evidence and the names."""
    as_found = Outcome(None, claim.found_kind, claim.found_how, _offered(claim, names, people, said), None)
    if claim.found_kind in NAMELESS:
        return as_found
    if claim.found_key is not None:
        as_found = _by_name(claim, as_found, names, people, said)
    if held is None or as_found.speaker_id is not None:
        return as_found
    never = {people.root(id) for id in names.never[_key(claim)]}
    if held.speaker_id in never:
        return as_found
    if held.speaker_id is not None:
        one = people.name(held.speaker_id)
        speaks_of_others = held.names.union([one]).isdisjoint(as_found.candidates)
        if claim.found_candidates and speaks_of_others:
            shown = () if held.speaker_id in said.barred else (one,)
            return replace(as_found, candidates=(*as_found.candidates, *shown))
        return replace(as_found, speaker_id=held.speaker_id, how=How.OFFICE.value, candidates=())
    could_be = [id for id in held.candidates if id not in never and id not in said.barred]
    offered = tuple(dict.fromkeys(people.name(id) for id in could_be))
    return replace(
        as_found, candidates=as_found.candidates if claim.found_candidates else offered or as_found.candidates
    )


def _key(claim: Claim) -> Key:
    return (claim.found_kind, claim.found_key or "")


def _offered(claim: Claim, names: Bearers, people: "_People", said: _Said) -> tuple[str, ...]:
    """The candidates of the article itself, but for those of whom an editor said that they never said it."""
    found = []
    for name in map(str, claim.found_candidates):
        meant = {people.root(id) for id in names.of((claim.found_kind, name_key(name)))} if said.barred else set()
        if not meant or not meant <= said.barred.keys():
            found.append(name)
    return tuple(found)


def _by_name(claim: Claim, as_found: Outcome, names: Bearers, people: "_People", said: _Said) -> Outcome:
    """Whoever alone bears the name; where nobody does, or several do, it stays open. Of several, those are not meant
    from whose claims a split left this one."""
    key = _key(claim)
    never = {people.root(id) for id in names.never[key]}
    bearing = {people.root(id) for id in names.of(key)}
    meant = bearing - said.left.keys()
    if len(meant) == 1 and not meant & never:
        (one,) = meant
        if meant != bearing:
            decision_id = max(said.left[each] for each in bearing - meant)
            return replace(as_found, speaker_id=one, how=BY_HAND, candidates=(), decision_id=decision_id)
        return replace(as_found, speaker_id=one, candidates=(), decision_id=names.decided_by(key))
    could_be = (meant or bearing) - never - said.barred.keys()
    candidates = tuple(sorted(people.name(id) for id in could_be)) or (claim.found_name or "",)
    return replace(as_found, how=How.OPEN.value, candidates=candidates)


class _People:
    """The speakers that outcomes speak of: their kinds and names, and whom each counts as."""

    def __init__(self, session: Session, speaker_ids: Collection[int]) -> None:
        self._rows: dict[int, tuple[str, str, int | None]] = {}
        wanted = set(speaker_ids)
        while wanted:
            for chunk in chunks(wanted):
                rows = select(Speaker.id, Speaker.kind, Speaker.name, Speaker.merged_into_id)
                for id, kind, name, merged in session.execute(rows.where(Speaker.id.in_(chunk))):
                    self._rows[id] = (kind, name, merged)
            wanted = {row[2] for row in self._rows.values() if row[2] is not None} - self._rows.keys()

    def root(self, id: int) -> int:
        return self._rows[id][2] or id

    def kind(self, id: int) -> str:
        return self._rows[id][0]

    def name(self, id: int) -> str:
        return self._rows[id][1]


def _speakers_in(decided: Iterable[Sequence[_Decided]], names: Bearers, held: Iterable[Held]) -> set[int]:
    found = {one.speaker_id for each in decided for one in each if one.speaker_id is not None}
    found |= {id for by_key in (names.registered, names.parted, names.never) for ids in by_key.values() for id in ids}
    found |= {id for ids in names.given.values() for id in ids}
    return found | {id for each in held for id in (each.speaker_id, *each.candidates) if id is not None}


def _decided(session: Session, claim_ids: Sequence[int]) -> Mapping[int, Sequence[_Decided]]:
    """The standing decisions on these claims, in the order in which they were made."""
    found: dict[int, list[_Decided]] = defaultdict(list)
    for chunk in chunks(claim_ids):
        rows = (
            select(DecisionClaim.claim_id, DecisionClaim.speaker_id, Decision)
            .join(Decision, Decision.id == DecisionClaim.decision_id)
            .where(DecisionClaim.claim_id.in_(chunk), Decision.undone_at.is_(None))
            .order_by(Decision.id)
        )
        for claim_id, speaker_id, decision in session.execute(rows):
            found[claim_id].append(_decided_on_one(decision, speaker_id))
    return found


def _decided_on_one(decision: Decision, speaker_id: int | None) -> _Decided:
    if decision.kind == "never":
        return _Decided(decision.id, decision.other_id, is_barred=True)
    if decision.kind == "split" and speaker_id != decision.other_id:
        return _Decided(decision.id, decision.other_id, is_left=True)
    return _Decided(decision.id, speaker_id)
