"""`flask import-people`: what is added, what is refused and why, and the same file again."""

from pathlib import Path

import pytest
from apiflask import APIFlask
from click.testing import Result
from sqlalchemy import select

from app.cli.people import command
from app.db import Database
from app.models import Office, Speaker
from app.search.content_hash import content_hash

HEAD = "name,aliases,wikidata,kind,office,area,body,from,to\n"
ADA = "Ada Holm,Ada Holm-Lund,Q900000001,person,finance minister,Corland,,2020-05-01,2024-10-14\n"
PER = "Per Lund,,,person,finance minister,Corland,,2024-10-15,\n"


def run(app: APIFlask, *paths: Path) -> Result:
    return app.test_cli_runner().invoke(command, list(map(str, paths)))


def keep(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_people_are_added_once(app: APIFlask, database: Database, tmp_path: Path) -> None:
    path = keep(tmp_path / "ministers.csv", HEAD + ADA + PER)
    done = run(app, path)
    assert done.exit_code == 0, done.output
    assert done.stdout == (
        "ministers.csv: 2 new, 0 known, 2 offices and 1 names added, 0 claims have another speaker, 0 refused\n"
    )
    with database.reading() as session:
        before = content_hash(session)
        assert session.scalars(select(Speaker.wikidata).order_by(Speaker.id)).all() == ["Q900000001", None]
        assert session.scalars(select(Office.told_by).distinct()).all() == ["ministers.csv"]
    assert "0 new, 2 known, 0 offices and 0 names added" in run(app, path).stdout
    with database.reading() as session:
        assert content_hash(session) == before


def test_a_row_that_cannot_be_taken_is_told_and_the_rest_is_kept(
    app: APIFlask, database: Database, tmp_path: Path
) -> None:
    path = keep(tmp_path / "ministers.csv", HEAD + ADA + PER.replace("2024-10-15", "2024-13-45"))
    done = run(app, path)
    assert done.exit_code == 1
    assert "1 refused" in done.stdout
    assert "2024-13-45" in done.stderr
    with database.reading() as session:
        assert "Ada Holm" in session.scalars(select(Speaker.name)).all()


@pytest.mark.parametrize("words", ["{broken", "", "[1, 2"])
def test_a_file_that_is_none_is_refused_whole(app: APIFlask, database: Database, tmp_path: Path, words: str) -> None:
    done = run(app, keep(tmp_path / "people.json", words))
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    with database.reading() as session:
        assert session.scalars(select(Speaker)).all() == []


def test_a_file_that_is_not_there_is_told(app: APIFlask, tmp_path: Path) -> None:
    assert "No such file" in run(app, tmp_path / "absent.json").output
