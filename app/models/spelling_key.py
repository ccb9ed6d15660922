"""Keys under which names that may be spellings of one another meet, to be proposed to an editor as one person."""

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class SpellingKey(Base):
    """One key of one person's name (`identity.block_keys`)."""

    __tablename__ = "spelling_key"

    speaker_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), primary_key=True)
    key: Mapped[str] = mapped_column(Text, primary_key=True, index=True)
