"""How a text longer than the encoder reads is cut into windows, and which piece is judged in which of them.

Decision: windows overlap, and a piece is judged where it stands farthest from a border, so that hardly a piece is
judged without the words on both sides of it.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

LENGTH = 254
"""Pieces of a window; with the two marks of its ends 256, what the encoder was trained to read."""
OVERLAP = 64
"""Pieces that neighbouring windows share."""


def windows(count: int, *, length: int = LENGTH, overlap: int = OVERLAP) -> list[tuple[int, int]]:
    """Half-open ranges that cover ``count`` pieces."""
    if count <= length:
        return [(0, count)] if count else []
    step = length - overlap
    starts = list(range(0, count - length, step))
    return [(start, start + length) for start in starts] + [(count - length, count)]


def deciding(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each window the range of pieces that it decides: between the middles of its overlaps."""
    borders = [cuts[0][0]] if cuts else []
    borders += [(cuts[at][0] + cuts[at - 1][1]) // 2 for at in range(1, len(cuts))]
    borders += [cuts[-1][1]] if cuts else []
    return list(pairwise(borders))


def padded(rows: list[NDArray[np.int64]], *, fill: int = 0) -> NDArray[np.int64]:
    """Arrays of shape (n,) or (n, k) stacked as one, each filled up to the longest."""
    longest = max(len(row) for row in rows)
    stacked = np.full((len(rows), longest, *rows[0].shape[1:]), fill, dtype=np.int64)
    for at, row in enumerate(rows):
        stacked[at, : len(row)] = row
    return stacked
