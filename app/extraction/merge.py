"""Candidates to attributions: the one place that decides between them and settles kind, polarity and date.

Decision: no two attributions share content; of two candidates the more confident one stands, then the longer.
"""

import re
from datetime import date

from app.extraction.candidates import Candidate, Reading
from app.extraction.polarity import polarity
from app.extraction.values import Attribution, Kind, Precision, Spans

WORD = re.compile(r"\w+")


def merge(reading: Reading, candidates: list[Candidate], published_on: date | None) -> list[Attribution]:
    """Attributions in order of the start of their content."""
    kept: list[Candidate] = []
    last = -1
    for candidate in sorted(candidates, key=lambda one: (one.content[0][0], -one.confidence)):
        if candidate.content[0][0] < last:
            continue
        kept.append(candidate)
        last = candidate.content[-1][1]
    return [_settled(reading, one, published_on) for one in kept]


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
