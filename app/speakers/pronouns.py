"""He, she and who: the person meant, or the people it could be.

In news a pronoun in front of a verb of speech takes up the source of the attribution before it, else the subject of
the sentence before it. A second fitting person who has come between leaves the question open.
"""

from dataclasses import dataclass

from app.speakers.cast import Cast
from app.speakers.lexicon import (
    BODY_NOUNS,
    COLLECTIVE_NOUNS,
    DEFINITE,
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
from app.speakers.values import Spans
from app.speakers.words import Reading

# How many sentences back in the paragraph, and how many paragraphs back, a pronoun may reach.
_SENTENCES_BACK = 4
_PARAGRAPHS_BACK = 2
_PLAIN_SENTENCES = 1
_CLAUSE_WORDS = 40
# No rule looks further back than this many words, so that a text of one endless sentence stays linear.
FURTHEST = 400
_MOST_CANDIDATES = 4
_SUBJECT_WITHIN = 8
ASKING = frozenset("asked asks ask wondered demanded".split())
REPLYING = frozenset("answered answers replied replies responded responds retorted countered shot".split())
_SUBORDINATORS = frozenset("while when if as after although though before since because unless whereas".split())
_CLAUSE_OPENERS = _SUBORDINATORS | {"and", "but", "that", "then", "so", "yet", "once", "did", "had", "was", "said"}
_HUMAN = KIN | ROLES | UNNAMED_NOUNS
_NOUNS = (_HUMAN | BODY_NOUNS | COLLECTIVE_NOUNS) - QUANTIFIERS - DEMONYMS - frozenset({"us", "them", "head"})


@dataclass(frozen=True, slots=True)
class Said:
    """A source met before: where it stands and who it was, None for someone unnamed or left open."""

    mention: int
    word: int
    sentence: int
    paragraph: int
    person: int | None
    candidates: tuple[int, ...] = ()
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One person, or several candidates, or neither."""

    person: int | None
    candidates: tuple[int, ...]


NOBODY = Answer(None, ())


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun to resolve: its word, the gender it shows, the words its speaker says, and who is named in them."""

    word: int
    gender: str
    content: tuple[range, ...]
    named: frozenset[int]
    replies: bool = False


def pronoun_at(
    cast: Cast, references: References, word: int, gender: str, content: Spans, *, replies: bool = False
) -> Pronoun:
    """A pronoun with what is said. Where a sentence has it twice, the first stands for both: "He came, and he said"."""
    reading = cast.reading
    said = tuple(reading.inside(span) for span in content)
    named = frozenset(n for words in said for item in references.between(words.start, words.stop) for n in item.people)
    sentence = reading.sentence(reading.words[word].sentence)
    start = max(sentence.start, word - FURTHEST)
    stop = next((item.first for item in references.between(start, word) if not item.quoted), word)
    subject = "he" if gender == "m" else "she"
    for number in range(start, stop):
        own = any(number in words for words in said)
        if reading.words[number].low == subject and not reading.words[number].quoted and not own:
            return Pronoun(number, gender, said, named, replies)
    return Pronoun(word, gender, said, named, replies)


def resolve_pronoun(cast: Cast, references: References, said: list[Said], pronoun: Pronoun) -> Answer:
    """Who is meant by he or she. `said` holds the sources before it, in order.

    Who is named in what the speaker says is hardly the speaker; that leaves the question open, and is no reason to
    take the next best (one of five wrong answers among 45 read on PolNeAR train).
    """
    answer = _nearest(cast, references, said, pronoun)
    if answer.person is None:
        return answer
    person = cast.people[answer.person]
    contrary = person.leaning not in ("", pronoun.gender)
    either = not person.leaning and _other_gender(cast.reading, pronoun)
    replied = _replies_to(cast.reading, references, said, pronoun, answer.person)
    if _another_office(cast, references, pronoun, person):
        return Answer(None, (answer.person,))
    ahead = _ahead(cast, references, pronoun, answer.person)
    if ahead:
        return Answer(None, (answer.person, *ahead))
    if contrary or either or replied or answer.person in pronoun.named or _maybe_thing(cast, person):
        return Answer(None, (answer.person,))
    person.learn(pronoun.gender, 1)
    return answer


def _another_office(cast: Cast, references: References, pronoun: Pronoun, person: Person) -> bool:
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
        if head and all(role.head != plain(head) for role in person.roles):
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


def _maybe_thing(cast: Cast, person: Person) -> bool:
    """Whether nothing shows a name to be a person's, and it is first met as a place or a thing would be."""
    first = cast.reading.words[person.first]
    before = cast.reading.words[person.first - 1] if person.first else None
    if person.shown or before is None or first.opens or not first.close:
        return False
    return before.low in PREPOSITIONS | DETERMINERS or (before.capital and not before.opens)


def _ahead(cast: Cast, references: References, pronoun: Pronoun, person: int) -> tuple[int, ...]:
    """Who else is named as the subject behind a clause like "While he had hoped so, Quill ..."."""
    words = cast.reading.words
    sentence = cast.reading.sentence(words[pronoun.word].sentence)
    if _SUBJECT_WITHIN < pronoun.word - sentence.start or words[sentence.start].low not in _SUBORDINATORS:
        return ()
    items = references.between(pronoun.word + 1, min(sentence.stop, pronoun.word + _CLAUSE_WORDS))
    first = next((item for item in items if "," in words[_begin(item)].gap and not item.quoted), None)
    if first is None or first.possessive or person in first.people:
        return ()
    return tuple(n for n in first.people if _fits(cast, pronoun, n))


def _other_gender(reading: Reading, pronoun: Pronoun) -> bool:
    """Whether the pronoun's sentence speaks of somebody of the other gender too: "She declined to discuss him"."""
    other = FEMININE_PRONOUNS if pronoun.gender == "m" else MASCULINE_PRONOUNS
    sentence = reading.sentence(reading.words[pronoun.word].sentence)
    around = range(max(sentence.start, pronoun.word - _CLAUSE_WORDS), min(sentence.stop, pronoun.word + _CLAUSE_WORDS))
    return any(reading.words[n].low in other and not reading.words[n].quoted for n in around)


def _replies_to(reading: Reading, references: References, said: list[Said], pronoun: Pronoun, person: int) -> bool:
    """Whether the pronoun answers the source right before it, who then is another."""
    if not pronoun.replies:
        return False
    if said and said[-1].person == person and said[-1].asks:
        return True
    last = next((i for i in reversed(references.between(pronoun.word - 60, pronoun.word)) if i.person == person), None)
    return last is not None and any(
        0 <= n < len(reading.words) and reading.words[n].low in ASKING for n in (_begin(last) - 1, last.last + 1)
    )


def _nearest(cast: Cast, references: References, said: list[Said], pronoun: Pronoun) -> Answer:
    reading = cast.reading
    word = reading.words[pronoun.word]
    sentence = reading.sentence(word.sentence)
    start = max(sentence.start, pronoun.word - FURTHEST)
    here = _fitting(cast, pronoun, references.between(start, pronoun.word))
    here = [item for item in here if not _asks(reading, item) and not _is_whom(reading, item, pronoun)]
    nearest = here[-1].first if here else start
    if _unnamed_since(said, nearest, pronoun.word) or _stranger(reading, nearest, pronoun):
        return Answer(None, _people(here)[:_MOST_CANDIDATES])
    if here:
        return _one_of_clause(cast, pronoun, here, said)
    for back in range(_PARAGRAPHS_BACK + 1):
        answer = _in_paragraph(cast, references, said, pronoun, word.paragraph - back)
        if answer is not None:
            return answer
        if not _looks_back(reading, word.paragraph - back, pronoun):
            break
    return NOBODY


def _is_whom(reading: Reading, item: Reference, pronoun: Pronoun) -> bool:
    """Whether the pronoun speaks of a name right before it: "Quill, whom he calls", where he is another."""
    return item.last + 2 == pronoun.word and reading.words[pronoun.word - 1].low in ("whom", "that", "who")


def _asks(reading: Reading, item: Reference) -> bool:
    """Whether a name is the one who asks in "Asked by Quill whether it held, he ...": the answer is another's."""
    begin = _begin(item)
    sentence = reading.sentence(reading.words[begin].sentence)
    first, second = (reading.words[n].low for n in (sentence.start, min(sentence.start + 1, sentence.stop - 1)))
    return first.endswith("ed") and second == "by" and begin - sentence.start <= _SUBJECT_WITHIN


def _unnamed_since(said: list[Said], start: int, stop: int) -> bool:
    """Whether someone without a name has spoken between a word and the pronoun: "a spokesman said no, but he"."""
    return any(start <= source.word < stop and source.person is None for source in said[-4:])


def _stranger(reading: Reading, start: int, pronoun: Pronoun) -> bool:
    """Whether "a man" or "another driver" comes in behind the last name as a subject the pronoun may take up."""
    other = FEMININE_NOUNS if pronoun.gender == "m" else MASCULINE_NOUNS
    for number in range(max(start, pronoun.word - _CLAUSE_WORDS), pronoun.word - 1):
        word = reading.words[number]
        if word.low not in ("a", "an", "another", "one") or word.quoted or not (word.opens or "," in word.gap):
            continue
        if any(number in words for words in pronoun.content) or _in_apposition_to(reading, start, number):
            continue
        for ahead in range(number + 1, min(number + 4, pronoun.word)):
            noun = reading.words[ahead]
            if not noun.close:
                break
            if noun.low in _HUMAN and noun.low not in other:
                return True
    return False


def _in_apposition_to(reading: Reading, start: int, number: int) -> bool:
    """Whether an "a" stands behind a comma that follows capitals: "Ada Quill, a doctor"."""
    word = reading.words[number]
    return not word.opens and number > 0 and (reading.words[number - 1].capital or word.gap.strip() == ",")


def _looks_back(reading: Reading, paragraph: int, pronoun: Pronoun) -> bool:
    """Whether a pronoun may mean someone of the paragraph before: from a paragraph's first plain sentences only.

    Sentences about the same he or she do not count.
    """
    stretch = reading.paragraph(paragraph)
    stop = min(stretch.stop, reading.sentence(reading.words[pronoun.word].sentence).start)
    if FURTHEST < stop - stretch.start:
        return False
    plain = {reading.words[n].sentence for n in range(stretch.start, stop) if not reading.words[n].quoted}
    others = [n for n in plain if not _goes_on(reading, reading.sentence(n), pronoun.gender, reading.sentence(n).stop)]
    return len(others) <= _PLAIN_SENTENCES


def _goes_on(reading: Reading, sentence: range, gender: str, stop: int) -> bool:
    """Whether the subject of a sentence is the same pronoun, in front of word `stop`."""
    subject = "he" if gender == "m" else "she"
    ahead = range(sentence.start, min(stop, sentence.start + _SUBJECT_WITHIN, sentence.stop))
    return any(reading.words[n].low == subject and not reading.words[n].quoted for n in ahead)


def _fits(cast: Cast, pronoun: Pronoun, number: int) -> bool:
    return cast.people[number].gender in ("", pronoun.gender)


def _fitting(cast: Cast, pronoun: Pronoun, items: tuple[Reference, ...]) -> list[Reference]:
    """References to someone who fits, outside quotation marks and what the pronoun's speaker says."""
    return [
        item
        for item in items
        if not item.quoted
        and not _is_place(cast, item)
        and not _describes(cast.reading, item)
        and not any(item.first in words for words in pronoun.content)
        and any(_fits(cast, pronoun, n) for n in item.people)
    ]


def _describes(reading: Reading, item: Reference) -> bool:
    """Whether a name only tells a noun behind it apart: "a Quill aide", "the Quill campaign"."""
    if item.possessive or item.last + 1 >= len(reading.words):
        return False
    after = reading.words[item.last + 1]
    return after.close and not after.capital and after.low in _NOUNS


def _is_place(cast: Cast, item: Reference) -> bool:
    """Whether a name that nothing shows to be a person's stands where a place does: "in Port Quill"."""
    before = cast.reading.words[item.first - 1].low if item.first else ""
    return before in ("in", "at", "near", "from", "outside") and not any(cast.people[n].shown for n in item.people)


def _people(items: list[Reference]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(n for item in items for n in item.people))


def _one_of_clause(cast: Cast, pronoun: Pronoun, here: list[Reference], said: list[Said]) -> Answer:
    """Named earlier in the same sentence: the only one, or the one who is already its source, or its subject."""
    reading = cast.reading
    people = _people(here)
    if len(people) == 1:
        return _only(reading, pronoun, people[0], here)
    owning = reading.words[pronoun.word].low not in ("he", "she")
    for source in () if owning else reversed(said[-3:]):
        if source.sentence == reading.words[pronoun.word].sentence and source.person in people:
            return Answer(source.person, ())
    subject = here[0]
    if subject.person is not None and not subject.possessive and reading.words[_begin(subject)].opens:
        others = [item for item in here[1:] if item.person != subject.person and not item.possessive]
        if not others:
            return Answer(subject.person, ())
    return Answer(None, people[:_MOST_CANDIDATES])


def _only(reading: Reading, pronoun: Pronoun, person: int, here: list[Reference]) -> Answer:
    """The only person named, unless merely as an owner: "Quill's lawyer said he ...", "a word on Quill's plans"."""
    if not all(item.possessive for item in here):
        return Answer(person, ())
    owner = here[0]
    subject = _opens_sentence(reading, owner) and not _owns_somebody(reading, owner.last, pronoun.gender)
    return Answer(person, ()) if subject else Answer(None, (person,))


def _owns_somebody(reading: Reading, last: int, gender: str) -> bool:
    """Whether somebody whom the pronoun can mean stands right behind a possessive, two words between at most."""
    other = FEMININE_NOUNS if gender == "m" else MASCULINE_NOUNS
    behind = (reading.words[n].low for n in range(last + 1, min(last + 4, len(reading.words))))
    return any(low in _HUMAN and low not in other for low in behind)


def _begin(item: Reference) -> int:
    return item.first if item.title is None else item.title


def _in_paragraph(
    cast: Cast, references: References, said: list[Said], pronoun: Pronoun, paragraph: int
) -> Answer | None:
    """The answer one paragraph gives to a pronoun in or below it; None where it names nobody who fits."""
    reading = cast.reading
    stretch = reading.paragraph(paragraph)
    stop = min(stretch.stop, reading.sentence(reading.words[pronoun.word].sentence).start)
    if not stretch or stop <= stretch.start:
        return None
    source = _last_source(cast, said, pronoun, paragraph, stop)
    floor = max(stretch.start, stop - FURTHEST)
    if source is not None:
        floor = reading.sentence(source.sentence).stop
        if source.person is None:
            return Answer(None, source.candidates or _people(_fitting(cast, pronoun, references.between(floor, stop))))
    subject = _last_subject(cast, references, pronoun, floor, stop)
    if source is None:
        return subject
    if subject is None or subject.person == source.person:
        return Answer(source.person, ())
    both = [source.person, *([subject.person] if subject.person is not None else subject.candidates)]
    return Answer(None, tuple(n for n in dict.fromkeys(both) if n is not None)[:_MOST_CANDIDATES])


def _last_source(cast: Cast, said: list[Said], pronoun: Pronoun, paragraph: int, stop: int) -> Said | None:
    """The last human source of the paragraph before the pronoun's sentence who can be meant."""
    for source in reversed(said[-12:]):
        if source.paragraph < paragraph:
            break
        if source.paragraph != paragraph or source.word >= stop:
            continue
        if source.person is None or _fits(cast, pronoun, source.person):
            return source
    return None


def _last_subject(cast: Cast, references: References, pronoun: Pronoun, start: int, stop: int) -> Answer | None:
    """The person the nearest sentence with a fitting person is about, in words start..stop-1."""
    reading = cast.reading
    if stop <= start:
        return None
    last = reading.words[stop - 1].sentence
    for number in range(last, max(reading.words[start].sentence, last - _SENTENCES_BACK) - 1, -1):
        sentence = reading.sentence(number)
        here = _fitting(cast, pronoun, references.between(max(start, sentence.start), min(stop, sentence.stop)))
        named = references.between(sentence.start, sentence.stop)
        if not here or _goes_on(reading, sentence, pronoun.gender, named[0].first):
            continue
        here = _likelier(cast, pronoun, here)
        people = _people(here)
        if len(people) == 1:
            apart = named[0].person is not None and not _fits(cast, pronoun, named[0].person)
            subject = apart or any(_like_subject(reading, item) for item in here)
            return _only(reading, pronoun, people[0], here) if subject else Answer(None, people)
        subject = here[0]
        if subject.person is None or subject.possessive or not _opens_sentence(reading, subject):
            return Answer(None, people[:_MOST_CANDIDATES])
        known = any(cast.people[n].gender for n in people if n != subject.person)
        if cast.people[subject.person].gender or not known:
            return Answer(subject.person, ())
        return Answer(None, people[:_MOST_CANDIDATES])
    return None


def _like_subject(reading: Reading, item: Reference) -> bool:
    """Whether a name stands where a clause begins, not behind a verb or "of": "the raid that killed Quill"."""
    before = reading.words[_begin(item) - 1] if _begin(item) else None
    begins = before is None or not reading.words[_begin(item)].close or before.low in _CLAUSE_OPENERS
    return begins or _opens_sentence(reading, item)


def _likelier(cast: Cast, pronoun: Pronoun, here: list[Reference]) -> list[Reference]:
    """Without those whose little evidence is for the other gender, if anybody is left."""
    left = [item for item in here if any(cast.people[n].leaning in ("", pronoun.gender) for n in item.people)]
    return left or here


def _opens_sentence(reading: Reading, item: Reference) -> bool:
    """Whether nothing but a title and its modifiers, or one word, stands in front of the name in its sentence."""
    first = _begin(item)
    start = reading.sentence(reading.words[first].sentence).start
    return first - start <= 1 or all(
        reading.words[n].low in ROLES or reading.words[n].capital for n in range(start, first)
    )


def resolve_relative(cast: Cast, references: References, word: int) -> Answer:
    """Who "who" stands for: the name right before it, over an apposition in commas; else nobody with a name."""
    reading = cast.reading
    sentence = reading.sentence(reading.words[word].sentence)
    before = references.between(max(sentence.start, word - _CLAUSE_WORDS), word)
    if not before:
        return NOBODY
    item = before[-1]
    if item.possessive or item.quoted != reading.words[word].quoted:
        return NOBODY
    if item.last == word - 1 or _in_apposition(reading, item.last + 1, word):
        return Answer(item.person, () if item.person is not None else item.people)
    return NOBODY


def _in_apposition(reading: Reading, start: int, word: int) -> bool:
    """Whether between a name and "who" there is one insertion between commas: "Quill, the coach, who"."""
    words = reading.words
    if not words[start].gap.lstrip().startswith((",", "(")) or not words[word].gap.strip().endswith(
        (",", ")", "—", "–")
    ):
        return False
    breaks = sum(1 for n in range(start + 1, word) if "," in words[n].gap)
    return breaks == 0 and any(words[n].low in ROLES for n in range(start, word))
