"""Where a candidate stands as seen from an anchor: how far, in which sentence and paragraph, how much lies between.

Decision: only the eight nearest candidates on each side of an anchor are looked at, so the cost grows with the text
and not with its square.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.extraction.tagger.pieces import Pieces
from app.extraction.tagger.tags import Range

SIDE = 8
DISTANCES = 16
SENTENCES = 7
PARAGRAPHS = 5
BETWEEN = 8

Places = NDArray[np.int64]


def nearest(anchors: Sequence[Range], candidates: Sequence[Range]) -> NDArray[np.int64]:
    """Indices of shape (anchors, 16) of the candidates around each anchor, -1 where there are fewer. Both in order."""
    begins = np.asarray([first for first, _ in candidates], dtype=np.int64)
    at = np.searchsorted(begins, np.asarray([first for first, _ in anchors], dtype=np.int64))
    which = at[:, None] + np.arange(-SIDE, SIDE)[None, :]
    return np.where((0 <= which) & (which < len(candidates)), which, -1)


def places(
    pieces: Pieces, anchors: Sequence[Range], candidates: Sequence[Range], which: NDArray[np.int64], *, start: int = 0
) -> Places:
    """Shape (anchors, 16, 4): distance, sentences and paragraphs apart, candidates between. ``start`` is the piece that
    ranges count from."""
    a = np.asarray(anchors, dtype=np.int64).reshape(-1, 1, 2)
    b = np.asarray(candidates, dtype=np.int64).reshape(-1, 2)[np.maximum(which, 0)]
    after = b[..., 0] - a[..., 1]
    before = a[..., 0] - b[..., 1]
    gap = np.maximum(np.maximum(after, before), 0)
    steps = np.minimum(np.floor(np.log2(gap + 1)).astype(np.int64), DISTANCES // 2 - 1)
    distance = np.where(b[..., 0] < a[..., 0], DISTANCES // 2 - 1 - steps, DISTANCES // 2 + steps)
    firsts = (start + b[..., 0], start + a[..., 0])
    sentence = np.clip(pieces.sentences[firsts[0]] - pieces.sentences[firsts[1]], -3, 3) + 3
    paragraph = np.clip(pieces.paragraphs[firsts[0]] - pieces.paragraphs[firsts[1]], -2, 2) + 2
    order = np.arange(which.shape[1])[None, :] - SIDE
    between = np.broadcast_to(np.minimum(np.where(order < 0, -1 - order, order), BETWEEN - 1), which.shape)
    return np.stack([distance, sentence, paragraph, between], axis=-1)
