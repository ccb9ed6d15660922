"""How sure the extraction is of a report: one calibrated figure from all that speaks for and against it.

Decision: a confidence is a probability. A small logistic regression, fitted on articles that the tagger never learned
from, weighs how sure each step was and whether the rules found the same. Whether it is speech is taken from the surer
of both, because the tagger learned speech from a list of cues that lacks many ("cautioned", "urged", "stressed").
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from app.extraction.candidates import Candidate, Reading
from app.extraction.tagger.reports import Report
from app.extraction.values import Span, Spans

INPUTS = (
    "speech",
    "tags of cue",
    "tags of content",
    "content to cue",
    "has a source",
    "tags of source",
    "cue to source",
    "rule that finds the content",
    "rule that finds the cue",
    "share in marks",
    "length",
    "pieces",
)
AGREE = 0.5
"""Likeness of contents from which a rule's find speaks for this being speech."""


def logit(chance: float) -> float:
    """Log-odds, at most 7 either way."""
    kept = min(max(chance, 0.001), 0.999)
    return math.log(kept / (1 - kept))


def overlap(one: Spans, other: Spans) -> int:
    """Code points that two lists of spans share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def length(spans: Spans) -> int:
    """Code points of a list of spans."""
    return sum(end - start for start, end in spans)


def shared(one: Spans, other: Spans) -> float:
    """Shared code points by those of the shorter."""
    return overlap(one, other) / max(1, min(length(one), length(other)))


def likeness(one: Spans, other: Spans) -> float:
    """Shared code points by all of both (Jaccard)."""
    both = overlap(one, other)
    return both / max(1, length(one) + length(other) - both)


def inputs(
    reading: Reading, report: Report, content: Spans, cue: Spans, near: Sequence[Candidate]
) -> tuple[float, ...]:
    """What is known of a report, in the order of INPUTS. ``near``: the rules' finds that could be the same."""
    of_cue = (each for each in near if overlap(cue, each.cue))
    best = max(of_cue, key=lambda each: likeness(content, each.content), default=None)
    like = 0.0 if best is None else likeness(content, best.content)
    by_rules = 0.0 if best is None or like <= AGREE else best.confidence * like
    source = report.source
    return (
        logit(max(report.speech, by_rules)),
        logit(report.cue.score),
        logit(min(each.score for each in report.contents)),
        logit(report.linked),
        0.0 if source is None else 1.0,
        0.0 if source is None else logit(source.score),
        logit(report.sourced),
        max((each.confidence * likeness(content, each.content) for each in near), default=0.0),
        max((each.confidence for each in near if overlap(cue, each.cue)), default=0.0),
        in_marks(reading, content),
        math.log(1 + length(content)),
        float(len(content)),
    )


def probability(known: Sequence[float], weights: Sequence[float]) -> float:
    """The chance of being right; ``weights`` has one number more than ``known``, the constant, at its end."""
    total = sum(a * b for a, b in zip(known, weights[:-1], strict=True)) + weights[-1]
    return 1 / (1 + math.exp(-min(max(total, -30.0), 30.0)))


def in_marks(reading: Reading, content: Spans) -> float:
    """The share of ``content`` that stands in quotation marks."""
    return overlap(content, tuple(_quotations_in(reading.quoted, content))) / max(1, length(content))


def _quotations_in(quoted: Sequence[Span], content: Spans) -> Iterator[Span]:
    at = max(0, bisect_left(quoted, (content[0][0], 0)) - 1)
    while at < len(quoted) and quoted[at][0] < content[-1][1]:
        yield quoted[at]
        at += 1
