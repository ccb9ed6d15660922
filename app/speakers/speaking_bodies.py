"""Bodies and documents as sources: a name, a bare noun, "it", a report. One function for each sort of phrase.

A body without a name in the article, or with two that fit, stays open.
"""

from app.speakers.article import Article, nobody, together
from app.speakers.bodies import (
    bare_noun,
    body_of,
    by_office,
    by_portfolio,
    by_town,
    candidate,
    poll_of,
    titled_document,
)
from app.speakers.body_names import is_verb, looks_like_body
from app.speakers.introductions import TOWNS, capitals_to
from app.speakers.lexicon import (
    BODY_NOUNS,
    BODY_WORDS,
    COLLECTIVE_NOUNS,
    DEFINITE,
    DETERMINERS,
    FUNCTION_WORDS,
    PLACES,
    ROLES,
    THING_WORDS,
    UNNAMED_NOUNS,
)
from app.speakers.owners import behind_lead, forward, owner_of, persons_own
from app.speakers.people import Body
from app.speakers.phrases import Phrase
from app.speakers.values import How, Resolution, SpeakerKind
from app.speakers.words import Word

SURELY_BODIES = BODY_WORDS | BODY_NOUNS | PLACES | DETERMINERS | THING_WORDS
# How far back "they" looks for a body, in words.
_FAR = 60
# What "they" is said of before a body: any group of people that stands nearer.
_PLURALS = {noun + "s" for noun in ROLES | BODY_NOUNS} | COLLECTIVE_NOUNS | UNNAMED_NOUNS


def named(body: Body, how: How = How.BODY) -> Resolution:
    """The resolution to a body."""
    return Resolution(body.printed, SpeakerKind.ORGANISATION, how, (), body.evidence, None)


def body(article: Article, number: int, phrase: Phrase) -> Resolution:
    """A body by its name, by the person it is named after, or by a noun that can only mean one."""
    several = _all_named(article, phrase) if _are_two(article, phrase.head) else ()
    if len(several) > 1:
        return together(several)
    found = persons_own(article, phrase.head) or _by_name(article, phrase.head)
    noun = bare_noun(article.cast, phrase.head)
    if found is None and noun is not None:
        found = _by_noun(article, noun, phrase.head.start)
    if found is not None:
        return named(found)
    definite = article.reading.words[phrase.head.start].low in DEFINITE
    maybe = noun if noun == "government" else candidate(article.cast, phrase.head)
    how = How.OPEN if definite or maybe else How.NONE
    return nobody(SpeakerKind.ORGANISATION, how, (maybe,) if maybe else ())


def _are_two(article: Article, core: range) -> bool:
    """Whether "and" parts two names, "Fjord News and the Harbour Bank", and is no part of one: "Ministry of Fish and
    Game", "Food and Drug Office"."""
    words = article.reading.words
    link = next((n for n in core if words[n].low == "and"), None)
    if link is None or link == core.start or any(words[n].low in ("of", "for") for n in core):
        return False
    left = words[core.start + (words[core.start].low in DETERMINERS) : link]
    person = any(article.references.between(core.start, link))
    return person or (bool(left) and looks_like_body(left) and (len(left) > 1 or left[0].text.isupper()))


def _by_name(article: Article, core: range) -> Body | None:
    cast, found = article.cast, article.institutions
    office = by_office(cast, found, core)
    if office is not None:
        return office
    own = body_of(cast, found, core)
    if own is not None:
        return own
    own = by_portfolio(cast, core)
    return None if own is None else found.fullest(own)


def _by_noun(article: Article, noun: str, word: int) -> Body | None:
    """The body that "the company" takes up: the only one called so, else the one that spoke right before."""
    found = article.institutions.the_one(noun, word)
    if found is not None:
        return found
    if noun in TOWNS:
        return by_town(article.cast, article.institutions, range(word, word + 2))
    if noun == "ministry" and not article.institutions.by_head.get("ministry"):
        return article.institutions.only_portfolio()
    if article.institutions.has_rival(noun, word):
        return None
    before = _just_before(article, word)
    return before[1] if before is not None and article.institutions.may_be(before[1].printed, noun) else None


def thing(article: Article, number: int, phrase: Phrase) -> Resolution:
    """The body that was the source, or the subject, before "it": in this sentence or the one before it."""
    word = article.reading.words[phrase.words.start]
    before = _just_before(article, phrase.words.start) if word.low == "it" and not word.quoted else None
    return nobody(SpeakerKind.ORGANISATION, How.OPEN) if before is None else named(before[1], How.PRONOUN)


def which(article: Article, phrase: Phrase) -> Resolution:
    """The body whose name stands right before ", which"; "that" may stand for anything."""
    words = article.reading.words
    start = phrase.words.start
    if start and words[start].low == "which" and words[start].gap.strip() == "," and words[start - 1].capital:
        span = capitals_to(words, start - 1)
        people = article.references.between(span.start, start)
        place = all(words[n].low in PLACES for n in span)
        found = None if people or place else body_of(article.cast, article.institutions, span)
        if found is not None:
            return named(found, How.PRONOUN)
    return nobody(SpeakerKind.ORGANISATION, How.OPEN)


def _just_before(article: Article, number: int) -> tuple[int, Body] | None:
    """The body that spoke last, or else is the subject of the sentence before or of one that announces the paragraph;
    with the word at which it stands there."""
    words = article.reading.words
    word = words[number]
    if article.last_body is not None:
        place, spoke = article.last_body
        also = words[min(number + 1, len(words) - 1)].low == "also"
        near = words[place].paragraph == word.paragraph and word.sentence - words[place].sentence <= 1
        if place < number and (near or (also and word.paragraph - words[place].paragraph <= 1)):
            return place, Body(spoke.name or "", spoke.evidence or (0, 0))
    if not word.opens:
        return None
    first = article.reading.paragraph(word.paragraph).start
    sentence = article.reading.sentence(word.sentence - 1)
    if sentence and words[sentence.start].paragraph == word.paragraph and (found := _subject(article, sentence)):
        return found
    announced = ":" in words[first].gap and first > 0
    return _subject(article, article.reading.sentence(words[first].sentence - 1)) if announced else None


def _subject(article: Article, sentence: range) -> tuple[int, Body] | None:
    """The body with its verb right behind that opens a sentence, or stands behind its "In a statement,"."""
    words = article.reading.words
    start = behind_lead(article, sentence)
    stop = min(forward(words, start), sentence.stop)
    fits = start < stop < sentence.stop and words[stop].close and is_verb(words[stop])
    idle = words[start].low in FUNCTION_WORDS - DETERMINERS or words[start].quoted or words[stop - 1].possessive
    if not fits or idle or article.references.between(start, stop):
        return None
    body = body_of(article.cast, article.institutions, range(start, stop))
    return None if body is None else (start, body)


def document(article: Article, number: int, phrase: Phrase) -> Resolution:
    """The body that speaks through a report; else a document, under its title where it has one."""
    owner = owner_of(article, phrase)
    if owner is not None:
        return named(owner)
    titled = titled_document(article.cast, phrase.head) or poll_of(article.cast, phrase.head)
    if titled is None:
        return nobody(SpeakerKind.DOCUMENT, How.NONE)
    return Resolution(titled.printed, SpeakerKind.DOCUMENT, How.BODY, (), titled.evidence, None)


def group(article: Article, number: int, phrase: Phrase) -> Resolution:
    """Several people or bodies: nobody with a name, unless all of them have one, or "and" is part of a single one."""
    one = _ministry_of(article, phrase)
    if one is not None:
        return named(one)
    names = _all_named(article, phrase)
    return together(names) if len(names) > 1 else nobody(SpeakerKind.COLLECTIVE, How.NONE)


def _ministry_of(article: Article, phrase: Phrase) -> Body | None:
    """The body of "the Ministry of Food and Fish", where nothing but its name is in the phrase."""
    words = article.reading.words
    inner = phrase.words[words[phrase.words.start].low in DETERMINERS :]
    link = next((n for n in inner if words[n].low in ("of", "for")), None)
    proper = all(words[n].capital or words[n].low in ("of", "for", "and", "the") for n in inner)
    if link is None or not proper or words[link - 1].low not in BODY_WORDS | BODY_NOUNS:
        return None
    return body_of(article.cast, article.institutions, phrase.words)


def _all_named(article: Article, phrase: Phrase) -> tuple[str, ...]:
    """The names of "the Harbour Bank and the Diver Union"; none unless all are certain."""
    names: list[str] = []
    for part in _joined(article, phrase.words):
        people = article.references.between(part.start, part.stop)
        if people and people[-1].last + 1 == part.stop and people[-1].person is not None:
            names.append(article.cast.people[people[-1].person].printed)
            continue
        own = None if people else _by_name(article, part)
        if own is None:
            return ()
        names.append(own.printed)
    return tuple(dict.fromkeys(names))


def _joined(article: Article, part: range) -> list[range]:
    """The stretches between "and" and commas, where no clause is behind; none without an "and"."""
    words = article.reading.words
    stretches: list[range] = []
    start = part.start
    for number in part:
        cut = words[number].low == "and"
        if cut or (number > start and "," in words[number].gap):
            stretches.append(range(start, number))
            start = number + cut
    stretches = [each for each in [*stretches, range(start, part.stop)] if each]
    return stretches if any(words[n].low == "and" for n in part) and len(stretches) < 5 else []


def they(article: Article, number: int, phrase: Phrase) -> Resolution:
    """The body that spoke or was announced right before "they", where no group of people stands between."""
    words = article.reading.words
    start = phrase.words.start
    if words[start].low != "they" or words[start].quoted:
        return nobody(SpeakerKind.COLLECTIVE, How.NONE)
    before = _just_before(article, start)
    place = before[0] if before is not None else start
    far = _FAR < start - place or not _is_subject(article, place)
    if before is None or far or any(_is_plural(word) for word in words[place:start]):
        return nobody(SpeakerKind.COLLECTIVE, How.NONE)
    people = article.references.between(place, start)
    return nobody(SpeakerKind.COLLECTIVE, How.NONE) if people else named(before[1], How.PRONOUN)


def _is_subject(article: Article, place: int) -> bool:
    """Whether a source opens its sentence or stands behind a comma."""
    words = article.reading.words
    return words[place].opens or words[place - 1].opens or words[place].gap.startswith(",")


def _is_plural(word: Word) -> bool:
    """Whether a word is a group of people: residents, the Quills."""
    return word.low in _PLURALS or (word.capital and word.low.endswith("s"))


def remember_body(article: Article, resolution: Resolution, phrase: Phrase) -> None:
    """Keep the source before "it": none, where somebody else has spoken since."""
    is_body = resolution.kind is SpeakerKind.ORGANISATION and resolution.name is not None
    article.last_body = (phrase.words.start, resolution) if is_body else None
    if is_body and resolution.evidence is not None:
        sentence = article.reading.words[phrase.words.start].sentence
        article.bodies_said[sentence] = (phrase.words.start, Body(resolution.name or "", resolution.evidence))
