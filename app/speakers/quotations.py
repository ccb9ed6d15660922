"""When a quotation without a source goes on from the one before it.

Only if nothing but marks and the first one's own tag stands between them, over one paragraph break at most.
"""

from app.speakers.values import Mention, Span
from app.speakers.words import Reading

_QUOTES = "\"“«„‘'"


def is_quotation(reading: Reading, span: Span) -> bool:
    """Whether a span begins with a quotation mark, inside it or right before."""
    start = max(0, span[0] - 1)
    return any(mark in _QUOTES for mark in reading.text[start : span[0] + 1])


def goes_on(reading: Reading, mention: Mention, start: int) -> bool:
    """Whether nothing but the first quotation's own source and cue stands between two quotations."""
    if not is_quotation(reading, mention.content[0]):
        return False
    end = max(e for spans in (mention.content, mention.source, mention.cue) for _, e in spans)
    first, last = reading.at(mention.content[-1][1] - 1), reading.at(start)
    paragraphs = reading.words[last].paragraph - reading.words[first].paragraph
    between = reading.text[end:start] if end <= start else ""
    return paragraphs <= 1 and len(between) < 40 and not any(c.isalpha() for c in between)
