"""Two persons' names that are alike: proposed as one person, and never merged for it."""

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Likeness(Base):
    """`why` in words for people, as `identity.Likeness` has them. A pair stands once, the lower id first."""

    __tablename__ = "likeness"
    __table_args__ = (CheckConstraint("speaker_id < other_id", name="pair_once"),)

    speaker_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), primary_key=True, index=True)
    why: Mapped[str] = mapped_column(Text)
