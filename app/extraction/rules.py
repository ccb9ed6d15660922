"""The rules as a source of candidates: quotations with their tags first, then clauses, sentence by sentence."""

from collections.abc import Iterator

from app.extraction import clauses, quoted
from app.extraction.according import according_to, noun_cues
from app.extraction.candidates import Candidate, Reading
from app.extraction.cues import cues
from app.extraction.outline import Sentence
from app.extraction.values import Span, Spans


def rule_candidates(reading: Reading) -> Iterator[Candidate]:
    """Candidates of every rule, paragraph by paragraph."""
    for sentences in reading.sentences:
        yield from _paragraph(reading.text, sentences)


def _paragraph(text: str, sentences: list[Sentence]) -> list[Candidate]:
    result: list[Candidate] = []
    carrying: int | None = None  # the candidate that an untagged quotation goes on with
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
    return result


def _longer(candidate: Candidate, spans: Spans) -> Candidate:
    from dataclasses import replace

    if not spans or spans[0][0] < candidate.content[-1][1]:
        return candidate
    return replace(candidate, content=(*candidate.content, *spans))


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
    by_tag = [
        Candidate(
            content=quoted.spans_of(sentence, tag.quoted),
            cue=_spans(sentence, [tag.cue]),
            source=_spans(sentence, [tag.source] if tag.source else []),
            rule=tag.rule, verb=tag.verb, confidence=0.9, around=(sentence[0].start, sentence[-1].end),
            words=tuple(t.low for t in sentence[tag.cue[0] : tag.cue[1]]),
        )
        for tag in tags
    ]
    indirect = according_to(sentence) if not tags else []
    for one in indirect:
        taken += [*one.content, one.cue, *([one.source] if one.source else [])]
    indirect += clauses.clauses(text, sentence, found, taken, speaker)
    taken += [held for one in indirect for held in one.content]
    indirect += [one for one in noun_cues(sentence) if clauses.free(one, taken)]
    by_clause = [
        Candidate(
            content=_spans(sentence, one.content), cue=_spans(sentence, [one.cue]),
            source=_spans(sentence, [one.source] if one.source else []),
            rule=one.rule, verb=one.verb, confidence=0.8, around=(sentence[0].start, sentence[-1].end),
            words=tuple(t.low for t in sentence[one.cue[0] : one.cue[1]]),
        )
        for one in indirect
    ]
    return by_tag, by_clause


def _spans(sentence: Sentence, ranges: list[tuple[int, int]]) -> Spans:
    spans: list[Span] = [(sentence[start].start, sentence[end - 1].end) for start, end in ranges if start < end]
    return tuple(sorted(spans))
