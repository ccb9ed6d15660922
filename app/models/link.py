"""A scored, typed tie from a claim to an earlier one, as the machine proposes it."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, one_of


class Link(Base):
    """`reasons` are sentences for people. `joins` is true where the proposal is good enough to share a thread without
    an editor; a link that does not join is shown, and never counted."""

    __tablename__ = "link"
    __table_args__ = (
        UniqueConstraint("claim_id", "earlier_claim_id"),
        one_of("relation", "same_statement", "repeat", "echo", "changed", "contradicts", "related"),
        CheckConstraint("claim_id <> earlier_claim_id", name="two_claims"),
        CheckConstraint("score >= 0 AND score <= 1", name="score"),
        CheckConstraint("NOT joins OR relation IN ('same_statement', 'repeat', 'echo')", name="only_same_joins"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    earlier_claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), index=True)
    relation: Mapped[str] = mapped_column(Text)
    score: Mapped[float]
    reasons: Mapped[list[Any]] = mapped_column(JSON)
    joins: Mapped[bool]
    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"))
