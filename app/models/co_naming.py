"""Evidence that two names are one speaker's: a version that calls one person by both."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class CoNaming(Base):
    """The two speakers, each known by one of the names, and the version that names one person by both."""

    __tablename__ = "co_naming"
    __table_args__ = (CheckConstraint("speaker_id <> other_id", name="two_names"),)

    speaker_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), primary_key=True, index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), primary_key=True)
