"""Bodies and documents as sources: a name, a bare noun, "it", a report. One function for each sort of phrase.

A body without a name in the article, or with two that fit, stays open.
"""

from dataclasses import replace

from app.speakers.article import Article, nobody
from app.speakers.bodies import bare_noun, body_of, by_portfolio, candidate, titled_document
from app.speakers.institutions import is_firm
from app.speakers.lexicon import BODY_NOUNS, BODY_WORDS, DEFINITE, DEMONYMS, DETERMINERS, PLACES, THING_WORDS
from app.speakers.phrases import Phrase
from app.speakers.values import How, Resolution, SpeakerKind

SURELY_BODIES = BODY_WORDS | BODY_NOUNS | PLACES | DETERMINERS | THING_WORDS
_NO_FIRMS = SURELY_BODIES | DEMONYMS


def body(article: Article, number: int, phrase: Phrase) -> Resolution:
    noun = bare_noun(article.cast, phrase.head)
    body = body_of(article.cast, article.institutions, phrase.head) or by_portfolio(article.cast, phrase.head)
    if body is None and noun is not None:
        body = article.institutions.the_one(noun, phrase.head.start)
    if body is not None:
        return Resolution(body.printed, SpeakerKind.ORGANISATION, How.BODY, (), body.evidence, None)
    if noun is not None and is_firm(noun) and not article.institutions.has_firm() and len(article.firms) == 1:
        return next(iter(article.firms.values()))
    definite = article.reading.words[phrase.head.start].low in DEFINITE
    maybe = candidate(article.cast, phrase.head)
    how = How.OPEN if definite or maybe else How.NONE
    return nobody(SpeakerKind.ORGANISATION, how, (maybe,) if maybe else ())


def thing(article: Article, number: int, phrase: Phrase) -> Resolution:
    """The body that was the source before "it", in this sentence or the one before it in the paragraph."""
    word = article.reading.words[phrase.words.start]
    if word.low == "it" and not word.quoted and article.last_body is not None:
        before = article.reading.words[article.last_body[0]]
        if before.paragraph == word.paragraph and word.sentence - before.sentence <= 1:
            return replace(article.last_body[1], how=How.PRONOUN)
    return nobody(SpeakerKind.ORGANISATION, How.OPEN)


def document(article: Article, number: int, phrase: Phrase) -> Resolution:
    document = titled_document(article.cast, phrase.head)
    if document is None:
        return nobody(SpeakerKind.DOCUMENT, How.NONE)
    return Resolution(document.printed, SpeakerKind.DOCUMENT, How.BODY, (), document.evidence, None)


def group(article: Article, number: int, phrase: Phrase) -> Resolution:
    """Several people or bodies: nobody with a name, unless all have one."""
    return nobody(SpeakerKind.COLLECTIVE, How.NONE)


def they(article: Article, number: int, phrase: Phrase) -> Resolution:
    return nobody(SpeakerKind.COLLECTIVE, How.NONE)


def remember_body(article: Article, resolution: Resolution, phrase: Phrase) -> None:
    """Keep the source before "it": none, where somebody else has spoken since."""
    body = resolution.kind is SpeakerKind.ORGANISATION and resolution.name is not None
    article.last_body = (phrase.words.start, resolution) if body else None
    words = [article.reading.words[n] for n in phrase.head]
    if body and resolution.how is How.BODY and all(w.capital and w.low not in _NO_FIRMS for w in words):
        article.firms[resolution.name or ""] = resolution
