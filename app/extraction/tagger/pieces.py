"""A reading as word pieces with what the encoder's tokenizer throws away: casing, marks, breaks, and the rules' finds.

Decision: the tagger is told what the rules know. Each piece carries its casing (the tokenizer folds case), its place
in a quotation (from the scanner, which sees the whole text), the breaks before it, and the role that the rules gave it;
so the scanner and the rules lead where they are right, and the tagger learns where they are not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.extraction.candidates import Candidate, Reading
from app.extraction.values import Span

CASING = 6
MARKS = 4
BREAKS = 4
RULED = 8
FEATURES = (CASING, MARKS, BREAKS, RULED)
"""How many values each feature has; a row of ``Pieces.features`` holds one of each."""

SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, as broken decoders leave it: the tokenizer refuses it."""
SURE = 0.85
"""A rule's find of this confidence or more is shown to the tagger as a sure one."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a text: ``ids`` of shape (n,), ``starts`` and ``ends`` in code points, ``features`` (n, 4),
    and the number of the ``sentences`` and ``paragraphs`` that each stands in."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    features: NDArray[np.int64]
    sentences: NDArray[np.int64]
    paragraphs: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)

    def covering(self, span: Span) -> tuple[int, int]:
        """The pieces that begin in ``span``."""
        return int(np.searchsorted(self.starts, span[0])), int(np.searchsorted(self.starts, span[1]))


def cut(reading: Reading, ruled: Iterable[Candidate], tokenizer: Any) -> Pieces:
    """The pieces of a reading; ``tokenizer`` is the encoder's own (a tokenizers.Tokenizer that does not truncate)."""
    text = reading.text
    encoding = encoded(text, tokenizer)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = np.ascontiguousarray(offsets[:, 0]), np.ascontiguousarray(offsets[:, 1])
    sentences = [(part[0].start, part[-1].end) for part in chain.from_iterable(reading.sentences) if part]
    in_sentence = _numbers(starts, [start for start, _ in sentences])
    in_paragraph = _numbers(starts, [start for start, _ in reading.paragraphs])
    columns = [
        _casing(text, starts, ends),
        _marks(starts, reading.quoted),
        _breaks(in_sentence, in_paragraph),
        _roles(starts, ruled),
    ]
    ids = np.asarray(encoding.ids, dtype=np.int64)
    return Pieces(ids, starts, ends, np.stack(columns, axis=1).reshape(-1, 4), in_sentence, in_paragraph)


def encoded(text: str, tokenizer: Any) -> Any:
    """The tokenizer's encoding of any text: ids and offsets, without marks at its ends."""
    return tokenizer.encode(SURROGATE.sub("\ufffd", text), add_special_tokens=False)


def _numbers(starts: NDArray[np.int64], begins: Sequence[int]) -> NDArray[np.int64]:
    return np.searchsorted(np.asarray(sorted(begins), dtype=np.int64), starts, side="right")


def _casing(text: str, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.fromiter(
        (_case_of(text[start:end]) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)),
        dtype=np.int64,
        count=len(starts),
    )


def _case_of(piece: str) -> int:
    """0 small letters, 1 a capital first, 2 capitals only (two or more), 3 mixed, 4 with a figure, 5 no letter."""
    if piece.islower():
        return 0
    if any(letter.isdigit() for letter in piece):
        return 4
    if not any(letter.isalpha() for letter in piece):
        return 5
    if piece.isupper():
        return 2 if len(piece) > 1 else 1
    return 1 if piece[0].isupper() and (piece[1:].islower() or len(piece) == 1) else 3


def _marks(starts: NDArray[np.int64], quoted: Sequence[Span]) -> NDArray[np.int64]:
    """0 outside, 1 the first piece of a quotation, 2 inside, 3 its last."""
    column = np.zeros(len(starts), dtype=np.int64)
    for start, end in quoted:
        first, last = int(np.searchsorted(starts, start)), int(np.searchsorted(starts, end))
        if first < last:
            column[first:last] = 2
            column[last - 1] = 3
            column[first] = 1
    return column


def _breaks(sentences: NDArray[np.int64], paragraphs: NDArray[np.int64]) -> NDArray[np.int64]:
    """0 none, 1 a new sentence, 2 a new paragraph, 3 anywhere in the first paragraph (mostly a headline)."""
    column = np.zeros(len(sentences), dtype=np.int64)
    if len(column) == 0:
        return column
    column[1:][sentences[1:] != sentences[:-1]] = 1
    column[1:][paragraphs[1:] != paragraphs[:-1]] = 2
    column[paragraphs <= 1] = 3
    return column


def _roles(starts: NDArray[np.int64], ruled: Iterable[Candidate]) -> NDArray[np.int64]:
    """0 not told, 1 nothing, 2 and 3 source, 4 and 5 cue (first, further), 6 content, 7 sure content."""
    column = np.ones(len(starts), dtype=np.int64)
    at = starts.tolist()
    for one in sorted(ruled, key=lambda each: each.confidence):
        content = 7 if one.confidence >= SURE else 6
        for spans, first, further in ((one.content, content, content), (one.source, 2, 3), (one.cue, 4, 5)):
            for start, end in spans:
                begin, stop = bisect_right(at, start - 1), bisect_right(at, end - 1)
                column[begin:stop] = further
                if begin < stop:
                    column[begin] = first
    return column
