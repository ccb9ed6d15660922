"""Cues in a sentence: reporting verbs with their auxiliaries, where they are used as verbs.

Decision: a form that is also a noun ("claims", "a report", "the call") counts as a verb only where its left
neighbour allows it; a cue that is missed costs less than a sentence attributed to nobody in particular.
"""

from dataclasses import dataclass

from app.extraction.grammar import (
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    STANDING_ALONE,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_auxiliary,
)
from app.extraction.lexicon import Verb, verb_at
from app.extraction.outline import Sentence
from app.extraction.wording import listed

CONTRACTED = ("’s", "'s", "’ve", "'ve", "’d", "'d", "’ll", "'ll", "’re", "'re", "’m", "'m")
BEFORE_PARTICIPLE = listed("avoid avoids avoided stopped stop stops began begins kept keeps keep resisted resist")
WISH = frozenset("k")  # "wanted" reports only in "wanted to know"
GOING = listed("go goes went going gone")
CONTRACTING = listed("he she they i we you who it")
CATENATIVES = listed(
    "went going goes seemed seems appeared appears continued continues continue began begins refused refuses declined "
    "declines wants wanted tried trying tries expected set used forced failed quick stopped took chose careful happy "
    "intends intend intended plans planned hopes hoped aims unable unwilling reluctant due reported alleged rumoured "
    "managed moved sought vowed threatened prepared able likely willing came hastened forward rushed proceeded"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group as token indices: ``first`` to ``last`` inclusive, ``verb`` its reporting verb."""

    first: int
    verb: int
    last: int
    word: Verb
    passive: bool

    @property
    def finite(self) -> bool:
        return self.word.form != "ing" and not self.infinitive

    @property
    def infinitive(self) -> bool:
        return self.word.form == "base" and self.first < 0


def cues(sentence: Sentence) -> list[Cue]:
    """Verb groups with a reporting verb, left to right."""
    found: list[Cue] = []
    for index, token in enumerate(sentence):
        if not token.word:
            continue
        following = sentence[index + 1].low if index + 1 < len(sentence) else ""
        word = verb_at(token.low, following)
        if word is None or (
            token.capital and not (_may_be_capital(sentence, index) or (index == 0 and token.low == "asked"))
        ):
            continue
        if word.takes == WISH and [t.low for t in sentence[index + 1 : index + 3]] != ["to", "know"]:
            continue
        first = _group_start(sentence, index)
        if not _used_as_verb(sentence, first, index, word) or _names_thing(sentence, first, index, following):
            continue
        group = sentence[first:index]
        passive = word.form in ("past", "participle") and _passive([t.low for t in group])
        found.append(Cue(first, index, index + (1 if word.particle else 0), word, passive))
    return found


def _may_be_capital(sentence: Sentence, index: int) -> bool:
    """A headline in capitals, where every longer word begins with one."""
    words = [t for t in sentence if t.word and len(t.text) > 3]
    return index > 0 and len(words) > 2 and sum(t.capital for t in words) >= 0.8 * len(words)


def _group_start(sentence: Sentence, verb: int) -> int:
    """The leftmost auxiliary, adverb, negation or "to" of the group that ends in ``verb``."""
    first = verb
    at = verb - 1
    while at >= 0 and verb - at < 9:
        token = sentence[at]
        if (
            is_auxiliary(token)
            or token.low in ("to", "not", "n't", "n’t", "neither")
            or (token.low in BEFORE_PARTICIPLE and first == verb and at > 0 and sentence[verb].low.endswith("ing"))
            or (token.low in CATENATIVES and first < verb and sentence[first].low in ("to", "not") and at + 1 == first)
        ):
            first = at
        elif token.low == "on" and at and sentence[at - 1].low in GOING and sentence[first].low == "to":
            at -= 1
            first = at  # "went on to say"
        elif token.low in ("or", "nor") and first == at + 1 and at and verb_at(sentence[at - 1].low, "") is not None:
            at -= 1
            first = at  # "would neither confirm nor deny"
        elif token.low == "longer" and at and sentence[at - 1].low == "no":
            at -= 1
            first = at
        elif is_adverb(token):
            if at + 1 == first or first == verb:
                at -= 1
                continue
            break
        else:
            break
        at -= 1
    while (
        first > 0
        and first > at + 1
        and is_adverb(sentence[first - 1])
        and sentence[first - 1].low not in ("all", "both")
    ):
        first -= 1
    return first


def _passive(group: list[str]) -> bool:
    """ "has been told", but not "is said to have told"."""
    have = max((at for at, low in enumerate(group) if low == "have"), default=-1)
    return any(low in BE for low in group[have + 1 :])


def _used_as_verb(sentence: Sentence, first: int, verb: int, word: Verb) -> bool:
    before = sentence[first - 1] if first > 0 else None
    for token in reversed(sentence[first:verb]):  # the nearest one decides: "is due to say", "might have said"
        if token.low in HAVE | BE:
            return word.form != "base"
        if token.low in MODALS | DO or token.low == "to":
            return word.form == "base"
    if word.form == "ing":
        return not _determined(sentence, first)
    if word.form == "participle":
        return False
    if before is None:
        return word.lemma == "ask" and word.form == "past"
    if before.low.endswith(CONTRACTED) and before.low[:-2].rstrip("’'") in CONTRACTING:
        return True
    if word.form == "base":
        return _allows_base(sentence, first, verb)
    if word.form == "third":
        return (
            before.low not in DETERMINERS - RELATIVES and before.low not in PREPOSITIONS and not _possessive(before.low)
        )
    return before.low not in DETERMINERS - RELATIVES - STANDING_ALONE


LIKE_NOUNS = listed(
    "reports tweets claims comments estimates forecasts promises pledges emails texts posts remarks questions "
    "charges quotes offers answers blogs demands proposes"
)


def _determined(sentence: Sentence, first: int) -> bool:
    """An -ing form with a determiner at most three words before it is a noun: "a stern warning"."""
    for token in reversed(sentence[max(0, first - 3) : first]):
        if (
            not token.word
            or token.low in ("without", "by", "from")
            or (token.capital and sentence[first].low != "warning")
        ):
            return False
        if token.low in DETERMINERS - {"that", "which", "what"} or _possessive(token.low):
            return True
    return False


NAMING = listed("pledged promised alleged claimed declared reported stated announced proposed described")


def _names_thing(sentence: Sentence, first: int, verb: int, following: str) -> bool:
    """ "the United States", "400 pledged delegates", "what he calls reform": a cue's form that reports nothing."""
    low = sentence[verb].low
    before = sentence[first - 1] if first > 0 else None
    if low in ("state", "states"):
        return following not in ("that", ":", "“”") or before is None or before.capital or before.low.endswith("s")
    if before is None:
        return False
    if verb + 1 == len(sentence) and any(token.text == "," for token in sentence[max(0, first - 4) : first]):
        return False  # a headline: "…, union claims"
    if low in LIKE_NOUNS and following != "that" and not (before.capital or before.low in SUBJECT_PRONOUNS):
        return True
    if before.low in ("it’s", "it's", "that’s", "that's", "there", "there’s", "there's"):
        return True
    if (
        low in NAMING
        and first == verb
        and (before.low[:1].isdigit() or before.low in ("of", "with", "its") or _possessive(before.low))
    ):
        return True
    return verb + 1 < len(sentence) and _what_one_calls(sentence, first)


def _what_one_calls(sentence: Sentence, first: int) -> bool:
    """A clause that opens with "what" up to six words before the cue: the words after it are a name."""
    for token in reversed(sentence[max(0, first - 6) : first]):
        if not token.word:
            return False
        if token.low in ("what", "whatever"):
            return True
    return False


def _possessive(low: str) -> bool:
    return low.endswith(("’s", "'s", "s’", "s'"))


def _allows_base(sentence: Sentence, first: int, verb: int) -> bool:
    """A base form is a verb after a plural subject: "they say", "officials say", "Smith and Jones say"."""
    before = sentence[first - 1]
    if before.low in ("i", "we", "you", "they", "who", "many", "some", "most", "others", "both", "people", "critics"):
        return True
    if before.low in SUBJECT_PRONOUNS | DETERMINERS | PREPOSITIONS | COORDINATORS or _possessive(before.low):
        return False
    if not before.word and verb + 1 < len(sentence) and sentence[verb + 1].text == ",":
        return False  # "than, say, a bridge"
    if not before.word:
        return before.text in (",", ")", "—", "–", "-") and first > 2
    if before.low.endswith("s") and not before.low.endswith(("ss", "us", "is")):
        return True
    if sentence[verb].low in INVERTED_CUES and _inverted(sentence, first):
        return True
    after = sentence[verb + 1].low if verb + 1 < len(sentence) else ""
    return sentence[verb].low in PLURAL_CUES and (after == "that" or _plural_head(sentence, first))


def _inverted(sentence: Sentence, first: int) -> bool:
    """An auxiliary before the subject: "Did the mayor say", "Should the doctors say"."""
    for at in range(first - 1, max(-1, first - LONGEST_INVERTED), -1):
        if not sentence[at].word:
            return False
        if sentence[at].low in DO | MODALS and not sentence[at].low.endswith(("n't", "n’t", "not")):
            return at == 0 or not sentence[at - 1].capital or not sentence[at - 1].word
    return False


LONGEST_INVERTED = 8  # tokens from such an auxiliary to the verb
INVERTED_CUES = listed("say tell argue insist explain warn admit concede announce deny ask")  # no nouns
PLURAL_CUES = listed("say argue suggest insist contend acknowledge explain warn admit concede")


def _plural_head(sentence: Sentence, first: int) -> bool:
    """Whether the words before a base form begin with a plural: "people briefed on the plan say"."""
    at = first
    while at > 0 and sentence[at - 1].word and first - at < 20:
        at -= 1
    for token in sentence[at:first]:
        if token.low == "people" or (
            token.low.endswith("s") and not token.low.endswith(("ss", "us", "is", "’s", "'s"))
        ):
            return not token.capital or token is sentence[at]
        if token.low in PREPOSITIONS:
            return False
    return False
