"""Markup in what was ingested is text like any other: no field of any page lets it through."""

from datetime import date
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

import config as settings
from app import create_app
from app.dashboard.fragments import fragment_url, outside
from app.db import Database
from app.embedding import HashingEmbedder
from app.migrate import upgrade
from app.models import Decision, Speaker
from tests.archive import LATER, Archive

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "'><a href=javascript:alert(1)>x</a>",
    "</title><script>alert(1)</script>",
    "</textarea><iframe src=//evil.example></iframe>",
    "{{ 7 * 7 }}{% raw %}",
    "<!-- <b>",
    "&lt;b&gt;",
]
PATHS = [
    "/",
    "/?period=all",
    "/threads",
    "/threads/1",
    "/claims/1",
    "/claims/2",
    "/articles",
    "/articles/1",
    "/speakers",
    "/speakers/questions",
    "/speakers/1/split",
    "/speakers/1/merge?q=Ada",
    "/decisions",
    "/decisions/1/undo",
]


def plant(database: Database, payload: str) -> None:
    """The payload as title, outlet, speaker, alias, quotation, source, cue, candidate, reason and address."""
    with database.transaction() as session:
        archive = Archive(session)
        body = f"“Aye {payload} indeed,” the {payload} source {payload} cued.\n\n“So {payload} there,” they said."
        version = archive.article(
            f"Outlet {payload}", f"Title {payload}", body, date(2025, 1, 2), url=f"javascript:{payload}", byline=payload
        )
        speaker = archive.speaker(f"Ada {payload}", role=f"the {payload}").name
        first = archive.claim(
            version,
            archive.statement(archive.thread(), date(2025, 1, 2), speaker),
            f"“Aye {payload} indeed,”",
            source=f"the {payload} source",
            cue=f"{payload} cued",
            evidence=payload,
            speaker=speaker,
            rule=payload,
        )
        second = archive.claim(
            version,
            archive.statement(archive.thread(), None),
            f"“So {payload} there,”",
            source="they",
            speaker_kind="person",
            speaker_how="open",
            speaker_candidates=[f"Bea {payload}", "C"],
        )
        archive.link(second, first, "changed", f"same but: {payload} -> {payload}", f"adds: {payload}")
        archive.job(version, "quarantined", f"it met {payload}")
        told = {"saw": {}, "decided_by": payload, "decided_at": LATER, "note": payload}
        archive.add(Decision(kind="alias", speaker_id=1, name=payload, name_key=payload, **told))
        archive.add(Speaker(kind="person", name=f"Ada 2 {payload}", name_key="ada 2", found_name=payload))


class Skeleton(HTMLParser):
    """The elements of a page with the names of their attributes, and nothing of its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, ...]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, *(name for name, _ in attrs)))


def skeletons(client: FlaskClient, typed: str) -> dict[str, list[tuple[str, ...]]]:
    paths = [*PATHS, "/speakers/1", "/search?q=indeed", "/search?q=" + quote(typed)]
    answers = [client.get(path, follow_redirects=True) for path in paths]
    assert {answer.status_code for answer in answers} == {200}
    return dict(zip([*paths[:-1], "typed"], [Skeleton(answer.text).elements for answer in answers], strict=True))


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, ...]]]:
    """What the pages are made of where the payload is a word."""
    config = settings.test_config(tmp_path_factory.mktemp("harmless"))
    upgrade(config.database_url)
    app = create_app(config, embedder=HashingEmbedder())
    plant(app.extensions["house"].database, "plain")
    found = skeletons(app.test_client(), "zeppelin")
    app.extensions["house"].database.close()
    return found


@pytest.mark.faults
@pytest.mark.parametrize("payload", PAYLOADS)
def test_stored_markup_makes_no_element_and_no_handler(
    client: FlaskClient, database: Database, harmless: dict[str, list[tuple[str, ...]]], payload: str
) -> None:
    plant(database, payload)
    found = skeletons(client, payload)
    typed = found.pop("typed")
    assert found == {path: elements for path, elements in harmless.items() if path != "typed"}
    known = {element for elements in harmless.values() for element in elements} | {("details", "class")}
    assert set(typed) <= known


def test_json_is_not_taken_for_html(client: FlaskClient, database: Database) -> None:
    plant(database, PAYLOADS[0])
    answer = client.get("/claims/1.json")
    assert answer.mimetype == "application/json"
    assert PAYLOADS[0] in answer.get_json()["claim"]["wording"]


@pytest.mark.parametrize(
    ("url", "is_linked"),
    [
        ("https://wire.example/1", True),
        ("http://wire.example", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)//https://", False),
        ("data:text/html,x", False),
        ("//wire.example", False),
        ("https://", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str | None, is_linked: bool) -> None:
    assert (outside(url) is not None) is is_linked
    assert (fragment_url(url, "some words") is not None) is is_linked


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("“We will, and soon,”", "text=We%20will%2C%20and%20soon"),
        ("well-known", "text=well%2Dknown"),
        ("“One” … “two.”", "text=One&text=two"),
        ("a b c d e f g h i j k l", "text=a%20b%20c%20d%20e,h%20i%20j%20k%20l"),
        ("“ ”", ""),
    ],
)
def test_fragments(wording: str, expected: str) -> None:
    assert fragment_url("https://a.example/x#top", wording) == "https://a.example/x#:~:" + expected
