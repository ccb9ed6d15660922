"""From new claims to links: neighbours by vector, a decision on each pair, a row for each that is worth keeping.

Every pair is decided once, whichever of the two was stored first, and the link points from the later said to the
earlier. So that the cosine of a pair is the same number in either order, it is computed anew from the stored vectors.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from app.matching import propose
from app.models import Link, Overlap
from app.search.vectors import Neighbour
from app.storing.comparing import Compared, compared

LEAST_COSINE = 0.55
"""Neighbours under this are not looked at. Of 1,494 MSRP pairs that people call the same (figures equal) 97.8 % lie
above it: `benchmarks/matching.py`."""
MOST_NEIGHBOURS = 400
SLACK = 1e-3  # the index works in float32; the bound itself is applied to the exact cosine


def add_links(
    session: Session, new: Sequence[int], neighbours: Mapping[int, Sequence[Neighbour]], *, model: str, run_id: int
) -> None:
    """Add the links of the claims `new` to their `neighbours` and to each other."""
    found = {claim_id: [neighbour.claim_id for neighbour in near] for claim_id, near in neighbours.items()}
    claims = compared(session, {*new, *(other for others in found.values() for other in others)}, model=model)
    carried = _carried(session, {claim.article_id for claim in claims.values()})
    for one, other in sorted(_pairs(new, found)):
        if one in claims and other in claims:
            _link(session, claims[one], claims[other], carried=carried, run_id=run_id)
    session.flush()


def drop_links(session: Session, claim_ids: Sequence[int]) -> None:
    """Delete every link of these claims, before they are compared anew."""
    session.execute(delete(Link).where(or_(Link.claim_id.in_(claim_ids), Link.earlier_claim_id.in_(claim_ids))))


def _pairs(new: Sequence[int], near: Mapping[int, Sequence[int]]) -> set[tuple[int, int]]:
    """Each pair once, ids ascending: the new claims with their neighbours and with each other."""
    found = {(claim_id, other) for claim_id, others in near.items() for other in others} | set(combinations(new, 2))
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


def _link(session: Session, one: Compared, other: Compared, *, carried: set[tuple[int, int]], run_id: int) -> None:
    cosine = float(np.dot(one.vector.astype(np.float64), other.vector.astype(np.float64)))
    if cosine < LEAST_COSINE:
        return
    earlier, later = sorted((one, other), key=lambda claim: claim.order)
    pair = (min(one.article_id, other.article_id), max(one.article_id, other.article_id))
    proposal = propose(
        later.comparable,
        earlier.comparable,
        cosine=min(1.0, round(cosine, 6)),
        carried=pair in carried or pair[0] == pair[1],
    )
    if proposal is None:
        return
    session.add(
        Link(
            claim_id=later.claim_id,
            earlier_claim_id=earlier.claim_id,
            relation=proposal.relation.value,
            score=proposal.score,
            reasons=list(proposal.reasons),
            joins=proposal.joins,
            run_id=run_id,
        )
    )


def _carried(session: Session, articles: set[int]) -> set[tuple[int, int]]:
    """The pairs of these articles of which one carries the other's text, ids ascending."""
    ids = sorted(articles)
    rows: set[tuple[int, int]] = set()
    for first in range(0, len(ids), 500):
        chunk = ids[first : first + 500]
        touched = select(Overlap.article_id, Overlap.other_article_id).where(
            or_(Overlap.article_id.in_(chunk), Overlap.other_article_id.in_(chunk))
        )
        rows |= {(one, other) for one, other in session.execute(touched)}
    return rows
