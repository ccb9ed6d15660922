"""One immutable text of an article. A trigger of the first migration refuses any change of `text`."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, UtcDateTime


class Version(Base):
    """`text` is the headline, an empty line and the body. `is_partial` says that the page promised more text than was
    read. Of the versions of an article exactly one is current: the one modified last."""

    __tablename__ = "version"
    __table_args__ = (
        UniqueConstraint("article_id", "text_sha256"),
        UniqueConstraint("article_id", "number"),
        CheckConstraint("length(text) > 0", name="has_text"),
        CheckConstraint("length(text_sha256) = 64", name="whole_hash"),
        Index("ux_version_current", "article_id", unique=True, sqlite_where=text("is_current")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    text_sha256: Mapped[str] = mapped_column(Text, index=True)
    modified_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    stored_at: Mapped[datetime] = mapped_column(UtcDateTime)
    is_current: Mapped[bool]
    is_partial: Mapped[bool] = mapped_column(default=False)
    analysed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
