"""The places of a claim's words in its version's text. Every word shown of a claim is cut from the text by these."""

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, one_of


class Span(Base):
    """Half-open code points. A part of a claim may be in pieces: `position` numbers them. "evidence" is where the full
    name of the speaker stands."""

    __tablename__ = "span"
    __table_args__ = (
        one_of("part", "content", "cue", "source", "evidence"),
        CheckConstraint('start >= 0 AND "end" > start', name="forward"),
    )

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), primary_key=True)
    part: Mapped[str] = mapped_column(Text, primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
