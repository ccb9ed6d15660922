"""The application over the invented archive of `tests/archive.py`, made once for the tests that only read."""

from collections.abc import Iterator

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient

import config as settings
from app import create_app
from app.embedding import HashingEmbedder
from app.migrate import upgrade
from tests.archive import Filled, fill


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[APIFlask, Filled]]:
    config = settings.test_config(tmp_path_factory.mktemp("pages"))
    upgrade(config.database_url)
    app = create_app(config, embedder=HashingEmbedder())
    database = app.extensions["house"].database
    with database.transaction() as session:
        filled = fill(session)
    yield app, filled
    database.close()


@pytest.fixture
def filled(stocked: tuple[APIFlask, Filled]) -> Filled:
    return stocked[1]


@pytest.fixture
def reader(stocked: tuple[APIFlask, Filled]) -> FlaskClient:
    return stocked[0].test_client()
