"""Words shown are slices of the stored text, whatever the spans do to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.cutting import Mark, around, cut, paragraphs, segments


@pytest.mark.parametrize(
    ("spans", "expected"),
    [((), ""), (((0, 3),), "“No"), (((0, 4), (10, 15)), "“No, … “yes”")],
)
def test_cut(spans: tuple[tuple[int, int], ...], expected: str) -> None:
    assert cut("“No, Ada, “yes” said", spans) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("one", ["one"]),
        ("one\n\ntwo", ["one", "two"]),
        ("  one \n \n\n two\n", ["one", "two"]),
        ("one\r\n\r\ntwo", ["one", "two"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("b", "a b c"), ("a", "a b c"), ("c", "a b c"), ("e", "d e"), ("d e", "d e"), ("c\nd", "a b c\nd e")],
)
def test_around_is_the_whole_paragraph(words: str, expected: str) -> None:
    text = "a b c\nd e\nf"
    start, end = around(text, [(text.index(words), text.index(words) + len(words))])
    assert text[start:end] == expected


def test_around_nothing_is_nothing() -> None:
    assert around("a b", []) == (0, 0)


def test_nested_and_overlapping_marks() -> None:
    text = "She said he said no, twice."
    marks = [Mark(9, 19, 1), Mark(17, 19, 2), Mark(15, 26, 3)]
    found = segments(text, (0, len(text)), marks)
    assert [(part.text, [mark.claim_id for mark in part.marks]) for part in found] == [
        ("She said ", []),
        ("he sai", [1]),
        ("d ", [3, 1]),
        ("no", [3, 1, 2]),
        (", twice", [3]),
        (".", []),
    ]


SPAN = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(text=st.text(min_size=1, max_size=40), spans=st.lists(SPAN, max_size=6), window=SPAN)
def test_segments_joined_are_the_window(text: str, spans: list[tuple[int, int]], window: tuple[int, int]) -> None:
    first, last = min(window[0], len(text)), min(window[1], len(text))
    marks = [Mark(start, end, id) for id, (start, end) in enumerate(spans)]
    found = segments(text, (first, last), marks)
    assert "".join(part.text for part in found) == text[first:last]
    place = first
    for part in found:
        inside = {mark.claim_id for mark in marks if mark.start <= place < mark.end}
        assert {mark.claim_id for mark in part.marks} == inside
        place += len(part.text)
