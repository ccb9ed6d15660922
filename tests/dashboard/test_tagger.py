"""What a page says of the tagger: a notice where it should read and cannot, and on each claim what found it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

import config as settings
from app import create_app
from app.db import Database
from app.embedding import HashingEmbedder
from app.extraction import FLOOR, Tagger
from app.models import Run
from tests.archive import VEST, Archive, Filled, fill
from tests.taggers import TwinTagger

MISSING = "The tagger&#39;s weights are missing: claims are found by the rules alone."


@pytest.fixture
def filled(database: Database) -> Filled:
    with database.transaction() as session:
        return fill(session)


def reader_of(config: settings.Config, tagger: Tagger | None) -> Iterator[FlaskClient]:
    app = create_app(config, embedder=HashingEmbedder(), tagger=tagger)
    yield app.test_client()
    app.extensions["house"].database.close()


@pytest.fixture
def without_weights(config: settings.Config, filled: Filled, tmp_path: Path) -> Iterator[FlaskClient]:
    yield from reader_of(config, Tagger(tmp_path / "nowhere"))


@pytest.fixture(params=[None, TwinTagger()], ids=["by choice without", "whole"])
def in_order(config: settings.Config, filled: Filled, request: pytest.FixtureRequest) -> Iterator[FlaskClient]:
    yield from reader_of(config, request.param)


def test_the_desk_says_why_the_rules_read_alone(without_weights: FlaskClient) -> None:
    page = without_weights.get("/").text
    assert f'<p class="state" role="status">{MISSING}' in page
    assert page.index(MISSING) < page.index('<ul class="numbers">')
    assert without_weights.get("/index.json").get_json()["tagger_off"] == MISSING.replace("&#39;", "'")
    assert MISSING not in without_weights.get("/threads").text


def test_an_empty_archive_says_it_too(config: settings.Config, database: Database, tmp_path: Path) -> None:
    for client in reader_of(config, Tagger(tmp_path / "nowhere")):
        assert MISSING in client.get("/").text


def test_a_desk_in_order_says_nothing_of_it(in_order: FlaskClient) -> None:
    page = in_order.get("/")
    assert 'role="status"' not in page.text
    assert "tagger" not in page.text
    assert in_order.get("/index.json").get_json()["tagger_off"] is None


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("rules", "the rules alone, by quotation marks and words of saying"),
        ("tagger 0123abcd", "the trained tagger and the rules together (tagger 0123abcd)"),
        ("gold", "a person, who marked it"),
        ("another", "another"),
    ],
)
def test_a_claim_tells_what_found_it(
    client: FlaskClient, database: Database, filled: Filled, method: str, words: str
) -> None:
    with database.transaction() as session:
        session.execute(update(Run).values(method=method, version="2"))
    page = client.get(f"/claims/{filled.first_claim}").text
    assert f'<dt>Found by</dt><dd>{words}<span class="quiet">, edition 2, as: quotation</span></dd>' in page
    data = client.get(f"/claims/{filled.first_claim}.json").get_json()
    assert (data["method"], data["edition"], data["floor"]) == (method, "2", None)


WORDS = "“The pier is rotten,”"


@pytest.fixture
def unsure(database: Database) -> dict[str, int]:
    """A claim that nobody is sure of, beside a sure one in the same article. Returns the ids of what shows it."""
    with database.transaction() as session:
        archive = Archive(session)
        archive.run.parameters = {"floor": FLOOR}
        version = archive.article("Bay Radio", "Pier", f"{WORDS} Vestergaard said. “It holds,” she added.", None)
        thread = archive.thread()
        found = {"source": "Vestergaard", "cue": "said", "speaker": VEST, "confidence": 0.31, "is_unsure": True}
        claim = archive.claim(version, archive.statement(thread, None, VEST), WORDS, **found)
        sure = archive.claim(version, archive.statement(archive.thread(), None, VEST), "“It holds,”", speaker=VEST)
        archive.link(sure, claim, "related")
        ids = {"claim": claim, "sure": sure, "thread": thread, "article": version.article_id}
        return ids | {"speaker": archive.speaker(VEST).id}


@pytest.mark.parametrize(
    ("path", "times"),
    [("/claims/{claim}", 2), ("/claims/{sure}", 1), ("/threads/{thread}", 2), ("/articles/{article}", 1)]
    + [("/search?q=rotten", 1), ("/search?q=holds&mode=keyword", 0)],
)
def test_an_unsure_claim_is_marked_wherever_it_is_shown(
    client: FlaskClient, unsure: dict[str, int], path: str, times: int
) -> None:
    page = client.get(path.format(**unsure), follow_redirects=True).text
    assert page.count("unsure, not counted") == times


def test_an_unsure_claim_says_how_far_from_the_floor_it_lies(client: FlaskClient, unsure: dict[str, int]) -> None:
    page = client.get(f"/claims/{unsure['claim']}").text
    assert f'unsure, not counted <span class="quiet">under {FLOOR:.2f}</span>' in page
    assert 'class="least"' in page
    assert "under" not in client.get(f"/claims/{unsure['sure']}").text.split("<dt>Confidence</dt>")[1].split("</dd>")[0]
    data = client.get(f"/claims/{unsure['claim']}.json").get_json()
    assert (data["claim"]["counts"], data["claim"]["not_counted"]) == (False, ["unsure"])
    assert data["floor"] == FLOOR
    data = client.get(f"/claims/{unsure['sure']}.json").get_json()
    assert (data["claim"]["counts"], data["claim"]["not_counted"]) == (True, [])


def test_an_unsure_claim_is_in_no_list_and_no_count(client: FlaskClient, unsure: dict[str, int]) -> None:
    for path in ("/threads?period=all", "/?period=all", "/search?q=rotten&counted=1"):
        assert WORDS not in client.get(path).text
    speaker = client.get(f"/speakers/{unsure['speaker']}", follow_redirects=True).text
    assert "1 claim not counted: denied, asked, unsure, told second hand, or of an earlier version" in speaker
    assert "<b>said 1</b>" in speaker
    thread = client.get(f"/threads/{unsure['thread']}.json", follow_redirects=True).get_json()
    assert thread["counts"] == {"said": 0, "reports": 0, "copies": 0, "outlets": 0, "claims": 0}
