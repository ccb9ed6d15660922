"""The MinHash bands of a version's text, as rows: two texts that share a band are looked at as possible copies."""

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class ShingleBand(Base):
    """One band: its number and the digest of its rows."""

    __tablename__ = "shingle_band"
    __table_args__ = (Index("ix_shingle_band_band_digest", "band", "digest"),)

    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), primary_key=True)
    band: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[int] = mapped_column(BigInteger)
