"""Tags of pieces: spans in, spans out; decoding keeps to what may follow what."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extraction.tagger.tags import OUTSIDE, SIZE, Role, allowed, begin, spans, viterbi, write


def certain(tags: np.ndarray) -> np.ndarray:
    """Log-probabilities that leave no doubt."""
    rows = np.full((len(tags), SIZE), -20.0, dtype=np.float32)
    rows[np.arange(len(tags)), tags] = 0.0
    return rows


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("speech", [True, False])
def test_a_span_written_is_read_again(role: Role, speech: bool) -> None:
    tags = np.zeros(6, dtype=np.int64)
    write(tags, (1, 4), role, speech=speech)
    (found,) = spans(viterbi(certain(tags)), np.exp(certain(tags)))
    assert (found.role, found.pieces) == (role, (1, 4))
    assert found.score == pytest.approx(1.0, abs=1e-3)
    assert found.speech == pytest.approx(1.0 if speech else 0.0, abs=1e-3)


def test_neighbours_of_one_role_stay_two_spans() -> None:
    tags = np.zeros(5, dtype=np.int64)
    write(tags, (0, 2), Role.CONTENT, speech=True)
    write(tags, (2, 5), Role.CONTENT, speech=True)
    assert [each.pieces for each in spans(viterbi(certain(tags)), np.exp(certain(tags)))] == [(0, 2), (2, 5)]


def test_an_empty_span_marks_nothing() -> None:
    tags = np.zeros(3, dtype=np.int64)
    write(tags, (2, 2), Role.CUE, speech=True)
    assert not tags.any()


def test_nothing_gives_nothing() -> None:
    assert len(viterbi(np.zeros((0, SIZE), dtype=np.float32))) == 0
    assert spans(np.zeros(0, dtype=np.int64), np.zeros((0, SIZE), dtype=np.float32)) == []


@settings(deadline=None)
@given(st.lists(st.lists(st.floats(-9, 0), min_size=SIZE, max_size=SIZE), min_size=1, max_size=30))
def test_the_best_path_is_an_allowed_one(rows: list[list[float]]) -> None:
    tags = viterbi(np.asarray(rows, dtype=np.float32))
    assert tags[0] == OUTSIDE or tags[0] % 2 == 1
    assert all(allowed()[a, b] for a, b in pairwise(tags))


@settings(deadline=None)
@given(st.lists(st.lists(st.floats(-9, 0), min_size=SIZE, max_size=SIZE), min_size=1, max_size=4))
def test_no_allowed_path_is_better(rows: list[list[float]]) -> None:
    scores = np.asarray(rows, dtype=np.float32)
    tags = viterbi(scores)
    best = scores[np.arange(len(tags)), tags].sum()
    paths = [((tag,), scores[0, tag]) for tag in range(SIZE) if tag == OUTSIDE or tag % 2 == 1]
    for row in scores[1:]:
        paths = [
            ((*path, tag), total + row[tag])
            for path, total in sorted(paths, key=lambda one: -one[1])[:400]
            for tag in range(SIZE)
            if allowed()[path[-1], tag]
        ]
    assert best == pytest.approx(max(total for _, total in paths), abs=1e-3)


def test_thirteen_tags() -> None:
    openings = {begin(role, speech=speech) for role in Role for speech in (True, False)}
    assert openings | {tag + 1 for tag in openings} | {OUTSIDE} == set(range(SIZE))
