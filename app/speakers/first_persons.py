"""Sources that only the rest of the article tells: "I" inside a quotation, and quotations without a source.

They are resolved last, when everybody else is.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from app.speakers.article import Article, nobody
from app.speakers.askers import asker, author, in_front, is_agentless, signature, signed
from app.speakers.doubts import FURTHEST, Answer, Said
from app.speakers.quotations import goes_on, is_quotation
from app.speakers.values import How, Resolution, Span, SpeakerKind

# A first person may stand this many mentions behind the quotation that holds it.
_REACH = 60


def first_person(article: Article, number: int) -> Resolution:
    """The speaker of the smallest quotation around an "I"."""
    place = article.reading.words[article.phrases[number].words.start].start
    around = [
        (sum(end - start for start, end in article.mentions[other].content), other)
        for other in _near(article, number)
        if other in article.done and other != number and any(s <= place < e for s, e in article.mentions[other].content)
    ]
    outer = article.done[min(around)[1]] if around else _speaking(article, number) or _signed(article, number)
    if outer is None or outer.kind not in (SpeakerKind.PERSON, SpeakerKind.UNNAMED):
        return nobody(SpeakerKind.UNNAMED, How.OPEN)
    return replace(outer, how=How.PRONOUN) if outer.name else outer


def _speaking(article: Article, number: int) -> Resolution | None:
    """Who spoke last, if only quoted sentences stand between that and the pronoun; or whom a colon announces."""
    word = article.phrases[number].words.start
    place = bisect_left(article.said_at, word) - 1
    source = article.said[place] if 0 <= place else None
    if source is None or source.paragraph != article.reading.words[word].paragraph:
        return _announced(article, word)
    stop = max(article.reading.at(end - 1) for _, end in _tag(article, source)) + 1
    if FURTHEST < word - stop or _another_tag(article, word, source.person):
        return None
    between = (article.reading.words[n] for n in range(stop, word + 1))
    plain_words = any(not one.quoted and one.sentence != source.sentence for one in between)
    return None if plain_words else article.done[source.mention]


def _signed(article: Article, number: int) -> Resolution | None:
    """Whoever signs the paragraph."""
    word = article.reading.words[article.phrases[number].words.start]
    item = signed(article.reading, article.references, word.paragraph)
    if item is None or item.person is None:
        return None
    return article.answered(number, Answer(item.person, ()), How.PRONOUN)


def titled(article: Article, number: int) -> Resolution | None:
    """Who wrote what an entry gives the title of, and behind a dash where it appeared."""
    item = author(article.reading, article.references, article.mentions[number])
    if item is None or item.person is None:
        return None
    return article.answered(number, Answer(item.person, ()), How.FULL_NAME)


def _another_tag(article: Article, word: int, person: int | None) -> bool:
    """Whether somebody else is named behind the quotation, who may be its speaker."""
    stop = min(article.reading.paragraph(article.reading.words[word].paragraph).stop, word + FURTHEST)
    behind = (item for item in article.references.between(word, stop) if not item.quoted)
    return next((item.person != person for item in behind), False)


def _announced(article: Article, word: int) -> Resolution | None:
    """The only person named in the sentence that ends with a colon before a paragraph of quoted words."""
    stretch = article.reading.paragraph(article.reading.words[word].paragraph)
    first = article.reading.words[stretch.start]
    if FURTHEST < word - stretch.start:
        return None
    quoted = all(article.reading.words[n].quoted for n in range(stretch.start, word + 1))
    if not quoted or ":" not in first.gap or stretch.start == 0:
        return None
    sentence = article.reading.sentence(first.sentence - 1)
    named = [item for item in article.references.between(sentence.start, sentence.stop) if not item.quoted]
    if len({item.people for item in named}) != 1 or named[0].person is None or named[0].possessive:
        return None
    return article.answered(number=-1, answer=Answer(named[0].person, ()), how=How.PRONOUN)


def _tag(article: Article, source: Said) -> tuple[Span, ...]:
    mention = article.mentions[source.mention]
    return (*mention.source, *mention.cue)


def _near(article: Article, number: int) -> Sequence[int]:
    place = article.places[number]
    return article.order[max(0, place - _REACH) : place + _REACH]


def continued(article: Article, number: int) -> Resolution:
    """Who speaks where no source was cut out: an asker, the name at the verb or under a quotation, or the speaker of
    the quotation that this one goes on from."""
    mention = article.mentions[number]
    found = (find(article.reading, article.references, mention) for find in (asker, in_front, signature))
    item = next(filter(None, found), None)
    if item is not None and item.person is not None:
        return article.answered(number, Answer(item.person, ()), How.FULL_NAME if item.full else How.SURNAME)
    unknown = nobody(SpeakerKind.UNNAMED, How.NONE if is_agentless(article.reading, mention) else How.OPEN)
    if not mention.content or not is_quotation(article.reading, mention.content[0]):
        return unknown
    start = mention.content[0][0]
    before = [
        (max(e for _, e in article.mentions[other].content), other)
        for other in _near(article, number)
        if other in article.done and article.mentions[other].content and article.mentions[other].content[-1][1] <= start
    ]
    other = max(before)[1] if before else None
    if other is None or not goes_on(article.reading, article.mentions[other], start):
        return unknown
    return article.done[other]
