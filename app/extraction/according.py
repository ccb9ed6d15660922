"""Attribution without a verb: "according to", a noun that reports ("her claim that"), "her message was clear: …".

Decision: these have their own order of words, so each is read on its own, before the verbs of the sentence.
"""

from app.extraction.clauses import Found, Range
from app.extraction.contents import clause_end, trimmed_end
from app.extraction.grammar import (
    COORDINATORS,
    DETERMINERS,
    POSSESSIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
    is_auxiliary,
)
from app.extraction.lexicon import NOUNS
from app.extraction.outline import Sentence
from app.extraction.wording import listed

LONGEST_APPOSITION = 14  # tokens between the two commas of an apposition in the source


def according_to(sentence: Sentence) -> list[Found]:
    """ "According to X, …", "…, according to X", "…, according to X, …": at most one a sentence."""
    for at in range(len(sentence) - 2):
        if sentence[at].low == "according" and sentence[at + 1].low == "to":
            found = _according(sentence, at)
            return [found] if found is not None else []
    return []


def _according(sentence: Sentence, at: int) -> Found | None:
    opening = at == 0 or (at <= 2 and (sentence[at - 1].low in COORDINATORS or sentence[at - 1].text == ","))
    start = max((i + 1 for i in range(at) if sentence[i].text == ";"), default=0)
    opening = opening or (start == at and at > 0)
    while start < at and (
        sentence[start].low in COORDINATORS or (not sentence[start].word and sentence[start].quotation is None)
    ):
        start += 1
    stop, rest = _source_end(sentence, at + 2, opening=opening)
    pieces: list[Range] = []
    if not opening:
        pieces.append((start, trimmed_end(sentence, start, at)))
    if rest is not None:
        pieces.append((rest, clause_end(sentence, rest, [])))
    pieces = [piece for piece in pieces if piece[0] < piece[1]]
    words = sum(end - begin for begin, end in pieces)
    if not pieces or words < 2 or stop <= at + 2:
        return None
    return Found(pieces, (at, at + 2), (at + 2, stop), "according", "according to")


def _source_end(sentence: Sentence, start: int, *, opening: bool) -> tuple[int, int | None]:
    """Where the source ends, and where content begins (again) after it, if it does."""
    limit = next((at for at in range(start, len(sentence)) if sentence[at].text in ("—", "–", ";")), len(sentence))
    commas = [at for at in range(start, limit) if sentence[at].text == ","]
    end = trimmed_end(sentence, start, limit)
    if not commas:
        return end, None
    first = commas[0]
    following = sentence[first + 1] if first + 1 < len(sentence) else None
    apposition = following is not None and following.low in (
        "a",
        "an",
        "who",
        "which",
        "one",
        "whose",
        "" if opening else "the",
    )
    if apposition and following is not None:
        second = commas[1] if len(commas) > 1 else None
        inner = sentence[first + 2 : second] if second is not None else []
        relative = following.low in ("who", "which", "whose")
        if (
            second is not None
            and second - first < LONGEST_APPOSITION
            and (relative or not any(map(is_auxiliary, inner)))
        ):
            return second, second + 1 if opening or _goes_on(sentence, second + 1) else None
        if not opening and relative:
            return end, None
    if opening:
        return first, first + 1
    if following is not None and (following.low in COORDINATORS | SUBJECT_PRONOUNS | SUBORDINATORS | {"which", "with"}):
        return first, None
    if _goes_on(sentence, first + 1):
        return first, first + 1
    return end, None


def _goes_on(sentence: Sentence, at: int) -> bool:
    """A finite verb right after the source: the clause before it goes on."""
    while at < len(sentence) and is_adverb(sentence[at]):
        at += 1
    if at >= len(sentence):
        return False
    token = sentence[at]
    return is_auxiliary(token) or (token.word and not token.capital and token.low.endswith("ed"))


MESSAGES = listed("message point argument view position answer response warning verdict advice conclusion reply")


def noun_cues(sentence: Sentence) -> list[Found]:
    """ "Doe's claim that …", "their warning that …", "Doe's message was clear: …", "her point is that …"."""
    result: list[Found] = []
    for at in range(1, len(sentence) - 2):
        if sentence[at].low in NOUNS and sentence[at + 1].low == "that":
            found = _claim_that(sentence, at)
        elif sentence[at].low in MESSAGES:
            found = _message(sentence, at)
        else:
            continue
        if found is not None:
            result.append(found)
    return result


def _claim_that(sentence: Sentence, at: int) -> Found | None:
    source = _possessor(sentence, at)
    if source is None or at + 2 >= len(sentence) or is_auxiliary(sentence[at + 2]):
        return None
    end = next((i for i in range(at + 5, len(sentence)) if sentence[i].text in (",", ";", "—", "–")), len(sentence))
    end = min(end, clause_end(sentence, at + 1, []))
    return Found([(at + 2, end)], (at, at + 1), source, sentence[at].low, "noun that") if end - at > 3 else None


def _message(sentence: Sentence, at: int) -> Found | None:
    source = _possessor(sentence, at)
    if source is None or sentence[at + 1].low not in ("is", "was", "’s"):
        return None
    for stop in range(at + 2, min(len(sentence) - 1, at + 7)):
        if sentence[stop].text == ":" or sentence[stop].low == "that":
            start = stop + 1
            end = clause_end(sentence, start, [])
            return Found([(start, end)], (at, stop), source, sentence[at].low, "message") if end - start > 2 else None
    return None


def _possessor(sentence: Sentence, at: int) -> Range | None:
    """Whose claim it is: "her", "Jane Doe's", "the mayor’s", at most two adjectives before the noun."""
    for back in range(at - 1, max(-1, at - 4), -1):
        token = sentence[back]
        if token.low in POSSESSIVES:
            return back, back + 1
        if token.low.endswith(("’s", "'s", "s’", "s'")):
            start = back
            while start > 0 and sentence[start].capital and sentence[start - 1].capital:
                start -= 1
            if start > 0 and sentence[start - 1].low in DETERMINERS:
                start -= 1
            return start, back + 1
        if not token.word or token.low in DETERMINERS or (back < at - 1 and token.low.endswith("s")):
            return None  # "the owner’s lawyers repeated claims that": nobody's, as far as this rule can tell
    return None
