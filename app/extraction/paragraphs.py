"""Paragraphs of a text, as spans without the white space around them.

Decision: a line is a paragraph, as in text cut from web pages and in the copy of agencies; only a line that was
plainly wrapped (long, no mark at its end, a small letter after it) is joined to the next.
"""

import re

from app.extraction.values import Span

LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
WRAPPED_AT_LEAST = 50  # code points; mail and agency copy wraps at 60 to 80


def paragraph_spans(text: str) -> list[Span]:
    """Paragraphs of ``text`` in order; none is empty."""
    spans: list[Span] = []
    for line in LINE.finditer(text):
        span = trimmed(text, line.start(), line.end())
        if span is None:
            continue
        if spans and _wrapped(text, spans[-1], span):
            span = (spans.pop()[0], span[1])
        spans.append(span)
    return spans


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None when nothing is left."""
    part = text[start:end]
    stripped = part.strip()
    if not stripped:
        return None
    start += len(part) - len(part.lstrip())
    return start, start + len(stripped)


def _wrapped(text: str, before: Span, after: Span) -> bool:
    if text.count("\n", before[1], after[0]) + text.count("\r", before[1], after[0]) > 2:
        return False
    if after[0] - before[1] > 2 and "\n\n" in text[before[1] : after[0]]:
        return False
    last_line = max(text.rfind("\n", before[0], before[1]), before[0])
    long_enough = before[1] - last_line >= WRAPPED_AT_LEAST
    last = text[before[1] - 1]
    return long_enough and (last.isalpha() or last == ",") and text[after[0]].islower()
