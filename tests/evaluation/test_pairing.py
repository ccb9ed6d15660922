import pytest

from app.evaluation.pairing import jaccard, judge, matches, words
from app.extraction import Spans
from tests.evaluation.articles import article
from tests.evaluation.finds import judged, perfect

LINES = [
    "1: indirect said | speaker=una-crane | statement=quay-1 | thread=quay",
    "2: direct said | speaker=una-crane | statement=solo-001-2-1 | thread=solo-001-2",
]
ARTICLE = article("{s1,2 Crane} {k1,2 said} {c1 the quay would close}: {c2 ‘We tried.’}", LINES)
"""Quay to close / Crane said the quay would close: ‘We tried.’"""


@pytest.mark.parametrize(
    ("spans", "count"),
    [((), 0), (((0, 13),), 3), (((0, 4), (8, 13)), 2), (((0, 2),), 1), (((4, 5),), 0)],
)
def test_spans_stand_for_the_words_they_cover(spans: Spans, count: int) -> None:
    assert len(words("Quay to close", spans)) == count


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [({1, 2}, {1, 2}, 1.0), ({1, 2}, {2, 3}, 1 / 3), ({1}, {2}, 0.0), (set(), set(), 0.0), ({1, 2}, {1}, 0.5)],
)
def test_overlap_is_the_share_of_common_words(one: set[int], other: set[int], overlap: float) -> None:
    assert jaccard(frozenset(one), frozenset(other)) == overlap


def test_the_best_pair_is_made_first_and_each_claim_is_used_once() -> None:
    golden = [frozenset({1, 2, 3, 4}), frozenset({3, 4})]
    finds = [frozenset({3, 4}), frozenset({2, 3, 4}), frozenset({9})]
    assert matches(golden, finds) == [(1, 0, 1.0), (0, 1, 0.75)]
    assert matches(golden, []) == matches([], finds) == []


def test_under_half_of_the_words_is_no_match() -> None:
    assert matches([frozenset({1, 2, 3})], [frozenset({1})]) == []
    assert matches([frozenset({1, 2})], [frozenset({1})]) == [(0, 0, 0.5)]


def test_what_is_missed_and_what_is_surplus() -> None:
    first, second = ARTICLE.claims
    other = perfect(second, content=((15, 25),))
    found = judge(ARTICLE, [perfect(first), other])
    assert [pair.gold.number for pair in found.pairs] == [1]
    assert found.missed() == [second]
    assert found.surplus() == [other]
    whole = judged(ARTICLE)
    assert (whole.missed(), whole.surplus()) == ([], [])


def test_what_is_found_in_the_headline_is_not_judged() -> None:
    found = judge(ARTICLE, [perfect(ARTICLE.claims[0], content=((0, 13),))])
    assert found.found == ()
    assert len(found.missed()) == 2


def test_what_is_told_inside_another_claim_is_neither_found_nor_surplus() -> None:
    first, second = ARTICLE.claims
    told, other = (perfect(second, is_second_hand=True, content=content) for content in (second.content, ((15, 25),)))
    found = judge(ARTICLE, [perfect(first), told, other])
    assert (len(found.found), len(found.pairs), found.surplus(), found.missed()) == (1, 1, [], [second])
    assert found.second_hand == (told, other)
    assert found.told() == [(second, told)]
    both = judge(ARTICLE, [perfect(second), told])
    assert ([pair.found for pair in both.pairs], both.told()) == ([perfect(second)], [])
