"""Another name under which a speaker was printed."""

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Alias(Base):
    """`how` says by which way the name was tied to the speaker (surname, role, …). One that a file gave is "imported";
    it alone has a `name_key`, by which articles find the speaker. `claim_id` is the claim that it was first learned
    from."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("speaker_id", "name", "how"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    speaker_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    how: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str | None] = mapped_column(Text, index=True)
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("claim.id"))
