"""The resolved person or body."""

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, one_of


class Speaker(Base):
    """A person, organisation or document with a name. Unnamed and collective sources never become a speaker."""

    __tablename__ = "speaker"
    __table_args__ = (UniqueConstraint("kind", "name_key"), one_of("kind", "person", "organisation", "document"))

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
