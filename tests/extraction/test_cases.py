"""The written cases of ``cases/``: who says what, with which polarity, for every phenomenon of attributed speech."""

from collections import Counter

import pytest

from app.extraction import Polarity, Tagger
from tests.extraction.cases import Case, cases
from tests.extraction.cases.judging import judge

CASES = list(cases())
OPEN = [case for case in CASES if not case.held]
FEWEST = 10  # of a phenomenon
LEAST_RIGHT = 0.95  # share of polarities, over every attribution that the cases list
LEAST_HELD = 0.90  # share of cases without any fault


@pytest.mark.parametrize("case", OPEN, ids=lambda case: f"{case.phenomenon}: {case.text[:50]}")
def test_a_written_case_is_read_as_it_says(case: Case) -> None:
    assert judge(case).faults() == []


def test_every_phenomenon_has_its_cases():
    counts = Counter(case.phenomenon for case in CASES)
    assert sum(counts.values()) >= 240
    assert min(counts.values()) >= FEWEST
    polarities = Counter(one.polarity for case in CASES for one in case.expected)
    assert all(polarities[one] >= FEWEST for one in Polarity)


@pytest.mark.parametrize("held", [False, True])
def test_polarity_is_right_over_the_written_cases(held):
    met = [pair for case in CASES if case.held is held for pair in judge(case).met]
    right = sum(found is not None and found.polarity is expected.polarity for expected, found in met)
    assert right / len(met) >= LEAST_RIGHT


def test_no_denial_refusal_question_or_guess_is_stored_as_said():
    assert [found for case in CASES for found in judge(case).wrongly_said()] == []


def test_cases_that_no_rule_was_made_by_are_mostly_right():
    held = [judge(case).faults() for case in CASES if case.held]
    assert sum(not faults for faults in held) / len(held) >= LEAST_HELD


@pytest.fixture(scope="module")
def judged():
    """Every case with the packaged tagger."""
    tagger = Tagger()
    return [judge(case, tagger) for case in CASES]


@pytest.mark.model
def test_with_the_tagger_polarity_is_right_over_the_written_cases(judged):
    met = [pair for one in judged for pair in one.met]
    right = sum(found is not None and found.polarity is expected.polarity for expected, found in met)
    assert right / len(met) >= LEAST_RIGHT


@pytest.mark.model
def test_with_the_tagger_nothing_that_was_not_said_is_stored_as_said(judged):
    assert [found for one in judged for found in one.wrongly_said()] == []


@pytest.mark.model
def test_with_the_tagger_most_cases_are_read_as_they_say(judged):
    assert sum(not one.faults() for one in judged) / len(judged) >= LEAST_HELD
