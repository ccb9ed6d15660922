"""The tagger's reports and the rules' finds side by side: candidates with calibrated confidence for the merge.

Decision: the tagger leads, but for two things in which the rules are exact and other houses differ from what it learned
on: lines that the layout gives to a name (transcripts, posts, signed quotations), and quotations that it left alone.
Where both found the same content the source is that of the rules, who know where a title ends and that those who "were
told" said nothing (sources that overlap on PolNeAR dev: .969 by the tagger, .973 so).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.extraction.candidates import Candidate, Reading
from app.extraction.grammar import SUBJECT_PRONOUNS
from app.extraction.polarity import polarity
from app.extraction.tagger.judging import in_marks, inputs, length, likeness, overlap, probability, shared
from app.extraction.tagger.pieces import Pieces
from app.extraction.tagger.reports import Report
from app.extraction.tagger.shelf import Shelf
from app.extraction.tagger.spelling import contents, spelled
from app.extraction.values import Polarity, Span, Spans
from app.extraction.wording import listed

TAGGED = "tagger"
LAYOUT = frozenset(("name, colon", "post", "quotation, dash, name", "headline"))
"""Rules that read the layout: what they hold, the tagger may not claim for another."""
SAME = 0.7
"""Likeness of contents from which a rule's find and a report are the same."""
MOSTLY = 0.5
"""Share of the shorter content that a rule's find of the same cue or source must hold to tell polarity too."""
IN_MARKS, ALONE = 0.9, 0.1
"""A rule's quotation (this share in marks) is handed on where reports hold at most this share of it."""
DOUBTFUL = 0.4
"""Confidence under which a report does not keep a trusted rule from being handed on (merging takes the surer): F1 on
PolNeAR dev .9043 at .25, .9043 at .4, .9047 at .6; on the articles kept apart .9066, .9059, .9051."""
TRUSTED: Mapping[str, frozenset[str]] = {
    "according to": listed("according"),
    "bare denial": listed("deny dispute reject refute rebut dismiss-claims"),
    "clause, source, cue": listed("tell"),
    "cue object": listed("blame"),
    "cue that": listed("say tell state note argue add acknowledge insist claim predict assert explain warn find"),
    "declined to": listed("decline refuse"),
    "put at": listed("put"),
    "would not": listed("decline"),
}
"""Rules by the verbs with which their finds are handed on where reports hold at most ALONE of them, though they stand
in no marks: in PolNeAR train .8 to 1.0 of each verb's finds are attributions, and no noun looks like one of them
("rules that", "the emails that")."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the regression of ``judging``, and the least confidence of a report that is handed on."""

    weights: tuple[float, ...]
    least: float


@dataclass(frozen=True, slots=True)
class Find:
    """A report as a candidate whose confidence is not judged yet, with what is known of it (``judging.INPUTS``), and
    the rules' finds to which pieces of it were left."""

    candidate: Candidate
    known: tuple[float, ...]
    left: tuple[Candidate, ...] = ()


def together(
    reading: Reading, ruled: Sequence[Candidate], pieces: Pieces, reports: Sequence[Report], calibration: Calibration
) -> Iterator[Candidate]:
    """What tagger and rules find, each with its confidence."""
    found = list(finds(reading, ruled, pieces, reports))
    kept = list(judged(found, calibration))
    yield from kept
    sure = [each for each in kept if DOUBTFUL <= each.confidence]
    shelf = Shelf((each.content for each in sure), len(reading.text))
    left = {one for each in found for one in each.left}
    for one in ruled:
        if one.content and (
            one.rule in LAYOUT
            or one in left
            or (_stands_alone(reading, one) and _left_alone(one, [sure[at] for at in shelf.near(one.content)]))
        ):
            yield one


def finds(reading: Reading, ruled: Sequence[Candidate], pieces: Pieces, reports: Sequence[Report]) -> Iterator[Find]:
    """The reports, but for those that claim what the layout gives to somebody."""
    offered = [one for one in ruled if one.content]
    sentences = [(each[0].start, each[-1].end) for part in reading.sentences for each in part if each]
    shelf = Shelf((each.content + each.cue for each in offered), len(reading.text))
    for report in reports:
        cue = (spelled(reading.text, pieces, report.cue.pieces),)
        content = contents(reading, pieces, [each.pieces for each in report.contents], cue[0])
        if not content or cue[0][0] >= cue[0][1]:
            continue
        near = [offered[at] for at in shelf.near(content + cue)]
        if any(one.rule in LAYOUT and overlap(content, one.content) for one in near):
            continue
        content, left = _shared_out(content, cue, near)
        made = _candidate(reading, pieces, report, content, cue, near, sentences)
        yield Find(made, inputs(reading, report, content, cue, near), left)


def _shared_out(content: Spans, cue: Spans, near: Sequence[Candidate]) -> tuple[Spans, tuple[Candidate, ...]]:
    """The content without pieces that the rules give to another cue, and their finds of those, where they give this cue
    something too: of "Doe, who said that it leaked, denied that it burst" the tagger may hand both to "denied"."""
    own = [one.content for one in near if overlap(cue, one.cue)]
    if len(content) < 2 or not own:
        return content, ()
    kept: list[Span] = []
    left: list[Candidate] = []
    for span in content:
        others = [
            one for one in near if one.source and SAME <= likeness((span,), one.content) and not overlap(cue, one.cue)
        ]
        if not others or any(overlap((span,), one) for one in own):
            kept.append(span)
        else:
            left.append(max(others, key=lambda one: likeness((span,), one.content)))
    return (tuple(kept), tuple(left)) if kept else (content, ())


def judged(found: Iterable[Find], calibration: Calibration) -> Iterator[Candidate]:
    """The candidates that are sure enough to hand on, with their confidence."""
    for one in found:
        chance = probability(one.known, calibration.weights)
        if calibration.least <= chance:
            yield replace(one.candidate, confidence=round(chance, 4))


def _stands_alone(reading: Reading, one: Candidate) -> bool:
    """A find of the rules that needs no report: a quotation, or a construction with which they are trusted, where its
    source stands beside its cue; a subject that is shared with a verb before ("Doe left and blamed") is a guess."""
    if IN_MARKS <= in_marks(reading, one.content):
        return True
    gap = reading.text[one.source[-1][1] : one.cue[0][0]] if one.source else ""
    return one.verb in TRUSTED.get(one.rule, ()) and not gap.strip(" ,)\u00a0")


def _left_alone(one: Candidate, near: Sequence[Candidate]) -> bool:
    return sum(overlap(one.content, each.content) for each in near) <= ALONE * length(one.content)


def _candidate(
    reading: Reading,
    pieces: Pieces,
    report: Report,
    content: Spans,
    cue: Spans,
    near: Sequence[Candidate],
    sentences: Sequence[Span],
) -> Candidate:
    agreed = _careful(content, [each for each in near if SAME <= likeness(content, each.content)])
    source = _source(reading, pieces, report)
    tied = [each for each in near if overlap(cue, each.cue) or overlap(source, each.source)]
    stance = _careful(content, [each for each in tied if MOSTLY <= shared(content, each.content)]) or agreed
    return Candidate(
        content=content,
        cue=cue,
        source=source if agreed is None or _between(reading, source, agreed.source, cue) else agreed.source,
        rule=TAGGED,
        verb="" if stance is None else stance.verb,
        confidence=0.0,
        around=_around(sentences, cue),
        words=() if stance is None else stance.words,
    )


def _between(reading: Reading, source: Spans, ruled: Spans, cue: Spans) -> bool:
    """Whether the tagger's source is a pronoun between the rule's and the cue: of "Doe was angry after she left and
    blamed the rain" the rule takes Doe, whom the sentence begins with."""
    if not source or not ruled or not ruled[-1][1] <= source[0][0] or not source[-1][1] <= cue[0][0]:
        return False
    return reading.text[source[0][0] : source[-1][1]].lower() in SUBJECT_PRONOUNS - {"who"}


def _careful(content: Spans, known: Sequence[Candidate]) -> Candidate | None:
    """The likest of the rules' finds, but one that does not take it for said before all that do: of "suggestions that
    ... were rejected" both are found."""
    return max(
        known,
        key=lambda one: (polarity(one.words, one.verb) is not Polarity.SAID, likeness(content, one.content)),
        default=None,
    )


def _source(reading: Reading, pieces: Pieces, report: Report) -> Spans:
    if report.source is None:
        return ()
    start, end = spelled(reading.text, pieces, report.source.pieces)
    return ((start, end),) if start < end else ()


def _around(sentences: Sequence[Span], cue: Spans) -> Span:
    """The sentence of the cue, or the cue itself where it stands in none."""
    at = bisect_right(sentences, (cue[0][0], cue[0][1])) - 1
    return sentences[at] if at >= 0 and cue[0][0] < sentences[at][1] else cue[0]
