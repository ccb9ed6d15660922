"""The invented archive of `tests/archive.py`, made once for the tests that only read."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

import config as settings
from app.db import Database
from app.migrate import upgrade
from tests.archive import Filled, fill


@pytest.fixture(scope="session")
def read_only(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, Filled]]:
    config = settings.test_config(tmp_path_factory.mktemp("archive"))
    upgrade(config.database_url)
    database = Database(config.database_url)
    with database.transaction() as session:
        filled = fill(session)
    yield database, filled
    database.close()


@pytest.fixture
def filled(read_only: tuple[Database, Filled]) -> Filled:
    return read_only[1]


@pytest.fixture
def session(read_only: tuple[Database, Filled]) -> Iterator[Session]:
    with read_only[0].reading() as session:
        yield session
