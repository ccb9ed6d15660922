"""The page to paste or upload one article."""

import re
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from app.db import Database
from app.models import Article, Version

TEXT = "“The dam is safe,” Ada Brenn said."
PATH = "/articles/add"


def send(client: FlaskClient, *, file: tuple[str, bytes] | None = None, **typed: str) -> Any:
    """Fill in the form as it was drawn, with its token, and send it off."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get(PATH).get_data(as_text=True))
    assert token is not None
    data: dict[str, Any] = {"csrf_token": token[1]} | typed
    if file is not None:
        data["file"] = (BytesIO(file[1]), file[0])
    return client.post(PATH, data=data, content_type="multipart/form-data")


def articles(database: Database) -> list[Article]:
    with database.reading() as session:
        return list(session.scalars(select(Article)))


def test_a_pasted_article_is_shown(client: FlaskClient, database: Database) -> None:
    answer = send(client, title="Dam is safe", text=TEXT, outlet="Tarn Post", published="2024-03-05")
    (article,) = articles(database)
    assert (answer.status_code, answer.location) == (303, f"/articles/{article.id}")
    assert (article.title, str(article.published_on)) == ("Dam is safe", "2024-03-05")
    assert client.get(answer.location).status_code == 200
    again = send(client, title="Dam is safe", text=TEXT.replace("\n", "\r\n"), outlet="Tarn Post")
    assert again.location == answer.location


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("dam.txt", f"Dam is safe\r\n\r\n{TEXT}".encode()),
        ("dam.html", f"<html><body><h1>Dam is safe</h1><p>{TEXT}</p></body></html>".encode()),
    ],
)
def test_an_uploaded_article(name: str, data: bytes, client: FlaskClient, database: Database) -> None:
    assert send(client, file=(name, data), outlet="Tarn Post").status_code == 303
    with database.reading() as session:
        assert session.scalars(select(Version.text)).one() == f"Dam is safe\n\n{TEXT}"


@pytest.mark.parametrize(
    ("typed", "file", "status", "field", "sentence"),
    [
        ({"title": "Dam"}, None, 422, "text", "There is no text in this article."),
        ({"text": TEXT, "url": "ftp://tarn.example/"}, None, 422, "url", "The address must begin with http"),
        ({"text": TEXT, "published": "2024-02-30"}, None, 422, "published", "This date cannot be read."),
        ({"outlet": "x"}, ("a.txt", b"%PDF-1.7"), 415, "file", "no text but binary data"),
        ({"outlet": "x"}, ("a.docx", b"x"), 415, "file", "Only .txt, .html"),
        ({"text": TEXT}, ("a.txt", b"x"), 422, "text", "not both"),
        ({"text": TEXT, "title": "x" * 1001}, None, 422, "form", "title is longer than 1,000 characters."),
    ],
)
def test_errors_stand_beside_their_field_and_what_was_typed_stays(
    typed: dict[str, str],
    file: tuple[str, bytes] | None,
    status: int,
    field: str,
    sentence: str,
    client: FlaskClient,
    database: Database,
) -> None:
    answer = send(client, file=file, **typed)
    page = answer.get_data(as_text=True)
    assert answer.status_code == status
    fault = re.search(rf'<p class="fault" id="fault-{field}" role="alert">(.*?)</p>', page)
    assert fault is not None
    assert sentence in fault[1]
    assert all(value in page for value in typed.values())
    assert articles(database) == []


def test_what_was_typed_is_escaped(client: FlaskClient) -> None:
    page = send(client, title='"><script>x</script>', text="</textarea><b>", url="x").get_data(as_text=True)
    assert "<script>x" not in page
    assert "</textarea><b>" not in page


def test_a_form_of_another_site_is_refused(client: FlaskClient, database: Database) -> None:
    assert client.post(PATH, data={"text": TEXT}).status_code == 403
    assert client.post(PATH, data={"text": TEXT, "csrf_token": "forged"}).status_code == 403
    assert articles(database) == []


def test_a_form_that_is_too_large_is_refused(client: FlaskClient, database: Database) -> None:
    assert client.post(PATH, data={"text": "x" * (6 * 1024 * 1024)}).status_code == 413
    assert articles(database) == []
