"""Candidates to attributions: the one place that decides between them and settles kind, polarity and date.

Decision: no two attributions share content; of two candidates the more confident one stands, then the longer.
"""

import re
from bisect import bisect_right, insort
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.extraction.candidates import Candidate, Reading
from app.extraction.nested import nested
from app.extraction.polarity import is_question, polarity
from app.extraction.saying_dates import UNDATED, saying
from app.extraction.stance import polarity_at
from app.extraction.tagger.finds import TAGGED
from app.extraction.values import Attribution, Kind, Polarity, Span, Spans

WORD = re.compile(r"\w+")
CONJUNCTION = re.compile(r"\b[Tt]hat,?\s+$")


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
    found = [_settled(reading, one, published_on, spans) for one in kept]
    found += [inner for outer in found for inner in _told(reading, outer, published_on)]
    return sorted(found, key=lambda one: (one.content, one.within))


def _told(reading: Reading, outer: Attribution, published_on: date | None) -> Iterator[Attribution]:
    """Reports inside the content of one that was said: "Smith said that Jones had promised ..."."""
    if outer.polarity is Polarity.SAID:
        for inner in nested(reading, outer.content):
            settled = _settled(reading, inner, published_on, [])
            if settled.content != outer.content:
                yield replace(settled, confidence=min(settled.confidence, outer.confidence), within=outer.content)


def _overlaps(spans: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    at = bisect_right(spans, span)
    return (at > 0 and span[0] < spans[at - 1][1]) or (at < len(spans) and spans[at][0] < span[1])


def _settled(reading: Reading, one: Candidate, published_on: date | None, held: list[Span]) -> Attribution:
    """A candidate as an attribution; ``held`` are the contents of all, in order."""
    how = _polarity(reading, one)
    dated = UNDATED
    if how is not Polarity.HYPOTHETICAL:  # what may be said has not been said on any day
        dated = saying(reading.text, one.around, one.content, one.cue, one.source, published_on)
    content = _with_conjunction(reading.text, one, held)
    return Attribution(
        content=content,
        cue=one.cue,
        source=_without_comma(reading.text, one.source),
        kind=Kind.DIRECT if _is_verbatim(reading, one) else kind_of(reading, one.content),
        polarity=how,
        confidence=one.confidence,
        said_on=dated.on,
        said_on_precision=dated.precision,
        rule=one.rule,
    )


def _polarity(reading: Reading, one: Candidate) -> Polarity:
    """By the words around the cue; where a rule read them too, the one that does not take it for said is believed."""
    if not one.words and not one.verb:
        return polarity_at(reading, one.cue, one.source, one.content)
    asks = is_question(reading.text, one.content, transcript=one.rule == "name, colon")
    by_rule = polarity(one.words, one.verb, question=asks)
    if by_rule is Polarity.SAID and one.rule == TAGGED:
        return polarity_at(reading, one.cue, one.source, one.content)
    return by_rule


def _with_conjunction(text: str, one: Candidate, held: list[Span]) -> Spans:
    """Content with the "that" before it, as PolNeAR marks it (170 of 172 in dev), unless it is another's."""
    (start, end), *rest = one.content
    before = CONJUNCTION.search(text, max(0, start - 8), start)
    if before is None or any(before.start() < held[1] for held in (*one.cue, *one.source) if held[0] < start):
        return one.content
    if _overlaps(held, (before.start(), start)):
        return one.content
    return ((before.start(), end), *rest)


def _without_comma(text: str, source: Spans) -> Spans:
    """A source without the comma that closes its apposition: "the minister, Ilka Brandt,"."""
    if not source or source[-1][1] - source[-1][0] < 2 or text[source[-1][1] - 1] != ",":
        return source
    return (*source[:-1], (source[-1][0], source[-1][1] - 1))


def _is_verbatim(reading: Reading, one: Candidate) -> bool:
    """Whether this is a line of a transcript ("DOE: We were never asked") or a post: word for word, so direct, without
    marks. A name in ordinary letters before a colon in a headline gives the sense and not the words."""
    if one.rule == "post":
        return True
    named = all(reading.text[start:end].isupper() for start, end in one.source)
    in_headline = one.content[0][0] < reading.paragraphs[0][1]
    return one.rule == "name, colon" and (named or not in_headline)


def kind_of(reading: Reading, content: Spans) -> Kind:
    """Direct, indirect or mixed, by the words of the content that stand in quotation marks."""
    inside = outside = False
    quoted = reading.quoted
    for start, end in content:
        at = max(0, bisect_right(quoted, (start, start)) - 1)
        for word in WORD.finditer(reading.text, start, end):
            while at < len(quoted) and quoted[at][1] <= word.start():
                at += 1
            if at < len(quoted) and quoted[at][0] <= word.start():
                inside = True
            else:
                outside = True
    if inside and outside:
        return Kind.MIXED
    return Kind.DIRECT if inside else Kind.INDIRECT
