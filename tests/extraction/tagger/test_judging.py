"""Confidences are probabilities, and their inputs are finite whatever the text."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.tagger.judging import length, likeness, logit, overlap, probability


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (((0, 5),), ((5, 9),), 0),
        (((0, 5),), ((3, 9),), 2),
        (((0, 5), (10, 20)), ((4, 12),), 3),
        ((), ((1, 2),), 0),
    ],
)
def test_overlap(one: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...], shared: int) -> None:
    assert overlap(one, other) == overlap(other, one) == shared


def test_likeness_is_shared_by_all() -> None:
    assert likeness(((0, 10),), ((0, 10),)) == 1.0
    assert likeness(((0, 10),), ((5, 15),)) == pytest.approx(1 / 3)
    assert likeness((), ()) == 0.0
    assert length(((0, 3), (5, 6))) == 4


@given(st.floats(0, 1))
def test_logit_is_bounded(chance: float) -> None:
    assert abs(logit(chance)) < 7


@given(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3))
def test_a_probability_is_one(inputs: list[float]) -> None:
    chance = probability(inputs, (0.5, -2.0, 1.0, 0.1))
    assert 0.0 < chance < 1.0
    assert math.isfinite(chance)


def test_the_constant_is_the_last_weight() -> None:
    assert probability((0.0, 0.0), (1.0, 1.0, 0.0)) == 0.5
    assert probability((2.0, 1.0), (1.0, -1.0, 0.0)) == pytest.approx(1 / (1 + math.exp(-1)))
