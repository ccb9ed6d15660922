"""Two texts compared by their runs of five words: how much of the shorter stands in the longer, and the MinHash bands
by which texts worth comparing are found. Functions of the texts alone.

Five words (Broder 1997 used ten on whole pages) outlast the small edits that outlets make to wire copy, and are long
enough that two reports on one event share hardly any outside the words they quote.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice

WORDS = 5
BANDS = 64
ROWS = 2
"""A pair of texts of Jaccard similarity j shares a band with probability 1 - (1 - j^2)^64: 0.98 at j = 0.25, which is
a copy of half the length with edits; 0.006 at j = 0.01, which is two reports on one event."""

MOST_WORDS = 20_000  # the longest texts are compared by these: 800,000 words took 8 s and 1 GB, these 0.15 s

_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[str]:
    """The runs of five words, in lower case, without punctuation (outlets change quotation marks first of all). A
    text of fewer words is one run, one of more than 20,000 is read to there."""
    words = [found[0] for found in islice(_WORD.finditer(text.lower()), MOST_WORDS)]
    if len(words) <= WORDS:
        return frozenset([" ".join(words)] if words else [])
    return frozenset(" ".join(words[start : start + WORDS]) for start in range(len(words) - WORDS + 1))


def share(a: frozenset[str], b: frozenset[str]) -> float:
    """The part of the smaller set that stands in the larger one, 0..1."""
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def bands(of: frozenset[str]) -> Iterator[tuple[int, int]]:
    """(band, digest) pairs; the digest is a signed 64-bit number."""
    if not of:
        return
    from datasketch import MinHash  # brings scipy along: 0.8 s that a worker or a command need not wait for

    minhash = MinHash(num_perm=BANDS * ROWS, seed=1, scheme="affine32")
    minhash.update_batch([shingle.encode() for shingle in of])
    values = minhash.hashvalues.astype("<u8")
    for band in range(BANDS):
        rows = values[band * ROWS : (band + 1) * ROWS].tobytes()
        yield band, int.from_bytes(blake2b(rows, digest_size=8).digest(), "little", signed=True)
