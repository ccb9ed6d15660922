"""The rules as a source of candidates: quotations with their tags first, then clauses, sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from app.extraction import clauses, quoted
from app.extraction.according import according_to, accounts
from app.extraction.candidates import Candidate, Reading
from app.extraction.confidence import confidence
from app.extraction.cues import cues
from app.extraction.denials import denials
from app.extraction.estimates import estimates
from app.extraction.headlines import headline
from app.extraction.nouns import noun_cues
from app.extraction.outline import Sentence, last_mark
from app.extraction.passives import passives
from app.extraction.posts import posts
from app.extraction.refusals import refusals
from app.extraction.stance import stance_words
from app.extraction.transcripts import transcript_lines
from app.extraction.values import Span, Spans

Range = tuple[int, int]  # token indices, half-open


def rule_candidates(reading: Reading) -> Iterator[Candidate]:
    """Candidates of every rule, paragraph by paragraph."""
    lines = transcript_lines(reading.text, reading.paragraphs)
    posted = posts(reading.text, reading.paragraphs)
    title = headline(reading.text, reading.paragraphs[0], reading.quotations) if len(reading.paragraphs) > 1 else None
    signatures = signed(reading)
    silent = 0  # paragraphs up to here belong to a line of a transcript
    before: Candidate | None = None  # the last of the paragraph before, where the next paragraph may go on with it
    for number, sentences in enumerate(reading.sentences):
        if number in lines:
            found = [_line(reading.text, *lines[number])]
            silent = number + len(found[0].content)
        elif number in posted:
            found = [_line(reading.text, *posted[number], rule="post")]
        elif number == 0 and title is not None:
            found = [_line(reading.text, *title, rule="headline")]
        elif number in signatures:
            found = [_line(reading.text, *signatures[number], rule="quotation, dash, name")]
        elif number < silent or number - 1 in signatures:
            continue
        else:
            found = _paragraph(reading.text, sentences, before)
        if before is not None and not (found and found[0].cue == before.cue):
            yield before
        before = found.pop() if found and (_may_go_on(sentences) or not found[-1].content) else None
        yield from found
    if before is not None:
        yield before


LABELLED = re.compile(r"Q\.?|A\.?|Question|Answer", re.IGNORECASE)
"""The labels of an interview, which name nobody."""


def _line(text: str, name: Span, colon: Span, content: list[Span], *, rule: str = "name, colon") -> Candidate:
    return Candidate(
        content=tuple(content),
        cue=(colon,),
        source=() if rule == "name, colon" and LABELLED.fullmatch(text, *name) else (name,),
        rule=rule,
        verb=":",
        confidence=confidence(rule, ":"),
        around=(min(name[0], content[0][0]), max(name[1], content[-1][1])),
    )


def signed(reading: Reading) -> dict[int, tuple[Span, Span, list[Span]]]:
    """Paragraphs of one quotation with its signature in the paragraph after it ("– Sal Greco, of the dockers’ union").

    By number of the paragraph with the quotation: the spans of the name, of the dash, and of the quotation."""
    result = {}
    for number, (sentences, following) in enumerate(pairwise(reading.sentences)):
        if len(following) != 1 or len(following[0]) < 2 or following[0][0].text not in "–—-":
            continue
        name = quoted.after_dash(following[0], 0)
        spans = [span for sentence in sentences for span in quoted.spans_of(sentence, quoted.carried(sentence))]
        ends = last_mark(reading.text, sentences[-1][-1]) if sentences[-1][-1].quotation is not None else ""
        if name is not None and spans and ends and all(quoted.only_quotation(sentence) for sentence in sentences):
            tokens = following[0]
            dash = (tokens[0].start, tokens[name[0] - 1].end)
            result[number] = ((tokens[name[0]].start, tokens[name[1] - 1].end), dash, spans)
    return result


CLOSING = "”»\"'’“ "
MOST_PIECES = 200  # of one content: a guard against texts made of nothing but quotations


def _may_go_on(sentences: list[Sentence]) -> bool:
    """A paragraph that ends with a tag or with untagged words of its quotation; the next may go on with it."""
    return any(token.quotation is not None for token in sentences[-1])


def _goes_on(text: str, before: Candidate, sentences: list[Sentence]) -> bool:
    """Nothing but quotations; after "he said:" the first sentence alone is enough.

    Never after a question: the next paragraph may be somebody's answer.
    """
    if not before.content:
        return quoted.only_quotation(sentences[0])
    if text[slice(*before.content[-1])].rstrip(CLOSING).endswith("?"):
        return False
    return all(quoted.only_quotation(sentence) for sentence in sentences)


def _paragraph(text: str, sentences: list[Sentence], before: Candidate | None) -> list[Candidate]:
    result: list[Candidate] = []
    carrying: int | None = None  # the candidate that an untagged quotation goes on with
    if before is not None and _goes_on(text, before, sentences):
        result.append(before)
        carrying = 0
    for sentence in sentences:
        if carrying is not None and quoted.only_quotation(sentence):
            spans = quoted.spans_of(sentence, quoted.carried(sentence))
            result[carrying] = _longer(result[carrying], spans)
            continue
        tags, found = _sentence(text, sentence)
        result.extend(tags)
        carrying = len(result) - 1 if tags else None
        result.extend(found)
        if not tags and found:
            carrying = len(result) - 1
        if (
            sentence is sentences[-1]
            and not found
            and not tags
            and (open_tag := quoted.announced(sentence, cues(sentence)))
        ):
            result.append(_candidate(sentence, [], open_tag.cue, open_tag.source, "cue, quotation", open_tag.verb, ()))
    return result


def _longer(candidate: Candidate, spans: Spans) -> Candidate:
    if (
        not spans
        or len(candidate.content) >= MOST_PIECES
        or (candidate.content and spans[0][0] < candidate.content[-1][1])
    ):
        return candidate
    return replace(candidate, content=(*candidate.content, *spans))


def _candidate(
    sentence: Sentence,
    content: list[Range],
    cue: Range,
    source: Range | None,
    rule: str,
    verb: str,
    quoted_spans: Spans,
) -> Candidate:
    return Candidate(
        content=quoted_spans or _spans(sentence, content),
        cue=_spans(sentence, [cue]),
        source=_spans(sentence, [source] if source else []),
        rule=rule,
        verb=verb,
        confidence=confidence(rule, verb),
        around=(sentence[0].start, sentence[-1].end),
        words=stance_words(sentence, cue, source),
    )


def _sentence(text: str, sentence: Sentence) -> tuple[list[Candidate], list[Candidate]]:
    found = cues(sentence)
    tags = quoted.tags(text, sentence, found)
    taken: list[tuple[int, int]] = []
    for tag in tags:
        taken.extend((at, at + 1) for at in tag.quoted)
        taken.append(tag.cue)
        if tag.source:
            taken.append(tag.source)
    speaker = next((tag.source for tag in reversed(tags) if tag.source), None)
    indirect = (according_to(sentence) or accounts(sentence)) if not tags else []
    for one in indirect:
        taken += [*one.content, one.cue, *([one.source] if one.source else [])]
    others = [*denials(sentence, found), *passives(sentence, found), *refusals(sentence), *estimates(sentence)]
    for one in others:
        if clauses.free(one, taken) and not clauses.reported(sentence, found, one.cue[0]):
            indirect.append(one)
            taken += [*one.content, one.cue]
    indirect += clauses.clauses(text, sentence, found, taken, speaker)
    taken += [held for one in indirect for held in one.content]
    indirect += [one for one in noun_cues(sentence) if clauses.free(one, taken)]
    by_tag = [
        _candidate(sentence, [], tag.cue, tag.source, tag.rule, tag.verb, quoted.spans_of(sentence, tag.quoted))
        for tag in tags
    ]
    by_clause = [_candidate(sentence, one.content, one.cue, one.source, one.rule, one.verb, ()) for one in indirect]
    return by_tag, by_clause


def _spans(sentence: Sentence, ranges: list[tuple[int, int]]) -> Spans:
    spans: list[Span] = [(sentence[start].start, sentence[end - 1].end) for start, end in ranges if start < end]
    return tuple(sorted(spans))
