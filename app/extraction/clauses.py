"""Indirect speech: a cue with its clause, in the orders that news writes them.

Decision: an indirect attribution needs a verb that is known to report, in a construction that it is known to report
with; order of words then says which side the content is on.
"""

from dataclasses import dataclass

from app.extraction import sources
from app.extraction.contents import after_addressee, after_adjuncts, clause_end, starts_clause, trimmed_end
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
    is_adverb,
    is_auxiliary,
    is_time,
)
from app.extraction.outline import Sentence, last_mark

Range = tuple[int, int]


@dataclass(slots=True)
class Found:
    """An attribution inside one sentence, in token ranges."""

    content: list[Range]
    cue: Range
    source: Range | None
    verb: str
    rule: str


def clauses(text: str, sentence: Sentence, found: list[Cue], taken: list[Range], speaker: Range | None) -> list[Found]:
    """Indirect and mixed attributions of a sentence; ``taken`` are token ranges that other rules hold already."""
    result: list[Found] = []
    held = list(taken)
    for rule in (_tag, _relative, _main):
        for cue in found:
            if any(start <= cue.verb < end for start, end in held):
                continue
            one = rule(text, sentence, cue, found, held, result, speaker)
            if one is None or not free(one, held):
                continue
            result.append(one)
            held.extend([*one.content, one.cue])
    return sorted(result, key=lambda one: one.content[0])


def free(one: Found, held: list[Range]) -> bool:
    """Whether no content of ``one`` lies in a range that is held."""
    return all(end <= a or b <= start for start, end in held for a, b in one.content)


def _tag(text: str, sentence: Sentence, cue: Cue, found: list[Cue], held: list[Range], *_: object) -> Found | None:
    """A parenthetical tag: "…, X said." and "…, said X." and "…, X said, …"."""
    if cue.word.lemma not in TAGGING or sentence[cue.verb].low in ("claim", "report", "note", "claims", "notes"):
        return None
    if not cue.finite or cue.passive or not cue.first:
        return None
    subject = sources.before(sentence, cue)
    if subject is not None:
        opens = subject[0]
        stop = _tag_stop(sentence, cue.last + 1, after_clause=_whole_clause(sentence, opens))
        rule = "clause, source, cue"
    elif _set_off(text, sentence, cue.first) and cue.word.lemma in INVERTING:
        subject = sources.after(sentence, cue.last + 1)
        if subject is None:
            return None
        opens = cue.first
        stop = _tag_stop(sentence, subject[1])
        rule = "clause, cue, source"
    else:
        return None
    if stop is None or opens < 2 or not _set_off(text, sentence, opens):
        return None
    return _around(sentence, cue, subject, (opens, stop), rule, held)


TAGGING = frozenset(
    "say write add note report argue explain recall suggest announce tweet claim acknowledge insist predict contend warn "
    "concede observe admit declare conclude assert tell testify confirm point-out estimate".split()
)
INVERTING = frozenset("say write add report tweet argue note explain recall announce suggest warn".split())


def _set_off(text: str, sentence: Sentence, opens: int) -> bool:
    before = sentence[opens - 1]
    if before.quotation is not None:
        return last_mark(text, before) in (",", "?", "!")
    return before.text in (",", "—", "–", "-")


def _around(sentence: Sentence, cue: Cue, subject: Range, tag: Range, rule: str, held: list[Range]) -> Found | None:
    floor = max((end for start, end in held if end <= tag[0]), default=0)
    start = floor
    while start < tag[0] and (not sentence[start].word and sentence[start].quotation is None or sentence[start].low in COORDINATORS):
        start += 1
    first = (start, trimmed_end(sentence, start, tag[0]))
    rest = tag[1]
    while rest < len(sentence) and sentence[rest].text in (",", "—", "–", "-"):
        rest += 1
    last = (rest, clause_end(sentence, rest, []))
    pieces = [piece for piece in (first, last) if piece[0] < piece[1]]
    if not pieces or first[0] >= first[1]:
        return None
    if len(pieces) == 1 and first[1] - first[0] < 3:
        return None
    if len(pieces) == 2 and _goes_with_tag(sentence, rest):
        pieces = [first]
    return Found(pieces, (cue.first, cue.last + 1), subject, cue.word.lemma, rule + (", clause" if len(pieces) == 2 else ""))


def _goes_with_tag(sentence: Sentence, at: int) -> bool:
    """What follows the tag describes the saying, not what was said: "…, he said, adding that"."""
    low = sentence[at].low
    return (low.endswith("ing") and len(low) > 4) or low in ("citing", "according", "who", "which")


def _whole_clause(sentence: Sentence, end: int) -> bool:
    """Whether the words before a tag are surely a clause, not an adverbial."""
    start = 0
    while start < end and sentence[start].low in COORDINATORS:
        start += 1
    if end - start < 5 or sentence[start].low in PREPOSITIONS | SUBORDINATORS:
        return False
    return has_finite(sentence[start:end])


def _tag_stop(sentence: Sentence, at: int, *, after_clause: bool = False) -> int | None:
    """Where a tag ends, if after the cue it does: at the sentence's end or at a comma."""
    start = at
    while at < len(sentence):
        token = sentence[at]
        if token.text in (",", ".", ";", "—", "–", "?", "!"):
            return at
        if token.quotation is not None or (token.low == "that" and not (after_clause and at > start + 1)):
            return None
        if at == start and not (token.low in LOCATING | {"as"} or is_time(token) or is_adverb(token) or token.text in ")("):
            return None
        if token.low in SUBJECT_PRONOUNS and at - start < 6 and not (after_clause and at > start + 1):
            return None
        at += 1
    return at


def _relative(text: str, sentence: Sentence, cue: Cue, found: list[Cue], *_: object) -> Found | None:
    """ "…, which she said was wrong": the content is the relative pronoun and what follows the cue."""
    if "c" not in cue.word.takes or not cue.finite or cue.passive:
        return None
    subject = sources.before(sentence, cue)
    start = cue.last + 1
    if subject is None or subject[0] < 2 or start >= len(sentence):
        return None
    pronoun = sentence[subject[0] - 1]
    token = sentence[start]
    verb_follows = is_auxiliary(token) or (token.word and not token.capital and token.low.endswith(("ed", "s")))
    if pronoun.low not in ("which", "who", "whom", "that") or not verb_follows or token.low in DETERMINERS:
        return None
    end = clause_end(sentence, start, [other for other in found if other.verb > cue.verb])
    content = [(subject[0] - 1, subject[0]), (start, end)]
    return Found(content, (cue.first, cue.last + 1), subject, cue.word.lemma, "relative")


def _main(
    text: str, sentence: Sentence, cue: Cue, found: list[Cue], held: list[Range], earlier: list[Found], speaker: Range | None
) -> Found | None:
    """The cue before its content: "X said that …", "X said …", "…, saying …", "X called for …"."""
    if cue.word.form == "base" and sentence[cue.first].low == "to" and not _introduces(sentence, cue):
        return None
    subject = _subject(sentence, cue, earlier, speaker)
    if subject is None and cue.word.form != "ing" and not (cue.word.lemma == "ask" and (cue.passive or _asked(sentence, cue))):
        return None
    start = _content_start(sentence, cue)
    if start is None or start >= len(sentence):
        return None
    later = [other for other in found if other.verb > cue.verb]
    end = clause_end(sentence, start, later, inside=_inside_clause(sentence, cue, subject))
    if end - start < 2 and not (end - start == 1 and sentence[start].quotation is not None):
        return None
    rule = _rule(sentence, cue, start)
    if sentence[start].low == "that":
        start += 1  # the claim is what follows; PolNeAR counts the word in, which costs exactness there and nothing else
    return Found([(start, end)], (cue.first, cue.last + 1), subject, cue.word.lemma, rule)


def _introduces(sentence: Sentence, cue: Cue) -> bool:
    """A bare infinitive counts only where what follows can be nothing but reported words."""
    at = cue.last + 1
    return at < len(sentence) and (sentence[at].low in ("that", ":") or sentence[at].quotation is not None)


OPENERS = frozenset("while although though when after since because if as whereas".split())


def _inside_clause(sentence: Sentence, cue: Cue, subject: Range | None) -> bool:
    """The cue stands in an opening subordinate clause, or in a relative clause between commas."""
    if subject is None:
        return cue.word.lemma == "ask" and cue.first <= 1
    if subject[0] > cue.first:
        return False
    if sentence[subject[0]].low == "who":
        return subject[0] > 0 and sentence[subject[0] - 1].text == ","
    opener = 1 if sentence[0].low in COORDINATORS else 0
    return sentence[opener].low in OPENERS and not any(t.text == "," for t in sentence[opener : subject[0]])


def _rule(sentence: Sentence, cue: Cue, start: int) -> str:
    low = sentence[start].low
    form = "participle" if cue.word.form == "ing" and cue.first == cue.verb else "cue"
    if cue.word.lemma == "ask":
        return "asked"
    if cue.word.lemma in ("refuse", "decline"):
        return "declined to"
    if low == "that":
        return f"{form} that"
    if low == "to" and "i" in cue.word.takes:
        return f"{form} to"
    if "c" in cue.word.takes or cue.word.lemma == "tell":
        return f"{form} clause"
    return f"{form} object"


def _subject(sentence: Sentence, cue: Cue, earlier: list[Found], speaker: Range | None) -> Range | None:
    if cue.passive or _asked(sentence, cue):
        return None
    if cue.word.form == "ing" and cue.first == cue.verb:
        if cue.first > 0 and sentence[cue.first - 1].low in PREPOSITIONS - {"as"}:
            return _shared(sentence, earlier, speaker)
        if cue.first > 0 and sentence[cue.first - 1].text in (",", "and", "—", "–"):
            return _shared(sentence, earlier, speaker)
        return sources.before(sentence, cue) or _shared(sentence, earlier, speaker)
    subject = sources.before(sentence, cue)
    if subject is not None:
        return subject
    if cue.first > 0 and sentence[cue.first - 1].low in COORDINATORS | {","}:
        return _shared(sentence, earlier, speaker)
    if sentence[cue.first].low == "to":
        return _shared(sentence, earlier, speaker)
    return None


def _asked(sentence: Sentence, cue: Cue) -> bool:
    """ "Asked whether …, she …": the one who asks is not named."""
    if cue.word.lemma != "ask" or cue.word.form != "past" or cue.first != cue.verb:
        return False
    return cue.first == 0 or sentence[cue.first - 1].text in (",", "—") or sentence[cue.first - 1].low in ("when", "if")


def _shared(sentence: Sentence, earlier: list[Found], speaker: Range | None) -> Range | None:
    for one in reversed(earlier):
        if one.source is not None:
            return one.source
    return speaker or sources.head(sentence)


def _content_start(sentence: Sentence, cue: Cue) -> int | None:
    at = cue.last + 1
    if at >= len(sentence):
        return None
    takes = cue.word.takes
    if cue.passive and cue.word.lemma != "ask":
        return None
    if cue.word.lemma in ("refuse", "decline"):
        return at if at + 1 < len(sentence) and sentence[at].low == "to" and sentence[at + 1].low in KEPT_TO_ONESELF else None
    if _asked(sentence, cue) and sentence[at].low == "by":
        at = after_addressee(sentence, at + 1)
        if at < len(sentence) and sentence[at].text == ",":
            at += 1
        at = next((i for i in range(at, min(at + 12, len(sentence))) if sentence[i].low in QUESTION_WORDS), at)
        if at >= len(sentence):
            return None
    if "a" in takes:
        follows = after_addressee(sentence, at)
        if follows < len(sentence) and follows > at:
            beyond = after_adjuncts(sentence, follows)
            if sentence[follows].low == "that" or (cue.word.lemma == "tell" and _clause_at(sentence, beyond)):
                return beyond
        if "i" in takes and follows + 1 < len(sentence) and sentence[follows].low == "to":
            return follows if follows > at and _may_be_infinitive(sentence, follows + 1) else None
        if "w" in takes and (asked := _question(sentence, at, follows)) is not None:
            return asked
        if sentence[at].low != "that" and not ("c" in takes and cue.word.lemma in ("warn", "promise")):
            return _preposition(sentence, at, takes)
    if "i" in takes and sentence[at].low == "to":
        return at if at + 1 < len(sentence) and _may_be_infinitive(sentence, at + 1) else None
    if (follows := _preposition(sentence, at, takes)) is not None:
        return follows
    start = after_adjuncts(sentence, at)
    if start < len(sentence) and sentence[start].text in (",", ":"):
        start += 1
    if start >= len(sentence):
        return None
    low = sentence[start].low
    if low == "that" and not (start + 1 < len(sentence) and sentence[start + 1].low in ("same", "very", "day", "time")):
        return start
    if "c" in takes and _clause_at(sentence, start) and _bare_clause(sentence, cue, start):
        return start
    if "w" in takes and low in SUBORDINATORS:
        return start
    if "o" in takes and start == at and _object_at(sentence, at) and not _may_only(sentence, cue):
        return at
    return None


QUESTION_WORDS = frozenset("whether if why how what who when where about".split())
KEPT_TO_ONESELF = frozenset(
    "say comment discuss confirm answer respond elaborate speculate give name specify identify disclose rule explain "
    "detail address reveal provide offer apologise apologize".split()
)


def _question(sentence: Sentence, *places: int) -> int | None:
    for at in places:
        if at < len(sentence) and sentence[at].low in QUESTION_WORDS - {"about"}:
            return at
    return None


def _may_be_infinitive(sentence: Sentence, at: int) -> bool:
    token = sentence[at]
    return token.quotation is not None or (token.word and not token.capital and token.low not in DETERMINERS | OBJECT_PRONOUNS)


def _preposition(sentence: Sentence, at: int, takes: frozenset[str]) -> int | None:
    while at < len(sentence) - 1 and is_time(sentence[at]) and sentence[at].low not in takes:
        at += 1
    low = sentence[at].low
    if low in PREPOSITIONS and low in takes and at + 1 < len(sentence):
        return at + 1
    return None


PLAIN = frozenset("say tell".split())  # take nearly any clause; other verbs take objects of another sort too
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
    if first.word and not (first.capital or first.low in DETERMINERS | SUBJECT_PRONOUNS | {"there"} or first.low[-1] == "s"):
        return first.low[:1].isdigit() or first.low in ("if", "when", "while", "because", "people", "women", "men")
    return sentence[start].quotation is not None or has_finite(sentence[start:stop])


def _clause_at(sentence: Sentence, at: int) -> bool:
    if not starts_clause(sentence, at):
        return False
    token = sentence[at]
    return not (token.low in COORDINATORS | BE | {"to", "so", "than", "no", "yes", "sorry", "goodbye", "hello", "nothing", "little"} or is_auxiliary(token))


def _may_only(sentence: Sentence, cue: Cue) -> bool:
    """ "must call an election": an object after a modal reports nothing."""
    return any(token.low in MODALS for token in sentence[cue.first : cue.verb])


def _object_at(sentence: Sentence, at: int) -> bool:
    token = sentence[at]
    return (token.word and token.low not in LOCATING | COORDINATORS | {"to"} and not is_auxiliary(token)) or token.low in OBJECT_PRONOUNS
