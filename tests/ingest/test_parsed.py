"""A parsed article agrees with itself: text, hash, key and dates."""

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from app.errors import InvalidInput
from app.ingest.parsed import fold, parse

BODY = "Ada Brenn said the dam was safe."


def test_everything_told_is_kept() -> None:
    article = parse(
        BODY,
        title="Dam is safe",
        url="https://tarnpost.example/dam#top",
        outlet=" The  Tarn Post ",
        byline="By Una Vale",
        published="2024-03-05T23:30:00-05:00",
        modified="2024-03-06T09:00:00Z",
    )
    assert article.text == f"Dam is safe\n\n{BODY}"
    assert article.text_sha256 == sha256(article.text.encode()).hexdigest()
    assert article.natural_key == article.url == "https://tarnpost.example/dam"
    assert (article.title, article.outlet, article.byline) == ("Dam is safe", "The Tarn Post", "By Una Vale")
    assert article.published_at == datetime(2024, 3, 6, 4, 30, tzinfo=UTC)
    assert (article.published_on, article.published_precision) == (date(2024, 3, 5), "time")
    assert article.modified_at == datetime(2024, 3, 6, 9, tzinfo=UTC)


def test_a_first_line_alone_is_the_headline() -> None:
    article = parse(f"Dam is safe\r\n\r\n{BODY}\r\n")
    assert (article.title, article.text) == ("Dam is safe", f"Dam is safe\n\n{BODY}")
    assert article == parse(BODY, title="Dam is safe")


def test_without_a_headline_the_first_words_name_it_and_the_text_stays() -> None:
    article = parse(BODY)
    assert (article.title, article.text) == (BODY, BODY)


def test_the_key_of_a_text_names_its_outlet() -> None:
    alone, told = parse(BODY), parse(BODY, outlet="THE Tarn  Post")
    assert alone.natural_key == f"text:{alone.text_sha256}"
    assert told.natural_key == f"text:{alone.text_sha256}:the tarn post"


def test_impossible_dates_are_data() -> None:
    article = parse(BODY, published="2024-02-30", modified="soon")
    assert article.published_as_given == "2024-02-30"
    assert (article.published_at, article.published_on, article.published_precision) == (None, None, "none")
    assert article.modified_at is None


def test_a_day_alone_changes_at_its_midnight() -> None:
    assert parse(BODY, published="2024-03-05").modified_at == datetime(2024, 3, 5, tzinfo=UTC)


@pytest.mark.parametrize("body", ["", " \n ", "\x00\x01", "\ud800", "… — !", "\u202e\u202c"])
def test_no_text(body: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse(body, title="Dam is safe")
    assert (refused.value.status, refused.value.code) == (422, "no_text")


@pytest.mark.parametrize("field", ["title", "outlet", "byline"])
def test_lines_have_a_limit(field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse(BODY, **{field: "x" * 1001})  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.sentence) == ("too_long", f"{field} is longer than 1,000 characters.")


@pytest.mark.parametrize(
    "body",
    ["“" + "word " * 4000 + "”", "“Unclosed, she said.", "‘ “ so ’ ” „ « » ''", "“" * 20_000 + "a"],
    ids=["20,000 characters quoted", "unclosed", "nested and unbalanced", "only marks"],
)
def test_strange_quotations_are_data(body: str) -> None:
    assert parse(body).text == body.rstrip()


def test_names_fold() -> None:
    assert fold("  The TARN\u00a0Post ") == fold("the tarn post") == "the tarn post"
