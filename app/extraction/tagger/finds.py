"""The tagger's reports and the rules' finds side by side: candidates with calibrated confidence for the merge.

Decision: the tagger leads. A find of the rules is offered only where the tagger's reports hold less than half of its
content; where both found the same content and the rules named a source, theirs stands, because they know where an
apposition or a title ends (sources that overlap on PolNeAR dev: .97 by the tagger, .98 so).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.extraction.candidates import Candidate, Reading
from app.extraction.tagger.judging import length, likeness, of_report, of_rule, overlap, probability
from app.extraction.tagger.pieces import Pieces
from app.extraction.tagger.reports import Report
from app.extraction.tagger.shelf import Shelf
from app.extraction.tagger.spelling import contents, spelled
from app.extraction.values import Span, Spans

SAME = 0.7
"""Likeness of contents from which a rule's find and a report are the same."""
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the two regressions of ``judging``, and the least confidence of a find that is handed on."""

    report: tuple[float, ...]
    rule: tuple[float, ...]
    least: float


@dataclass(frozen=True, slots=True)
class Find:
    """A candidate with the inputs from which its confidence is told; ``ruled``: only the rules found it."""

    candidate: Candidate
    inputs: tuple[float, ...]
    ruled: bool


def finds(
    reading: Reading,
    ruled: Sequence[Candidate],
    pieces: Pieces,
    probabilities: NDArray[np.float32],
    reports: Sequence[Report],
) -> Iterator[Find]:
    """Every report, and every find of the rules that no report holds; their confidence is not judged yet."""
    offered = [one for one in ruled if one.content]
    sentences = [(each[0].start, each[-1].end) for part in reading.sentences for each in part if each]
    shelf = Shelf((each.content + each.cue for each in offered), len(reading.text))
    held = Shelf((), len(reading.text))
    spelt: list[Spans] = []
    for report in reports:
        content = contents(reading, pieces, [each.pieces for each in report.contents])
        if not content:
            continue
        cue = (spelled(reading, pieces, report.cue.pieces),)
        near = [offered[at] for at in shelf.near(content + cue)]
        held.add(content, len(spelt))
        spelt.append(content)
        made = _candidate(reading, pieces, report, content, cue, near, sentences)
        yield Find(made, tuple(of_report(reading, report, content, cue, near)), ruled=False)
    for one in offered:
        taken = sum(overlap(one.content, spelt[at]) for at in held.near(one.content)) / max(1, length(one.content))
        if taken < MOSTLY:
            yield Find(one, tuple(of_rule(reading, one, pieces, probabilities, taken)), ruled=True)


def judged(found: Iterator[Find], calibration: Calibration) -> Iterator[Candidate]:
    """The candidates that are sure enough to hand on, with their confidence."""
    for one in found:
        chance = probability(one.inputs, calibration.rule if one.ruled else calibration.report)
        if calibration.least <= chance:
            yield replace(one.candidate, confidence=round(chance, 4))


def _candidate(
    reading: Reading,
    pieces: Pieces,
    report: Report,
    content: Spans,
    cue: Spans,
    near: Sequence[Candidate],
    sentences: Sequence[Span],
) -> Candidate:
    same = max(near, key=lambda each: likeness(content, each.content), default=None)
    agrees = same is not None and SAME <= likeness(content, same.content)
    source: Spans = () if report.source is None else (spelled(reading, pieces, report.source.pieces),)
    if same is not None and agrees and same.source:
        source = same.source
    return Candidate(
        content=content,
        cue=cue,
        source=source,
        rule="tagger",
        verb=same.verb if same is not None and agrees else "",
        confidence=0.0,
        around=_around(sentences, cue),
        words=same.words if same is not None and agrees else (),
    )


def _around(sentences: Sequence[Span], cue: Spans) -> Span:
    """The sentence of the cue, or the cue itself where it stands in none."""
    at = bisect_right(sentences, (cue[0][0], cue[0][1])) - 1
    return sentences[at] if at >= 0 and cue[0][0] < sentences[at][1] else cue[0]
