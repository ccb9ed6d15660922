"""What is kept back or denied in a word or two: "would not confirm the figure", "denied it", "denied the allegations".

Decision: these hold no clause, so a clause rule passes them over; but a reader must see that somebody was asked and
did not say, or said that it is not so.
"""

from collections.abc import Iterator

from app.extraction import sources
from app.extraction.clauses import OPENERS, Found
from app.extraction.contents import clause_end
from app.extraction.cues import Cue
from app.extraction.denials import DENIED, first_of_group
from app.extraction.grammar import BE, DETERMINERS
from app.extraction.lexicon import CLAIMS, Verb
from app.extraction.outline import Sentence
from app.extraction.wording import listed

WOULD_NOT = listed("wouldn’t wouldn't won’t won't couldn’t couldn't")
MODALS = listed("would will could")
"""Not "did not": who did not name somebody need not have been asked to."""
KEPT_BACK = listed("confirm discuss reveal disclose identify specify elaborate comment deny")
FIGURES = listed("figure figures number numbers")
BARE = listed("it this that")
"""Objects of one word: what was denied was told before."""

TOLD_OF = listed("that of by from in about as")
"""With one of these a clause or an opinion of the noun follows ("rejected the idea as “ludicrous”")."""


def refusals(sentence: Sentence) -> Iterator[Found]:
    """Refusals and bare denials of a sentence. In PolNeAR train all 4 finds of "would not discuss the …" and its like
    are attributions there, and 7 of 8 of "denied the charges", "rejected that"; "denied it" stands there in quotations
    alone."""
    for at in range(1, len(sentence)):
        found = _kept_back(sentence, at) or _denied(sentence, at)
        if found is not None:
            yield found


def _kept_back(sentence: Sentence, verb: int) -> Found | None:
    """ "would not confirm the number", "would neither confirm nor deny the link", "wouldn’t comment on it"."""
    first = _negation(sentence, verb) if sentence[verb].low in KEPT_BACK else None
    if first is None:
        return None
    last = verb
    if [token.low for token in sentence[verb + 1 : verb + 3]] in (["or", "deny"], ["nor", "deny"]):
        last = verb + 2
    if last + 1 < len(sentence) and sentence[last + 1].low in ("on", "about"):
        last += 1
    start = last + 1
    source = sources.before(sentence, _cue(sentence, first, verb))
    if source is None or start >= len(sentence) or not _opens_thing(sentence, start):
        return None
    end = clause_end(sentence, start, [], inside=sentence[0].low in OPENERS)
    end = next((at for at in range(start + 1, end) if sentence[at].low in ("because", "although", "though")), end)
    return Found([(start, end)], (first, start), source, "decline", "would not")


def _negation(sentence: Sentence, verb: int) -> int | None:
    """The modal of "would not" or "would neither" right before a verb."""
    before = sentence[verb - 1].low
    if before in WOULD_NOT:
        return verb - 1
    return verb - 2 if verb > 1 and before in ("not", "neither") and sentence[verb - 2].low in MODALS else None


def _opens_thing(sentence: Sentence, at: int) -> bool:
    token = sentence[at]
    return token.capital or token.low in DETERMINERS | BARE or token.low in ("any", "how", "why", "whether", "what")


def _denied(sentence: Sentence, verb: int) -> Found | None:
    """ "denied it.", "dismissed the suggestion": a word, or a noun of claim without a clause."""
    if sentence[verb].low not in DENIED or sentence[verb].low.endswith("ing") or verb + 1 >= len(sentence):
        return None
    first = first_of_group(sentence, verb)
    end = _bare_end(sentence, verb + 1)
    source = sources.before(sentence, _cue(sentence, first, verb))
    if end is None or source is None or any(t.low in BE or t.low == "to" for t in sentence[first:verb]):
        return None
    return Found([(verb + 1, end)], (first, verb + 1), source, DENIED[sentence[verb].low], "bare denial")


def _bare_end(sentence: Sentence, at: int) -> int | None:
    """Where "it" or "the allegations" ends that stands at ``at``, where nothing is told of it."""
    if sentence[at].low in BARE:
        end = at + 1
        return end if end == len(sentence) or sentence[end].text in (".", ";", ",") else None
    if sentence[at].low not in DETERMINERS - {"a", "an"}:
        return None
    noun = next((i for i in (at + 1, at + 2) if i < len(sentence) and sentence[i].low in CLAIMS | FIGURES), None)
    if noun is None or (noun + 1 < len(sentence) and sentence[noun + 1].low in TOLD_OF):
        return None
    return noun + 1


def _cue(sentence: Sentence, first: int, verb: int) -> Cue:
    return Cue(first, verb, verb, Verb(sentence[verb].low, "past", "", frozenset()), False)
