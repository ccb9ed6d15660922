"""`flask work`, `flask jobs`, `flask upgrade` and `flask status` as a person at a terminal meets them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from apiflask import APIFlask
from click.testing import Result
from sqlalchemy import update

import config as settings
from app import create_app
from app.db import Database
from app.embedding import EmbedderUnavailable, HashingEmbedder
from app.extraction import Tagger
from app.ingest.parsed import parse
from app.ingest.save import save
from app.models import Job
from tests.taggers import TwinTagger

BODY = "Ilka Brandt, the mayor of Averil, said on Tuesday that the ferry would lose its subsidy."


def run(app: APIFlask, *arguments: str) -> Result:
    return app.test_cli_runner().invoke(args=list(arguments))


def add(database: Database) -> None:
    with database.transaction() as session:
        save(session, parse(BODY, title="Ferry", published="2025-03-05"), now=datetime.now(UTC))


def test_work_once_reads_what_waits_and_says_how_much(app: APIFlask, database: Database) -> None:
    add(database)
    done = run(app, "work", "--once")
    assert done.exit_code == 0
    assert "1 articles read, 1 claims found" in done.output
    assert "0 articles read, 0 claims found" in run(app, "work", "--once").output


def test_jobs_shows_each_state_and_why_one_failed(app: APIFlask, database: Database) -> None:
    add(database)
    with database.transaction() as session:
        session.execute(update(Job).values(state="quarantined", reason="ValueError: no good", attempts=3))
    shown = run(app, "jobs").output
    assert "quarantined        1" in shown
    assert "analyse version:1  tries 3  ValueError: no good" in shown


def test_retry_puts_a_quarantined_job_back(app: APIFlask, database: Database) -> None:
    add(database)
    with database.transaction() as session:
        session.execute(update(Job).values(state="quarantined", reason="ValueError: no good", attempts=3))
    assert "1 jobs put back" in run(app, "jobs", "--retry").output
    assert "1 articles read" in run(app, "work", "--once").output


def test_finished_jobs_are_listed_when_asked_for(app: APIFlask, database: Database) -> None:
    add(database)
    run(app, "work", "--once")
    assert "version:1" not in run(app, "jobs").output
    assert "version:1" in run(app, "jobs", "--all").output


class Missing(HashingEmbedder):
    """A model that is not there."""

    def encode(self, texts: object) -> object:  # type: ignore[override]
        raise EmbedderUnavailable("There is no model here.")


def test_without_a_model_jobs_wait_and_the_sentence_says_so(config: settings.Config, database: Database) -> None:
    add(database)
    done = run(create_app(config, embedder=Missing()), "work", "--once")
    assert done.exit_code == 1
    assert "There is no model here." in done.output
    with database.reading() as session:
        assert [(job.state, job.attempts) for job in session.query(Job)] == [("waiting", 0)]


def test_status_tells_what_is_there_and_its_hash(app: APIFlask, database: Database) -> None:
    add(database)
    shown = run(app, "status", "--hash").output
    assert "articles   1" in shown
    assert "jobs waiting        1" in shown
    assert len(shown.rsplit("content", 1)[1].strip()) == 64


@pytest.mark.parametrize(
    ("tagger", "line"),
    [
        (None, "none: TAGGER is set to none, claims are found by the rules alone"),
        (TwinTagger(name="tagger 89abcdef"), "tagger 89abcdef"),
        (TwinTagger(wrong="It is broken."), "none: It is broken."),
        (Tagger(Path("/nowhere")), "none: The tagger's weights are missing: claims are found by the rules alone."),
    ],
    ids=["by choice without", "whole", "broken", "missing"],
)
def test_status_tells_what_finds_claims(
    config: settings.Config, database: Database, tagger: Tagger | None, line: str
) -> None:
    app = create_app(config, embedder=HashingEmbedder(), tagger=tagger)
    assert f"\ntagger     {line}\n" in run(app, "status").output


@pytest.mark.parametrize("command", ["status"])
def test_an_empty_database_is_said_to_be_empty(tmp_path: Path, command: str) -> None:
    app = create_app(settings.test_config(tmp_path), embedder=HashingEmbedder())
    shown = run(app, command)
    assert shown.exit_code == 1
    assert "flask upgrade" in shown.output
    assert run(app, "upgrade").exit_code == 0
    assert run(app, command).exit_code == 0
