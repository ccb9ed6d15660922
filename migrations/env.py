"""How migrations run: all that are due, in one explicit transaction.

SQLite can roll DDL back, but neither pysqlite nor Alembic lets it by default: a kill between two statements then leaves
a column without its version, and every later upgrade fails. `open_engine` switches pysqlite's own transactions off and
`transactional_ddl` Alembic's doubts, so that a migration happened or did not.
"""

from alembic import context

from app.db import open_engine
from app.models import Base

engine = open_engine(context.config.get_main_option("sqlalchemy.url") or "sqlite://")
with engine.execution_options(sqlite_begin="IMMEDIATE").connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    with connection.begin():
        context.run_migrations()
engine.dispose()
