"""From new claims to links: neighbours by vector, a decision on each pair, a row for each that is worth keeping.

Every pair is decided once, whichever of the two was stored first, and the link points from the later said to the
earlier. So that the cosine of a pair is the same number in either order, it is computed anew from the stored vectors.
An unsure claim and one told second hand are linked but join nothing: a statement or thread could take its day or its
speaker from it. What is told inside a claim is tied to it already and not linked to it again.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np
from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from app.matching import propose
from app.models import Claim, Link, Overlap
from app.search.vectors import Neighbour
from app.storing.chunks import chunks
from app.storing.comparing import Compared, compared

LEAST_COSINE = 0.55
"""Neighbours under this are not looked at. Of 1,494 MSRP pairs that people call the same (figures equal) 97.8 % lie
above it: `benchmarks/matching.py`."""
MOST_NEIGHBOURS = 400
SLACK = 1e-3  # the index works in float32; the bound itself is applied to the exact cosine
MOST_PAIRS = 40_000
"""Pairs that one article is compared in, about: 3,000 like quotations in 100 KB of text made 4.5 million pairs, which
held the writers of the archive up for minutes. Ordinary articles, of up to 100 claims, stay under it."""
MOST_WITHIN = 10
"""The nearest claims of its own article that a claim is compared with."""
_BLOCK = 512  # rows multiplied at once


def add_links(
    session: Session,
    new: Sequence[int],
    neighbours: Mapping[int, Sequence[Neighbour]],
    *,
    model: str,
    run_id: int,
    among: Callable[[int, int], bool] = lambda one, other: True,
) -> None:
    """Add the links of the claims `new` to their `neighbours` and to others of their own version: of the pairs that are
    `among` those to be compared, which have none."""
    versions = _versions(session, new)
    version_of = {claim_id: version_id for version_id, claim_ids in versions.items() for claim_id in claim_ids}
    found = {claim_id: [neighbour.claim_id for neighbour in near] for claim_id, near in neighbours.items()}
    pairs = {
        pair for pair in _pairs(found) if version_of.get(pair[0], -1) != version_of.get(pair[1], -2) and among(*pair)
    }
    claims = compared(session, {*version_of, *(claim_id for pair in pairs for claim_id in pair)}, model=model)
    carried = _carried(session, {claim.article_id for claim in claims.values()})
    wanted = frozenset(new)
    for claim_ids in versions.values():
        within = _pairs_within([claims[each] for each in claim_ids if each in claims])
        pairs |= {pair for pair in within if wanted.intersection(pair) and among(*pair)}
    for one, other in sorted(pairs):
        if one in claims and other in claims:
            _link(session, claims[one], claims[other], carried=carried, run_id=run_id)
    session.flush()


def _versions(session: Session, claim_ids: Sequence[int]) -> dict[int, list[int]]:
    """All claims of the versions that these claims stand in, in the order of their texts."""
    found: dict[int, list[int]] = defaultdict(list)
    for chunk in chunks(claim_ids):
        theirs = select(Claim.version_id).where(Claim.id.in_(chunk))
        for version_id in session.scalars(theirs.distinct()):
            found[version_id] = []
    for some in chunks(found):
        rows = select(Claim.version_id, Claim.id).where(Claim.version_id.in_(some)).order_by(Claim.position)
        for version_id, claim_id in session.execute(rows):
            found[version_id].append(claim_id)
    return found


def drop_links(
    session: Session, claim_ids: Collection[int], *, among: Callable[[int, int], bool] = lambda one, other: True
) -> None:
    """Delete the links of these claims that are `among` those to be compared anew."""
    dropped: set[int] = set()
    for chunk in chunks(claim_ids):
        theirs = select(Link.id, Link.claim_id, Link.earlier_claim_id)
        theirs = theirs.where(or_(Link.claim_id.in_(chunk), Link.earlier_claim_id.in_(chunk)))
        dropped |= {id for id, one, other in session.execute(theirs) if among(one, other)}
    for some in chunks(dropped):
        session.execute(delete(Link).where(Link.id.in_(some)))


def most_neighbours(claims: int) -> int:
    """How many neighbours each claim is compared with in an article of so many."""
    return max(MOST_WITHIN, min(MOST_NEIGHBOURS, MOST_PAIRS // max(1, claims)))


def _pairs(near: Mapping[int, Sequence[int]]) -> set[tuple[int, int]]:
    """Each pair of a new claim and a neighbour once, ids ascending."""
    found = {(claim_id, other) for claim_id, others in near.items() for other in others}
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


def _pairs_within(new: Sequence[Compared]) -> set[tuple[int, int]]:
    """Each new claim with those of its own article that are nearest to it, ids ascending; of equal ones the first."""
    if len(new) < 2:
        return set()
    vectors, pairs = np.stack([claim.vector for claim in new]), set()
    for start in range(0, len(new), _BLOCK):
        for place, row in enumerate((vectors[start : start + _BLOCK] @ vectors.T).round(5), start=start):
            row[place] = -1.0
            near = np.flatnonzero(row >= LEAST_COSINE - SLACK)
            for other in near[np.argsort(-row[near], kind="stable")[:MOST_WITHIN]]:
                pairs.add((min(place, int(other)), max(place, int(other))))
    return {(new[one].claim_id, new[other].claim_id) for one, other in pairs}


def _link(session: Session, one: Compared, other: Compared, *, carried: set[tuple[int, int]], run_id: int) -> None:
    if one.told_in == other.claim_id or other.told_in == one.claim_id:
        return
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
            joins=proposal.joins and not (one.stands_alone or other.stands_alone),
            run_id=run_id,
        )
    )


def _carried(session: Session, articles: set[int]) -> set[tuple[int, int]]:
    """The pairs of these articles of which one carries the other's text, ids ascending."""
    rows: set[tuple[int, int]] = set()
    for chunk in chunks(articles):
        touched = select(Overlap.article_id, Overlap.other_article_id).where(
            or_(Overlap.article_id.in_(chunk), Overlap.other_article_id.in_(chunk))
        )
        rows |= {(one, other) for one, other in session.execute(touched)}
    return rows
