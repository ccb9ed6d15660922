"""Bringing a database up to date. The folder of migrations travels with the code."""

from pathlib import Path

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from app.db import Database
from app.errors import Conflict

FOLDER = Path(__file__).resolve().parent.parent / "migrations"


def settings(url: str) -> AlembicConfig:
    """Alembic's settings, without a file of their own."""
    config = AlembicConfig()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def upgrade(url: str, revision: str = "head") -> None:
    """Apply what is due. Raises Conflict where the database was made by a newer edition of the code."""
    try:
        command.upgrade(settings(url), revision)
    except CommandError as error:
        raise Conflict(f"This database cannot be brought up to date by this edition: {error}") from error


def downgrade(url: str, revision: str) -> None:
    command.downgrade(settings(url), revision)


def standing(database: Database) -> tuple[str | None, str]:
    """The revision of the database and the newest one of the code."""
    with database.engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    newest = ScriptDirectory.from_config(settings(str(database.engine.url))).get_current_head()
    return current, newest or ""
