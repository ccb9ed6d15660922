from pathlib import Path

import pytest
from apiflask import APIFlask
from sqlalchemy import func, select

from app import jobs
from app.cli.seed import SEEDS, command, load
from app.current import house
from app.db import Database
from app.errors import InvalidInput
from app.evaluation.gold import read_articles
from app.models import Article, Version
from app.search.content_hash import content_hash
from app.worker import work
from tests.evaluation import archive


def test_seeds_are_loaded_once(app: APIFlask, database: Database, tmp_path: Path) -> None:
    folder = archive.write(tmp_path / "seeds")
    with app.app_context():
        assert load(folder) == 4
        assert work(house(), once=True) == 4
        with database.reading() as session:
            before = content_hash(session)
        assert load(folder) == 0
        assert work(house(), once=True) == 0
    with database.reading() as session:
        assert content_hash(session) == before
        assert session.scalar(select(func.count()).select_from(Article)) == 3


def test_a_broken_seed_is_refused_before_anything_is_saved(app: APIFlask, database: Database, tmp_path: Path) -> None:
    folder = archive.write(tmp_path / "seeds")
    (folder / "articles" / "009-broken.txt").write_text("url: x\n", encoding="utf-8")
    with app.app_context(), pytest.raises(InvalidInput, match=r"009-broken\.txt, line 1"):
        load(folder)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Article)) == 0


def test_the_command_loads_the_seeds_of_the_repository(app: APIFlask, database: Database) -> None:
    articles = read_articles(SEEDS)
    result = app.test_cli_runner().invoke(command)
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"{len(articles)} of the invented articles are new")
    assert app.test_cli_runner().invoke(command).output.startswith("0 of the invented articles are new")
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Version)) == len(articles)
        assert jobs.counts(session)["waiting"] == len(articles)
