"""Confidences are fitted to what was right, and the table tells where they are not."""

import random

import pytest

from app.extraction.candidates import Candidate
from app.extraction.tagger.finds import Find
from app.extraction.tagger.judging import INPUTS, probability
from app.training.calibration import error, fit, reliability


def find(inputs: list[float]) -> Find:
    candidate = Candidate(((0, 1),), (), (), "tagger", "", 0.0, (0, 1))
    return Find(candidate, tuple(inputs))


def test_what_tells_right_from_wrong_is_learned() -> None:
    chance = random.Random(5)
    found, right = [], []
    for _ in range(600):
        inputs = [chance.gauss(0, 1) for _ in INPUTS]
        found.append(find(inputs))
        right.append(chance.random() < 1 / (1 + 2.718 ** (-2 * inputs[0])))
    calibration = fit(found, right, least=0.4)
    confidence = [probability(one.known, calibration.weights) for one in found]
    assert calibration.weights[0] == pytest.approx(2.0, abs=0.5)
    assert error(reliability(confidence, right)) < 0.06


def test_from_too_few_nothing_is_handed_on() -> None:
    calibration = fit([find([1.0] * len(INPUTS))] * 5, [True, False, True, False, True], least=0.4)
    assert probability([1.0] * len(INPUTS), calibration.weights) < 0.001


def test_beliefs_teach_nothing() -> None:
    chance = random.Random(6)
    found = [find([chance.gauss(0, 1) for _ in INPUTS]) for _ in range(200)]
    right: list[bool | None] = [one.known[0] > 0 for one in found]
    unsure = [*found, *[find([9.0] * len(INPUTS))] * 50]
    assert fit(found, right, least=0.4) == fit(unsure, [*right, *[None] * 50], least=0.4)


def test_the_table() -> None:
    table = reliability([0.05, 0.95, 0.92, 1.0, 0.5], [False, True, False, True, None])
    assert [(each.least, each.finds, each.right) for each in table] == [(0.0, 1, 0.0), (0.9, 3, pytest.approx(2 / 3))]
    assert error(table) == pytest.approx((0.05 + 3 * (0.9567 - 0.6667)) / 4, abs=1e-3)
    assert error([]) == 0.0
