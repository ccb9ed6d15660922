"""Nothing that a person types is an error, and what they type means what it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.search.find import Filters, by_words
from app.search.words import marked, read_words


@pytest.mark.parametrize(
    ("typed", "groups", "without"),
    [
        ("", (), ()),
        ("red line", (("red",), ("line",)), ()),
        ('"red line"', (("red line",),), ()),
        ("“red line”", (("red line",),), ()),
        ('"red line', (("red line",),), ()),
        ("red -line", (("red",),), ("line",)),
        ('red -"old line"', (("red",),), ("old line",)),
        ("red OR blue line", (("red", "blue"), ("line",)), ()),
        ("OR red OR", (("red",),), ()),
        ("red or blue", (("red",), ("or",), ("blue",)), ()),
        ("covid-19", (("covid-19",),), ()),
        ('- -- "" \' * ( ) :', (), ()),
        ("speaker:ada AND (x", (("speaker:ada",), ("AND",), ("(x",)), ()),
        ("-line", (), ("line",)),
    ],
)
def test_read_words(typed: str, groups: tuple[tuple[str, ...], ...], without: tuple[str, ...]) -> None:
    read = read_words(typed)
    assert (read.groups, read.without) == (groups, without)


@pytest.mark.parametrize(
    ("typed", "required"),
    [
        ("red line", None),
        ('"red line" blue', '("red line")'),
        ('a OR "red line" "x" -"y"', '("a" OR "red line") AND ("x")'),
        ('""', None),
    ],
)
def test_what_stands_in_quotation_marks_is_required(typed: str, required: str | None) -> None:
    assert read_words(typed).required == required


ORDINARY = [
    *[
        "AND",
        "OR",
        "NOT",
        "NEAR(a b)",
        "a*",
        "^a",
        "col:x",
        '"',
        '""',
        '"""',
        "(",
        ")",
        "a(b",
        "-",
        "--",
        "-a",
        "+",
        "*",
    ],
    *[
        "50%",
        "o'brien",
        "3.5",
        "€",
        "a,b",
        "a:b",
        "{x}",
        "'; drop table claim; --",
        "\x00",
        "a\x00b",
        "\ud83d",
        "é",
        "名",
    ],
    *["tunnel -", "x" * 5000, "a " * 500, "OR OR", '-"', 'tunnel -"', "tunnel OR -november"],
]


@pytest.mark.parametrize("typed", ORDINARY)
def test_nothing_typed_is_an_error(session: Session, typed: str) -> None:
    words = read_words(typed.encode("utf-8", "replace").decode())
    assert isinstance(by_words(session, words, Filters()), list)


@settings(max_examples=300, deadline=None)
@given(typed=st.text(max_size=30))
def test_every_query_is_one_string_of_quoted_terms(typed: str) -> None:
    words = read_words(typed)
    bare = "".join((words.match or "").replace('""', "").split('"')[::2])
    assert set(bare.replace("AND", "").replace("OR", "").replace("NOT", "")) <= {"(", ")", " "}


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        ("tunnel", True),
        ("tunnels", True),
        ("TUNNEL november", True),
        ('"harbour tunnel will open"', True),
        ('"tunnel harbour"', False),
        ("tunnel -budget", False),
        ("ferry OR budget tunnel", True),
        ("ferry tunnel", False),
        ("Vestergaard tunnel", True),
    ],
)
def test_finds_the_first_claim(session: Session, typed: str, finds: bool) -> None:
    assert (1 in by_words(session, read_words(typed), Filters())) is finds


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Red lines, red tape", ("red",), [("Red", True), (" lines, ", False), ("red", True), (" tape", False)]),
        ("Redder", ("red",), [("Redder", False)]),
        ("a", (), [("a", False)]),
        ("one (two)", ("(two",), [("one ", False), ("(two", True), (")", False)]),
    ],
)
def test_marked(text: str, words: tuple[str, ...], expected: list[tuple[str, bool]]) -> None:
    assert list(marked(text, words)) == expected


@given(text=st.text(max_size=40), words=st.lists(st.text(min_size=1, max_size=5), max_size=4))
def test_marked_words_joined_are_the_text(text: str, words: list[str]) -> None:
    assert "".join(part for part, _ in marked(text, words)) == text
