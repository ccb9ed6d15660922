"""The name of a body or a document, at its fullest in this article.

A body keeps the name as printed. A shorter form is tied to a longer one only by an acronym in brackets, by initials,
or as "the Church" to the one body whose name turns on that word.
"""

from itertools import pairwise

from app.speakers.cast import Cast
from app.speakers.institutions import is_inner_genitive, stands_alone
from app.speakers.lexicon import CALENDAR, DEFINITE, DETERMINERS, DOCUMENT_NOUNS, PORTFOLIOS
from app.speakers.names import key
from app.speakers.people import Body
from app.speakers.words import Word

_LINKS = frozenset({"of", "the", "for", "and", "on", "in"})


def body_of(cast: Cast, core: range) -> Body | None:
    """The body named by the words of a phrase; None where no proper name is in it."""
    words = cast.reading.words
    proper = _proper(cast, core)
    lows = [words[n].low for n in proper]
    if not proper or ("and", "the") in pairwise(lows) or words[proper.stop - 1].low in CALENDAR:
        return None
    if words[proper.stop - 1].possessive and proper.stop < len(words) and words[proper.stop].gap.strip() == ",":
        return _as_printed(cast, proper)
    form = cast.reading.printed(proper.start, proper.stop - 1)
    definite = proper.start > 0 and words[proper.start - 1].low in DEFINITE and proper.start - 1 in core
    full = _fuller(cast, form, definite=definite and len(proper) == 1)
    if full is not None:
        return full
    if len(proper) == 1 and not stands_alone(lows[0]):
        return None  # "the Trust", "Party officials": a noun, and no name
    return _as_printed(cast, proper)


def _as_printed(cast: Cast, proper: range) -> Body:
    """The body under just these words, with the ending of "Save Harbour’s" that belongs to the name."""
    last = cast.reading.words[proper.stop - 1]
    end = last.end
    if last.possessive and cast.reading.text[end : end + 2] in ("’s", "'s"):
        end += 2
    start = cast.reading.words[proper.start].start
    return Body(" ".join(cast.reading.text[start:end].split()), (start, end))


def bare_noun(cast: Cast, core: range) -> str | None:
    """The noun of "the company" or "the Commission", where nothing but the article stands with it."""
    words = cast.reading.words
    plain = len(core) == 2 and words[core.start].low in DEFINITE and not words[core.stop - 1].possessive
    return words[core.stop - 1].low if plain else None


def by_portfolio(cast: Cast, core: range) -> Body | None:
    """The body that "the transport ministry" names by what it is for."""
    words = cast.reading.words
    named = words[core.stop - 1].low in ("ministry", "department") and words[core.stop - 2].low in PORTFOLIOS
    definite = len(core) == 3 and words[core.start].low in DEFINITE
    return _as_printed(cast, range(core.stop - 2, core.stop)) if named and definite else None


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
    owner = max((n for n in range(begin, core.stop - 1) if _owns(words, n, core)), default=None)
    if owner is not None and words[core.stop - 1].capital:
        begin = owner + 1
    span = range(begin, core.stop)
    if not any(words[n].capital for n in span):
        return range(0)
    if len(span) == 1 and words[begin].opens and (not words[begin].text[0].isupper() or _is_group(cast, words[begin])):
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


def _is_group(cast: Cast, word: Word) -> bool:
    """A plural that only opens sentences is a group of people, "Packers said", not a body of that name."""
    plural = word.low.endswith("s") and not word.low.endswith(("ss", "us", "is"))
    return plural and not word.text.isupper() and key(word.text) not in cast.mid_capitals


def _owns(words: tuple[Word, ...], number: int, core: range) -> bool:
    """Whether a possessive is no part of the name behind it: not in "Divers’ Trust", nor before a lone "Council"."""
    if not words[number].possessive or is_inner_genitive(words[number]):
        return False
    return core.stop - number > 2 or stands_alone(words[core.stop - 1].low)


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
