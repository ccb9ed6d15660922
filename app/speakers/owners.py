"""Whose a report, a poll or a leaflet is: the body that speaks through it.

Only a tie that the text shows counts: "the bank’s report", "a poll by Kelp Research", "the auditor said in a report",
"the union handed out leaflets". A document of a person, or of two bodies, is nobody's here.
"""

from collections.abc import Iterator

from app.speakers.article import Article
from app.speakers.bodies import body_of, by_office
from app.speakers.body_names import PERSONAL
from app.speakers.institutions import singular
from app.speakers.introductions import is_inner_genitive
from app.speakers.lexicon import DEFINITE, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS, RELATIVES
from app.speakers.people import Body
from app.speakers.phrases import Phrase
from app.speakers.words import Word


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# By these a document becomes known as somebody's: "The union issued a leaflet".
_ISSUES = _words(
    """issued issues published publishes released releases wrote writes sent sends posted posts produced printed
    distributed drafted circulated handed filed"""
)
# Between a document and its "by": who it was for, or how it came about, but not who "obtained" it.
_MADE = _words("conducted written prepared issued released produced carried compiled out")
# The nouns of what a body says in writing; what it keeps or has leaked, its files and emails, is none of its words.
_VOICES = _words(
    """report study survey poll polling statement letter memo analysis review release leaflet editorial article audit
    figure finding research post posting tweet note forecast index website site page blog headline projection estimate
    paper data statistic assessment bulletin communique"""
)
_REACH = 9
# How many words an opening like "In a statement to the Norland Times," may have.
_LEAD = 15
_ABOVE = 6


def owner_of(article: Article, phrase: Phrase) -> Body | None:
    """The one body whose document a phrase names; None where none is told, or two are."""
    last = phrase.head.stop - 1
    if singular(article.reading.words[last].low) not in _VOICES:
        return None
    own = _owner_at(article, last, max(phrase.words.stop, phrase.head.stop))
    words = article.reading.words
    if own is not None or len(phrase.head) != 2 or words[phrase.head.start].low not in DEFINITE:
        return own
    known = article.institutions.documents.get(singular(words[last].low), [])
    above = [number for number in known if number < phrase.head.start][-_ABOVE:]
    owners = {body.printed: body for number in above if (body := _owner_at(article, number, number + _REACH))}
    return next(iter(owners.values())) if len(owners) == 1 else None


def _owner_at(article: Article, noun: int, stop: int) -> Body | None:
    """The owner that the words around one mention of a document tell."""
    if article.reading.words[noun - 1].possessive or article.reading.words[max(0, noun - 2)].possessive:
        return next(_possessor(article, noun, stop), None)
    for find in (_possessor, _maker, _issuer):
        for body in find(article, noun, stop):
            return body
    return None


def _possessor(article: Article, noun: int, stop: int) -> Iterator[Body]:
    """The bank in "the bank’s spring report"."""
    words = article.reading.words
    owner = noun - 1
    while owner > 0 and noun - owner < 5 and not words[owner].possessive and _describes(words[owner], words[owner + 1]):
        owner -= 1
    if owner >= 0 and noun - owner < 5 and words[owner].possessive and words[owner + 1].close:
        yield from _named(article, _back(words, owner), owner + 1)


def _describes(word: Word, after: Word) -> bool:
    return after.close and word.low not in FUNCTION_WORDS | PREPOSITIONS and not word.capital


def _maker(article: Article, noun: int, stop: int) -> Iterator[Body]:
    """Kelp Research in "a poll for this newspaper by Kelp Research" and "a report from Kelp Research"."""
    words = article.reading.words
    seen_for = False
    for number in range(noun + 1, min(stop, noun + _REACH, len(words) - 1)):
        word = words[number]
        if word.opens or not word.close or word.low in RELATIVES:
            return
        if word.low in ("by", "from"):
            first = number + 1 + (words[number + 1].low in DETERMINERS)
            after = forward(words, first)
            office = after < len(words) and words[after - 1].possessive and words[after].low in PERSONAL
            after += office
            if not words[after - 1].possessive and _ends_there(words, after):
                yield from _named(article, number + 1, after)
            return
        seen_for = seen_for or word.low in ("for", "of", "on", "into", "about")
        if not seen_for and word.low not in _MADE:
            return


def _issuer(article: Article, noun: int, stop: int) -> Iterator[Body]:
    """The body that "said in a report", or that "published a report", before the mention in its sentence."""
    words = article.reading.words
    first = noun
    while first > 0 and noun - first < 4 and _describes(words[first - 1], words[first]):
        first -= 1
    before = words[first - 1] if first else None
    if before is None or before.low not in ("a", "an", "its", "the", "their"):
        begin = first
    else:
        begin = first - 1
    if begin == 0 or not words[begin].close:
        return
    sentence = article.reading.sentence(words[noun].sentence)
    said = article.bodies_said.get(words[noun].sentence)
    if words[begin - 1].low == "in" and said is not None and said[0] < begin:
        yield said[1]
    if any(words[n].low in _ISSUES for n in range(max(sentence.start, begin - 2), begin)):
        start = behind_lead(article, sentence)
        yield from _named(article, start, forward(words, start))


def behind_lead(article: Article, sentence: range) -> int:
    """The first word of a sentence, or of what stands behind its "In a statement to the Norland Times,"."""
    words = article.reading.words
    if words[sentence.start].low not in PREPOSITIONS:
        return sentence.start
    return next((n for n in sentence[1:_LEAD] if words[n].gap.strip() == ","), sentence.start)


def _named(article: Article, first: int, stop: int) -> Iterator[Body]:
    """The body that the words first..stop-1 name or call again: "the bank" too."""
    words = article.reading.words
    core = range(first, stop)
    if stop <= first or article.references.between(first, stop):
        own = persons_own(article, core) if core else None
        yield from (own,) if own is not None else ()
        return
    body = by_office(article.cast, article.institutions, core) or body_of(article.cast, article.institutions, core)
    if body is None and len(core) == 2 and words[first].low in DEFINITE:
        body = article.institutions.the_one(words[stop - 1].low, first)
    if body is not None:
        yield body


def _ends_there(words: tuple[Word, ...], after: int) -> bool:
    """Whether a name behind "by" stops there: not before "and", a slash, or the noun of "the Norland primary"."""
    if after >= len(words) or words[after].opens:
        return True
    word = words[after]
    if not word.close:
        return "/" not in word.gap and "-" not in word.gap
    return word.low in PREPOSITIONS | RELATIVES | {"is", "has", "said", "last", "this"} or word.low.endswith("ed")


def persons_own(article: Article, core: range) -> Body | None:
    """ "Quill’s campaign" and "the Quill campaign" under the full name of the person."""
    words = article.reading.words
    noun = words[core.stop - 1].low
    if noun not in PERSONAL or words[core.start].low in ("a", "an", "another"):
        return None
    owners = article.references.between(core.start, core.stop)
    if len(owners) != 1 or owners[0].person is None:
        return None
    person = article.cast.people[owners[0].person]
    return Body(f"{person.printed}’s {noun}", person.evidence) if person.name.given else None


def _back(words: tuple[Word, ...], last: int) -> int:
    """The first word of a phrase that ends in a possessive: its capitals, or one noun, and the article."""
    first = last
    while first > 0 and words[first].close and words[first].capital and words[first - 1].capital and last - first < 7:
        first -= 1
    if first > 0 and words[first].close and words[first - 1].low in ("the", "auditor"):
        first -= 1
    return first


def forward(words: tuple[Word, ...], first: int) -> int:
    """The end of the capitals that begin at a word, over the article and "of"."""
    stop = first
    while stop < len(words) and stop - first < 8 and (stop == first or words[stop].close):
        link = words[stop].low == "of" and stop + 1 < len(words) and words[stop + 1].capital
        article = stop == first and words[stop].low in DETERMINERS
        if not (words[stop].capital or link or article):
            break
        stop += 1
        if words[stop - 1].possessive and not is_inner_genitive(words[stop - 1]):
            break
    return stop
