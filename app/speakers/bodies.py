"""The name of a body or a document, at its fullest in this article.

A body keeps the name as printed. A shorter form is tied to a longer one only by an acronym in brackets, by initials,
or as "the Church" to the one body whose name turns on that word.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from app.speakers.body_names import is_given, is_no_name, is_plain, keeps_ending, looks_like_body
from app.speakers.cast import Cast
from app.speakers.institutions import Institutions, stands_alone
from app.speakers.introductions import AUDITORS, body_at, is_inner_genitive, shown
from app.speakers.lexicon import (
    BODY_NOUNS,
    BODY_WORDS,
    CALENDAR,
    DEFINITE,
    DEMONYMS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FUNCTION_WORDS,
    MODIFIERS,
    PARTISANS,
    PLACE_OPENERS,
    PLACE_OR_NAME,
    PLACES,
    PORTFOLIOS,
    ROLES,
)
from app.speakers.names import key
from app.speakers.people import Body
from app.speakers.words import Word


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LINKS = _words("of the for and on in")
_POLLS = _words("poll survey")
_TOWN_WITHIN = 60
_INDEFINITE = _words("a an another one some any each every no both")
_SINGULAR = _words("has is was says does claims reports denies warns")
_SAYS_WHAT = _words("newspaper group party network website organisation organization charity")
_OF_CAMPAIGNS = _words("presidential political re-election")
_OF_STATES = _words("bank army military navy regulator watchdog embassy")
# What stands in front of a name, with a capital where a sentence begins.
_FRONT = _words("rival former fellow presidential candidate congressman congresswoman sen rep")
# Nouns in small letters that end a name: "the Quill campaign", "Norland police", but not "the Israeli newspaper".
_SMALL_ENDS = _words(
    """campaign council ministry department government administration police parliament office team camp magazine
    embassy cabinet treasury supreme court university foundation commission committee board"""
)


def body_of(cast: Cast, found: Institutions, core: range) -> Body | None:
    """The body named by the words of a phrase; None where no proper name is in it, or nothing shows it to be one."""
    words = cast.reading.words
    if words[core.start].low in _INDEFINITE:
        return None
    proper = _without_back(cast, _without_front(cast, _proper(cast, core)))
    lows = [words[n].low for n in proper]
    if not proper or ("and", "the") in pairwise(lows) or words[proper.stop - 1].low in CALENDAR:
        return None
    if words[proper.stop - 1].possessive and proper.stop < len(words) and words[proper.stop].gap.strip() == ",":
        return _as_printed(cast, proper)
    form = cast.reading.printed(proper.start, proper.stop - 1)
    definite = proper.start > 0 and words[proper.start - 1].low in DEFINITE and proper.start - 1 in core
    full = _fuller(cast, form, definite=definite and len(proper) == 1)
    if full is None and len(proper) == 1:
        full = _longer(found, words[proper.start])
    if full is not None and len(proper) == 1 and full.printed != form:
        span = cast.reading.inside(full.evidence)
        return None if is_no_name(words[span.start : span.stop]) else found.fullest(full)
    if len(proper) == 1 and not stands_alone(lows[0]):
        return None  # "the Trust", "Party officials": a noun, and no name
    if not _is_name(cast, found, proper, definite=definite):
        return None
    return _owned(cast, core, full or _as_printed(cast, proper), proper) or found.fullest(
        full or _as_printed(cast, proper)
    )


def _is_name(cast: Cast, found: Institutions, proper: range, *, definite: bool) -> bool:
    """Whether the words are a body's name: by themselves, by "the" in front, or by what the article shows."""
    words = cast.reading.words[proper.start : proper.stop]
    behind = cast.reading.words[proper.stop : proper.stop + 1]
    headline = len(words) == 1 and words[0].text.isupper() and behind and behind[0].close and behind[0].text.isupper()
    case = any(word.low in ("v", "vs") for word in cast.reading.words[max(0, proper.start - 1) : proper.stop])
    if headline or case:
        return False
    if is_no_name(words) or _is_persons(cast, words) or (is_given(words) and not definite):
        return False
    last = words[-1]
    state = words[0].possessive and words[0].low in PLACES  # "Norland’s central bank"
    if not last.capital and last.low not in (_SMALL_ENDS | _OF_STATES if state else _SMALL_ENDS):
        return False
    idle = [word for word in words[:-1] if word.low in PARTISANS or not (word.capital or word.low in _OF_CAMPAIGNS)]
    if last.low in ("campaign", "camp", "team") and idle:
        return False  # "the Democratic nominee’s campaign"
    modifies = len(words) == 1 and behind and behind[0].close and behind[0].low in BODY_NOUNS
    named = all(word.capital for word in words) and definite and not modifies
    return named or looks_like_body(words) or shown(cast, found, proper)


def _is_persons(cast: Cast, words: Sequence[Word]) -> bool:
    """Whether the capitals end like the name of somebody in the article, and nothing but a surname stands there."""
    return len(words) < 3 and bool(cast.by_short.get(key(words[-1].text))) and words[-1].low not in PLACES


def _without_front(cast: Cast, proper: range) -> range:
    """The name without what only describes it: "Rival Ada Quill’s campaign", "Strait-based Kelp Group"."""
    words = cast.reading.words
    first = proper.start
    while first < proper.stop - 1 and _describes(words[first]):
        first += 1
    return range(first, proper.stop)


def _without_back(cast: Cast, proper: range) -> range:
    """The name without the noun that tells what it is: "the Tribune newspaper", "the Clean Quays group"."""
    words = cast.reading.words
    if len(proper) < 2 or words[proper.stop - 1].low not in _SAYS_WHAT or words[proper.stop - 1].capital:
        return proper
    name = range(proper.start, proper.stop - 1)
    return name if all(words[n].capital and not words[n].possessive for n in name) else proper


def _describes(word: Word) -> bool:
    role = word.low in (_FRONT if word.capital else ROLES | MODIFIERS)
    return role or word.low.endswith("-based") or (not word.capital and word.low.startswith(("pro-", "anti-")))


def _longer(found: Institutions, word: Word) -> Body | None:
    """The one body whose name begins with this word: "Kelp" for Kelp Ferries. Places begin too many."""
    low = word.low
    if low in PLACES | DEMONYMS | MODIFIERS | PLACE_OPENERS | PLACE_OR_NAME | BODY_WORDS or word.text.isupper():
        return None
    stem = key(word.text.partition(".")[0])  # "Kelp.example" is the site of Kelp News
    return _only([body for body in found.by_first.get(stem, []) if body.printed.count(" ") < 3])


def _owned(cast: Cast, core: range, body: Body, proper: range) -> Body | None:
    """The name with its country, "Norland’s Water Board", where it tells nobody apart without."""
    if not is_plain(body.printed) or proper.start <= core.start:
        return None
    words = cast.reading.words
    first = proper.start
    while first > core.start and words[first - 1].capital and words[first - 1].low not in DETERMINERS:
        if words[first - 1].possessive and first < proper.start:
            break
        first -= 1
    person = any(cast.by_short.get(key(words[n].text)) for n in range(first, proper.start))
    return None if first == proper.start or person else _as_printed(cast, range(first, proper.stop))


def _as_printed(cast: Cast, proper: range) -> Body:
    """The body under just these words, with the ending of "Save Harbour’s" that belongs to the name."""
    words = cast.reading.words
    last = words[proper.stop - 1]
    end = last.end
    if last.possessive and keeps_ending(words, proper.stop - 1) and cast.reading.text[end : end + 2] in ("’s", "'s"):
        end += 2
    start = words[proper.start].start
    return Body(" ".join(cast.reading.text[start:end].split()), (start, end))


def candidate(cast: Cast, core: range) -> str | None:
    """The capitals of a phrase that nothing shows to be a body's name: who it may be is left to the reader."""
    words = cast.reading.words
    proper = _proper(cast, core)
    fits = proper and all(words[n].capital for n in proper) and len(proper) < 5
    ordinary = BODY_NOUNS | DOCUMENT_NOUNS | FUNCTION_WORDS | CALENDAR | cast.small
    if words[core.start].low in _INDEFINITE or (len(proper) == 1 and words[proper.start].low in ordinary):
        return None  # "Police said"
    return cast.reading.printed(proper.start, proper.stop - 1) if fits else None


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


def by_office(cast: Cast, found: Institutions, core: range) -> Body | None:
    """The office that "Norland’s auditor general" and "the auditor general’s office" name."""
    words = cast.reading.words
    stop = core.stop - (words[core.stop - 1].low == "office")
    if stop - core.start < 2 or words[stop - 1].low != "general" or words[stop - 2].low not in AUDITORS:
        return None
    if cast.by_role.get("general"):
        return None  # somebody is named who holds it
    body = _as_printed(cast, range(stop - 2, stop))
    body = Body(body.printed.removesuffix("’s").removesuffix("'s"), body.evidence)
    return _owned(cast, core, body, range(stop - 2, stop)) or found.fullest(body)


def by_town(cast: Cast, found: Institutions, core: range) -> Body | None:
    """The place that "the city" takes up: Norhaven after "the Municipality of Norhaven", the last one of its kind."""
    words = cast.reading.words
    for number in reversed(found.towns[: bisect_left(found.towns, core.start)]):
        if core.start - number > _TOWN_WITHIN:
            break
        if number + 2 < core.start and words[number + 1].low == "of" and words[number + 2].capital:
            stop = number + 3
            while words[stop].capital and words[stop].close and not words[stop - 1].possessive:
                stop += 1
            return body_at(cast.reading, range(number + 2, stop))
    return None


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


def poll_of(cast: Cast, core: range) -> Body | None:
    """A poll under the name of who takes it: "a Kelp Research poll", "the Norland Times survey"."""
    words = cast.reading.words
    stop = core.stop - 1
    first = stop
    while first > core.start and words[first - 1].capital and words[first - 1].low not in DETERMINERS:
        first -= 1
    named = words[first:stop]
    if words[stop].low not in _POLLS or not named or named[-1].possessive or is_no_name(named):
        return None
    places = all(word.low in PLACES | DEMONYMS | PLACE_OPENERS for word in named)
    return _as_printed(cast, range(first, core.stop)) if looks_like_body(named) and not places else None


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
        known = key(words[begin].text) in cast.mid_capitals or words[begin].low in PLACES | DEMONYMS
        return span if known else range(0)
    return span


def _is_group(cast: Cast, word: Word) -> bool:
    """A plural that only opens sentences is a group of people, "Packers said", not a body of that name."""
    plural = word.low.endswith("s") and not word.low.endswith(("ss", "us", "is"))
    after = cast.reading.words[min(cast.reading.at(word.end) + 1, len(cast.reading.words) - 1)]
    one = after.close and after.low in _SINGULAR
    return plural and not one and not word.text.isupper() and key(word.text) not in cast.mid_capitals


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
