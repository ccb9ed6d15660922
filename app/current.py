"""What hangs on the running application, with types: settings, database, embedder, index. Only doors ask for it."""

from dataclasses import dataclass
from typing import cast

from flask import current_app

from app.db import Database
from app.embedding import Embedder
from app.search.vectors import VectorIndex
from config import Config


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Opened once for each process."""

    config: Config
    database: Database
    embedder: Embedder
    index: VectorIndex


def house() -> House:
    return cast(House, current_app.extensions["house"])


def database() -> Database:
    return house().database
