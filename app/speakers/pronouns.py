"""He, she and who: the person meant, or the people it could be.

In news a pronoun in front of a verb of speech takes up the source of the attribution before it, else the subject of
the sentence before it. A second fitting person who has come between leaves the question open.
"""

from app.speakers.cast import Cast
from app.speakers.doubts import (
    CLAUSE_WORDS,
    FURTHEST,
    HUMAN,
    SUBJECT_WITHIN,
    SUBORDINATORS,
    Answer,
    Pronoun,
    Said,
    another_office,
    begin_of,
    describes,
    fits,
    is_asking,
    is_place,
    is_whom,
    maybe_thing,
    named_ahead,
    other_gender,
    replies_to,
    stranger_between,
    unnamed_since,
)
from app.speakers.lexicon import (
    FEMININE_NOUNS,
    MASCULINE_NOUNS,
    ROLES,
)
from app.speakers.references import Reference, References
from app.speakers.subjects import is_subject, main_subject
from app.speakers.values import Spans
from app.speakers.words import Reading

# How many sentences back in the paragraph, and how many paragraphs back, a pronoun may reach.
_SENTENCES_BACK = 4
_PARAGRAPHS_BACK = 2
# Paragraphs of nothing but quotations, and of sentences about the same he or she, are passed over.
_MOST_PARAGRAPHS_BACK = 6
_PLAIN_SENTENCES = 1
_MOST_CANDIDATES = 4
_CLAUSE_OPENERS = SUBORDINATORS | {"and", "but", "that", "then", "so", "yet", "once", "did", "had", "was", "said"}


NOBODY = Answer(None, ())
# Somebody of the text who has no name: "A spokesman said so. He added ..."
ANONYMOUS = Answer(None, (-1,))


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
    either = not person.leaning and other_gender(cast.reading, pronoun)
    replied = replies_to(cast.reading, references, said, pronoun, answer.person)
    if another_office(cast, references, pronoun, person):
        return Answer(None, (answer.person,))
    ahead = named_ahead(cast, references, pronoun, answer.person)
    if ahead:
        return Answer(None, (answer.person, *ahead))
    if replied:
        return Answer(None, (answer.person, *_spoken_to(cast, references, pronoun, answer.person)))
    if contrary or either or answer.person in pronoun.named or maybe_thing(cast, person):
        return Answer(None, (answer.person,))
    person.learn(pronoun.gender, 1)
    return answer


def possible(cast: Cast, references: References, pronoun: Pronoun) -> tuple[int, ...]:
    """Whom an open pronoun could mean where no rule came to anybody: all who fit in these paragraphs, nearest first."""
    paragraph = cast.reading.words[pronoun.word].paragraph
    start = cast.reading.paragraph(max(0, paragraph - _PARAGRAPHS_BACK)).start
    near = references.between(max(start, pronoun.word - FURTHEST), pronoun.word)
    fitting = [n for n in reversed(_people(_fitting(cast, pronoun, near))) if fits(cast, pronoun, n)]
    return tuple(fitting[:_MOST_CANDIDATES])


def _spoken_to(cast: Cast, references: References, pronoun: Pronoun, asker: int) -> tuple[int, ...]:
    """Whom the sentence of an asker names as well."""
    near = references.between(max(0, pronoun.word - FURTHEST), pronoun.word)
    last = next((item for item in reversed(near) if item.person == asker), None)
    if last is None:
        return ()
    sentence = cast.reading.sentence(cast.reading.words[last.first].sentence)
    people = _people(_fitting(cast, pronoun, references.between(last.last, sentence.stop)))
    return tuple(n for n in people if n != asker)[: _MOST_CANDIDATES - 1]


def _nearest(cast: Cast, references: References, said: list[Said], pronoun: Pronoun) -> Answer:
    reading = cast.reading
    word = reading.words[pronoun.word]
    sentence = reading.sentence(word.sentence)
    start = max(sentence.start, pronoun.word - FURTHEST)
    here = _fitting(cast, pronoun, references.between(start, pronoun.word))
    here = [item for item in here if not is_asking(reading, item) and not is_whom(reading, item, pronoun)]
    nearest = here[-1].first if here else start
    if unnamed_since(said, nearest, pronoun.word) or stranger_between(reading, nearest, pronoun):
        return Answer(None, _people(here)[:_MOST_CANDIDATES])
    if here:
        return _one_of_clause(cast, pronoun, here, said)
    steps = 0
    for back in range(_MOST_PARAGRAPHS_BACK + 1):
        answer = _in_paragraph(cast, references, said, pronoun, word.paragraph - back)
        if answer is not None:
            return answer
        others = _about_others(cast, references, word.paragraph - back, pronoun)
        steps += 0 < others or back == 0
        if _PLAIN_SENTENCES < others or _PARAGRAPHS_BACK < steps:
            break
    return NOBODY


def _about_others(cast: Cast, references: References, paragraph: int, pronoun: Pronoun) -> int:
    """How many sentences of a paragraph, up to the pronoun's, are neither quoted nor about the same he or she.

    A pronoun may mean someone of the paragraph before from a paragraph's first plain sentences only. A sentence that
    names people, but only of the other gender, turns nobody's thoughts to another whom the pronoun could mean.
    """
    reading = cast.reading
    stretch = reading.paragraph(paragraph)
    stop = min(stretch.stop, reading.sentence(reading.words[pronoun.word].sentence).start)
    if FURTHEST < stop - stretch.start:
        return FURTHEST
    plain = {reading.words[n].sentence for n in range(stretch.start, stop) if not reading.words[n].quoted}
    return sum(not _keeps(cast, references, reading.sentence(n), pronoun.gender) for n in plain)


def _keeps(cast: Cast, references: References, sentence: range, gender: str) -> bool:
    """Whether a sentence goes on about he or she, or names people of the other gender alone."""
    if _goes_on(cast.reading, sentence, gender, sentence.stop):
        return True
    named = [n for item in references.between(sentence.start, sentence.stop) for n in item.people]
    return bool(named) and all(cast.people[n].gender not in ("", gender) for n in named)


def _goes_on(reading: Reading, sentence: range, gender: str, stop: int) -> bool:
    """Whether the subject of a sentence is the same pronoun, in front of word `stop`."""
    subject = "he" if gender == "m" else "she"
    ahead = range(sentence.start, min(stop, sentence.start + SUBJECT_WITHIN, sentence.stop))
    return any(reading.words[n].low == subject and not reading.words[n].quoted for n in ahead)


def _fitting(cast: Cast, pronoun: Pronoun, items: tuple[Reference, ...]) -> list[Reference]:
    """References to someone who fits, outside quotation marks and what the pronoun's speaker says."""
    return [
        item
        for item in items
        if not item.quoted
        and not is_place(cast, item)
        and not describes(cast.reading, item)
        and not any(item.first in words for words in pronoun.content)
        and any(fits(cast, pronoun, n) for n in item.people)
    ]


def _people(items: list[Reference]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(n for item in items for n in item.people))


def _one_of_clause(cast: Cast, pronoun: Pronoun, here: list[Reference], said: list[Said]) -> Answer:
    """Named earlier in the same sentence: the only one, or the one who is already its source, or its subject."""
    reading = cast.reading
    people = _people(here)
    if len(people) == 1:
        return _only(reading, pronoun, people[0], here)
    owning = reading.words[pronoun.word].low not in ("he", "she")
    subject = here[0]
    here_said = [s.person for s in said[-3:] if s.sentence == reading.words[pronoun.word].sentence]
    sources = [] if owning else [n for n in here_said if n is not None and n in people]
    opener = subject.person if reading.words[begin_of(subject)].opens and not subject.possessive else None
    if sources:
        several = len({*sources, sources[-1] if opener is None else opener}) > 1
        return Answer(None, people[:_MOST_CANDIDATES]) if several else Answer(sources[-1], ())
    if subject.person is not None and not subject.possessive and reading.words[begin_of(subject)].opens:
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
    return any(low in HUMAN and low not in other for low in behind)


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
            since = _people(_fitting(cast, pronoun, references.between(floor, stop)))
            unknown = ANONYMOUS if source.unnamed and source.side == pronoun.gender else NOBODY
            return Answer(None, (*source.candidates, *since)) if source.candidates or since else unknown
    subject = _last_subject(cast, references, said, pronoun, floor, stop)
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
        other = source.person is None and source.side not in ("", pronoun.gender)
        if not other and (source.person is None or fits(cast, pronoun, source.person)):
            return source
    return None


def _last_subject(
    cast: Cast, references: References, said: list[Said], pronoun: Pronoun, start: int, stop: int
) -> Answer | None:
    """The person the nearest sentence with a fitting person is about, in words start..stop-1."""
    reading = cast.reading
    if stop <= start:
        return None
    last = reading.words[stop - 1].sentence
    for number in range(last, max(reading.words[start].sentence, last - _SENTENCES_BACK) - 1, -1):
        sentence = reading.sentence(number)
        here = _fitting(cast, pronoun, references.between(max(start, sentence.start), min(stop, sentence.stop)))
        named = references.between(sentence.start, sentence.stop)
        opener = reading.words[sentence.start]  # asides and signatures are passed over
        aside = "(" in opener.gap and opener.paragraph != reading.words[pronoun.word].paragraph
        alone = len(named) == 1 and (begin_of(named[0]), named[0].last + 1) == (sentence.start, sentence.stop)
        if not here or aside or alone or _goes_on(reading, sentence, pronoun.gender, named[0].first):
            continue
        here = _likelier(cast, pronoun, here)
        people = _people(here)
        if len(people) == 1:
            apart = named[0].person is not None and not fits(cast, pronoun, named[0].person)
            leads = apart or any(_like_subject(reading, item) for item in here)
            sure = leads or _alone_around(cast, references, said, pronoun, people[0])
            return _only(reading, pronoun, people[0], here) if sure else Answer(None, people)
        subject = here[0]
        if subject.possessive or not _opens_sentence(reading, subject):
            subject = main_subject(reading, here) or subject
        if subject.person is None or subject.possessive or not _stands_out(reading, here, subject):
            return Answer(None, people[:_MOST_CANDIDATES])
        if _turns(reading, pronoun.word, subject.first):
            return Answer(None, people[:_MOST_CANDIDATES])
        known = any(cast.people[n].gender for n in people if n != subject.person)
        if cast.people[subject.person].gender or not known:
            return Answer(subject.person, ())
        return Answer(None, people[:_MOST_CANDIDATES])
    return None


def _alone_around(cast: Cast, references: References, said: list[Said], pronoun: Pronoun, person: int) -> bool:
    """Whether nobody else in this paragraph and the ones before it can be meant: then no subject is asked for."""
    reading = cast.reading
    here = reading.words[pronoun.word].paragraph
    start = max(reading.paragraph(max(0, here - _PARAGRAPHS_BACK)).start, pronoun.word - FURTHEST)
    others = {n for item in references.between(start, pronoun.word) for n in item.people if fits(cast, pronoun, n)}
    strangers = any(start <= source.word and source.person != person for source in said[-8:])
    return others == {person} and not strangers and cast.people[person].gender == pronoun.gender


def _turns(reading: Reading, word: int, earlier: int) -> bool:
    """Whether a paragraph begins with "Yet he" or "But he": of several people it may turn to another."""
    here = reading.words[word]
    opener = reading.words[reading.paragraph(here.paragraph).start]
    return (
        opener.low in ("yet", "but", "still", "instead")
        and opener.sentence == here.sentence
        and here.paragraph != reading.words[earlier].paragraph
    )


def _stands_out(reading: Reading, here: list[Reference], subject: Reference) -> bool:
    """Whether a sentence of several people is about this one."""
    return _opens_sentence(reading, subject) or main_subject(reading, here) is subject


def _like_subject(reading: Reading, item: Reference) -> bool:
    """Whether a name stands where a clause begins, not behind a verb or "of": "the raid that killed Quill"."""
    before = reading.words[begin_of(item) - 1] if begin_of(item) else None
    begins = before is None or not reading.words[begin_of(item)].close or before.low in _CLAUSE_OPENERS
    return begins or _opens_sentence(reading, item) or is_subject(reading, item)


def _likelier(cast: Cast, pronoun: Pronoun, here: list[Reference]) -> list[Reference]:
    """Without those whose little evidence is for the other gender, if anybody is left."""
    left = [item for item in here if any(cast.people[n].leaning in ("", pronoun.gender) for n in item.people)]
    return left or here


def _opens_sentence(reading: Reading, item: Reference) -> bool:
    """Whether nothing but a title and its modifiers, or one word, stands in front of the name in its sentence."""
    first = begin_of(item)
    start = reading.sentence(reading.words[first].sentence).start
    return first - start <= 1 or all(
        reading.words[n].low in ROLES or reading.words[n].capital for n in range(start, first)
    )


def resolve_relative(cast: Cast, references: References, word: int) -> Answer:
    """Who "who" stands for: the name right before it, over an apposition in commas; else nobody with a name."""
    reading = cast.reading
    sentence = reading.sentence(reading.words[word].sentence)
    before = references.between(max(sentence.start, word - CLAUSE_WORDS), word)
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
