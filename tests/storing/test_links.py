"""Which claims of an article are compared at all: enough of them, and never all with all of thousands."""

import numpy as np
import pytest

from app.matching import Comparable
from app.storing.comparing import Compared
from app.storing.links import MOST_NEIGHBOURS, MOST_PAIRS, MOST_WITHIN, _pairs_within, most_neighbours


def alike(count: int) -> list[Compared]:
    """Claims of one article that all lie near each other."""
    rows = np.random.default_rng(3).normal(0, 0.02, (count, 16)).astype(np.float32)
    rows[:, 0] = 1.0
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    comparable = Comparable("the ferry would lose its subsidy")
    return [Compared(100 + place, 1, (place,), comparable, row, None, False) for place, row in enumerate(rows)]


def test_the_claims_of_a_short_article_are_all_compared() -> None:
    assert _pairs_within(alike(4)) == {(100, 101), (100, 102), (100, 103), (101, 102), (101, 103), (102, 103)}


@pytest.mark.parametrize("count", [600, 3_000])
def test_thousands_of_claims_are_compared_with_the_nearest_alone(count: int) -> None:
    pairs = _pairs_within(alike(count))
    assert count < len(pairs) <= count * MOST_WITHIN
    assert all(one < other for one, other in pairs)


def test_claims_on_other_things_are_not_compared() -> None:
    one, other = alike(2)
    far = np.zeros(16, dtype=np.float32)
    far[5] = 1.0
    assert _pairs_within([one, Compared(200, 1, (1,), other.comparable, far, None, False)]) == set()


def test_an_ordinary_article_is_compared_with_all_its_neighbours_and_a_huge_one_with_fewer() -> None:
    assert most_neighbours(0) == most_neighbours(100) == MOST_NEIGHBOURS
    assert most_neighbours(1_000) * 1_000 <= MOST_PAIRS
    assert most_neighbours(1_000_000) == MOST_WITHIN
