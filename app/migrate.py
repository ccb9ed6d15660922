"""Bringing a database up to date. The folder of migrations travels with the code.

Alembic is loaded where it is used: a worker or a page needs none, and it takes a fifth of the start.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from app.db import Database
from app.errors import Conflict

if TYPE_CHECKING:
    from alembic.config import Config as AlembicConfig

FOLDER = Path(__file__).resolve().parent.parent / "migrations"


def settings(url: str) -> "AlembicConfig":
    """Alembic's settings, without a file of their own."""
    from alembic.config import Config as AlembicConfig

    config = AlembicConfig()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def upgrade(url: str, revision: str = "head") -> None:
    """Apply what is due. Raises Conflict where the database was made by a newer edition of the code."""
    from alembic import command
    from alembic.util import CommandError

    try:
        command.upgrade(settings(url), revision)
    except CommandError as error:
        raise Conflict(f"This database cannot be brought up to date by this edition: {error}") from error


def downgrade(url: str, revision: str) -> None:
    from alembic import command

    command.downgrade(settings(url), revision)


def standing(database: Database) -> tuple[str | None, str]:
    """The revision of the database and the newest one of the code."""
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    with database.engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    newest = ScriptDirectory.from_config(settings(str(database.engine.url))).get_current_head()
    return current, newest or ""
