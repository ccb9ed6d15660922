"""What rules and tagger hand to the merge: candidate attributions of a read article.

Decision: rules and tagger see the same reading and give the same candidates, with a confidence; only ``merge`` decides
which of them become attributions.
"""

from dataclasses import dataclass, field

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
