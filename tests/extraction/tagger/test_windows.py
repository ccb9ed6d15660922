"""Windows cover every piece; each piece is decided in exactly one of them, away from its borders."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.tagger.windows import LENGTH, OVERLAP, deciding, padded, windows


@given(st.integers(0, 5000))
def test_every_piece_is_decided_once(count: int) -> None:
    cuts = windows(count)
    parts = deciding(cuts)
    assert [at for first, last in parts for at in range(first, last)] == list(range(count))
    assert all(a <= first and last <= b for (a, b), (first, last) in zip(cuts, parts, strict=True))
    assert all(b - a <= LENGTH for a, b in cuts)


@given(st.integers(LENGTH + 1, 5000))
def test_a_piece_is_decided_with_words_on_both_sides(count: int) -> None:
    cuts = windows(count)
    for (a, b), (first, last) in zip(cuts, deciding(cuts), strict=True):
        assert a == 0 or first - a >= OVERLAP // 2
        assert b == count or b - last >= OVERLAP // 2


@pytest.mark.parametrize(("count", "expected"), [(0, []), (1, [(0, 1)]), (LENGTH, [(0, LENGTH)])])
def test_a_short_text_is_one_window(count: int, expected: list[tuple[int, int]]) -> None:
    assert windows(count) == expected


def test_the_number_of_windows_grows_with_the_text() -> None:
    assert len(windows(100_000)) <= 10 * len(windows(10_000)) + 1


def test_padding_fills_rows_up() -> None:
    rows = padded([np.asarray([1, 2, 3]), np.asarray([4])], fill=9)
    assert rows.tolist() == [[1, 2, 3], [4, 9, 9]]
    assert padded([np.ones((2, 4), dtype=np.int64), np.ones((1, 4), dtype=np.int64)]).shape == (2, 2, 4)
