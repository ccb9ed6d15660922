"""A deterministic embedder without a model: hashed words and word pairs. The twin of the real one for tests.

Decision: it keeps the one property tests lean on (texts that share words are near, others are not) and the same
interface; it knows nothing of meaning, so it is no substitute in a newsroom. Python's own `hash` is salted for each
process and is not used.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"\w+")
LONGEST = 256
"""Words read before a text counts as cut, like the word pieces of the real model; all of them are read here."""


class HashingEmbedder:
    """Hashes words (weight 1) and pairs of neighbouring words (weight ½) to signed columns of a row of length one.

    A text without words gets the first unit vector, so that every row is of length one.
    """

    def __init__(self, *, dimension: int = 384) -> None:
        self.dimension = dimension
        self.name = f"hashed-words-{dimension}"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows of shape (len(texts), dimension)."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float64)
        for row, text in zip(rows, texts, strict=True):
            for feature, weight in _features(text):
                column, sign = _place(feature, self.dimension)
                row[column] += sign * weight
            if not row.any():
                row[0] = 1.0
        rows /= np.linalg.norm(rows, axis=1, keepdims=True) if len(texts) else 1.0
        return rows.astype(np.float32)

    def truncates(self, text: str) -> bool:
        """Whether the text has more than 256 words: the twin marks long texts as the real model does."""
        return len(WORD.findall(text)) > LONGEST


def _features(text: str) -> Iterator[tuple[str, float]]:
    words = WORD.findall(text.lower())
    yield from ((word, 1.0) for word in words)
    yield from ((f"{first} {second}", 0.5) for first, second in pairwise(words))


@lru_cache(maxsize=65536)
def _place(feature: str, dimension: int) -> tuple[int, float]:
    digest = int.from_bytes(blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
    return (digest >> 1) % dimension, 1.0 if digest & 1 else -1.0
