"""Noun phrases that name who says it: before a cue, after one, or at the head of the sentence.

Decision: a source is the whole phrase as printed, title and apposition included ("Jane Doe, the mayor of Elm,"), since
PolNeAR marks it so and since speaker resolution needs the words around a name.
"""

from app.extraction.cues import Cue
from app.extraction.grammar import (
    COORDINATORS,
    DETERMINERS,
    DO,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STANDING_ALONE,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TITLES,
    has_finite,
    is_adverb,
    is_auxiliary,
    is_time,
)
from app.extraction.lexicon import verb_at
from app.extraction.outline import Sentence
from app.extraction.wording import listed

Range = tuple[int, int]  # token indices, half-open
BREAKS = frozenset(";:—–“”…") | {"--", "..."}
DASHES = frozenset("—–-")
ASIDE_OPENERS = listed("who whose which whom where")
LONGEST_SOURCE = 60  # tokens
OF_THE_PHRASE = listed("of for from in at with on who whose")


def before(sentence: Sentence, cue: Cue, floor: int = 0) -> Range | None:
    """The subject that ends right before the cue, or None where there is none on that side."""
    end = cue.first
    if end <= floor:
        return None
    last = sentence[end - 1]
    if last.low in SUBJECT_PRONOUNS:
        return end - 1, end
    if _contracted_pronoun(last.low):
        return end - 1, end
    if last.text in (",", ")") or last.text in DASHES:
        return _with_aside(sentence, end, floor)
    if not last.word or last.low in COORDINATORS | PREPOSITIONS | DETERMINERS - STANDING_ALONE:
        return None
    start = _segment_start(sentence, end, floor)
    return _usable(sentence, _without_lead(sentence, start, end), end)


def after(sentence: Sentence, start: int, limit: int | None = None) -> Range | None:
    """The noun phrase that begins at ``start`` (as in "said Jane Doe, the mayor"), asides included."""
    limit = len(sentence) if limit is None else limit
    end = phrase_end(sentence, start, limit)
    if end <= start or sentence[start].low in ("that", "to", "it", "so", "there"):
        return None
    if sentence[start].low in PRONOUNS:
        return start, start + 1
    while end < limit and sentence[end].text in (",", "(") and (stop := _aside_end(sentence, end, limit)) > end:
        end = stop
    return start, end


def head(sentence: Sentence) -> Range | None:
    """The noun phrase that opens the sentence, after any adverbial set off by a comma."""
    start = 0
    while start < len(sentence) and (sentence[start].low in COORDINATORS or is_adverb(sentence[start])):
        start += 1
    if start < len(sentence) and sentence[start].text == ",":
        start += 1
    if start < len(sentence) and sentence[start].low in PREPOSITIONS | SUBORDINATORS | {"asked"}:
        comma = next((i for i in range(start, len(sentence)) if sentence[i].text == ","), None)
        if comma is None:
            return None
        start = comma + 1
    end = phrase_end(sentence, start, len(sentence))
    return (start, end) if end > start else None


def phrase_end(sentence: Sentence, start: int, limit: int) -> int:
    """Where a noun phrase that begins at ``start`` ends: before a verb, a clause word, or most punctuation."""
    at = start
    if at < limit and sentence[at].low in PRONOUNS | {"others", "this", "it"}:
        return at + 1
    while at < limit:
        token = sentence[at]
        if not token.word:
            break
        if at > start and (is_auxiliary(token) or token.low in SUBORDINATORS | SUBJECT_PRONOUNS or is_time(token)):
            break
        if at > start and token.low in PREPOSITIONS and token.low not in OF_THE_PHRASE:
            break
        if at > start and (_looks_finite(sentence, at) or _next_phrase(sentence, at)):
            break
        if at > start and token.low in COORDINATORS and not _joins_names(sentence, at, limit):
            break
        if at > start and is_adverb(token):
            break
        at += 1
    while at > start and sentence[at - 1].low in PREPOSITIONS | DETERMINERS - STANDING_ALONE | COORDINATORS:
        at -= 1
    return at


def _looks_finite(sentence: Sentence, at: int) -> bool:
    token = sentence[at]
    if token.capital or sentence[at - 1].low in DETERMINERS | PREPOSITIONS:
        return False
    if token.low.endswith("ed") and len(token.low) > 4:
        return True
    word = verb_at(token.low, "")
    return word is not None and (sentence[at - 1].capital or word.form in ("past", "ing"))


def _next_phrase(sentence: Sentence, at: int) -> bool:
    """A determiner after a noun opens another phrase: "told the Herald | the payout was"."""
    if sentence[at].low not in OPENING_DETERMINERS:
        return False
    return sentence[at - 1].low not in PREPOSITIONS | DETERMINERS | COORDINATORS


OPENING_DETERMINERS = listed("the a an his her their its our my this these those no")


def _joins_names(sentence: Sentence, at: int, limit: int) -> bool:
    if sentence[at].low not in ("and", "or") or at + 1 >= limit:
        return False
    following = sentence[at + 1]
    return following.capital or following.low in DETERMINERS or (not sentence[at - 1].capital and following.word)


def _contracted_pronoun(low: str) -> bool:
    for mark in "’'":
        head_word, found, _ = low.partition(mark)
        if found and head_word in SUBJECT_PRONOUNS:
            return True
    return False


def _segment_start(sentence: Sentence, end: int, floor: int) -> int:
    at = end
    while at > floor and end - at < LONGEST_SOURCE:
        token = sentence[at - 1]
        if token.text == "," or token.text in BREAKS or token.text in "([" or token.text in DASHES:
            if token.text == "," and at < end and _suffix(sentence[at].low):
                at -= 1
                continue
            break
        at -= 1
    return at


def _suffix(low: str) -> bool:
    return low in ("jr.", "sr.", "inc.", "ii", "iii", "d.c", "d.c.")


def _without_lead(sentence: Sentence, start: int, end: int) -> int:
    """Skip what stands before the subject in its segment: conjunctions, adverbs, an earlier clause."""
    cut = start
    for at in range(start, end - 1):
        token = sentence[at]
        if token.low in ("which", "whom") or (token.low in DO and at > start and sentence[at - 1].low not in RELATIVES):
            cut = at + 1
        elif token.low in SUBORDINATORS and not (token.low == "as" and at > start):
            rest = sentence[at + 1 : end]
            if not has_finite(rest):
                cut = at + 1
        elif token.low in ("but", "yet") or (token.low == "and" and not _joins_names(sentence, at, end)):
            cut = at + 1
    while cut < end - 1 and (
        sentence[cut].low in COORDINATORS or (is_adverb(sentence[cut]) and sentence[cut].low != "all")
    ):
        cut += 1
    if cut < end - 1 and sentence[cut].low in OPENING_AUXILIARIES and (cut == 0 or sentence[cut - 1].text == ","):
        return cut + 1  # "Did the mayor say"
    if cut < end and sentence[cut].low in LEADING_PREPOSITIONS:
        return _after_adverbial(sentence, cut, end)
    while (
        cut < end - 1 and is_time(sentence[cut]) and sentence[cut].low not in ("this", "next", "last", "early", "late")
    ):
        cut += 1
    return cut


OPENING_AUXILIARIES = listed("did does do had has have were should would will could can")
LEADING_PREPOSITIONS = PREPOSITIONS - {"of"}


def _after_adverbial(sentence: Sentence, start: int, end: int) -> int:
    """A subject after an opening adverbial without a comma: the pronoun or name that stands right before the cue."""
    at = end
    while at > start + 2 and sentence[at - 1].capital:
        at -= 1
    if at < end and sentence[at - 1].low in TITLES | {"the"}:
        at -= 1
    return at


def _with_aside(sentence: Sentence, end: int, floor: int) -> Range | None:
    """A subject with an aside between it and the cue: "Jane Doe, the mayor of Elm, said"."""
    closing = sentence[end - 1].text
    segments: list[int] = []
    at = end - 1
    while at > floor and end - at < LONGEST_SOURCE:
        token = sentence[at - 1]
        if token.text in BREAKS and token.text not in DASHES:
            break
        opens = token.text == "(" if closing == ")" else token.text == closing
        if opens:
            segments.append(at)
        at -= 1
    segments.append(at)
    if len(segments) < 2:
        return None
    starts = segments[1:]
    for at, start in enumerate(starts):
        inner = sentence[start : segments[0]]
        stop = next((i for i, token in enumerate(inner) if i and not token.word and token.text == closing), len(inner))
        if at > 0 and sentence[start].low not in ASIDE_OPENERS and any(map(is_auxiliary, inner[:stop])):
            starts = starts[:at]  # a clause of its own: the subject begins after it
            break
    for start in reversed(starts):
        first = _without_lead(sentence, start, segments[0] - 1)
        candidate = _usable(sentence, first, segments[0] - 1)
        if candidate is not None and sentence[first].low not in PREPOSITIONS and _opens_phrase(sentence, first):
            return first, end
    return None


def _opens_phrase(sentence: Sentence, at: int) -> bool:
    token = sentence[at]
    return token.capital or token.low in DETERMINERS | PRONOUNS or token.low[:1].isdigit() or token.word


def _usable(sentence: Sentence, start: int, end: int) -> Range | None:
    if start >= end or end - start > LONGEST_SOURCE:
        return None
    first = sentence[start]
    if first.low in COORDINATORS | SUBORDINATORS - {"what"} or not first.word:
        return None
    return start, end


def _aside_end(sentence: Sentence, at: int, limit: int) -> int:
    """The end of an aside that opens at ``at`` after an inverted subject; ``at`` itself where it is no aside."""
    if sentence[at].text == "(":
        close = next((i for i in range(at, min(limit, at + 12)) if sentence[i].text == ")"), None)
        return at if close is None else close + 1
    if at + 1 >= limit:
        return at
    following = sentence[at + 1]
    if following.capital and not sentence[at - 1].capital:
        return _name_end(sentence, at + 1, limit)  # "the chief executive, Jane Doe"
    fits = following.low in DETERMINERS | {"who", "whose", "of", "chief", "head", "jr.", "sr.", "former", "co-founder"}
    if not (fits or following.low.endswith(("er", "or", "ist", "man", "ent", "ive", "ant", "ary", "ew", "dent"))):
        return at
    stop = at + 1
    while stop < limit and sentence[stop].word:
        if stop > at + 1 and verb_at(sentence[stop].low, "") and sentence[stop].low.endswith("ing"):
            break
        if (
            following.low == "who"
            and stop < at + 5
            and verb_at(sentence[stop].low, "")
            and sentence[stop].low != "called"
        ):
            return at  # "who noted that …" reports something of its own
        stop += 1
    return stop


def _name_end(sentence: Sentence, start: int, limit: int) -> int:
    stop = start
    while stop < limit and sentence[stop].capital:
        stop += 1
    return stop
