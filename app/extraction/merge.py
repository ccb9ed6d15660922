"""Candidates to attributions: the one place that decides between them and settles kind, polarity and date.

Decision: no two attributions share content; of two candidates the more confident one stands, then the longer.
"""

import re
from bisect import bisect_right, insort
from datetime import date

from app.extraction.candidates import Candidate, Reading
from app.extraction.polarity import polarity
from app.extraction.values import Attribution, Kind, Precision, Spans

WORD = re.compile(r"\w+")


def merge(reading: Reading, candidates: list[Candidate], published_on: date | None) -> list[Attribution]:
    """Attributions in order of the start of their content."""
    kept: list[Candidate] = []
    spans: list[tuple[int, int]] = []
    for candidate in sorted(candidates, key=lambda one: (-one.confidence, one.content)):
        if not candidate.content or any(_overlaps(spans, span) for span in candidate.content):
            continue
        kept.append(candidate)
        for span in candidate.content:
            insort(spans, span)
    kept.sort(key=lambda one: one.content)
    return [_settled(reading, one, published_on) for one in kept]


def _overlaps(spans: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    at = bisect_right(spans, span)
    return (at > 0 and span[0] < spans[at - 1][1]) or (at < len(spans) and spans[at][0] < span[1])


def _settled(reading: Reading, one: Candidate, published_on: date | None) -> Attribution:
    return Attribution(
        content=one.content, cue=one.cue, source=one.source,
        kind=kind_of(reading, one.content), polarity=polarity(one.words, one.verb), confidence=one.confidence,
        said_on=None, said_on_precision=Precision.NONE, rule=one.rule,
    )


def kind_of(reading: Reading, content: Spans) -> Kind:
    """Direct, indirect or mixed, by the words of the content that stand in quotation marks."""
    inside = outside = False
    quoted = [span for quotation in reading.quotations for span in quotation.spans]
    for start, end in content:
        for word in WORD.finditer(reading.text, start, end):
            if any(a <= word.start() < b for a, b in quoted):
                inside = True
            else:
                outside = True
    if inside and outside:
        return Kind.MIXED
    return Kind.DIRECT if inside else Kind.INDIRECT
