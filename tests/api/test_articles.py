"""Articles through the API: what is answered, what is refused with which status, and that nothing is half-written."""

import json
from io import BytesIO
from typing import Any

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.db import Database
from app.models import Article, Job, Version

BODY = "Ada Brenn said the dam was safe."
PATH = "/api/v1/articles"


def post(client: FlaskClient, data: bytes, **more: Any) -> Any:
    return client.post(PATH, data=data, **({"content_type": "application/json"} | more))


def rows(database: Database) -> tuple[int, ...]:
    with database.reading() as session:
        return tuple(session.scalar(select(func.count()).select_from(model)) or 0 for model in (Article, Version, Job))


def test_one_article(client: FlaskClient, database: Database) -> None:
    given = {
        "title": "Dam",
        "text": BODY,
        "url": "https://TarnPost.example/d?utm_source=x",
        "published_at": "2024-03-05",
    }
    answer = client.post(PATH, json=given)
    assert answer.status_code == 202
    (told,) = answer.get_json()["articles"]
    assert told == {
        "id": told["id"],
        "version_id": told["version_id"],
        "outcome": "created",
        "url": "https://tarnpost.example/d",
    }
    again = client.post(PATH, json=given).get_json()["articles"]
    assert again == [told | {"outcome": "known"}]
    assert rows(database) == (1, 1, 1)


def test_a_list_is_stored_as_far_as_it_can_be(client: FlaskClient, database: Database) -> None:
    answer = client.post(PATH, json=[{"text": BODY}, {"text": 3}, {"text": BODY + " Twice."}, {"html": "<p></p>"}])
    assert answer.status_code == 202
    outcomes = [told.get("outcome") or told["error"] for told in answer.get_json()["articles"]]
    assert outcomes == [
        "created",
        {"code": "wrong_type", "detail": "[1].text must be a string, not a number."},
        "created",
        {"code": "no_text", "detail": "There is no text in this article."},
    ]
    assert rows(database) == (2, 2, 2)


def test_a_hundred_at_once(client: FlaskClient, database: Database) -> None:
    answer = client.post(PATH, json=[{"text": f"{BODY} {number}"} for number in range(100)])
    assert len(answer.get_json()["articles"]) == 100
    assert rows(database) == (100, 100, 100)


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"", 400, "empty"),
        (b"  ", 400, "empty"),
        (b"{", 400, "broken_json"),
        (b"[" * 100_000, 400, "broken_json"),
        (b'{"text": "a", "text": "b"}', 400, "duplicate_key"),
        (b'{"text": "\xff"}', 400, "broken_json"),
        (b"\x00\x01\x02\x03", 400, "broken_json"),
        (b"7", 422, "wrong_type"),
        (b"[]", 422, "wrong_length"),
        (b"[" + b"{}," * 100 + b"{}]", 422, "wrong_length"),
        (b'{"text": 5}', 422, "wrong_type"),
        (b'[{"text": 5}]', 422, "wrong_type"),
        (b'{"title": "Dam"}', 422, "no_text"),
        (b'{"text": ""}', 422, "no_text"),
        (b'{"text": "\\u0000\\ud800"}', 422, "no_text"),
        (b'{"html": "<html></html>"}', 422, "no_text"),
        (b'{"html": "%PDF-1.7 "}', 415, "binary"),
        (json.dumps({"html": "\x00\x01\x02" * 99}).encode(), 415, "binary"),
        (b'{"text": "a", "url": "https://u:p@tarn.example/"}', 422, "invalid_url"),
        (b'{"text": "a", "url": "https:\\\\\\\\tarn.example"}', 422, "invalid_url"),
        (b'{"text": "a", "url": "https://tarn.example:8080/"}', 422, "invalid_url"),
        (b'{"text": "' + b"x" * (6 * 1024 * 1024) + b'"}', 413, "request_entity_too_large"),
    ],
)
def test_refused(data: bytes, status: int, code: str, client: FlaskClient, database: Database) -> None:
    answer = post(client, data)
    assert (answer.status_code, answer.get_json()["code"]) == (status, code)
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json()["detail"].endswith(".")
    assert rows(database) == (0, 0, 0)


@pytest.mark.parametrize(
    "given",
    [
        {"text": BODY, "published_at": "2024-02-30"},
        {"text": "“" + "word " * 4000 + "”"},
        {"text": "“Unclosed, she said."},
        {"text": "\ud800Ada\x00 \u202eBrenn said so."},
        {"text": BODY, "unknown": {"deep": [1, 2]}, "id": 9, "is_partial": True},
        {"text": BODY, "url": None, "title": None, "html": None},
    ],
    ids=["impossible date", "20,000 characters quoted", "unclosed mark", "strange letters", "unknown fields", "nulls"],
)
def test_data_that_is_no_error(given: dict[str, Any], client: FlaskClient, database: Database) -> None:
    assert client.post(PATH, json=given).status_code == 202
    assert rows(database) == (1, 1, 1)


def test_all_refused_answers_their_status(client: FlaskClient, database: Database) -> None:
    answer = client.post(PATH, json=[{"text": 5}, {"text": ""}])
    assert (answer.status_code, answer.get_json()["detail"]) == (422, "None of the 2 articles could be read.")
    assert [each["error"]["code"] for each in answer.get_json()["articles"]] == ["wrong_type", "no_text"]
    assert rows(database) == (0, 0, 0)


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate"])
def test_a_compressed_body_is_not_read(encoding: str, client: FlaskClient) -> None:
    answer = post(client, b"\x1f\x8b", headers={"Content-Encoding": encoding})
    assert (answer.status_code, answer.get_json()["code"]) == (415, "compressed")


class Endless(BytesIO):
    """A body without a stated length that never ends; counts what was read of it."""

    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        assert size is not None
        assert 0 <= size, "the whole body was asked for at once"
        self.taken += size
        return b"x" * size

    def readinto(self, buffer: Any) -> int:
        buffer[:] = self.read(len(buffer))
        return len(buffer)


def test_a_chunked_body_is_cut_at_the_limit(client: FlaskClient, database: Database) -> None:
    endless = Endless()
    answer = client.post(
        PATH,
        input_stream=endless,
        content_type="application/json",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert answer.status_code == 413
    assert endless.taken < 6 * 1024 * 1024
    assert rows(database) == (0, 0, 0)


def test_a_stated_length_is_refused_before_reading(client: FlaskClient) -> None:
    endless = Endless()
    answer = client.post(
        PATH,
        input_stream=endless,
        content_type="application/json",
        environ_overrides={"CONTENT_LENGTH": str(6 * 1024 * 1024)},
    )
    assert (answer.status_code, endless.taken) == (413, 0)


def test_others_may_not_write(client: FlaskClient, database: Database) -> None:
    answer = client.post(PATH, json={"text": BODY}, environ_overrides={"REMOTE_ADDR": "192.0.2.7"})
    assert (answer.status_code, answer.get_json()["code"]) == (403, "forbidden")
    assert rows(database) == (0, 0, 0)


def test_html_is_read_with_its_metadata(client: FlaskClient, database: Database) -> None:
    page = f"<html><head><title>Dam | Tarn Post</title></head><body><h1>Dam is safe</h1><p>{BODY}</p></body></html>"
    answer = client.post(PATH, json={"html": page, "url": "https://tarnpost.example/d"})
    article = client.get(f"{PATH}/{answer.get_json()['articles'][0]['id']}").get_json()
    assert (article["title"], article["outlet"]) == ("Dam is safe", "tarnpost.example")


def test_an_article_is_shown(client: FlaskClient) -> None:
    saved = client.post(
        PATH, json={"text": BODY, "outlet": "Tarn Post", "published_at": "2024-03-05T10:00:00+01:00"}
    ).get_json()
    article = client.get(f"{PATH}/{saved['articles'][0]['id']}").get_json()
    assert (article["outlet"], article["published_at"], article["published_on"]) == (
        "Tarn Post",
        "2024-03-05T09:00:00+00:00",
        "2024-03-05",
    )
    (version,) = article["versions"]
    assert (version["id"], version["is_current"], version["analysed_at"]) == (
        saved["articles"][0]["version_id"],
        True,
        None,
    )


@pytest.mark.parametrize("id", ["1", "0", "9" * 18, "9" * 19, "9" * 40])
def test_an_unknown_article_is_not_found(id: str, client: FlaskClient) -> None:
    answer = client.get(f"{PATH}/{id}")
    assert (answer.status_code, answer.get_json()["code"]) == (404, "not_found")


def test_the_description_lists_the_door(app: APIFlask, client: FlaskClient) -> None:
    described = client.get("/api/v1/openapi.json").get_json()
    door = described["paths"][PATH]["post"]
    assert door["requestBody"]["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/ArticleIn"}
    assert {"202", "400", "401", "403", "413", "415", "422"} <= set(door["responses"])
    assert "html" in described["components"]["schemas"]["ArticleIn"]["properties"]
