"""What an attribution source hands to the merge: a candidate attribution, and the shape of such a source.

Decision: rules and, later, a trained tagger stand behind one protocol. A source of candidates sees a read article and
returns candidates with a confidence; only ``merge`` decides which of them become attributions.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from app.extraction.marks import Quotation
from app.extraction.outline import Sentence
from app.extraction.values import Span, Spans


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its paragraphs, its quotations (``quoted``: their pieces) and, by paragraph, its sentences."""

    text: str
    paragraphs: list[Span]
    quotations: list[Quotation]
    quoted: list[Span]
    sentences: list[list[Sentence]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution. ``verb`` is the lemma of its cue ("" for none), ``around`` the sentence it stands in."""

    content: Spans
    cue: Spans
    source: Spans
    rule: str
    verb: str
    confidence: float
    around: Span
    words: tuple[str, ...] = field(default=())


class AttributionSource(Protocol):
    """Anything that finds candidate attributions in a reading: the rules here, a tagger beside them."""

    def __call__(self, reading: Reading) -> Iterator[Candidate]: ...
