"""An office that somebody held, from a day to a day: who "the finance minister" was when it was said."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, one_of


class Office(Base):
    """`title_key` is what titles are compared by (`identity/offices.py`). `area` is the country or place, `area_names`
    all its spellings and adjectives. An empty `begins_on` is an unknown beginning, an empty `ends_on` an office still
    held; both have the `precision` of the file: the first day of a month or year, and the last. `told_by`: the file
    that says so."""

    __tablename__ = "office"
    __table_args__ = (
        UniqueConstraint("speaker_id", "title", "area", "body", "begins_on", "ends_on"),
        CheckConstraint("begins_on <= ends_on", name="begins_first"),
        one_of("precision", "day", "month", "year"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    speaker_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), index=True)
    title: Mapped[str] = mapped_column(Text)
    title_key: Mapped[str] = mapped_column(Text, index=True)
    area: Mapped[str] = mapped_column(Text)
    area_names: Mapped[list[Any]] = mapped_column(JSON)
    body: Mapped[str] = mapped_column(Text)
    begins_on: Mapped[date | None] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    precision: Mapped[str] = mapped_column(Text)
    told_by: Mapped[str] = mapped_column(Text)
