"""What an editor decided about speakers: who, when, what they saw, and whether it still stands."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, UtcDateTime, one_of


class Decision(Base):
    """Never changed but for being undone, and never deleted: what it does to claims is worked out anew from the
    machine's proposals and every decision that stands (`storing/identity.py`), so any of them can be undone at any
    time.

    By kind, `speaker_id` and `other_id` are: rename, alias: whose name `name` is · merge: who stays, who goes into them
    · apart: two who are not one person · split: whom it was, and the new speaker · reassign, never: who said the claims
    (none: nobody known) and who did not. `name_key` is the key of `name`; of "never" the printed name that does not
    mean `other_id`, where it is about a name. The claims it names are `decision_claim` rows."""

    __tablename__ = "decision"
    __table_args__ = (
        one_of("kind", "rename", "alias", "merge", "apart", "split", "reassign", "never"),
        CheckConstraint("speaker_id <> other_id", name="two_speakers"),
        CheckConstraint("(undone_by IS NULL) = (undone_at IS NULL)", name="undone_by_somebody"),
        Index("ix_decision_name_key", "name_key"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("speaker.id"), index=True)
    other_id: Mapped[int | None] = mapped_column(ForeignKey("speaker.id"), index=True)
    name: Mapped[str | None] = mapped_column(Text)
    name_key: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    saw: Mapped[dict[str, Any]] = mapped_column(JSON)
    decided_by: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime)
    undone_by: Mapped[str | None] = mapped_column(Text)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
