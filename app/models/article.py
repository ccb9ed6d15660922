"""One article: an address, or a text that came without one. What it says is in its versions."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, UtcDateTime, one_of


class Article(Base):
    """`natural_key` is the canonical address, or "text:<sha256>" where none was given: the same whatever the order of
    arrival. `published_on` is the day in the outlet's own zone, which "on Thursday" is counted from. Ids
    are never used again: an address that was handed out must not come to mean another article."""

    __tablename__ = "article"
    __table_args__ = (
        one_of("published_precision", "time", "day", "none"),
        CheckConstraint("copy_of_id <> id", name="copy_of_another"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    natural_key: Mapped[str] = mapped_column(Text, unique=True)
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlet.id"), index=True)
    url: Mapped[str | None] = mapped_column(Text, unique=True)
    title: Mapped[str] = mapped_column(Text)
    byline: Mapped[str | None] = mapped_column(Text)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    published_on: Mapped[date | None] = mapped_column(Date, index=True)
    published_precision: Mapped[str] = mapped_column(Text, default="none")
    published_as_given: Mapped[str | None] = mapped_column(Text)
    copy_of_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"), index=True)
    stored_at: Mapped[datetime] = mapped_column(UtcDateTime)
