"""Who published."""

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Outlet(Base):
    """One outlet. `name_key` is the folded name that identifies it; `host` is the first one its articles came from."""

    __tablename__ = "outlet"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(Text, unique=True)
    host: Mapped[str | None] = mapped_column(Text, index=True)
