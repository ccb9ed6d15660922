"""A report inside a report: "Smith said that Jones had promised to resign" holds a claim by Jones as well.

Decision: no corpus marks these, and a wrong inner speaker is a libel, so only what plain verbs of saying report of a
named or described subject is taken, with its clause inside the outer content; pronouns, passives, opinions and whatever
stands in quotation marks are left alone.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from app.extraction import sources
from app.extraction.according import according_to
from app.extraction.candidates import Candidate, Reading
from app.extraction.clauses import OPENERS
from app.extraction.constructions import content_start
from app.extraction.contents import clause_end
from app.extraction.cues import Cue, cues
from app.extraction.grammar import (
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    has_finite,
    is_auxiliary,
    is_time,
)
from app.extraction.outline import Sentence
from app.extraction.stance import sentences_in, stance_words
from app.extraction.values import Spans
from app.extraction.wording import listed

Range = tuple[int, int]  # token indices, half-open

PLAIN = listed(
    "say tell promise deny admit claim warn announce ask refuse decline vow pledge testify acknowledge insist assert "
    "allege argue state write inform assure confirm explain complain"
)
RULE = "nested"
CONFIDENCE = 0.7
QUESTIONS = listed("whether if why how what who when where")
NEAR = 16  # tokens in which a clause without "that" shows its verb
FEWEST_WORDS = 3  # of inner content
LONGEST_SOURCE = 14  # tokens
NOT_SPEAKERS = listed(
    "one each another this that these those such it what which who whoever there here something anything everything "
    "nothing someone anyone everyone somebody anybody everybody others some many most few all both any more people"
)


def nested(reading: Reading, outer: Spans) -> Iterator[Candidate]:
    """Reports inside ``outer``, the content of a report that was *said*; their content and source lie inside it.

    Call it for outer contents that were said, not for denied, asked or hypothetical ones: there nobody says that the
    inner speaker spoke. Candidates carry the words that polarity is read from, like those of every other rule.
    """
    for sentence, (first, last) in _stretches(reading, outer):
        part = sentence[first:last]
        for content, cue, source, verb in _reports(part):
            words = stance_words(sentence, _moved(cue, first), _moved(source, first))
            yield Candidate(
                content=_span(part, content),
                cue=_span(part, cue),
                source=_span(part, source),
                rule=RULE,
                verb=verb,
                confidence=CONFIDENCE,
                around=(part[0].start, part[-1].end),  # a day outside is that of telling it
                words=words,
            )


def _stretches(reading: Reading, outer: Spans) -> Iterator[tuple[Sentence, Range]]:
    """The tokens of each sentence that lie inside a span of ``outer``."""
    for start, end in outer:
        for number in range(max(0, bisect_right(reading.paragraphs, (start, end)) - 1), len(reading.paragraphs)):
            if reading.paragraphs[number][0] >= end:
                break
            for sentence in sentences_in(reading, number, (start, end)):
                inside = [at for at, token in enumerate(sentence) if start <= token.start and token.end <= end]
                if inside:
                    yield sentence, (inside[0], inside[-1] + 1)


def _reports(part: Sentence) -> Iterator[tuple[Range, Range, Range, str]]:
    """Content, cue, source and lemma of each report in a stretch of tokens, left to right, none inside another."""
    found = cues(part)
    held = 0
    if opening := _opening_according(part):
        yield opening
        held = opening[0][1]
    for cue in found:
        if cue.first < held or not _plain(part, cue):
            continue
        source = sources.before(part, cue)
        if source is None or not _opens_clause(part, source[0]) or not _may_speak(part, source):
            continue
        inside = source[0] > 0 and part[source[0] - 1].low in OPENERS
        content = _content(part, cue, [other for other in found if other.verb > cue.verb], inside=inside)
        if content is None:
            continue
        yield content, (cue.first, cue.last + 1), source, cue.word.lemma
        held = content[1]


def _plain(part: Sentence, cue: Cue) -> bool:
    """A finite verb of saying: not "to say", not "alleged fraud", not "asked them to leave"."""
    if cue.word.lemma not in PLAIN or not cue.finite or cue.passive or part[cue.first].low == "to":
        return False
    return cue.word.lemma != "allege" or (cue.last + 1 < len(part) and part[cue.last + 1].low == "that")


def _opening_according(part: Sentence) -> tuple[Range, Range, Range, str] | None:
    """ "… said that according to the fire chief, the stairs were blocked"."""
    at = 1 if part[0].low == "that" else 0
    found = according_to(part[at:]) if len(part) > at and part[at].low == "according" else []
    if not found or found[0].source is None or len(found[0].content) != 1:
        return None
    one, source = found[0], _moved(found[0].source, at)
    while source[0] + 1 < source[1] and is_time(part[source[1] - 1]):
        source = source[0], source[1] - 1  # "a posting made two days ago": nothing but the comma ends this phrase
    return (_moved(one.content[0], at), _moved(one.cue, at), source, one.verb) if _may_speak(part, source) else None


def _content(part: Sentence, cue: Cue, later: list[Cue], *, inside: bool) -> Range | None:
    start = content_start(part, cue)
    if start is None or start >= len(part):
        return None
    end = clause_end(part, start, later, inside=inside)
    end = next((at for at in range(start, end) if part[at].text == "."), end)
    low = part[start].low
    if (cue.word.lemma == "ask" and low not in QUESTIONS) or (end - start > 1 and part[start + 1].text == ","):
        return None  # a request; "If he says it, …"
    if low == "that":
        start += not (start + 1 < end and is_auxiliary(part[start + 1]))
    elif low != "to" and low not in QUESTIONS and not has_finite(part[start : start + NEAR]):
        return None  # an object: "announced the plan" gives no words of theirs
    return (start, end) if end - start >= (2 if low == "to" else FEWEST_WORDS) else None  # "to resign"


def _opens_clause(part: Sentence, at: int) -> bool:
    """Whether a clause can begin at ``at``, so that its subject is whole."""
    return at == 0 or not part[at - 1].word or part[at - 1].low in SUBORDINATORS | COORDINATORS


def _may_speak(part: Sentence, source: Range) -> bool:
    """A named or described person or body, and nothing that only looks like a subject."""
    tokens = part[source[0] : source[1]]
    first = tokens[0]
    if first.low in NOT_SPEAKERS | PRONOUNS | SUBJECT_PRONOUNS | PREPOSITIONS or len(tokens) > LONGEST_SOURCE:
        return False
    if tokens[-1].low in NOT_SPEAKERS | PRONOUNS or is_time(tokens[-1]):
        return False
    head = next((at for at, token in enumerate(tokens) if token.text == "," or token.low == "who"), len(tokens))
    if any(is_auxiliary(token) or token.quotation is not None or token.low == "to" for token in tokens[:head]):
        return False
    if any(token.low.endswith("ed") and following.low == "by" for token, following in pairwise(tokens)):
        return False  # "the speech given by the mother | says": the subject may begin before it
    return first.capital or first.low in DETERMINERS or tokens[head - 1].low.endswith("s")


def _moved(span: Range, by: int) -> Range:
    return span[0] + by, span[1] + by


def _span(part: Sentence, tokens: Range) -> Spans:
    return ((part[tokens[0]].start, part[tokens[1] - 1].end),)
