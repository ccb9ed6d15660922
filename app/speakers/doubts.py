"""What speaks against taking a name for "he" or "she": somebody else in between, another gender, a name that is no one.

Each rule here was found by reading wrong answers, and answers yes or no; what is doubted stays open.
"""

from dataclasses import dataclass

from app.speakers.cast import Cast
from app.speakers.lexicon import (
    BODY_NOUNS,
    COLLECTIVE_NOUNS,
    DEMONYMS,
    DETERMINERS,
    FEMININE_NOUNS,
    FEMININE_PRONOUNS,
    KIN,
    MASCULINE_NOUNS,
    MASCULINE_PRONOUNS,
    PREPOSITIONS,
    QUANTIFIERS,
    ROLES,
    UNNAMED_NOUNS,
)
from app.speakers.people import Person
from app.speakers.references import Reference, References
from app.speakers.roles import plain
from app.speakers.words import Reading

CLAUSE_WORDS = 40
# No rule looks further back than this many words, so that a text of one endless sentence stays linear.
FURTHEST = 400
SUBJECT_WITHIN = 8
ASKING = frozenset(["asked", "asks", "ask", "wondered", "demanded"])
REPLYING = frozenset(
    ["answered", "answers", "replied", "replies", "responded", "responds", "retorted", "countered", "shot"]
)
SUBORDINATORS = frozenset(
    ["while", "when", "if", "as", "after", "although", "though", "before", "since", "because", "unless", "whereas"]
)
HUMAN = KIN | ROLES | UNNAMED_NOUNS
_NOUNS = (HUMAN | BODY_NOUNS | COLLECTIVE_NOUNS) - QUANTIFIERS - DEMONYMS - frozenset({"us", "them", "head"})


@dataclass(frozen=True, slots=True)
class Said:
    """A source met before: where it stands and who it was, None for someone unnamed or left open.

    `unnamed`: it has no name, and no question is open. `side` is the gender its noun tells: "a spokeswoman".
    """

    mention: int
    word: int
    sentence: int
    paragraph: int
    person: int | None
    candidates: tuple[int, ...] = ()
    asks: bool = False
    unnamed: bool = False
    side: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One person, or several candidates, or neither."""

    person: int | None
    candidates: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun to resolve: its word, the gender it shows, the words its speaker says, and who is named in them."""

    word: int
    gender: str
    content: tuple[range, ...]
    named: frozenset[int]
    replies: bool = False


def begin_of(item: Reference) -> int:
    return item.first if item.title is None else item.title


def fits(cast: Cast, pronoun: Pronoun, number: int) -> bool:
    return cast.people[number].gender in ("", pronoun.gender)


def another_office(cast: Cast, references: References, pronoun: Pronoun, person: Person) -> bool:
    """Whether "the nominee" opens a sentence below the paragraph that named a person who is not called so."""
    reading = cast.reading
    floor = max(0, pronoun.word - FURTHEST)
    last = next((i for i in reversed(references.between(floor, pronoun.word)) if person.number in i.people), None)
    if last is None:
        return False
    named, here = reading.words[last.first].paragraph, reading.words[pronoun.word].paragraph
    for number in range(reading.paragraph(named + 1).start if named < here else pronoun.word, pronoun.word):
        word = reading.words[number]
        if word.low != "the" or word.quoted or not (word.opens or reading.words[number - 1].opens):
            continue
        head = _office_behind(reading, number)
        if head and all(bearer != person.number for bearer, _ in cast.by_role.get(plain(head), ())):
            return True
    return False


def _office_behind(reading: Reading, number: int) -> str:
    """The role that ends the phrase which "the" at a word begins: "the current nominee"; empty without one."""
    for ahead in range(number + 1, min(number + 5, len(reading.words))):
        word = reading.words[ahead]
        if not word.close or word.low in PREPOSITIONS:
            return ""
        after = reading.words[min(ahead + 1, len(reading.words) - 1)]
        if word.low in ROLES and not word.capital and after.low not in ROLES:
            return word.low
    return ""


def maybe_thing(cast: Cast, person: Person) -> bool:
    """Whether nothing shows a name to be a person's, and it is first met as a place or a thing would be."""
    first = cast.reading.words[person.first]
    before = cast.reading.words[person.first - 1] if person.first else None
    if person.shown or before is None or first.opens or not first.close:
        return False
    return before.low in PREPOSITIONS | DETERMINERS or (before.capital and not before.opens)


def named_ahead(cast: Cast, references: References, pronoun: Pronoun, person: int) -> tuple[int, ...]:
    """Who else is named as the subject behind a clause like "While he had hoped so, Quill ..."."""
    words = cast.reading.words
    sentence = cast.reading.sentence(words[pronoun.word].sentence)
    if SUBJECT_WITHIN < pronoun.word - sentence.start or words[sentence.start].low not in SUBORDINATORS:
        return ()
    items = references.between(pronoun.word + 1, min(sentence.stop, pronoun.word + CLAUSE_WORDS))
    first = next((item for item in items if "," in words[begin_of(item)].gap and not item.quoted), None)
    if first is None or first.possessive or person in first.people:
        return ()
    return tuple(n for n in first.people if fits(cast, pronoun, n))


def other_gender(reading: Reading, pronoun: Pronoun) -> bool:
    """Whether the pronoun's sentence speaks of somebody of the other gender too: "She declined to discuss him"."""
    other = FEMININE_PRONOUNS if pronoun.gender == "m" else MASCULINE_PRONOUNS
    sentence = reading.sentence(reading.words[pronoun.word].sentence)
    around = range(max(sentence.start, pronoun.word - CLAUSE_WORDS), min(sentence.stop, pronoun.word + CLAUSE_WORDS))
    return any(reading.words[n].low in other and not reading.words[n].quoted for n in around)


def replies_to(reading: Reading, references: References, said: list[Said], pronoun: Pronoun, person: int) -> bool:
    """Whether the pronoun answers the source right before it, who then is another: by its verb, or since that source
    asks somebody: "Quill asked Brandt whether it held. “It does,” he said"."""
    last = next((i for i in reversed(references.between(pronoun.word - 60, pronoun.word)) if i.person == person), None)
    asking = last is not None and any(
        0 <= n < len(reading.words) and reading.words[n].low in ASKING for n in (begin_of(last) - 1, last.last + 1)
    )
    if not pronoun.replies:
        return asking and last is not None and _asks_somebody(reading, references, last, pronoun)
    return asking or bool(said and said[-1].person == person and said[-1].asks)


def _asks_somebody(reading: Reading, references: References, item: Reference, pronoun: Pronoun) -> bool:
    """Whether a person is named right behind the verb of asking, in a sentence before the pronoun's."""
    after = references.between(item.last + 2, item.last + 5)
    apart = reading.words[item.first].sentence != reading.words[pronoun.word].sentence
    return apart and any(other.people != item.people and not other.quoted for other in after)


def is_whom(reading: Reading, item: Reference, pronoun: Pronoun) -> bool:
    """Whether the pronoun speaks of a name right before it: "Quill, whom he calls", where he is another."""
    return item.last + 2 == pronoun.word and reading.words[pronoun.word - 1].low in ("whom", "that", "who")


def is_asking(reading: Reading, item: Reference) -> bool:
    """Whether a name is the one who asks in "Asked by Quill whether it held, he ...": the answer is another's."""
    begin = begin_of(item)
    sentence = reading.sentence(reading.words[begin].sentence)
    first, second = (reading.words[n].low for n in (sentence.start, min(sentence.start + 1, sentence.stop - 1)))
    return first.endswith("ed") and second == "by" and begin - sentence.start <= SUBJECT_WITHIN


def unnamed_since(said: list[Said], start: int, stop: int) -> bool:
    """Whether someone without a name has spoken between a word and the pronoun: "a spokesman said no, but he"."""
    return any(start <= source.word < stop and source.person is None for source in said[-4:])


def stranger_between(reading: Reading, start: int, pronoun: Pronoun) -> bool:
    """Whether "a man" or "another driver" comes in behind the last name as a subject the pronoun may take up."""
    other = FEMININE_NOUNS if pronoun.gender == "m" else MASCULINE_NOUNS
    for number in range(max(start, pronoun.word - CLAUSE_WORDS), pronoun.word - 1):
        word = reading.words[number]
        if word.low not in ("a", "an", "another", "one") or word.quoted or not (word.opens or "," in word.gap):
            continue
        if any(number in words for words in pronoun.content) or _in_apposition_to(reading, start, number):
            continue
        for ahead in range(number + 1, min(number + 4, pronoun.word)):
            noun = reading.words[ahead]
            if not noun.close:
                break
            if noun.low in HUMAN and noun.low not in other:
                return True
    return False


def _in_apposition_to(reading: Reading, start: int, number: int) -> bool:
    """Whether an "a" stands behind a comma that follows capitals: "Ada Quill, a doctor"."""
    word = reading.words[number]
    return not word.opens and number > 0 and (reading.words[number - 1].capital or word.gap.strip() == ",")


def describes(reading: Reading, item: Reference) -> bool:
    """Whether a name only tells a noun behind it apart: "a Quill aide", "the Quill campaign"."""
    if item.possessive or item.last + 1 >= len(reading.words):
        return False
    after = reading.words[item.last + 1]
    return after.close and not after.capital and after.low in _NOUNS


def is_place(cast: Cast, item: Reference) -> bool:
    """Whether a name that nothing shows to be a person's stands where a place does: "in Port Quill"."""
    before = cast.reading.words[item.first - 1].low if item.first else ""
    return before in ("in", "at", "near", "from", "outside") and not any(cast.people[n].shown for n in item.people)
