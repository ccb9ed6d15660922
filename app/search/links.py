"""The links of claims, as pages show them: which earlier claim, in which relation, how sure, and why in words.

A link that does not join is shown as a proposal and never counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from app.models import Claim, Link, Version
from app.search.claims import ClaimRow, load_claims

SHOWN_AT_MOST = 500
STRENGTH = ("same_statement", "repeat", "echo", "changed", "contradicts", "related")


@dataclass(frozen=True, slots=True)
class Tie:
    """A link seen from a claim. `is_later`: the other claim is the later of the two. `score` is 0..1."""

    claim_id: int
    other: ClaimRow
    is_later: bool
    relation: str
    score: float
    reasons: tuple[str, ...]
    joins: bool


@dataclass(frozen=True, slots=True)
class Tied:
    """A link, and the other reports of the same statement that have one in the same relation."""

    tie: Tie
    also: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a claim stands where it does: the relation and reasons of its strongest link."""

    relation: str
    score: float
    reasons: tuple[str, ...]


def ties(session: Session, claim_ids: Sequence[int]) -> list[Tie]:
    """The links that these claims have, in both directions, the strongest first; 500 at most."""
    rows = session.execute(
        select(Link)
        .where(or_(Link.claim_id.in_(claim_ids), Link.earlier_claim_id.in_(claim_ids)))
        .order_by(Link.joins.desc(), Link.score.desc(), Link.id)
        .limit(SHOWN_AT_MOST)
    ).scalars()
    ours, found = set(claim_ids), list(rows)
    others = load_claims(session, {id for link in found for id in (link.claim_id, link.earlier_claim_id)})
    seen = []
    for link in found:
        reasons = tuple(str(reason) for reason in link.reasons)
        if link.claim_id in ours:
            seen.append(_tie(link, link.claim_id, others[link.earlier_claim_id], False, reasons))
        if link.earlier_claim_id in ours:
            seen.append(_tie(link, link.earlier_claim_id, others[link.claim_id], True, reasons))
    return seen


def _tie(link: Link, claim_id: int, other: ClaimRow, is_later: bool, reasons: tuple[str, ...]) -> Tie:
    return Tie(claim_id, other, is_later, link.relation, link.score, reasons, link.joins)


def by_statement(found: Iterable[Tie]) -> list[Tied]:
    """Links to one statement in one relation as one, shown by an article of its own rather than a copy, in the order of
    the first; links inside a statement stay apart, for they are its reports."""
    groups: dict[tuple[str, int], list[Tie]] = {}
    for tie in found:
        place = tie.other.id if tie.relation == "same_statement" else tie.other.statement_id
        groups.setdefault((tie.relation, place), []).append(tie)
    return [_tied(sorted(group, key=lambda tie: tie.other.article.copy_of_id is not None)) for group in groups.values()]


def _tied(group: Sequence[Tie]) -> Tied:
    return Tied(group[0], tuple(tie.other for tie in group[1:]))


def best(found: Iterable[Tie]) -> Why | None:
    """The strongest of some links: by kind of relation first, then by score."""
    strongest = min(found, key=lambda tie: (STRENGTH.index(tie.relation), -tie.score), default=None)
    return Why(strongest.relation, strongest.score, strongest.reasons) if strongest else None


def relations(session: Session, claim_ids: Sequence[int]) -> dict[int, str]:
    """For each claim with earlier links, the strongest relation that joins, or else the strongest that does not. That
    an earlier version of its own article had the same is no news, and left out."""
    ours, theirs, before = aliased(Version), aliased(Version), aliased(Claim)
    rows = session.execute(
        select(Link.claim_id, Link.relation, Link.joins, Link.score)
        .join(Claim, Claim.id == Link.claim_id)
        .join(ours, ours.id == Claim.version_id)
        .join(before, before.id == Link.earlier_claim_id)
        .join(theirs, theirs.id == before.version_id)
        .where(Link.claim_id.in_(claim_ids))
        .where(or_(ours.article_id != theirs.article_id, ours.id == theirs.id, Link.relation != "same_statement"))
    ).all()
    ranked = sorted(rows, key=lambda row: (row.joins, -STRENGTH.index(row.relation), row.score))
    return {row.claim_id: row.relation for row in ranked}
