"""What was said in a period that an earlier claim ties to without being the same: a figure that moved, a contradiction,
what may be a repeat. It is proposed and never counted; the desk shows it for an editor to judge.

Decision: one row for each thread, with the latest earlier claim that its strongest relation leads to, so that a figure
told five times over is one row and shows its last step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, case, or_, select
from sqlalchemy.orm import Session, aliased

from app.models import Article, Claim, Link, Statement, Version
from app.search.claims import ClaimRow, load_claims
from app.search.coverage import Period

RELATIONS = ("contradicts", "changed", "repeat", "echo")


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim of the period, the earlier one it is tied to, and how. `score`: how likely both assert the same, 0..1."""

    claim: ClaimRow
    earlier: ClaimRow
    relation: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """The first rows of `total`, last said first."""

    rows: tuple[Difference, ...]
    total: int


def differences(session: Session, *, period: Period, size: int) -> Differences:
    """The threads of the period with such a tie, `size` of them at most; earlier versions are left out."""
    found = _by_thread(session.execute(_ties(period)).all())
    shown = found[:size]
    claims = load_claims(session, [id for row in shown for id in (row.Link.claim_id, row.Link.earlier_claim_id)])
    rows = (_difference(row.Link, claims) for row in shown)
    return Differences(tuple(rows), len(found))


def _ties(period: Period) -> Any:
    """Links not joined, between claims of current versions that are sure and first hand; the later one is what its
    speaker says, and no copy."""
    before, then, older = aliased(Claim), aliased(Statement), aliased(Version)
    wanted = (
        select(Link, Statement.thread_id)
        .join(Claim, Claim.id == Link.claim_id)
        .join(Statement, Statement.id == Claim.statement_id)
        .join(Version, Version.id == Claim.version_id)
        .join(Article, Article.id == Version.article_id)
        .join(before, before.id == Link.earlier_claim_id)
        .join(then, then.id == before.statement_id)
        .join(older, older.id == before.version_id)
        .where(Link.joins.is_(False), Link.relation.in_(RELATIONS), Statement.thread_id != then.thread_id)
        .where(Version.is_current, older.is_current, or_(Claim.counts, Link.relation == "contradicts"))
        .where(Article.copy_of_id.is_(None), ~Claim.is_unsure, ~before.is_unsure)
        .where(Claim.told_in_id.is_(None), before.told_in_id.is_(None))
    )
    if period.since is not None:
        wanted = wanted.where(period.since <= Statement.said_on, Statement.said_on <= period.until)
    strength = case({name: place for place, name in enumerate(RELATIONS)}, value=Link.relation)
    newest = (Statement.said_on.desc().nulls_last(), Statement.thread_id.desc())
    return wanted.order_by(*newest, strength, then.said_on.desc().nulls_last(), Link.id)


def _by_thread(rows: Sequence[Row[Any]]) -> list[Row[Any]]:
    """The first row of each thread."""
    first: dict[int, Row[Any]] = {}
    for row in rows:
        first.setdefault(row.thread_id, row)
    return list(first.values())


def _difference(link: Link, claims: dict[int, ClaimRow]) -> Difference:
    reasons = tuple(str(reason) for reason in link.reasons)
    return Difference(claims[link.claim_id], claims[link.earlier_claim_id], link.relation, link.score, reasons)
