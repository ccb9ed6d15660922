"""The vector of a claim's content by one model. This table is the truth; an index is made from it."""

from sqlalchemy import ForeignKey, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Embedding(Base):
    """`vector` holds little-endian float32, of unit length. `is_windowed` marks a text longer than the model reads in
    one piece. Ids are never used again (AUTOINCREMENT), so that an index may ask for what is newer than the last it
    saw."""

    __tablename__ = "embedding"
    __table_args__ = (UniqueConstraint("claim_id", "model"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    model: Mapped[str] = mapped_column(Text, index=True)
    text_sha256: Mapped[str] = mapped_column(Text)
    vector: Mapped[bytes] = mapped_column(LargeBinary)
    is_windowed: Mapped[bool]
