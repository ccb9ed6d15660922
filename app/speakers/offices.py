"""Whom "the chairman" takes up where the article introduces nobody as such: the one person it has just named.

News calls somebody again by his office in the sentence or paragraph behind his name. That is certain only where nobody
else who could hold the office stands in between, and for no role that speaks of another: "Quill appealed. The judge
said no" is about two people.
"""

from collections.abc import Iterable, Iterator, Sequence

from app.speakers.article import Article
from app.speakers.doubts import FURTHEST, Answer, begin_of, describes, is_place
from app.speakers.lexicon import (
    COUNTERPARTS,
    DEFINITE,
    DEMONYMS,
    FEMININE_NOUNS,
    HOLDINGS,
    MASCULINE_NOUNS,
    PARTISANS,
    PLACES,
    PORTFOLIOS,
    ROLES,
)
from app.speakers.people import APART, PAST, Person
from app.speakers.phrases import Phrase
from app.speakers.references import Reference
from app.speakers.roles import plain
from app.speakers.subjects import is_subject
from app.speakers.words import Reading, Word

# A lone person of the article so far may have been named this many paragraphs above.
_PARAGRAPHS_BACK = 3
# "The mayor" met this many paragraphs above, before or apart from the person, may be somebody else.
_STILL_HEARD = 3
_MODIFIERS = 4
# The lead and the headline above it: only there does a role wait for its name.
_LEAD = 3
_MOST_CANDIDATES = 4


def just_named(article: Article, phrase: Phrase, head: str, asked: frozenset[str], among: Iterable[int]) -> Answer:
    """The person whom "the chairman" takes up, or those it could be. `among`: only these, if there are any."""
    words = article.reading.words
    start = phrase.words.start
    title = head and words[phrase.head.stop - 1].capital and head not in HOLDINGS  # "the Norland Star": a newspaper
    if words[start].low not in DEFINITE or words[start].quoted or head in COUNTERPARTS or title:
        return Answer(None, ())
    wanted = frozenset(among)
    stretch = _stretch(article, start)
    people = [n for n in dict.fromkeys(n for item in stretch for n in item.people) if not wanted or n in wanted]
    fitting = [n for n in people if may_hold(article.cast.people[n], head, asked) and not _acted_on(article, phrase, n)]
    if len(fitting) != 1 or not _is_certain(
        article, [i for i in stretch if fitting[0] in i.people], start, head, asked
    ):
        return Answer(None, tuple(fitting[:_MOST_CANDIDATES]))
    return Answer(fitting[0], ())


def _stretch(article: Article, start: int) -> list[Reference]:
    """The namings that a role at a word can take up: of its paragraph; else, if it is in the first sentence there, of
    the paragraph above; else of the only person the article has named so far, if that is near."""
    reading = article.reading
    here = reading.words[start]
    begin = reading.paragraph(here.paragraph).start
    found = _outside_quotations(article, max(begin, start - FURTHEST), start)
    if found or FURTHEST < start - begin:
        return found
    plain_sentences = {reading.words[n].sentence for n in range(begin, start) if not reading.words[n].quoted}
    if plain_sentences - {here.sentence}:
        return []
    above = reading.paragraph(here.paragraph - 1 if here.paragraph > 1 else -1)  # not the headline
    found = _outside_quotations(article, max(above.start, above.stop - FURTHEST), above.stop) if above else []
    if found:
        return found
    far = reading.paragraph(max(1, here.paragraph - _PARAGRAPHS_BACK)).start
    everybody = article.references.between(0, start) if start - far < FURTHEST else ()
    alone = len({item.people for item in everybody}) == 1
    return _outside_quotations(article, far, start) if alone else []


def _outside_quotations(article: Article, first: int, stop: int) -> list[Reference]:
    items = article.references.between(first, stop)
    return [i for i in items if not i.quoted and not is_place(article.cast, i) and not describes(article.reading, i)]


def _acted_on(article: Article, phrase: Phrase, person: int) -> bool:
    """Whether the sentence goes on about the person as somebody else: "The attorney general is suing Quill"."""
    reading = article.reading
    stop = reading.sentence(reading.words[phrase.words.start].sentence).stop
    behind = article.references.between(phrase.words.stop, min(stop, phrase.words.stop + FURTHEST))
    return any(person in item.people and not item.quoted for item in behind)


def may_hold(person: Person, head: str, asked: frozenset[str]) -> bool:
    """Whether nothing known of a person speaks against a role: another office, place or party, or the other gender."""
    side = "m" if head in MASCULINE_NOUNS else "f" if head in FEMININE_NOUNS else ""
    if side and person.leaning not in ("", side):
        return False
    for role in person.roles:
        past = bool(PAST & role.words)
        if role.head == head and bool(APART & role.words) != bool(APART & asked):
            return False
        if head in HOLDINGS and role.head in HOLDINGS and role.head != head and not past and not PAST & asked:
            return False
        kinds = (PLACES, PARTISANS | DEMONYMS, *([PORTFOLIOS | {"prime"}] if role.head == head else []))
        told = ((role.words & kind, (asked | {head}) & kind) for kind in kinds)
        if any(one and other and not one & other for one, other in told):
            return False
    return True


def _is_certain(article: Article, items: list[Reference], start: int, head: str, asked: frozenset[str]) -> bool:
    """Whether the one person named is the subject, nobody else has spoken since, and no other "mayor" was heard of."""
    first, last = items[0], items[-1]
    if any(item.person is None for item in items):
        return False
    sources = [said for said in article.said[-8:] if first.first <= said.word < start]
    others = [said.person for said in sources if said.person != first.person]
    if any(other is None or may_hold(article.cast.people[other], head, asked) for other in others):
        return False
    speaks = len(others) < len(sources)
    alone = {item.people for item in article.references.between(0, start)} == {first.people}
    if not speaks and not alone and not any(is_subject(article.reading, item) for item in items):
        return False
    near = article.reading.words[start].sentence - article.reading.words[last.first].sentence
    if near > 4 and not speaks:
        return False
    assert first.person is not None
    return not _heard_of_another(article, article.cast.people[first.person], start, head, asked)


def _heard_of_another(article: Article, person: Person, start: int, head: str, asked: frozenset[str]) -> bool:
    """Whether "the mayor" was met before the person was named, or not long ago, and not known to be that person."""
    words = article.reading.words
    first = min(person.first, start)
    for number in article.definite.get(head, ()):
        if start <= number:
            break
        if article.held_by.get(number) == person.number:
            continue
        apart = words[start].paragraph - words[number].paragraph
        described = {plain(words[n].low) for n in _modifiers(words, number)}
        other = asked and described and not asked & described
        if not other and (number < first or apart <= _STILL_HEARD):
            return True
    return False


def _modifiers(words: Sequence[Word], number: int) -> Iterator[int]:
    """The words between "the" and a role."""
    for before in range(number - 1, max(-1, number - _MODIFIERS - 1), -1):
        if words[before].low in DEFINITE or not words[before + 1].close:
            return
        yield before


def named_below(article: Article, phrase: Phrase, head: str) -> int | None:
    """Whom a lead's "Norland's finance minister said" means: the bare full name that speaks first right below.

    News that holds the name back gives it so; whoever is somebody else is introduced there with what he is.
    """
    reading = article.reading
    here = reading.words[phrase.words.start]
    if _LEAD < here.paragraph or here.quoted or head in COUNTERPARTS or head not in ROLES:
        return None
    start = phrase.words.start
    if article.references.between(reading.paragraph(here.paragraph).start, start):
        return None
    below = reading.paragraph(here.paragraph + 1)
    sources = sorted(words.start for words in map(reading.inside, _sources(article)) if words and words.start in below)
    if not below or not sources:
        return None
    item = next(iter(article.references.between(below.start, below.stop)), None)
    if item is None or begin_of(item) != sources[0] or not item.full or item.title is not None or item.person is None:
        return None
    person = article.cast.people[item.person]
    earlier = any(item.person in i.people for i in article.references.between(reading.paragraph(1).start, item.first))
    return None if person.roles or earlier or not may_hold(person, head, frozenset()) else item.person


def _sources(article: Article) -> Iterator[tuple[int, int]]:
    return (span for mention in article.mentions for span in mention.source[:1])


def find_definite(reading: Reading) -> dict[str, list[int]]:
    """Where "the mayor" and "the Norland mayor" stand without a name behind, by the role."""
    words = reading.words
    found: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        if word.low not in ROLES or word.capital or word.possessive:
            continue
        opener = min(_modifiers(words, number), default=number) - 1
        named = number + 1 < len(words) and words[number + 1].capital and words[number + 1].close
        compound = number + 1 < len(words) and words[number + 1].low in ROLES and words[number + 1].close
        if 0 <= opener and words[opener].low in DEFINITE and not named and not compound:
            found.setdefault(plain(word.low), []).append(number)
    return found
