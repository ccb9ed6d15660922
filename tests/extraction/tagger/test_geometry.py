"""Where candidates stand as seen from an anchor."""

import numpy as np

from app.extraction.tagger.geometry import SIDE, nearest, places
from app.extraction.tagger.pieces import Pieces


def pieces(count: int) -> Pieces:
    """Ten pieces a sentence, two sentences a paragraph."""
    at = np.arange(count, dtype=np.int64)
    return Pieces(at, at, at + 1, np.zeros((count, 4), dtype=np.int64), at // 10, at // 20)


def test_the_nearest_on_both_sides() -> None:
    candidates = [(at, at + 1) for at in range(0, 400, 10)]
    which = nearest([(205, 206)], candidates)
    assert which.shape == (1, 2 * SIDE)
    assert [candidates[at][0] for at in which[0]] == list(range(130, 290, 10))


def test_fewer_candidates_leave_places_empty() -> None:
    which = nearest([(5, 6)], [(1, 2), (8, 9)])
    assert [at for at in which[0] if at >= 0] == [0, 1]
    assert (which >= 0).sum() == 2


def test_before_and_after_are_told_apart() -> None:
    anchors, candidates = [(50, 52)], [(40, 42), (60, 62)]
    which = nearest(anchors, candidates)
    seen = places(pieces(100), anchors, candidates, which)
    before, after = (seen[0, int(np.flatnonzero(which[0] == at)[0])] for at in (0, 1))
    assert before[0] < after[0]  # distance with its sign
    assert before[1] == 2  # a sentence earlier
    assert after[1] == 4  # a sentence later
    assert before[2] == 2  # in the same paragraph
    assert after[2] == 3
    assert before[3] == after[3] == 0  # nothing between


def test_places_are_within_their_tables() -> None:
    anchors = [(at, at + 3) for at in range(0, 3000, 7)]
    which = nearest(anchors, anchors)
    seen = places(pieces(3010), anchors, anchors, which)
    assert (seen >= 0).all()
    assert seen.max(axis=(0, 1)).tolist() <= [15, 6, 4, 7]


def test_ranges_may_count_from_a_window() -> None:
    whole = places(pieces(100), [(50, 52)], [(60, 62)], nearest([(50, 52)], [(60, 62)]))
    part = places(pieces(100), [(10, 12)], [(20, 22)], nearest([(10, 12)], [(20, 22)]), start=40)
    assert (whole == part).all()
