"""Text to attributions: who is said to have said what, as spans of the text.

Decision: one pure function is the door of this room. It never raises on strange text; it returns less.
"""

from datetime import date

from app.extraction.asserted import asserted
from app.extraction.confidence import FLOOR
from app.extraction.merge import merge
from app.extraction.reading import read
from app.extraction.rules import rule_candidates
from app.extraction.tagger import Tagger, TaggerUnavailable
from app.extraction.values import Attribution, Kind, Polarity, Precision, Span, Spans

__all__ = [
    "FLOOR",
    "LONGEST",
    "Attribution",
    "Kind",
    "Polarity",
    "Precision",
    "Span",
    "Spans",
    "Tagger",
    "TaggerUnavailable",
    "asserted",
    "extract",
]

LONGEST = 1_000_000
"""Code points of a text that the tagger reads: a longer one is no article, would take one core over two minutes, and is
left to the rules."""


def extract(text: str, *, published_on: date | None = None, tagger: Tagger | None = None) -> list[Attribution]:
    """Attributions of ``text`` in order of the start of their content: by the rules and, where given, the tagger. A
    report inside another's content comes as one more, with ``within``.

    Raises TaggerUnavailable where a tagger is given that cannot be loaded."""
    reading = read(text)
    ruled = list(rule_candidates(reading))
    tagged = tagger is not None and len(text) <= LONGEST
    return merge(reading, list(tagger.candidates(reading, ruled)) if tagger and tagged else ruled, published_on)
