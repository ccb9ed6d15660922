"""Pages: their text and metadata, what they lose, and pages that would take for ever. All pages are invented."""

import os
import signal
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from lxml import html as lxml_html

from app.errors import UserError
from app.ingest import html_worker
from app.ingest.html import HtmlReader

PARAGRAPHS = (
    "The repair of the Osk dam will cost 90m crowns, the minister said on Tuesday, after a second crack was found.",
    "“We will not wait for a third,” Ada Brenn told reporters. “The valley has waited long enough.”",
    "Residents said they had not been told of the works.",
)
LINKED = """{"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "Somebody"},
{"@type": ["NewsArticle"], "headline": "Dam repair &amp; its price", "datePublished": "2024-03-05T23:30:00-05:00",
"dateModified": "2024-03-06T08:00:00Z", "author": [{"@type": "Person", "name": "Una Vale"}, "Per Holm"],
"publisher": {"@type": "Organization", "name": "Tarn Post"}}]}"""


def page(*paragraphs: str, head: str = "", before: str = "", charset: str = "utf-8") -> bytes:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><meta charset='{charset}'><title>Dam repair | Tarn Post</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>{before}<article><h1>Dam repair</h1>{text}</article>"
        "<div class='comments'><p>First to comment on this!</p></div><footer>All rights kept</footer></body></html>"
    ).encode(charset)


@pytest.fixture(scope="module")
def pages() -> Iterator[HtmlReader]:
    with HtmlReader() as reader:
        yield reader


def test_text_has_its_paragraphs_and_no_comments(pages: HtmlReader) -> None:
    article = pages.read(page(*PARAGRAPHS))
    assert article.text == "\n\n".join(("Dam repair", *PARAGRAPHS))
    assert (article.title, article.is_partial) == ("Dam repair", False)


def test_metadata_comes_from_json_ld(pages: HtmlReader) -> None:
    head = (
        f"<script type='application/ld+json'>{LINKED}</script><link rel='canonical' href='https://tarnpost.example/d'>"
    )
    article = pages.read(page(*PARAGRAPHS, head=head))
    assert (article.title, article.outlet, article.byline) == (
        "Dam repair & its price",
        "Tarn Post",
        "Una Vale, Per Holm",
    )
    assert (article.published_at, article.published_on) == (datetime(2024, 3, 6, 4, 30, tzinfo=UTC), date(2024, 3, 5))
    assert article.modified_at == datetime(2024, 3, 6, 8, tzinfo=UTC)
    assert article.url == article.natural_key == "https://tarnpost.example/d"


def test_metadata_from_open_graph(pages: HtmlReader) -> None:
    head = (
        "<meta property='og:title' content='Other'><meta property='og:site_name' content='The Tarn Post'>"
        "<meta property='article:published_time' content='2024-03-05'><meta name='author' content='Una Vale'>"
        "<meta property='og:url' content='https://tarnpost.example/og'>"
    )
    article = pages.read(page(*PARAGRAPHS, head=head))
    assert (article.title, article.outlet, article.byline) == ("Dam repair", "The Tarn Post", "Una Vale")
    assert (article.url, article.published_on, article.published_precision) == (
        "https://tarnpost.example/og",
        date(2024, 3, 5),
        "day",
    )


def test_what_is_told_goes_before_what_the_page_says(pages: HtmlReader) -> None:
    head = (
        f"<script type='application/ld+json'>{LINKED}</script><link rel='canonical' href='https://tarnpost.example/d'>"
    )
    told = {
        "url": "https://mirror.example/x",
        "title": "Told",
        "outlet": "Mirror",
        "byline": "B",
        "published": "2020-01-01",
    }
    article = pages.read(page(*PARAGRAPHS, head=head), **told)
    assert (article.url, article.title, article.outlet, article.byline) == (told["url"], "Told", "Mirror", "B")
    assert article.published_on == date(2020, 1, 1)


@pytest.mark.parametrize(
    "address",
    [
        "/dam",
        "https://tarnpost.example/",
        "https://tarnpost.example",
        "https://u:p@tarnpost.example/a",
        "javascript:x",
        "",
    ],
)
def test_a_useless_claim_of_address_is_dropped(address: str, pages: HtmlReader) -> None:
    assert pages.read(page(*PARAGRAPHS, head=f"<link rel='canonical' href='{address}'>")).url is None


@pytest.mark.parametrize(
    "head",
    [
        "<script type='application/ld+json'>{broken</script>",
        '<script type=\'application/ld+json\'>[1, "x", null, {"@type": 7}]</script>',
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "author": 5, "headline": {"a": 1}}</script>',
        "<meta property='og:title'><meta name='author'><title></title>",
        "<script>",
    ],
)
def test_broken_metadata_does_not_stop_a_page(head: str, pages: HtmlReader) -> None:
    if head == "<script>":
        head = "<script></script>"
    assert PARAGRAPHS[1] in pages.read(page(*PARAGRAPHS, head=head)).text


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_quotation_marks_survive_their_encoding(charset: str, pages: HtmlReader) -> None:
    assert PARAGRAPHS[1] in pages.read(page(*PARAGRAPHS, charset=charset)).text


@pytest.mark.parametrize(
    "data",
    [b"", b" ", b"<!-- only -->", b"<html></html>", b"<html><body><script>var a = 'words';</script></body></html>"],
)
def test_no_text(data: bytes, pages: HtmlReader) -> None:
    with pytest.raises(UserError) as refused:
        pages.read(data)
    assert (refused.value.status, refused.value.code) == (422, "no_text")


def test_an_xml_declaration_is_passed_over(pages: HtmlReader) -> None:
    data = b'<?xml version="1.0" encoding="iso-8859-1"?>\n' + page(*PARAGRAPHS)
    assert PARAGRAPHS[1] in pages.read(data).text


@pytest.mark.parametrize("data", [b"%PDF-1.7 text", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 20, b"\x1f\x8b\x08 x"])
def test_binary(data: bytes, pages: HtmlReader) -> None:
    with pytest.raises(UserError) as refused:
        pages.read(data)
    assert (refused.value.status, refused.value.code) == (415, "binary")


def test_deep_text_is_kept(pages: HtmlReader) -> None:
    deep = "<div>" * 300 + f"<p>{PARAGRAPHS[1]}</p>" + "</div>" * 300
    article = pages.read(page(PARAGRAPHS[0], deep, PARAGRAPHS[2]))
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)
    assert not article.is_partial


def test_deeper_text_is_lost_and_said_to_be(pages: HtmlReader) -> None:
    deep = "<div>" * 5000 + f"<p>{PARAGRAPHS[1] * 9}</p>" + "</div>" * 5000
    article = pages.read(page(PARAGRAPHS[0], deep))
    assert PARAGRAPHS[1] not in article.text
    assert article.is_partial


@pytest.mark.parametrize(
    ("linked", "text", "partial"),
    [
        ({}, "\n\n".join(PARAGRAPHS), False),
        ({}, PARAGRAPHS[2], True),
        ({"articleBody": " ".join(PARAGRAPHS)}, "\n\n".join(PARAGRAPHS), False),
        ({"articleBody": " ".join(PARAGRAPHS) * 3}, "\n\n".join(PARAGRAPHS), True),
    ],
)
def test_less_text_than_the_page_promises_is_partial(linked: dict[str, str], text: str, partial: bool) -> None:
    source = page(*PARAGRAPHS).decode()
    assert html_worker._promises_more(source, lxml_html.document_fromstring(source), linked, text) is partial


@pytest.mark.faults
def test_a_page_of_attributes_is_given_up_and_the_reader_goes_on() -> None:
    """32,000 attributes take some seconds, 130,000 over a minute: with two seconds, both are given up."""
    with HtmlReader(seconds=2) as pages:
        for attributes in (32_000, 130_000):
            page_of = "".join(f' a{number}="1"' for number in range(attributes))
            started = time.monotonic()
            with pytest.raises(UserError) as refused:
                pages.read(f"<html><body><p{page_of}>{PARAGRAPHS[0]}</p></body></html>".encode())
            assert time.monotonic() - started < 12
            assert (refused.value.status, refused.value.code) == (422, "too_complex")
            assert pages.read(page(*PARAGRAPHS)).title == "Dam repair"


@pytest.mark.faults
def test_a_reader_that_dies_is_replaced() -> None:
    with HtmlReader() as pages:
        pages.read(page(*PARAGRAPHS))
        process = pages._process
        assert process is not None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        with pytest.raises(UserError) as refused:
            pages.read(page(*PARAGRAPHS))
        assert refused.value.code == "too_complex"
        assert pages.read(page(*PARAGRAPHS)).title == "Dam repair"
