"""One occasion of saying it. Articles that re-report the occasion add claims to it, not statements."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, one_of


class Statement(Base):
    """`said_on` is the day of its earliest claim: told by the text, or else the day of publication (then
    `said_on_precision` is "published"). Ids are never used again: exports name statements by them."""

    __tablename__ = "statement"
    __table_args__ = (
        one_of("said_on_precision", "day", "week", "month", "year", "published", "none"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id"), index=True)
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("speaker.id"), index=True)
    said_on: Mapped[date | None] = mapped_column(Date, index=True)
    said_on_precision: Mapped[str] = mapped_column(Text)
