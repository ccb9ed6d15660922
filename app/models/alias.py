"""Another name under which a speaker was printed."""

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Alias(Base):
    """`how` says by which way of resolving the name was tied to the speaker (surname, role, …)."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("speaker_id", "name", "how"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    speaker_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    how: Mapped[str] = mapped_column(Text)
