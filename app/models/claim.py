"""One attributed claim as printed in one article version."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, one_of
from app.models.span import Span


class Claim(Base):
    """`counts` is true where the claim stands in the current version, is sure and its speaker said it: a denial, a
    refusal, a question or a hypothetical never counts as saying it. `is_unsure`: when it was found its confidence lay
    under the floor that its run names. `told_in_id`: the claim of the same version in whose words this one is told
    ("Smith said that Jones had promised to resign" holds Jones' claim inside Smith's). It is second hand, for the
    article has it from Smith and not from Jones, and never counts.

    `found_...` is what the machine found in the article itself and never changes; `found_key` is the key of
    `found_name`, and `found_role` the office or role that the article gives. `speaker_...` is what comes of it across
    articles and after the editors' decisions: `speaker_how` may then be "office" or "by hand", and `decision_id` the
    decision that put the claim where it is. `speaker_id` is empty while it is open who is meant (`speaker_candidates`
    holds the names it could be) and for unnamed and collective sources."""

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint("version_id", "position"),
        one_of("kind", "direct", "indirect", "mixed"),
        one_of("polarity", "said", "denied", "declined", "asked", "hypothetical"),
        one_of("said_on_precision", "day", "week", "month", "year", "none"),
        one_of("speaker_kind", "person", "organisation", "collective", "unnamed", "document"),
        CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence"),
        CheckConstraint("(said_on IS NULL) = (said_on_precision = 'none')", name="dated"),
        CheckConstraint("NOT counts OR polarity = 'said'", name="only_said_counts"),
        CheckConstraint("NOT counts OR NOT is_unsure", name="only_sure_counts"),
        CheckConstraint("NOT counts OR told_in_id IS NULL", name="only_first_hand_counts"),
        CheckConstraint("speaker_id IS NULL OR speaker_kind NOT IN ('collective', 'unnamed')", name="unnamed_stays"),
        Index("ix_claim_speaker_id_counts", "speaker_id", "counts"),
        Index("ix_claim_found_key", "found_key"),
        Index("ix_claim_found_role", "found_role"),
        Index("ix_claim_speaker_how", "speaker_how"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(Text)
    polarity: Mapped[str] = mapped_column(Text)
    confidence: Mapped[float]
    rule: Mapped[str] = mapped_column(Text)
    said_on: Mapped[date | None] = mapped_column(Date)
    said_on_precision: Mapped[str] = mapped_column(Text)
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("speaker.id"))
    speaker_kind: Mapped[str] = mapped_column(Text)
    speaker_how: Mapped[str] = mapped_column(Text)
    speaker_candidates: Mapped[list[Any]] = mapped_column(JSON)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id"), index=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"))
    counts: Mapped[bool]
    is_unsure: Mapped[bool] = mapped_column(default=False, server_default=false())
    told_in_id: Mapped[int | None] = mapped_column(ForeignKey("claim.id"), index=True)
    found_name: Mapped[str | None] = mapped_column(Text)
    found_key: Mapped[str | None] = mapped_column(Text)
    found_role: Mapped[str | None] = mapped_column(Text)
    found_kind: Mapped[str] = mapped_column(Text, default="unnamed", server_default="unnamed")
    found_how: Mapped[str] = mapped_column(Text, default="none", server_default="none")
    found_candidates: Mapped[list[Any]] = mapped_column(JSON, default=list, server_default="[]")
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))

    spans: Mapped[list[Span]] = relationship(order_by=(Span.part, Span.position), lazy="raise")

    def part(self, name: str) -> tuple[tuple[int, int], ...]:
        """The spans of "content", "cue", "source" or "evidence", in order. `spans` must have been loaded."""
        return tuple((span.start, span.end) for span in self.spans if span.part == name)
