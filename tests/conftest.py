"""What every test may ask for: settings in a folder of its own, a migrated database, an application, a client."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient

import config as settings
from app import create_app
from app.db import Database
from app.embedding import HashingEmbedder
from app.migrate import upgrade

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture
def config(tmp_path: Path) -> settings.Config:
    return settings.test_config(tmp_path)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with every table and no row; copied, since migrating costs a tenth of a second each time."""
    path = tmp_path_factory.mktemp("migrated") / "empty.sqlite3"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def database(config: settings.Config, migrated: Path) -> Iterator[Database]:
    """An empty database at the newest migration."""
    shutil.copy(migrated, config.instance / "test.sqlite3")
    database = Database(config.database_url)
    yield database
    database.close()


@pytest.fixture
def app(config: settings.Config, database: Database) -> Iterator[APIFlask]:
    """The application with the deterministic embedder, on the same file as `database`."""
    app = create_app(config, embedder=HashingEmbedder())
    yield app
    app.extensions["house"].database.close()


@pytest.fixture
def client(app: APIFlask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data that is never committed; tests that need it are not run where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("not run: ../shared, the data for training and measuring, is not on this machine")
    return SHARED
