"""Where content begins after a cue: which construction of its verb stands there, if any.

Decision: a verb reports only in the constructions that the lexicon gives it; "called the police" and "pledged
delegates" are no claims.
"""

from app.extraction.contents import after_addressee, after_adjuncts, starts_clause
from app.extraction.cues import Cue
from app.extraction.grammar import (
    BE,
    COORDINATORS,
    DETERMINERS,
    LOCATING,
    MODALS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    has_finite,
    is_auxiliary,
    is_time,
)
from app.extraction.outline import Sentence
from app.extraction.wording import listed


def content_start(sentence: Sentence, cue: Cue) -> int | None:
    """Where the content after ``cue`` begins, or None where its verb reports nothing in this construction."""
    at = cue.last + 1
    if at >= len(sentence) or (cue.passive and cue.word.lemma != "ask"):
        return None
    if cue.word.lemma in ("refuse", "decline"):
        return _kept_back(sentence, at)
    if unnamed_asker(sentence, cue) and sentence[at].low == "by":
        return _after_asker(sentence, at + 1)
    if "k" in cue.word.takes and sentence[at].low == "to":
        return at + 2 if _to_know(sentence, at) else None
    if "i" in cue.word.takes and sentence[at].low == "to" and not _may_only(sentence, cue):
        return at if _may_be_infinitive(sentence, at + 1) else None
    if "a" in cue.word.takes:
        told = _after_addressee(sentence, cue, at)
        if told is not None:
            return told
        if sentence[at].low != "that" and not ("c" in cue.word.takes and cue.word.lemma in ("warn", "promise")):
            return _preposition(sentence, at, cue.word.takes)
    return _without_addressee(sentence, cue, at)


def unnamed_asker(sentence: Sentence, cue: Cue) -> bool:
    """ "Asked whether …, she …": the one who asks is not named."""
    if cue.word.lemma != "ask" or cue.word.form != "past" or cue.first != cue.verb:
        return False
    before = sentence[cue.first - 1] if cue.first else None
    return before is None or before.text in (",", "—") or before.low in ("when", "if")


def _to_know(sentence: Sentence, at: int) -> bool:
    """ "wanted to know why"."""
    return at + 2 < len(sentence) and sentence[at + 1].low == "know" and sentence[at + 2].low in QUESTION_WORDS


def _kept_back(sentence: Sentence, at: int) -> int | None:
    """ "declined to say …" and its like; what was refused in deed ("refused to sign") is no speech."""
    if at + 1 < len(sentence) and sentence[at].low == "to" and sentence[at + 1].low in KEPT_TO_ONESELF:
        return at
    return None


def _after_asker(sentence: Sentence, at: int) -> int | None:
    """ "Asked by the Herald whether …"."""
    start = after_addressee(sentence, at)
    reach = range(start, min(start + 12, len(sentence)))
    return next((i for i in reach if sentence[i].low in QUESTION_WORDS), None)


def _after_addressee(sentence: Sentence, cue: Cue, at: int) -> int | None:
    takes = cue.word.takes
    follows = after_addressee(sentence, at)
    if at < follows < len(sentence):
        beyond = after_adjuncts(sentence, follows)
        if sentence[follows].low == "that" or (cue.word.lemma == "tell" and _clause_at(sentence, beyond)):
            return beyond
        if "i" in takes and sentence[follows].low == "to":
            return follows if _may_be_infinitive(sentence, follows + 1) else None
    return _question(sentence, at, follows) if "w" in takes else None


def _without_addressee(sentence: Sentence, cue: Cue, at: int) -> int | None:
    takes = cue.word.takes
    if sentence[at].low in OBJECT_PRONOUNS | {"this"} and sentence[min(at + 1, len(sentence) - 1)].text in (",", ";"):
        return None  # "denied it, saying …"
    if _may_only(sentence, cue) and sentence[at].low in takes | {"to"}:
        return None
    if "i" in takes and sentence[at].low == "to":
        return at if _may_be_infinitive(sentence, at + 1) else None
    if at + 1 < len(sentence) and sentence[at].low in ("not", "never") and sentence[at + 1].low == "to":
        return at if "i" in takes else None
    if (follows := _preposition(sentence, at, takes)) is not None:
        return follows
    start = after_adjuncts(sentence, at)
    if start < len(sentence) and sentence[start].text in (",", ":"):
        start += 1
    if start >= len(sentence):
        return None
    if _clause_opens(sentence, cue, start):
        return start
    if "o" in takes and sentence[at].low == "having":
        return at  # "denied having signed it"
    if sentence[at].low in ("nothing", "little", "nobody"):
        return None
    if "o" in takes and start == at and _object_at(sentence, at) and not _may_only(sentence, cue):
        governed = cue.first > 0 and sentence[cue.first - 1].low in ("of", "without")  # "stopped short of calling"
        return at if cue.word.lemma != "call" or governed or _calls_names(sentence, at) else None
    return None


def _clause_opens(sentence: Sentence, cue: Cue, start: int) -> bool:
    low = sentence[start].low
    if not cue.word.takes - {"q"}:
        return False
    if low == "that" and not (start + 1 < len(sentence) and sentence[start + 1].low in ("same", "very", "day", "time")):
        return True
    if "c" in cue.word.takes and _clause_at(sentence, start) and _bare_clause(sentence, cue, start):
        return True
    return "w" in cue.word.takes and low in SUBORDINATORS


QUESTION_WORDS = listed("whether if why how what who when where about")
KEPT_TO_ONESELF = listed(
    "say comment discuss confirm answer respond elaborate speculate give name specify identify disclose rule explain "
    "detail address reveal provide offer apologise apologize"
)


def _question(sentence: Sentence, *places: int) -> int | None:
    for at in places:
        if at < len(sentence) and sentence[at].low in QUESTION_WORDS - {"about"}:
            return at
    return None


def _may_be_infinitive(sentence: Sentence, at: int) -> bool:
    if at >= len(sentence):
        return False
    token = sentence[at]
    return token.quotation is not None or (
        token.word and not token.capital and token.low not in DETERMINERS | OBJECT_PRONOUNS
    )


def _preposition(sentence: Sentence, at: int, takes: frozenset[str]) -> int | None:
    while at < len(sentence) - 1 and is_time(sentence[at]) and sentence[at].low not in takes:
        at += 1
    low = sentence[at].low
    if low in PREPOSITIONS and low in takes and at + 1 < len(sentence):
        return at + 1
    return None


PLAIN = listed("say tell")  # take nearly any clause; other verbs take objects of another sort too
NEAR = 16  # tokens in which a bare clause shows its verb


def _bare_clause(sentence: Sentence, cue: Cue, start: int) -> bool:
    if cue.word.lemma in PLAIN:
        return cue.word.form != "ing" or _has_verb(sentence, start)
    if cue.word.form == "ing" and cue.word.lemma in ("report", "continue", "write", "add"):
        return False
    return _has_verb(sentence, start)


def _has_verb(sentence: Sentence, start: int) -> bool:
    stop = min(len(sentence), start + NEAR)
    first = sentence[start]
    if first.word and not (
        first.capital or first.low in DETERMINERS | SUBJECT_PRONOUNS | {"there"} or first.low[-1] == "s"
    ):
        return first.low[:1].isdigit() or first.low in ("if", "when", "while", "because", "people", "women", "men")
    return sentence[start].quotation is not None or has_finite(sentence[start:stop])


def _clause_at(sentence: Sentence, at: int) -> bool:
    if not starts_clause(sentence, at):
        return False
    token = sentence[at]
    return not (
        token.low
        in COORDINATORS | BE | {"to", "so", "than", "no", "yes", "sorry", "goodbye", "hello", "nothing", "little"}
        or is_auxiliary(token)
    )


def _calls_names(sentence: Sentence, at: int) -> bool:
    """Names are called in quotation marks or of a pronoun (82 % right in PolNeAR train; other objects 51 %)."""
    return sentence[at].low in OBJECT_PRONOUNS or any(token.quotation is not None for token in sentence[at:])


def _may_only(sentence: Sentence, cue: Cue) -> bool:
    """ "must call an election": an object after a modal reports nothing."""
    group = [token.low for token in sentence[cue.first : cue.verb]]
    return any(low in MODALS for low in group) and "not" not in group


def _object_at(sentence: Sentence, at: int) -> bool:
    token = sentence[at]
    return (
        token.word and token.low not in LOCATING | COORDINATORS | {"to", "for"} and not is_auxiliary(token)
    ) or token.low in OBJECT_PRONOUNS
