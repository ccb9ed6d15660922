"""The main job on the article that the project was started for, with the real model: from the command line and the API
to its claims, the day they were said, and the search that finds them."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app import create_app
from app.db import Database
from app.extraction import Tagger
from app.models import Claim, Version
from config import PACKAGED_TAGGER, Config

pytestmark = pytest.mark.model
PUBLISHED = "2024-09-13"
Ingest = Callable[[APIFlask, Path], None]
Spans = list[list[int]]


@pytest.fixture(params=[None, PACKAGED_TAGGER], ids=["rules", "tagger"])
def app(config: Config, database: Database, request: pytest.FixtureRequest) -> APIFlask:
    """The application with the real models: by the rules alone, and with the tagger."""
    if request.param is not None and (problem := Tagger(request.param).problem()) is not None:
        pytest.skip(f"not run: {problem}")
    return create_app(replace(config, tagger=request.param))


def by_command(app: APIFlask, article: Path) -> None:
    done = app.test_cli_runner().invoke(args=["ingest", "file", str(article), "--published", PUBLISHED])
    assert done.exit_code == 0, done.output


def by_api(app: APIFlask, article: Path) -> None:
    title, _, body = article.read_text(encoding="utf-8").partition("\n\n")
    sent = {"title": title, "text": body, "published_at": PUBLISHED}
    assert app.test_client().post("/api/v1/articles", json=sent).status_code == 202


def words(text: str, spans: Spans) -> set[int]:
    return {start + found.start() for start, end in spans for found in re.finditer(r"\w+", text[start:end])}


@pytest.mark.parametrize("ingest", [by_command, by_api])
def test_the_red_lines_article(app: APIFlask, database: Database, shared: Path, ingest: Ingest) -> None:
    gold = json.loads((shared / "articles" / "red-lines.gold.jsonl").read_text(encoding="utf-8"))
    ingest(app, shared / "articles" / "red-lines.txt")
    assert app.test_cli_runner().invoke(args=["work", "--once"]).exit_code == 0
    with database.reading() as session:
        text = session.scalars(select(Version.text)).one()
        claims = session.scalars(select(Claim).options(selectinload(Claim.spans))).all()
    assert text == gold["text"].rstrip("\n")
    found = [(words(text, [list(span) for span in claim.part("content")]), claim) for claim in claims]
    speech = [each for each in gold["attributions"] if each["speech"]]
    assert 14 <= sum(any(_same(words(text, each["content"]), got) for got, _ in found) for each in speech)
    for each in speech:
        if each["kind"] != "indirect":
            assert words(text, each["content"]) in [got for got, _ in found], text[slice(*each["content"][0])]
    (war,) = (claim for _, claim in found if text[slice(*claim.part("content")[0])].startswith("“This will mean"))
    assert (war.said_on, war.said_on_precision) == (date(2024, 9, 12), "day")
    experts = text[slice(*gold["attributions"][-1]["content"][0])]  # the last claim of the article
    assert _found_first(app.test_client()) in experts


def _same(gold: set[int], got: set[int]) -> bool:
    return len(gold | got) <= 2 * len(gold & got)


def _found_first(client: FlaskClient) -> str:
    query = {"q": "many red lines crossed without response", "mode": "meaning"}
    answer: Any = client.get("/search.json", query_string=query).get_json()
    return str(answer["groups"]["rows"][0]["thread"]["wording"])
