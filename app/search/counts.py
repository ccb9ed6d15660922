"""The three counts, told apart and counted in one place: said, reports, copies.

said: statements that at least one counting claim stands for. reports: distinct articles of their own that hold one.
copies: distinct articles that carry another's text and hold one. A claim counts where it stands in the current
version, is sure, is told first hand and its speaker said it (`Claim.counts`); nothing else decides here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, case, distinct, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.models import Article, Claim, Statement, Version

SAID: ColumnElement[int] = func.count(distinct(Claim.statement_id))
REPORTS: ColumnElement[int] = func.count(distinct(case((Article.copy_of_id.is_(None), Article.id))))
COPIES: ColumnElement[int] = func.count(distinct(case((Article.copy_of_id.is_not(None), Article.id))))
OUTLETS: ColumnElement[int] = func.count(distinct(case((Article.copy_of_id.is_(None), Article.outlet_id))))
CLAIMS: ColumnElement[int] = func.count(distinct(Claim.id))


@dataclass(frozen=True, slots=True)
class Counts:
    """`outlets` are those of the independent reports; `claims` is how often it was printed, copies and all."""

    said: int = 0
    reports: int = 0
    copies: int = 0
    outlets: int = 0
    claims: int = 0


def counting(*columns: Any) -> Select[*tuple[Any, ...]]:
    """Select from the claims that count, with their statement, version and article."""
    return (
        select(*columns)
        .select_from(Claim)
        .join(Statement, Statement.id == Claim.statement_id)
        .join(Version, Version.id == Claim.version_id)
        .join(Article, Article.id == Version.article_id)
        .where(Claim.counts)
    )


def counts_by_thread(session: Session, thread_ids: Iterable[int]) -> dict[int, Counts]:
    """The counts of these threads; one that nothing counts for has zeros."""
    return _counts(session, Statement.thread_id, list(thread_ids))


def counts_by_speaker(session: Session, speaker_ids: Iterable[int]) -> dict[int, Counts]:
    """The counts of what these speakers said."""
    return _counts(session, Claim.speaker_id, list(speaker_ids))


def _counts(session: Session, key: InstrumentedAttribute[Any], ids: list[int]) -> dict[int, Counts]:
    rows = session.execute(
        counting(key, SAID, REPORTS, COPIES, OUTLETS, CLAIMS).where(key.in_(ids)).group_by(key)
    ).all()
    return dict.fromkeys(ids, Counts()) | {row[0]: Counts(*row[1:]) for row in rows}
