"""What hangs on the running application, with types: settings, database, models, index. Only doors ask for it."""

from dataclasses import dataclass
from typing import cast

from flask import current_app

from app.db import Database
from app.embedding import Embedder
from app.extraction import Tagger
from app.search.vectors import VectorIndex
from config import Config


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Opened once for each process. `tagger` is None where the settings leave it out."""

    config: Config
    database: Database
    embedder: Embedder
    tagger: Tagger | None
    index: VectorIndex


def house() -> House:
    return cast(House, current_app.extensions["house"])


def database() -> Database:
    return house().database
