"""How far a reader is led back: of the claims that repeat an earlier article's, how many are tied to it, and how.

Joins alone do not tell that: what the machine only proposes an editor still sees. Looked at are the claims of planned
threads that were found, said, and have an earlier one of the same thread in another article that was found as well.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.evaluation.joins import SOLO
from app.evaluation.pairing import Judged, Pair
from app.extraction import Polarity
from app.matching import Relation
from app.models import Link

SAME = frozenset({Relation.SAME_STATEMENT, Relation.REPEAT, Relation.ECHO})
Ties = Mapping[frozenset[int], Relation]


class Tie(IntEnum):
    """How a claim is tied to an earlier one of its thread; the greater the better."""

    NONE = 0
    OTHER = 1  # as related, changed or contradicting
    PROPOSED = 2  # as the same, for an editor to confirm
    JOINED = 3  # in one thread


@dataclass(frozen=True, slots=True)
class Reach:
    """Repeating claims by the best tie to any earlier one."""

    repeating: int
    joined: int
    proposed: int
    other: int
    none: int


@dataclass(frozen=True, slots=True)
class Repetition:
    """A claim that repeats one of an earlier article: where it stands, and the earlier one it is tied to best."""

    judged: Judged
    pair: Pair
    earlier_judged: Judged
    earlier: Pair
    tie: Tie


def reach(judged: Sequence[Judged], ties: Ties) -> Reach:
    """Count the repeating claims by their ties. `ties` as `ties_of` gives them."""
    counted = Counter(each.tie for each in repetitions(judged, ties))
    return Reach(
        repeating=counted.total(),
        joined=counted[Tie.JOINED],
        proposed=counted[Tie.PROPOSED],
        other=counted[Tie.OTHER],
        none=counted[Tie.NONE],
    )


def repetitions(judged: Sequence[Judged], ties: Ties) -> Iterator[Repetition]:
    """The repeating claims in the order of publication; of earlier ones tied alike the first counts."""
    seen: dict[str, list[tuple[Judged, Pair]]] = {}
    for each in sorted(judged, key=lambda each: (each.article.published_at, each.article.slug)):
        mine = [pair for pair in each.pairs if _is_looked_at(pair)]
        for pair in mine:
            others = [one for one in seen.get(pair.gold.thread, ()) if one[0].article.url != each.article.url]
            if others:
                where, earlier = max(others, key=lambda one: _tie(pair, one[1], ties))
                yield Repetition(each, pair, where, earlier, _tie(pair, earlier, ties))
        for pair in mine:
            seen.setdefault(pair.gold.thread, []).append((each, pair))


def ties_of(session: Session) -> dict[frozenset[int], Relation]:
    """The relation of each two claims that a link ties."""
    rows = session.execute(select(Link.claim_id, Link.earlier_claim_id, Link.relation))
    return {frozenset((claim_id, earlier_id)): Relation(relation) for claim_id, earlier_id, relation in rows}


def _is_looked_at(pair: Pair) -> bool:
    return pair.gold.polarity == Polarity.SAID and not pair.gold.thread.startswith(SOLO)


def _tie(pair: Pair, other: Pair, ties: Ties) -> Tie:
    if pair.found.thread == other.found.thread:
        return Tie.JOINED
    relation = ties.get(frozenset((pair.found.id, other.found.id)))
    if relation is None:
        return Tie.NONE
    return Tie.PROPOSED if relation in SAME else Tie.OTHER
