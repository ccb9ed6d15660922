"""Statements that assert the same thing, by anyone, over time."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Thread(Base):
    """A thread has no words of its own: it is shown by those of its earliest claim. One that was joined to another
    stays as a row that points there, so that its address never changes meaning."""

    __tablename__ = "thread"
    __table_args__ = (CheckConstraint("merged_into_id <> id", name="merged_into_another"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("thread.id"), index=True)
