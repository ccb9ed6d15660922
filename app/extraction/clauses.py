"""Indirect speech: a cue with its clause, in the orders that news writes them.

Decision: an indirect attribution needs a verb that is known to report, in a construction that it is known to report
with; order of words then says which side the content is on.
"""

from dataclasses import dataclass

from app.extraction import sources
from app.extraction.constructions import content_start, unnamed_asker
from app.extraction.contents import after_addressee, clause_end, trimmed_end
from app.extraction.cues import Cue
from app.extraction.grammar import (
    COORDINATORS,
    DETERMINERS,
    LOCATING,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    has_finite,
    is_adverb,
    is_auxiliary,
    is_time,
)
from app.extraction.outline import Sentence, last_mark
from app.extraction.wording import listed

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


def reported(sentence: Sentence, found: list[Cue], at: int) -> bool:
    """Whether the token ``at`` lies in what an earlier cue of the sentence reports: "Doe said he | was told that …"."""
    for cue in found:
        if cue.passive or not cue.finite or at <= cue.last or cue.word.lemma == "ask":
            continue
        start = content_start(sentence, cue)
        if start is not None and start <= at:
            return at < clause_end(sentence, start, [other for other in found if other.verb > cue.verb])
    return False


def _tag(text: str, sentence: Sentence, cue: Cue, found: list[Cue], held: list[Range], *_: object) -> Found | None:
    """A parenthetical tag: "…, X said." and "…, said X." and "…, X said, …"."""
    if cue.word.lemma not in TAGGING:
        return None
    if sentence[cue.verb].low in ("claim", "report", "note", "claims", "notes") and cue.last + 1 < len(sentence):
        return None
    if not cue.finite or cue.passive or not cue.first or sentence[cue.first].low == "to":
        return None
    subject = sources.before(sentence, cue)
    if subject is not None and sentence[subject[0]].low in ("who", "which"):
        return None
    if subject is not None:
        opens = subject[0]
        told = after_addressee(sentence, cue.last + 1) if cue.word.lemma == "tell" else cue.last + 1
        stop = _tag_stop(sentence, told, after_clause=_whole_clause(sentence, opens))
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
    if sentence[cue.verb].low == "told" and cue.last + 1 == len(sentence):
        subject = None  # a headline's "…, inquiry told": the inquiry was told it
    return _around(sentence, cue, subject, (opens, stop), rule, held)


TAGGING = listed(
    "say write add note report argue explain recall suggest announce tweet claim acknowledge insist predict contend "
    "warn concede observe admit declare conclude assert tell testify confirm point-out estimate"
)
INVERTING = listed("say write add report tweet argue note explain recall announce suggest warn")


def _set_off(text: str, sentence: Sentence, opens: int) -> bool:
    before = sentence[opens - 1]
    if before.quotation is not None:
        return last_mark(text, before) in (",", "?", "!")
    if before.text in CLOSING_MARKS and opens > 1:
        return sentence[opens - 2].text in (",", "?", "!")  # the mark of a quotation that was never opened
    return before.text in (",", "—", "–", "-")


CLOSING_MARKS = frozenset('”"’»')


def _around(
    sentence: Sentence, cue: Cue, subject: Range | None, tag: Range, rule: str, held: list[Range]
) -> Found | None:
    floor = max((end for start, end in held if end <= tag[0]), default=0)
    start = floor
    while start < tag[0] and (
        (not sentence[start].word and sentence[start].quotation is None) or sentence[start].low in COORDINATORS
    ):
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
    if len(pieces) == 2 and (_goes_with_tag(sentence, rest) or _sets_scene(sentence, cue, tag[1], rest)):
        pieces = [first]
    return Found(
        pieces, (cue.first, cue.last + 1), subject, cue.word.lemma, rule + (", clause" if len(pieces) == 2 else "")
    )


def _goes_with_tag(sentence: Sentence, at: int) -> bool:
    """What follows the tag describes the saying, not what was said: "…, he said, adding that"."""
    low = sentence[at].low
    return (low.endswith("ing") and len(low) > 4) or low in ("citing", "according", "who", "which")


def _sets_scene(sentence: Sentence, cue: Cue, stop: int, at: int) -> bool:
    """What follows a tag with its day tells when it was said: "…, he said Tuesday, as the crews came in". Rare in
    PolNeAR (train has two such pieces), so by grammar: the words would else be put into the speaker's mouth."""
    dated = any(is_time(token) for token in sentence[cue.last + 1 : stop])
    return dated and sentence[at].low in ("as", "while", "after", "hours", "days", "ahead", "amid", "during")


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
        if at == start and not (
            token.low in LOCATING | {"as"} or is_time(token) or is_adverb(token) or token.text in ")("
        ):
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
    text: str,
    sentence: Sentence,
    cue: Cue,
    found: list[Cue],
    held: list[Range],
    earlier: list[Found],
    speaker: Range | None,
) -> Found | None:
    """The cue before its content: "X said that …", "X said …", "…, saying …", "X called for …"."""
    if cue.word.form == "base" and sentence[cue.first].low == "to" and not _introduces(sentence, cue):
        return None
    subject = _subject(sentence, cue, earlier, speaker)
    if (
        subject is None
        and cue.word.form != "ing"
        and not (cue.word.lemma == "ask" and (cue.passive or unnamed_asker(sentence, cue)))
    ):
        return None
    start = content_start(sentence, cue)
    if start is None or start >= len(sentence):
        return None
    later = [other for other in found if other.verb > cue.verb]
    end = clause_end(sentence, start, later, inside=_inside_clause(sentence, cue, subject))
    if cue.word.lemma in NAMING:
        end = _named_end(sentence, start, end)
    if end - start < 2 and not (end - start == 1 and sentence[start].quotation is not None):
        return None
    rule = _rule(sentence, cue, start)
    end = _before_correction(sentence, cue, start, end)
    if sentence[start].low == "that":
        start += (
            1  # the claim is what follows; PolNeAR counts the word in, which costs exactness there and nothing else
        )
    return Found([(start, end)], (cue.first, cue.last + 1), subject, cue.word.lemma, rule)


def _before_correction(sentence: Sentence, cue: Cue, start: int, end: int) -> int:
    """ "did not just say the roof leaked, he showed …": what was more than said is the reporter's."""
    group = [token.low for token in sentence[cue.first : cue.verb]]
    if not any(low in ("only", "just", "merely", "simply") for low in group) or "not" not in group[:-1]:
        return end
    return next((at for at in range(start, end) if sentence[at].text == ","), end)


def _introduces(sentence: Sentence, cue: Cue) -> bool:
    """A bare infinitive counts only where what follows can be nothing but reported words."""
    at = cue.last + 1
    return at < len(sentence) and (sentence[at].low in ("that", ":") or sentence[at].quotation is not None)


OPENERS = listed("while although though when after since because if as whereas unless until once should had were")


def _inside_clause(sentence: Sentence, cue: Cue, subject: Range | None) -> bool:
    """The cue stands in an opening subordinate clause, or in a relative clause between commas."""
    if subject is None:
        return cue.word.lemma == "ask" and (cue.first <= 1 or sentence[cue.first - 1].low in ("who", ","))
    if subject[0] > cue.first:
        return False
    if sentence[subject[0]].low == "who":
        return subject[0] > 0 and sentence[subject[0] - 1].text == ","
    opener = 1 if sentence[0].low in COORDINATORS else 0
    return sentence[opener].low in OPENERS and not any(t.text == "," for t in sentence[opener : subject[0]])


NAMING = frozenset(("call", "describe"))


def _named_end(sentence: Sentence, start: int, end: int) -> int:
    """ "called the dates “cruel” because …": what is called so ends with its quotation."""
    for at in range(start, end - 1):
        if sentence[at].quotation is None:
            continue
        follows = sentence[at + 1]
        if any(token.quotation is not None for token in sentence[at + 1 : at + 4]):
            continue
        if follows.text == "," or follows.low in COORDINATORS | SUBORDINATORS:
            return at + 1
    return end


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
    if cue.passive or unnamed_asker(sentence, cue):
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


def _shared(sentence: Sentence, earlier: list[Found], speaker: Range | None) -> Range | None:
    for one in reversed(earlier):
        if one.source is not None:
            return one.source
    return speaker or sources.head(sentence)
