"""A method at a version, with its parameters. Every row made by the machine names the run that made it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, UtcDateTime


class Run(Base):
    """`parameters_key` is the canonical JSON of the parameters: the same method with the same ones is one run."""

    __tablename__ = "run"
    __table_args__ = (UniqueConstraint("method", "version", "parameters_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    method: Mapped[str] = mapped_column(Text)
    version: Mapped[str] = mapped_column(Text)
    parameters: Mapped[dict[str, Any]] = mapped_column(JSON)
    parameters_key: Mapped[str] = mapped_column(Text)
    first_used_at: Mapped[datetime] = mapped_column(UtcDateTime)
