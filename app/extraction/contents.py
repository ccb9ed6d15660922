"""Where reported content begins and ends in a sentence, in token indices.

Decision: content runs to the end of its sentence unless something plainly belongs to the reporter again: a second
cue, "according to", a participle that reports ("adding that"). Measured on PolNeAR train, cutting earlier at every
comma loses more contents than it repairs.
"""

from app.extraction.cues import Cue
from app.extraction.grammar import (
    COORDINATORS,
    DETERMINERS,
    LOCATING,
    OBJECT_PRONOUNS,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_auxiliary,
    is_time,
)
from app.extraction.outline import Sentence
from app.extraction.sources import before, phrase_end

OF_THINGS = frozenset(("of", "with", "to", "from", "by"))  # "said of the talk he had": no clause begins at "he"
FAR = 30  # tokens that an adjunct between cue and content may take


def after_adjuncts(sentence: Sentence, start: int) -> int:
    """Skip "on Tuesday", "in a statement", "again", "to reporters" between a cue and what is said.

    Returns the index where content begins; where no adjunct surely ends, ``start`` itself.
    """
    at = start
    if at + 1 < len(sentence) and sentence[at].low in ("not", "never") and sentence[at + 1].low == "to":
        return at  # "claimed not to know that": what is claimed begins here
    if at + 1 < len(sentence) and sentence[at].low == "only" and sentence[at + 1].low == "that":
        return at + 1
    if _ago(sentence, at):
        at += 3  # "two days ago"
    while at < len(sentence) and (is_time(sentence[at]) or is_adverb(sentence[at])):
        if sentence[at].low in ("all", "both", "only", "this", "last", "next") and not _time_phrase(
            sentence, at
        ):  # "said last year"
            break
        at += 1
    if at < len(sentence) and sentence[at].low in ("this", "last", "next") and _time_phrase(sentence, at):
        at += 2
    if at >= len(sentence) or sentence[at].low not in LOCATING:
        return at
    for stop in range(at + 1, min(len(sentence), at + FAR)):
        token = sentence[stop]
        if token.low == "that" and sentence[stop - 1].low not in LOCATING:
            return stop
        if token.text in (":", ",") and not _before_year(sentence, stop):
            return stop
        if token.quotation is not None:
            return at
        if token.low in SUBJECT_PRONOUNS and token.low != "who" and stop > at + 1 and sentence[at].low not in OF_THINGS:
            return stop
    return at


def _before_year(sentence: Sentence, at: int) -> bool:
    """The comma of "March 3, 2021,"."""
    following = sentence[at + 1].text if at + 1 < len(sentence) else ""
    return len(following) == 4 and following.isdigit() and is_time(sentence[at - 1])


def _ago(sentence: Sentence, at: int) -> bool:
    return at + 2 < len(sentence) and sentence[at + 2].low in ("ago", "earlier", "later")


def _time_phrase(sentence: Sentence, at: int) -> bool:
    return at + 1 < len(sentence) and is_time(sentence[at + 1])


def after_addressee(sentence: Sentence, start: int) -> int:
    """Skip who is told: "reporters", "him", "CNN's Jane Doe", "a crowd in Elm"."""
    if start >= len(sentence):
        return start
    if sentence[start].low in OBJECT_PRONOUNS:
        return start + 1
    if sentence[start].low == "not":
        return start
    end = phrase_end(sentence, start, len(sentence))
    if (
        end == start
        or end >= len(sentence)
        or not (sentence[end].low in LOCATING or is_time(sentence[end]) or sentence[end].text == ",")
    ):
        return end
    for stop in range(end, min(len(sentence), end + FAR)):
        token = sentence[stop]
        if token.low == "that":
            return stop
        if (
            token.low in SUBJECT_PRONOUNS
            or token.quotation is not None
            or token.text in (":", ".")
            or is_auxiliary(token)
        ):
            break
        if token.text == "," and not (stop + 1 < len(sentence) and sentence[stop + 1].capital):
            break
    return end


def clause_end(sentence: Sentence, start: int, cues: list[Cue], *, inside: bool = False) -> int:
    """The index after the last token of content that begins at ``start``.

    ``inside``: the cue stands in a clause that a comma ends ("While critics say that …, she …").
    """
    end = trimmed_end(sentence, start, len(sentence))
    if inside:
        commas = [at for at in range(start + SHORTEST_INSIDE, end) if sentence[at].text == ","]
        end = commas[0] if commas else end
    for cue in cues:
        if cue.first <= start or cue.first >= end:
            continue
        stop = _before_cue(sentence, cue, start)
        if stop is not None:
            end = min(end, stop)
            break
    commas = [at for at in range(start, end) if sentence[at].text == ","]
    last_comma = commas[-1] if commas else -1
    for at in range(start + 1, end - 1):
        if _reporter_again(sentence, at, start, last_comma):
            end = at
            break
    return trimmed_end(sentence, start, end)


def _reporter_again(sentence: Sentence, at: int, start: int, last_comma: int) -> bool:
    """Whether the words from ``at`` are the reporter's. Shares are of such places in PolNeAR train that end content."""
    token, following = sentence[at], sentence[at + 1].low
    if (token.low == "according" and following == "to") or (token.text == ";" and at - start > 2):
        return True
    if token.text == "," and following in ("compared", "however", "which") and at - start > 1:
        return following != "which" or at == last_comma
    if at - start < SHORTEST_BEFORE_CUT:
        return False
    if token.text in DASHES and not any(
        t.text in DASHES for t in sentence[at + 1 :]
    ):  # before a determiner 67-100 %, else 36 %
        return following in ("a", "an", "the", "though", "and", "but")
    if token.text != ",":
        return False
    beyond = sentence[at + 2].low if at + 2 < len(sentence) else ""
    if following == "but":  # before a pronoun 67 %, else 42 %
        return beyond in SUBJECT_PRONOUNS
    if following in ("while", "despite"):  # 75 %, 67 %
        return True
    if at != last_comma:
        return False
    return following in ("which", "who", "where", "a", "an", "though")  # 50 to 56 % in last place


DASHES = frozenset(("-", "--", "–", "—"))
SHORTEST_INSIDE = 1
SHORTEST_BEFORE_CUT = 4  # tokens; a cut right after the cue would leave no claim


def trimmed_end(sentence: Sentence, start: int, end: int) -> int:
    """Leave out marks and conjunctions that hang at the end."""
    while end > start and (
        (not sentence[end - 1].word and sentence[end - 1].quotation is None and sentence[end - 1].text not in ")]%$")
        or sentence[end - 1].low in COORDINATORS
    ):
        end -= 1
    return end


def _before_cue(sentence: Sentence, cue: Cue, start: int) -> int | None:
    """Where content stops because the reporter reports again at ``cue``; None where the cue belongs to the content."""
    previous = sentence[cue.first - 1]
    if cue.word.form == "ing":
        return cue.first if previous.low in (",", "and", "but") and cue.first - start > 2 else None
    if previous.low in ("and", "but", "then") and cue.finite:
        grouped = cue.first < cue.verb
        if grouped or sentence[cue.verb].low.endswith(("ed", "aid", "old", "ote", "s")):
            return cue.first - 1
    subject = before(sentence, cue, start) if cue.finite else None
    if subject is None or subject[0] - 1 <= start:
        return None
    lead = sentence[subject[0] - 1]
    if lead.low == "but" or (
        lead.low in ("and", "while", "though", "although") and sentence[subject[0] - 2].text == ","
    ):
        return subject[0] - 1
    return (
        subject[0] - 1
        if lead.text == "," and previous.low in SUBJECT_PRONOUNS and cue.word.lemma in ("say", "add")
        else None
    )


def starts_clause(sentence: Sentence, at: int) -> bool:
    """Whether a clause can begin here: a subject of some sort rather than a preposition or an infinitive."""
    if at >= len(sentence):
        return False
    token = sentence[at]
    if token.quotation is not None:
        return True
    return token.word and (
        token.capital
        or token.low in SUBJECT_PRONOUNS | DETERMINERS
        or token.low not in LOCATING | {"about", "for", "against", "as"}
    )
