"""`flask ingest file`: what is added, what is reported, and the exit status."""

import json
from pathlib import Path

import pytest
from apiflask import APIFlask
from click.testing import Result
from sqlalchemy import select

from app.db import Database
from app.models import Article, Outlet, Version

TEXT = "Dam is safe\n\n“The dam is safe,” Ada Brenn said.\n"


def run(app: APIFlask, *args: object) -> Result:
    return app.test_cli_runner().invoke(args=["ingest", "file", *map(str, args)])


def keep(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_files_of_every_kind(app: APIFlask, database: Database, tmp_path: Path) -> None:
    files = [
        keep(tmp_path / "a.txt", TEXT),
        keep(
            tmp_path / "b.html", "<html><body><h1>Lock closed</h1><p>Per Holm said the lock was shut.</p></body></html>"
        ),
        keep(tmp_path / "c.jsonl", "\n".join(json.dumps({"text": f"Holm said {number}."}) for number in range(120))),
    ]
    done = run(app, *files)
    assert (done.exit_code, done.output) == (0, "122 new articles, 0 new versions, 0 known, 0 refused\n")
    again = run(app, *reversed(files))
    assert (again.exit_code, again.output) == (0, "0 new articles, 0 new versions, 122 known, 0 refused\n")
    with database.reading() as session:
        assert len(session.scalars(select(Version)).all()) == 122


def test_what_is_refused_is_told_and_the_rest_is_kept(app: APIFlask, database: Database, tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": "Holm said so."}),
        "{broken",
        json.dumps({"text": ["no"]}),
        json.dumps({"text": "Brenn too."}),
    ]
    path = keep(tmp_path / "c.jsonl", "\n".join(lines))
    (binary := tmp_path / "d.txt").write_bytes(b"%PDF-1.7")
    done = run(app, path, binary, tmp_path / "absent.html")
    assert done.exit_code == 1
    assert done.stdout == "2 new articles, 0 new versions, 0 known, 3 refused\n".replace("3 refused", "4 refused")
    assert done.stderr.splitlines() == [
        f"{path}:2: This JSON is broken at line 1, column 2: Expecting property name enclosed in double quotes. "
        "(broken_json)",
        f"{path}:3: text must be a string, not a list. (wrong_type)",
        f"{binary}: This holds no text but binary data. (binary)",
        f"{tmp_path / 'absent.html'}: This file cannot be read: No such file or directory. (unreadable)",
    ]
    with database.reading() as session:
        assert len(session.scalars(select(Article)).all()) == 2


def test_what_is_told_of_a_single_file(app: APIFlask, database: Database, tmp_path: Path) -> None:
    path = keep(tmp_path / "a.txt", TEXT)
    done = run(app, path, "--published", "2024-03-05", "--outlet", "Tarn Post", "--url", "https://tarnpost.example/d")
    assert done.exit_code == 0
    with database.reading() as session:
        article, outlet = session.scalars(select(Article)).one(), session.scalars(select(Outlet)).one()
    assert (article.title, str(article.published_on), article.url) == (
        "Dam is safe",
        "2024-03-05",
        "https://tarnpost.example/d",
    )
    assert (outlet.name, outlet.host) == ("Tarn Post", "tarnpost.example")


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("a.jsonl",)])
def test_options_are_for_a_single_text_or_page(names: tuple[str, ...], app: APIFlask, tmp_path: Path) -> None:
    done = run(app, *(tmp_path / name for name in names), "--outlet", "Tarn Post")
    assert done.exit_code == 2
    assert "are for a single .txt or .html file" in done.output


def test_changed_text_at_the_same_address(app: APIFlask, tmp_path: Path) -> None:
    path = keep(tmp_path / "a.txt", TEXT)
    run(app, path, "--url", "https://tarnpost.example/d")
    keep(path, TEXT + "\nShe said it twice.")
    done = run(app, path, "--url", "https://tarnpost.example/d")
    assert done.output == "0 new articles, 1 new versions, 0 known, 0 refused\n"
