"""Fresh archives by the dozen: migrated once, then copied."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from app.db import Database

Fresh = Callable[[], Database]


@pytest.fixture
def fresh(migrated: Path, tmp_path: Path) -> Iterator[Fresh]:
    """Gives a new empty archive at each call."""
    opened: list[Database] = []
    numbers = count()

    def open_one() -> Database:
        path = shutil.copy(migrated, tmp_path / f"fresh-{next(numbers)}.sqlite3")
        opened.append(Database(f"sqlite:///{path}"))
        return opened[-1]

    yield open_one
    for database in opened:
        database.close()
