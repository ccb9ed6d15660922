"""The deterministic twin: same interface, near where words are shared, the same in every process."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.embedding import HashingEmbedder

PLACES = {33: 0.6667, 96: 0.3333, 295: -0.6667}
"""Where the two words and their pair were put on the day this was written."""
TEXTS = ["The mill at Holm will close.", "The mill at Holm will close in June.", "Herring is back.", "", "..."]


def test_rows_are_of_length_one_and_of_the_dimension() -> None:
    rows = HashingEmbedder(dimension=64).encode(TEXTS)
    assert rows.shape == (5, 64)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-6)


def test_texts_that_share_words_are_near() -> None:
    one, near, far, *_ = HashingEmbedder().encode(TEXTS)
    assert one @ near > 0.7
    assert abs(one @ far) < 0.3


def test_no_text_gives_no_row() -> None:
    assert HashingEmbedder().encode([]).shape == (0, 384)


def test_it_is_the_same_in_another_process() -> None:
    (row,) = HashingEmbedder(dimension=1000).encode(["The mill"])
    assert {int(place): round(float(row[place]), 4) for place in row.nonzero()[0]} == PLACES


def test_it_marks_long_texts() -> None:
    assert HashingEmbedder().truncates("mill " * 257)
    assert not HashingEmbedder().truncates("mill " * 256)


@given(st.lists(st.text(), max_size=4))
def test_no_text_makes_it_raise(texts: list[str]) -> None:
    assert np.isfinite(HashingEmbedder().encode(texts)).all()
