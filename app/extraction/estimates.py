"""Figures that somebody puts on a thing: "Doe put the cost at 350 million crowns", "a bank pegged it at $2.9 billion".

Decision: only "put" and "peg" with "at" or "on" before a figure; the claim ends with the figure, for what comes after
it is mostly the reporter's ("…, a dozen fewer than last spring", "… last April").
"""

from app.extraction import sources
from app.extraction.clauses import Found
from app.extraction.cues import Cue
from app.extraction.grammar import BE, COORDINATORS, DETERMINERS, OBJECT_PRONOUNS, TIME_WORDS, is_adverb, is_auxiliary
from app.extraction.lexicon import Verb
from app.extraction.outline import Sentence
from app.extraction.wording import listed

PUTTING = listed("put puts peg pegs pegged")
CURRENCIES = frozenset("$£€¥")
ABOUT = listed("about around nearly almost roughly over under just only some approximately")
FIGURES = listed("half one two three four five six seven eight nine ten twenty thirty forty fifty hundreds thousands")
LONGEST_THING = 18  # tokens from the verb to its "at"
AFTER = TIME_WORDS | listed("during after before since for from when as while because in with by to of")
"""With one of these the figure has ended: "at 5 percent | in May"."""
RULE = "put at"


def estimates(sentence: Sentence) -> list[Found]:
    """Estimates of a sentence: content is the thing with its figure. In PolNeAR train 4 of its 5 finds are
    attributions (there of belief), one of these with the words after the figure; one is unmarked."""
    return [one for verb in range(1, len(sentence) - 3) if (one := _estimate(sentence, verb)) is not None]


def _estimate(sentence: Sentence, verb: int) -> Found | None:
    if sentence[verb].low not in PUTTING or not _opens_thing(sentence, verb + 1):
        return None
    first = _group(sentence, verb)
    figure = _figure(sentence, verb + 2)
    source = sources.before(sentence, Cue(first, verb, verb, Verb("put", "past", "", frozenset()), False))
    if figure is None or source is None or any(t.low in BE or t.low == "to" for t in sentence[first:verb]):
        return None
    content = (verb + 1, _end(sentence, figure))
    return Found([content], (first, verb + 1), source, "put", RULE)


def _opens_thing(sentence: Sentence, at: int) -> bool:
    return sentence[at].capital or sentence[at].low in DETERMINERS | OBJECT_PRONOUNS


def _group(sentence: Sentence, verb: int) -> int:
    """The first token of the verb group: "had put", "later put"."""
    at = verb
    while at > 0 and (is_auxiliary(sentence[at - 1]) or is_adverb(sentence[at - 1]) or sentence[at - 1].low == "to"):
        at -= 1
    return at


def _figure(sentence: Sentence, start: int) -> int | None:
    """Where the figure begins after the first "at" (or, with a share, "on") that has one."""
    for at in range(start, min(len(sentence) - 1, start + LONGEST_THING)):
        if not (sentence[at].word or sentence[at].text in "’'") or is_auxiliary(sentence[at]):
            return None
        if sentence[at].low in ("at", "on"):
            figure = _is_figure(sentence, at + 1)
            if figure is not None and (sentence[at].low == "at" or _is_share(sentence, figure)):
                return figure
            if sentence[at].low == "on":
                return None  # "put his hand on the table at ten"
    return None


def _is_figure(sentence: Sentence, at: int) -> int | None:
    """The place of a figure that stands at ``at``, "about" and "more than" before it left out."""
    if [token.low for token in sentence[at : at + 2]] in (["more", "than"], ["less", "than"], ["at", "least"]):
        at += 2
    while at < len(sentence) and sentence[at].low in ABOUT:
        at += 1
    if at >= len(sentence):
        return None
    token = sentence[at]
    return at if token.low[:1].isdigit() or token.low in FIGURES or token.text in CURRENCIES else None


def _is_share(sentence: Sentence, figure: int) -> bool:
    following = {token.low for token in sentence[figure : figure + 3]}
    return "%" in "".join(following) or bool(following & {"percent", "per", "points"})


def _end(sentence: Sentence, figure: int) -> int:
    end = figure + 1
    while end < len(sentence) and (sentence[end].word or sentence[end].text in CURRENCIES | {"%"}):
        if sentence[end].low in AFTER | COORDINATORS or is_auxiliary(sentence[end]):
            break
        end += 1
    return end
