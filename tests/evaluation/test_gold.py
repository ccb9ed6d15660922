from datetime import date
from pathlib import Path

import pytest

from app.errors import InvalidInput
from app.evaluation.gold import parse_article, read_article, read_articles
from app.evaluation.marks import Misread
from app.extraction import Kind, Polarity
from tests.evaluation.articles import article, source

BODY = """
    {s1 Una Crane, the harbour master}, {k1 said} on Monday that {c1 the quay would close}.

    {c2 ‘We tried everything,’} {s2 she} {k2 added}. {c2 ‘It sank.’} {s3 Officials} {k3 declined} {c3 to comment}.
"""
LINES = [
    "1: indirect said | speaker=una-crane | statement=quay-1 | thread=quay | said_on=2024-03-04",
    "2: direct said | speaker=una-crane | statement=solo-001-2-1 | thread=solo-001-2",
    "3: indirect declined | speaker=- | statement=solo-001-3-1 | thread=solo-001-3",
]


def test_an_article_is_read_with_spans_of_the_stored_text() -> None:
    found = article(BODY, LINES)
    assert found.text.startswith("Quay to close\n\nUna Crane, the harbour master, said on Monday")
    assert found.text[found.body_start :] == found.body
    first, second, third = found.claims
    assert [found.text[start:end] for start, end in second.content] == ["‘We tried everything,’", "‘It sank.’"]
    assert [found.text[start:end] for start, end in first.source] == ["Una Crane, the harbour master"]
    assert [found.text[start:end] for start, end in third.cue] == ["declined"]
    assert (first.kind, first.said_on, first.speaker) == (Kind.INDIRECT, date(2024, 3, 4), "una-crane")
    assert (third.polarity, third.speaker) == (Polarity.DECLINED, None)


def test_a_body_that_opens_with_its_headline_is_not_given_it_twice() -> None:
    found = article("Quay to close\n\n{s1 He} {k1 said} {c1 it would}.", [LINES[1].replace("2:", "1:")])
    assert found.text == "Quay to close\n\nHe said it would."
    assert found.text[slice(*found.claims[0].content[0])] == "it would"


@pytest.mark.parametrize(
    ("words", "line", "what"),
    [
        ("", 1, "0 lines '---'"),
        (source(BODY, LINES).replace("---\n", "", 1), 1, "1 lines '---'"),
        (source(BODY, LINES, more=["colour: red"]), 6, "no line of a header"),
        (source(BODY, LINES, more=["copy_of:"]), 6, "no line of a header"),
        (source(BODY, LINES, more=["byline: Ann"]), 6, "byline is given twice"),
        (source(BODY, LINES).replace("byline: Ann Other\n", ""), 1, "byline is missing"),
        (source(BODY, LINES, published_at="yesterday"), 5, "'yesterday' is no time"),
        (source(BODY, LINES, published_at="2024-03-05T09:00:00"), 5, "has no zone"),
        (source(BODY, LINES, more=["modified_at: 2024-03-05T08:00:00+00:00"]), 6, "not after published_at"),
        (source("", LINES), 7, "the body is empty"),
        (source(BODY.replace("{c1", "{q1"), LINES), 7, "opens no mark"),
        (source(BODY.replace("declined}", "declined"), LINES), 9, "is not closed"),
        (source(BODY, LINES[:2]), 9, "belongs to no claim line"),
        (source(BODY, [*LINES, LINES[2].replace("3:", "4:")]), 14, "claim 4 has no content"),
        (source(BODY, [LINES[0].replace("03-04", "03-06"), *LINES[1:]]), 11, "said_on 2024-03-06 is after publication"),
        (source(BODY, [LINES[0].replace("=quay-1", "=kay-1"), *LINES[1:]]), 11, "kay-1 is no statement of quay"),
        (source(BODY.replace("{s2 she}", "{c2 she {c2 and} he}"), LINES), 9, "c2 stands within itself"),
    ],
)
def test_what_is_wrong_is_told_with_the_line_of_the_file(words: str, line: int, what: str) -> None:
    with pytest.raises(Misread) as caught:
        parse_article(words, slug="001-quay")
    assert what in str(caught.value)
    assert caught.value.line == line


def test_the_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "007-broken.txt"
    path.write_text(source(BODY, [*LINES, "9 direct"]), encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"007-broken\.txt, line 14: '9 direct' is not of the form"):
        read_article(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidInput, match=r"007-broken\.txt is not UTF-8"):
        read_article(path)


def test_a_folder_is_read_in_the_order_of_the_names(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no seed article"):
        read_articles(tmp_path)
    (tmp_path / "articles").mkdir()
    for slug in ("002-b", "001-a"):
        (tmp_path / "articles" / f"{slug}.txt").write_text(source(BODY, LINES, slug=slug), encoding="utf-8")
    assert [each.slug for each in read_articles(tmp_path)] == ["001-a", "002-b"]
