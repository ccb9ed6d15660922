"""Two articles, of which one carries the other's text. Which of them is the copy follows from their dates."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Overlap(Base):
    """`share` is the part of the shorter text's shingles that stands in the longer one, 0..1. Ids are in ascending
    order, so that a pair has one row whichever article came first."""

    __tablename__ = "overlap"
    __table_args__ = (
        CheckConstraint("article_id < other_article_id", name="ascending"),
        CheckConstraint("share >= 0 AND share <= 1", name="share"),
    )

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True)
    other_article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True, index=True)
    share: Mapped[float]
