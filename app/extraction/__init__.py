"""Text to attributions: who is said to have said what, as spans of the text.

Decision: one pure function is the door of this room. It never raises on strange text; it returns less.
"""

from datetime import date

from app.extraction.candidates import AttributionSource
from app.extraction.merge import merge
from app.extraction.reading import read
from app.extraction.rules import rule_candidates
from app.extraction.values import Attribution, Kind, Polarity, Precision, Span, Spans

__all__ = ["Attribution", "Kind", "Polarity", "Precision", "Span", "Spans", "extract"]

SOURCES: tuple[AttributionSource, ...] = (rule_candidates,)


def extract(text: str, *, published_on: date | None = None) -> list[Attribution]:
    """Attributions of ``text`` in order of the start of their content."""
    reading = read(text)
    return merge(reading, [candidate for source in SOURCES for candidate in source(reading)], published_on)
