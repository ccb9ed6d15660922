"""Denials of what somebody may have said: "rejected claims that …", "Claims that … were denied by …".

Decision: the content is what is denied, and the cue is the verb with its noun, so that nobody takes the noun alone for
a report ("claims that the plant would shut" is nobody's claim here). Where the noun has an owner ("rejected her claim
that"), the report is the owner's and is left to the nouns that report.
"""

from collections.abc import Iterator

from app.extraction import sources
from app.extraction.clauses import Found, Range
from app.extraction.contents import clause_end, trimmed_end
from app.extraction.cues import Cue
from app.extraction.grammar import BE, POSSESSIVES, PREPOSITIONS, is_adverb, is_auxiliary
from app.extraction.lexicon import CLAIMS, Verb
from app.extraction.outline import Sentence
from app.extraction.wording import listed

DENIED = {
    **dict.fromkeys(listed("deny denies denied denying"), "deny"),
    **dict.fromkeys(listed("reject rejects rejected rejecting"), "reject"),
    **dict.fromkeys(listed("refute refutes refuted refuting"), "refute"),
    **dict.fromkeys(listed("rebut rebuts rebutted rebutting"), "rebut"),
    **dict.fromkeys(listed("dispute disputes disputed disputing"), "dispute"),
    **dict.fromkeys(listed("dismiss dismisses dismissed dismissing"), "dismiss-claims"),
}
NEAR = 5  # tokens from the verb to its noun: "rejected as absurd the idea"
SHORTEST = 3  # words of content


def denials(sentence: Sentence, cues: list[Cue]) -> Iterator[Found]:
    """Denials with a noun of claim in one sentence, active and passive; ``cues`` are its verbs that report."""
    for at, token in enumerate(sentence):
        if token.low in DENIED:
            found = _active(sentence, at, [cue for cue in cues if cue.verb > at]) or _passive(sentence, at)
            if found is not None:
                yield found


def _active(sentence: Sentence, verb: int, later: list[Cue]) -> Found | None:
    noun = _noun_after(sentence, verb)
    if noun is None or noun + 2 >= len(sentence):
        return None
    start = noun + 1
    if sentence[start].low != "that" and not _clause_at(sentence, start):
        return None
    first = first_of_group(sentence, verb)
    source = _subject(sentence, first, verb)
    if source is None:
        return None
    begin = start + 1 if sentence[start].low == "that" else start
    end = clause_end(sentence, begin, later)
    return _found([(begin, end)], (first, noun + 1), source, verb, sentence)


def _found(content: list[Range], cue: Range, source: Range | None, verb: int, sentence: Sentence) -> Found | None:
    if content[0][1] - content[0][0] < SHORTEST:
        return None
    return Found(content, cue, source, DENIED[sentence[verb].low], "denied claim")


def _clause_at(sentence: Sentence, at: int) -> bool:
    """Whether a clause without "that" begins at ``at``: "reports it had overbooked"."""
    return sentence[at].low in ("it", "he", "she", "they", "we", "its", "his", "her", "their") and any(
        is_auxiliary(token) for token in sentence[at + 1 : at + 6]
    )


def _noun_after(sentence: Sentence, verb: int) -> int | None:
    """The noun of claim that a verb of denial has for its object, where nobody owns it."""
    for at in range(verb + 1, min(len(sentence), verb + 1 + NEAR)):
        token = sentence[at]
        if token.low in CLAIMS:
            return at
        if not token.word or token.low in POSSESSIVES or token.low.endswith(("’s", "'s", "s’", "s'")):
            return None
    return None


def first_of_group(sentence: Sentence, verb: int) -> int:
    """The first token of the verb group that ends in ``verb``."""
    at = verb
    while at > 0 and (is_auxiliary(sentence[at - 1]) or is_adverb(sentence[at - 1]) or sentence[at - 1].low in CHAIN):
        at -= 1
    return at


CHAIN = listed("not never to")


def _subject(sentence: Sentence, first: int, verb: int) -> Range | None:
    cue = Cue(first, verb, verb, Verb(sentence[verb].low, "past", "", frozenset()), False)
    if sentence[verb].low.endswith("ing") and first == verb:
        governed = first > 0 and sentence[first - 1].low in PREPOSITIONS  # "blamed him for dismissing claims that"
        return None if governed else sources.head(sentence) if first else _after_comma(sentence)
    found = sources.before(sentence, cue)
    return found if found is not None else sources.head(sentence) if first > 0 else None


def _after_comma(sentence: Sentence) -> Range | None:
    """The subject of the main clause after an opening participle: "Denying claims that it sank, the navy …"."""
    comma = next((at for at, token in enumerate(sentence) if token.text == ","), len(sentence))
    return sources.after(sentence, comma + 1) if comma + 1 < len(sentence) else None


def _passive(sentence: Sentence, verb: int) -> Found | None:
    """ "Claims that guards slept were denied by the governor": content between the noun and the verb group."""
    first = first_of_group(sentence, verb)
    if not any(token.low in BE for token in sentence[first:verb]):
        return None
    for that in range(1, first):
        if sentence[that].low != "that" or sentence[that - 1].low not in CLAIMS:
            continue
        owner = sentence[that - 2] if that > 1 else None
        if owner is not None and (owner.low in POSSESSIVES or owner.low.endswith(("’s", "'s", "s’", "s'"))):
            return None
        content = (that + 1, trimmed_end(sentence, that + 1, first))
        return _found([content], (first, verb + 1), _by(sentence, verb + 1), verb, sentence)
    return None


def _by(sentence: Sentence, at: int) -> Range | None:
    if at + 1 < len(sentence) and sentence[at].low == "by":
        return sources.after(sentence, at + 1)
    return None
