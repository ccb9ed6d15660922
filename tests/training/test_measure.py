"""Finds against marks."""

import pytest

from app.training.measure import Measured, Spoken, matches, words

TEXT = "Ann said it rained. Bob thinks it snowed."
GOLD = {
    "text": TEXT,
    "attributions": [
        {"content": [[9, 18]], "source": [[0, 3]], "kind": "indirect", "speech": True},
        {"content": [[31, 40]], "source": [[20, 23]], "kind": "indirect", "speech": False},
    ],
}


def test_words_are_told_by_where_they_begin() -> None:
    assert words(TEXT, [[4, 18]]) == {4, 9, 12}


def test_the_greatest_overlap_is_matched_first() -> None:
    gold = [frozenset({1, 2, 3}), frozenset({3, 4})]
    assert sorted(matches(gold, [frozenset({3, 4}), frozenset({2, 3})])) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("content", "right"), [([[9, 18]], True), ([[4, 18]], True), ([[31, 40]], None), ([[0, 8]], False)]
)
def test_right_wrong_and_neither(content: list[list[int]], right: bool | None) -> None:
    assert Measured().add(GOLD, [Spoken(content, [])]) == [right]


def test_counts() -> None:
    measured = Measured()
    measured.add(GOLD, [Spoken([[9, 18]], [[0, 3]]), Spoken([[31, 40]], []), Spoken([[0, 8]], [])])
    whole = measured.quality["all"]
    assert (whole.gold, whole.found, whole.matched, whole.exact, whole.source) == (1, 2, 1, 1, 1)
    assert (whole.precision, whole.recall) == (0.5, 1.0)
    assert whole.f1 == whole.exact_f1 == pytest.approx(2 / 3)
    assert measured.quality["indirect"].matched == 1
    assert measured.quality["direct"].gold == 0


def test_nothing_marked_and_nothing_found() -> None:
    measured = Measured()
    assert measured.add({"text": "", "attributions": []}, []) == []
    assert measured.quality["all"].f1 == 0.0
