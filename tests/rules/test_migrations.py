"""Migrations: equal to the models, up and down with data, and whole or not at all when killed half-way."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.db import Database
from app.errors import Conflict
from app.migrate import downgrade, settings, standing, upgrade
from app.models import Article, Base, Claim, Speaker, Version
from app.review import Act, decide
from app.search.vectors import VectorIndex
from config import Config
from tests.archive import fill

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2025, 1, 1, tzinfo=UTC)


def ours(name: str | None, kind: str, *_: object) -> bool:
    return not (kind == "table" and (name or "").startswith("claim_words"))


def test_models_equal_migrations(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours})
        assert compare_metadata(context, Base.metadata) == []


def test_ids_that_are_shown_or_asked_by_are_never_used_again(database: Database) -> None:
    with database.reading() as session:
        made = dict(session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")).all())
    once = {name for name, sql in made.items() if "AUTOINCREMENT" in (sql or "")}
    assert once == {"article", "statement", "embedding", "decision"}
    assert once == {
        each.name for each in Base.metadata.sorted_tables if each.dialect_kwargs.get("sqlite_autoincrement")
    }


def test_every_constraint_has_a_name(database: Database) -> None:
    """One that was added with its column is named there, where SQLAlchemy does not look for it."""
    inspector = inspect(database.engine)
    with database.reading() as session:
        made = dict(session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")).all())
    for table in Base.metadata.sorted_tables:
        for found in inspector.get_unique_constraints(table.name):
            assert found["name"], table.name
        for found in inspector.get_foreign_keys(table.name):
            name = f"fk_{table.name}_{found['constrained_columns'][0]}_{found['referred_table']}"
            assert found["name"] == name or f"CONSTRAINT {name} REFERENCES" in made[table.name]


def test_migrations_are_numbered_in_one_line() -> None:
    script = ScriptDirectory.from_config(settings("sqlite://"))
    numbers = [revision.revision for revision in script.walk_revisions()][::-1]
    assert numbers == [f"{n:04d}" for n in range(1, len(numbers) + 1)]


def add_article(database: Database) -> None:
    with database.transaction() as session:
        article = Article(natural_key="text:1", title="A title", stored_at=NOW)
        session.add(article)
        session.flush()
        session.add(
            Version(
                article_id=article.id, number=1, text="A text.", text_sha256="0" * 64, stored_at=NOW, is_current=True
            )
        )


def test_up_down_and_up_again_with_data(config: Config, database: Database) -> None:
    add_article(database)
    downgrade(config.database_url, "base")
    assert [name for name in inspect(database.engine).get_table_names() if name != "alembic_version"] == []
    upgrade(config.database_url)
    add_article(database)
    assert standing(database)[0] == standing(database)[1]


def test_a_second_upgrade_keeps_the_data(config: Config, database: Database) -> None:
    add_article(database)
    upgrade(config.database_url)
    with database.reading() as session:
        assert session.scalars(select(Article.title)).all() == ["A title"]


def test_a_database_of_a_newer_edition_is_refused(config: Config, database: Database) -> None:
    with database.transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Conflict, match="cannot be brought up to date"):
        upgrade(config.database_url)


def test_the_text_of_a_version_never_changes(database: Database) -> None:
    add_article(database)
    with pytest.raises(IntegrityError, match="never changes"), database.transaction() as session:
        session.execute(text("UPDATE version SET text = 'Another text.'"))
    with database.reading() as session:
        assert session.scalars(select(Version.text)).all() == ["A text."]


KILLED = """
import os, sys
from sqlalchemy import event
from app import db
from app.migrate import upgrade
seen = 0
def after(connection, cursor, statement, *rest):
    global seen
    seen += statement.lstrip().upper().startswith("CREATE")
    if seen == int(sys.argv[2]):
        os.kill(os.getpid(), 9)
real = db.open_engine
def watched(url):
    engine = real(url)
    event.listen(engine, "after_cursor_execute", after)
    return engine
db.open_engine = watched
upgrade(sys.argv[1])
"""


@pytest.mark.faults
@pytest.mark.parametrize("statement", [1, 5, 17, 30])
def test_a_kill_half_way_leaves_nothing(tmp_path: Path, statement: int) -> None:
    url = f"sqlite:///{tmp_path / 'killed.sqlite3'}"
    killed = subprocess.run([sys.executable, "-c", KILLED, url, str(statement)], cwd=ROOT, capture_output=True)
    assert killed.returncode == -9, "the fault did not bite"
    database = Database(url)
    assert inspect(database.engine).get_table_names() == []
    upgrade(url)
    assert standing(database)[0] == standing(database)[1]
    database.close()


def test_claims_of_before_are_sure_and_keep_what_hangs_on_them(config: Config, database: Database) -> None:
    with database.transaction() as session:
        filled = fill(session)
        before = {table: rows(session, table) for table in ("claim", "span", "link", "embedding", "statement")}
    downgrade(config.database_url, "0001")
    with database.reading() as session:
        assert rows(session, "claim") == [row[:16] for row in before["claim"]]
        assert before | {"claim": []} == {table: rows(session, table) for table in before} | {"claim": []}
    upgrade(config.database_url)
    with database.reading() as session:
        assert {table: rows(session, table) for table in before} == before
        assert session.scalars(select(Claim.is_unsure).distinct()).all() == [False]
    with pytest.raises(IntegrityError, match="only_sure_counts"), database.transaction() as session:
        session.execute(update(Claim).where(Claim.id == filled.first_claim).values(is_unsure=True))


def test_claims_of_before_are_first_hand_and_one_told_inside_another_is_unsure_to_an_older_edition(
    config: Config, database: Database
) -> None:
    with database.transaction() as session:
        filled = fill(session)
        before = {table: rows(session, table) for table in ("span", "link", "embedding", "statement")}
    downgrade(config.database_url, "0002")
    upgrade(config.database_url)
    with database.transaction() as session:
        assert {table: rows(session, table) for table in before} == before
        assert session.scalars(select(Claim.told_in_id).distinct()).all() == [None]
        outer, inner, other = session.scalars(select(Claim.id).order_by(Claim.id.desc()).limit(3)).all()
        counted = session.scalars(select(Claim.id).where(Claim.counts, Claim.id != inner).order_by(Claim.id)).all()
        session.execute(update(Claim).where(Claim.id == inner).values(told_in_id=outer, counts=False))
    for wrong, message in (({"counts": True}, "only_first_hand_counts"), ({"told_in_id": 10**6}, "FOREIGN KEY")):
        with pytest.raises(IntegrityError, match=message), database.transaction() as session:
            session.execute(update(Claim).where(Claim.id == inner).values(**wrong))
    downgrade(config.database_url, "0002")
    with database.reading() as session:
        unsure = session.execute(text("SELECT id, counts FROM claim WHERE is_unsure")).all()
    assert [tuple(row) for row in unsure] == [(inner, 0)]
    upgrade(config.database_url)
    with database.reading() as session:
        assert session.scalars(select(Claim.id).where(Claim.counts).order_by(Claim.id)).all() == counted
        assert session.get_one(Claim, inner).told_in_id is None
        assert session.get_one(Claim, other).counts
        assert {table: rows(session, table) for table in before} == before
        assert filled.first_claim in counted


def test_claims_of_before_were_found_with_the_speakers_they_have_and_decisions_go_with_their_tables(
    config: Config, database: Database
) -> None:
    with database.transaction() as session:
        filled = fill(session)
        index = VectorIndex("hashing")
        act = Act("rename", speaker_id=filled.vestergaard, name="Ingrid Vestergaard-Lund")
        decide(session, act, by="An editor", now=NOW, index=index)
        before = {table: rows(session, table) for table in ("span", "link", "embedding", "statement")}
        speakers = session.execute(select(Claim.id, Claim.speaker_id, Claim.speaker_how).order_by(Claim.id)).all()
    downgrade(config.database_url, "0003")
    assert "decision" not in inspect(database.engine).get_table_names()
    upgrade(config.database_url)
    with database.reading() as session:
        assert {table: rows(session, table) for table in before} == before
        assert (
            session.execute(select(Claim.id, Claim.speaker_id, Claim.speaker_how).order_by(Claim.id)).all() == speakers
        )
        found = session.execute(
            select(Claim.found_key, Speaker.name_key).join(Speaker, Speaker.id == Claim.speaker_id)
        ).all()
        assert found
        assert all(key == name for key, name in found)


def rows(session: Session, table: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in session.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2, 3"))]
