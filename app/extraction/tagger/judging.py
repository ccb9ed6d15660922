"""How sure the extraction is of a find: the tagger's reports and the rules' finds, each with one calibrated figure.

Decision: a confidence is a probability. Two small logistic regressions, one for reports of the tagger and one for finds
of the rules that the tagger did not make, are fitted on articles that the tagger never learned from; their inputs are
how sure each step was and whether the other side agrees. The figures lie in ``tagger.json`` beside the weights.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.extraction.candidates import Candidate, Reading
from app.extraction.tagger.pieces import Pieces
from app.extraction.tagger.reports import Report
from app.extraction.tagger.tags import Role, begin
from app.extraction.values import Spans

REPORT_INPUTS = (
    "speech of cue",
    "speech of content",
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
RULE_INPUTS = (
    "rule",
    "tags of content",
    "tags of cue",
    "tags of source",
    "speech",
    "taken",
    "share in marks",
    "length",
)


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


def likeness(one: Spans, other: Spans) -> float:
    """Shared code points by all of both (Jaccard)."""
    shared = overlap(one, other)
    return shared / max(1, length(one) + length(other) - shared)


def of_report(reading: Reading, report: Report, content: Spans, cue: Spans, near: Sequence[Candidate]) -> list[float]:
    """Inputs for a report, in the order of REPORT_INPUTS. ``near``: rules' finds that could be the same."""
    same = max((each.confidence * likeness(content, each.content) for each in near), default=0.0)
    cued = max((each.confidence for each in near if overlap(cue, each.cue)), default=0.0)
    source = report.source
    return [
        logit(report.cue.speech),
        logit(min(each.speech for each in report.contents)),
        logit(report.cue.score),
        logit(min(each.score for each in report.contents)),
        logit(report.linked),
        0.0 if source is None else 1.0,
        0.0 if source is None else logit(source.score),
        logit(report.sourced),
        same,
        cued,
        overlap(content, tuple(_near(reading.quoted, content))) / max(1, length(content)),
        math.log(1 + length(content)),
        float(len(content)),
    ]


def of_rule(
    reading: Reading, one: Candidate, pieces: Pieces, probabilities: NDArray[np.float32], taken: float
) -> list[float]:
    """Inputs for a find of the rules, in the order of RULE_INPUTS. ``taken``: the share of its content that reports of
    the tagger hold."""
    return [
        logit(one.confidence),
        logit(_mean(pieces, probabilities, one.content, Role.CONTENT)),
        logit(_mean(pieces, probabilities, one.cue, Role.CUE)),
        logit(_mean(pieces, probabilities, one.source, Role.SOURCE)),
        logit(_speech(pieces, probabilities, (*one.content, *one.cue))),
        taken,
        overlap(one.content, tuple(_near(reading.quoted, one.content))) / max(1, length(one.content)),
        math.log(1 + length(one.content)),
    ]


def probability(inputs: Sequence[float], weights: Sequence[float]) -> float:
    """The chance of being right; ``weights`` has one number more than ``inputs``, the constant, at its end."""
    total = sum(a * b for a, b in zip(inputs, weights[:-1], strict=True)) + weights[-1]
    return 1 / (1 + math.exp(-min(max(total, -30.0), 30.0)))


def _near(quoted: Sequence[tuple[int, int]], content: Spans) -> list[tuple[int, int]]:
    from bisect import bisect_left

    found = []
    at = max(0, bisect_left(quoted, (content[0][0], 0)) - 1)
    while at < len(quoted) and quoted[at][0] < content[-1][1]:
        found.append(quoted[at])
        at += 1
    return found


def _rows(pieces: Pieces, probabilities: NDArray[np.float32], spans: Spans) -> NDArray[np.float32]:
    ranges = [pieces.covering(span) for span in spans]
    if not ranges:
        return probabilities[:0]
    return np.concatenate([probabilities[first:last] for first, last in ranges])


def _mean(pieces: Pieces, probabilities: NDArray[np.float32], spans: Spans, role: Role) -> float:
    rows = _rows(pieces, probabilities, spans)
    if not len(rows):
        return 0.5
    first = begin(role, speech=True)
    return float(rows[:, first : first + 4].sum(axis=1).mean())


def _speech(pieces: Pieces, probabilities: NDArray[np.float32], spans: Spans) -> float:
    rows = _rows(pieces, probabilities, spans)
    if not len(rows):
        return 0.5
    speech = rows[:, [1, 2, 5, 6, 9, 10]].sum(axis=1)
    return float((speech / np.maximum(1 - rows[:, 0], 1e-6)).mean())
