"""Passives that report: "Residents were told that …", "It was announced that …", "The vault is said to hold …".

Decision: who says it is named after "by" or not at all; the one who is told is never taken for the speaker.
"""

from app.extraction import sources
from app.extraction.clauses import Found, Range
from app.extraction.constructions import QUESTION_WORDS
from app.extraction.contents import clause_end
from app.extraction.cues import Cue
from app.extraction.grammar import DETERMINERS, SUBJECT_PRONOUNS, has_finite, is_auxiliary
from app.extraction.outline import Sentence
from app.extraction.wording import listed

TELLING = listed("tell inform warn assure advise remind promise")
IMPERSONAL = listed(
    "say claim announce allege suggest report argue confirm reveal disclose agree acknowledge note stress declare "
    "admit conclude estimate predict"
)
RUMOURED = listed("said reported alleged claimed rumoured rumored")
NEAR = 8  # tokens in which a clause without "that" shows its verb
LONGEST_SUBJECT = 14
SHORTEST = 3


def passives(sentence: Sentence, found: list[Cue]) -> list[Found]:
    """Passive reports of one sentence."""
    result = [
        one for cue in found if cue.passive and (one := _told(sentence, cue) or _impersonal(sentence, cue, found))
    ]
    if not result and (rumoured := _rumoured(sentence, found)) is not None:
        result.append(rumoured)
    return result


def _told(sentence: Sentence, cue: Cue) -> Found | None:
    """ "were told that", "had been warned by the auditors that"."""
    if cue.word.lemma not in TELLING:
        return None
    start, source = _after_agent(sentence, cue.last + 1)
    if start >= len(sentence):
        return None
    low = sentence[start].low
    clause = cue.word.lemma == "tell" and low in SUBJECT_PRONOUNS | DETERMINERS - QUESTION_WORDS
    if low != "that" and not (clause and has_finite(sentence[start : start + NEAR])):
        return None
    return _found(sentence, cue, start, source, "passive, told")


def _after_agent(sentence: Sentence, at: int) -> tuple[int, Range | None]:
    """Where content may begin after "by the auditors", and who that is."""
    if at < len(sentence) and sentence[at].low == "by":
        source = sources.after(sentence, at + 1)
        return (source[1], source) if source is not None else (at, None)
    return at, None


def _impersonal(sentence: Sentence, cue: Cue, found: list[Cue]) -> Found | None:
    """ "It was announced (by the council) that"."""
    if cue.word.lemma not in IMPERSONAL or cue.first == 0 or sentence[cue.first - 1].low != "it":
        return None
    start, source = _after_agent(sentence, cue.last + 1)
    while start < len(sentence) and sentence[start].low != "that" and start - cue.last < NEAR:
        if not sentence[start].word or is_auxiliary(sentence[start]):
            return None
        start += 1
    if start >= len(sentence) or sentence[start].low != "that":
        return None
    return _found(sentence, cue, start, source, "passive, it")


def _found(sentence: Sentence, cue: Cue, start: int, source: Range | None, rule: str) -> Found | None:
    start += sentence[start].low == "that"
    end = clause_end(sentence, start, [])
    if end - start < SHORTEST:
        return None
    return Found([(start, end)], (cue.first, cue.last + 1), source, cue.word.lemma, rule)


def _rumoured(sentence: Sentence, found: list[Cue]) -> Found | None:
    """ "The vault is said to hold 40 tonnes": no one is named, and the content has two pieces."""
    for at in range(2, len(sentence) - 2):
        if sentence[at].low not in RUMOURED or sentence[at + 1].low != "to" or not is_auxiliary(sentence[at - 1]):
            continue
        if any(cue.first <= at + 1 < cue.verb for cue in found):
            return None  # "is said to have told": the saying is told of
        first = at - 1
        while first > 0 and is_auxiliary(sentence[first - 1]):
            first -= 1
        subject = _plain_subject(sentence, first)
        if subject is None:
            return None
        end = clause_end(sentence, at + 1, [])
        return Found([subject, (at + 1, end)], (first, at + 1), None, "say", "passive, said to")
    return None


def _plain_subject(sentence: Sentence, end: int) -> Range | None:
    """The subject of a clause that opens its sentence."""
    if end > LONGEST_SUBJECT or not all(token.word for token in sentence[:end]):
        return None
    return 0, end
