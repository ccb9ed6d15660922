"""Articles as JSON objects: the path of what is wrong, and nothing assigned that was not asked for."""

from collections.abc import Iterator

import pytest

from app.errors import InvalidInput
from app.ingest.html import HtmlReader
from app.ingest.parsed import parse
from app.ingest.records import parse_record

BODY = "Ada Brenn said the dam was safe."


@pytest.fixture
def pages() -> Iterator[HtmlReader]:
    with HtmlReader() as reader:
        yield reader


@pytest.mark.parametrize(
    ("value", "path", "sentence"),
    [
        ([], "", "The article must be an object, not a list."),
        (None, "[2]", "[2] must be an object, not null."),
        ({"text": 3}, "", "text must be a string, not a number."),
        ({"text": BODY, "title": ["x"]}, "[3]", "[3].title must be a string, not a list."),
        ({"text": BODY, "published_at": 1709654400}, "", "published_at must be a string, not a number."),
        ({"text": BODY, "url": True}, "", "url must be a string, not true or false."),
        ({"html": {"a": 1}}, "", "html must be a string, not an object."),
    ],
)
def test_wrong_types_name_their_field(value: object, path: str, sentence: str, pages: HtmlReader) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_record(value, pages, path=path)
    assert (refused.value.status, refused.value.code, refused.value.sentence) == (422, "wrong_type", sentence)


@pytest.mark.parametrize("value", [{}, {"title": "Dam"}, {"text": None, "html": None}])
def test_text_or_html_is_needed(value: object, pages: HtmlReader) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_record(value, pages, path="[0]")
    assert refused.value.code == "no_text"
    assert "[0].text" in refused.value.sentence


def test_unknown_fields_are_never_assigned(pages: HtmlReader) -> None:
    value = {"text": BODY, "natural_key": "x", "is_partial": True, "id": 7, "copy_of_id": 1, "text_sha256": 5}
    assert parse_record(value, pages) == parse(BODY)


def test_date_is_another_name_for_published_at(pages: HtmlReader) -> None:
    assert parse_record({"text": BODY, "date": "2024-03-05"}, pages) == parse(BODY, published="2024-03-05")


def test_text_goes_before_html(pages: HtmlReader) -> None:
    assert parse_record({"text": BODY, "html": "<p>other</p>"}, pages) == parse(BODY)


def test_strange_letters_are_stripped(pages: HtmlReader) -> None:
    article = parse_record({"text": "\ud800Ada\x00 Brenn \u202esaid so.", "title": "\udfffDam\x00"}, pages)
    assert (article.title, article.text) == ("Dam", "Dam\n\nAda Brenn said so.")


def test_html_is_read(pages: HtmlReader) -> None:
    value = {"html": f"<html><body><h1>Dam is safe\ud800</h1><p>{BODY}</p></body></html>", "outlet": "Tarn Post"}
    article = parse_record(value, pages)
    assert (article.title, article.outlet) == ("Dam is safe", "Tarn Post")
    assert article.text.endswith(BODY)
