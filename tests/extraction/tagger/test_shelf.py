"""Spans are found by where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from app.extraction.tagger.shelf import WIDTH, Shelf

SPANS = st.tuples(st.integers(0, 3000), st.integers(1, 700)).map(lambda one: ((one[0], one[0] + one[1]),))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_whatever_overlaps_is_near(held: list[tuple[tuple[int, int], ...]], asked: tuple[tuple[int, int], ...]) -> None:
    near = Shelf(held, 4000).near(asked)
    (start, end) = asked[0]
    overlapping = [at for at, ((a, b),) in enumerate(held) if a < end and start < b]
    assert set(overlapping) <= set(near)
    assert near == sorted(set(near))
    assert all(held[at][0][0] - end < WIDTH and start - held[at][0][1] < WIDTH for at in near)
