"""The resolved person or body."""

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, one_of


class Speaker(Base):
    """A person, organisation or document with a name. Unnamed and collective sources never become a speaker.

    `found_name` is the name as articles print it, empty for one whom only an editor has named; `name` is what is
    shown: an editor may have given another. `name_key` is
    the name by which articles find the speaker; a namesake has a number behind it and is found by nobody.
    `merged_into_id` is the speaker that this one counts as, worked out anew from evidence and decisions
    (`storing/joining.py`)."""

    __tablename__ = "speaker"
    __table_args__ = (
        UniqueConstraint("kind", "name_key"),
        one_of("kind", "person", "organisation", "document"),
        CheckConstraint("merged_into_id <> id", name="merged_into_another"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(Text)
    found_name: Mapped[str] = mapped_column(Text, default="", server_default="")
    kind: Mapped[str] = mapped_column(Text)
    wikidata: Mapped[str | None] = mapped_column(Text, index=True)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("speaker.id"), index=True)
