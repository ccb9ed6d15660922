"""The name of a body or a document, at its fullest in this article.

A body keeps the name as printed. A shorter form is tied to a longer one only by an acronym in brackets, by initials,
or as "the Church" to the one body whose name turns on that word.
"""

from itertools import pairwise

from app.speakers.cast import Cast
from app.speakers.lexicon import CALENDAR, DEFINITE, DETERMINERS, DOCUMENT_NOUNS
from app.speakers.names import key
from app.speakers.people import Body

_LINKS = frozenset({"of", "the", "for", "and", "on", "in"})


def body_of(cast: Cast, core: range) -> Body | None:
    """The body named by the words of a phrase; None where no proper name is in it."""
    words = cast.reading.words
    proper = _proper(cast, core)
    lows = [words[n].low for n in proper]
    if not proper or ("and", "the") in pairwise(lows) or words[proper.stop - 1].low in CALENDAR:
        return None
    form = cast.reading.printed(proper.start, proper.stop - 1)
    definite = proper.start > 0 and words[proper.start - 1].low in DEFINITE and proper.start - 1 in core
    full = _fuller(cast, form, definite=definite and len(proper) == 1)
    if full is not None:
        return full
    return Body(form, (words[proper.start].start, words[proper.stop - 1].end))


def titled_document(cast: Cast, core: range) -> Body | None:
    """A document with a title of its own, all in capitals: "the Northern Herring Study"."""
    words = cast.reading.words
    begin = core.start + (words[core.start].low in DETERMINERS)
    span = range(begin, core.stop)
    if len(span) < 2 or words[span.stop - 1].low not in DOCUMENT_NOUNS:
        return None
    if not all(words[n].capital or words[n].low in _LINKS for n in span) or words[begin].opens:
        return None
    return Body(cast.reading.printed(span.start, span.stop - 1), (words[span.start].start, words[span.stop - 1].end))


def _proper(cast: Cast, core: range) -> range:
    """The words of the name: the whole phrase without its article, or the capitals it ends with."""
    words = cast.reading.words
    begin = core.start
    while begin < core.stop and words[begin].low in DETERMINERS:
        begin += 1
    owner = max((n for n in range(begin, core.stop - 1) if words[n].possessive), default=None)
    if owner is not None and words[core.stop - 1].capital:
        begin = owner + 1
    span = range(begin, core.stop)
    if not any(words[n].capital for n in span):
        return range(0)
    if len(span) == 1 and words[begin].opens and not words[begin].text[0].isupper():
        return range(0)
    if words[span.stop - 1].capital:
        first = span.stop - 1
        while first > begin and (words[first - 1].capital or (words[first - 1].low in _LINKS and first - 1 > begin)):
            first -= 1
        while words[first].low in _LINKS and not words[first].capital:
            first += 1
        return range(first, span.stop)
    if words[begin].opens and len(span) > 1 and not any(words[n].capital for n in span[1:]):
        return span if key(words[begin].text) in cast.mid_capitals else range(0)
    return span


def _fuller(cast: Cast, form: str, *, definite: bool) -> Body | None:
    body = cast.bodies.get(key(form))
    if body is not None:
        return body
    if form.isupper() and len(form) > 1:
        return _only([b for b in cast.bodies.values() if _initials(b.printed) == form])
    if definite:
        return _only([b for b in cast.bodies.values() if form in (b.printed.split()[0], b.printed.split()[-1])])
    return None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _only(bodies: list[Body]) -> Body | None:
    different = {body.printed: body for body in bodies}
    return next(iter(different.values())) if len(different) == 1 else None
