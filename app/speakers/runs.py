"""Runs of capitalised words, cut into the names they hold and the titles in front of them.

A run is cut by what its words are (titles, places, bodies) and by the article itself: a beginning that is found
elsewhere in front of other words is a name of its own. Whether a name is a person's is decided in `cast`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.speakers.given_names import gender_of
from app.speakers.lexicon import (
    ABBREVIATIONS,
    BODY_WORDS,
    CALENDAR,
    DEMONYMS,
    DETERMINERS,
    FUNCTION_WORDS,
    MODIFIERS,
    PARTICLES,
    PARTISANS,
    PLACE_OPENERS,
    PLACES,
    PORTFOLIOS,
    PREPOSITIONS,
    ROLES,
    SUFFIXES,
    THING_WORDS,
    TITLES,
)
from app.speakers.values import Span
from app.speakers.words import Reading, Word

# Titles that are also family names: a title only where nothing but titles and their modifiers stands before.
_NAME_LIKE = frozenset(
    [
        "king",
        "judge",
        "bishop",
        "pope",
        "prince",
        "major",
        "marshal",
        "dean",
        "earl",
        "duke",
        "baron",
        "cardinal",
        "justice",
        "private",
        "constable",
        "sheriff",
        "corporal",
        "lord",
        "coach",
        "chair",
        "pastor",
        "rabbi",
        "baker",
        "archer",
        "sister",
        "brother",
        "father",
        "star",
        "lady",
        "page",
        "chief",
    ]
)
_TITLE_CONTEXT = TITLES | ROLES | MODIFIERS | DEMONYMS | PLACES | PORTFOLIOS | BODY_WORDS | PLACE_OPENERS
_SMALL = frozenset({"of", "for", "the", "and", "to"})
_PORTFOLIO_CONTEXT = PORTFOLIOS | PLACES | BODY_WORDS | PLACE_OPENERS | DEMONYMS | _SMALL
_LONGEST_NAME = 6
# A rank that is a given name too. It is one where no dot stands behind it and the text has nothing to do with forces.
_RANKS_TOO = frozenset({"col"})
_FORCES = frozenset(
    ["colonel", "general", "army", "military", "troops", "soldiers", "regiment", "battalion", "marines", "forces"]
    + ["commander", "barracks", "infantry", "brigade", "airmen", "defence", "defense", "war", "retired"]
)
_GIVEN_NAMES_TOO = frozenset({"april", "may", "june", "august", "jan"})
_NOT_PEOPLE = BODY_WORDS | THING_WORDS | {"study", "report", "survey", "poll", "review", "index"}
_SMALL_IN_HEADLINES = DETERMINERS | PREPOSITIONS | {"and", "or", "but", "as", "is", "if", "vs", "than", "not", "be"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A name: words first..last. `title` is the number of the first word of the title in front, or None."""

    first: int
    last: int
    title: int | None
    body: bool


@dataclass(frozen=True, slots=True)
class Openings:
    """What the article shows about how its words are used: which are seen in small letters, which pairs go on how."""

    small: frozenset[str]
    inside: frozenset[tuple[str, str]]
    after: dict[tuple[str, str], set[str]]


def find_pieces(reading: Reading, sources: Iterable[Span]) -> tuple[list[Piece], list[Piece]]:
    """All names of the text in order, and apart from them those of headlines written in capitals.

    There every word looks like a name, so only the `sources` are looked at, which the extractor has cut out already.
    """
    headlines = {number for number in range(len(reading.paragraphs)) if _in_capitals(reading, number)}
    runs = [run for run in _runs(reading) if reading.words[run[0]].paragraph not in headlines]
    openings = _openings(reading, runs)
    found = [piece for run in runs for piece in _cut(reading, run, openings)]
    stretches = [reading.inside(span) for span in sources]
    apart = [words for words in stretches if words and reading.words[words.start].paragraph in headlines]
    return found, [piece for words in apart for run in _runs(reading, words) for piece in _cut(reading, run, openings)]


def joined(words: Sequence[Word], number: int) -> bool:
    """Whether a word goes on where the one before it stopped, with nothing but a space or the dot of a title."""
    word, before = words[number], words[number - 1]
    if word.opens or before.possessive:
        return False
    if word.close:
        return True
    if word.low in SUFFIXES and word.gap.strip() == ",":
        return True
    return before.low in ABBREVIATIONS and word.gap.startswith(".") and word.gap[1:].isspace()


def _runs(reading: Reading, stretch: range | None = None) -> Iterator[list[int]]:
    words = reading.words
    stretch = range(len(words)) if stretch is None else stretch
    number = stretch.start
    while number < stretch.stop:
        if not words[number].capital:
            number += 1
            continue
        run = [number]
        while (ahead := _continues(words, run[-1], stretch.stop)) and len(run) < 40:
            run.extend(range(run[-1] + 1, ahead + 1))
        yield run
        number = run[-1] + 1


def _continues(words: Sequence[Word], last: int, stop: int) -> int | None:
    """The number of the next capitalised word of the run, over particles and, in bodies and offices, "of"."""
    number = last + 1
    links = 0
    while number < stop and links < 3 and joined(words, number):
        word = words[number]
        if word.capital or (word.low in SUFFIXES and links == 0):
            return number
        office = words[last].low in BODY_WORDS or words[last].low in TITLES - _NAME_LIKE | {"chief"}
        if not (word.low in PARTICLES or (office and word.low in ("of", "for", "the", "to") and links < 2)):
            return None
        links += 1
        number += 1
    return None


def _in_capitals(reading: Reading, number: int) -> bool:
    """Whether a paragraph is a headline of the kind that capitalises all but its smallest words.

    One small word more in ten is let pass; "met" or "said" in small letters tells a sentence.
    """
    stretch = reading.paragraph(number)
    if not 4 < len(stretch) < 30:
        return False
    small = [word.low for word in reading.words[stretch.start : stretch.stop] if not word.capital]
    verbs = sum(low not in _SMALL_IN_HEADLINES for low in small)
    return verbs * 10 <= len(stretch) and len(small) * 5 <= len(stretch) * 2


def _openings(reading: Reading, runs: list[list[int]]) -> Openings:
    words = reading.words
    inside: set[tuple[str, str]] = set()
    after: dict[tuple[str, str], set[str]] = defaultdict(set)
    for run in runs:
        for place in range(len(run) - 1):
            pair = (words[run[place]].text, words[run[place + 1]].text)
            if not words[run[place]].opens:
                inside.add(pair)
            after[pair].add(words[run[place + 2]].text if place + 2 < len(run) else "")
    small = frozenset(word.text for word in words if not word.capital)
    return Openings(small, frozenset(inside), after)


def _cut(reading: Reading, run: list[int], openings: Openings) -> Iterator[Piece]:
    words = reading.words
    run = _without_opener(words, run, openings)
    while run and words[run[-1]].low in CALENDAR:
        run = run[:-1]
    if not run:
        return
    title = _last_title(words, run, openings)
    if title is not None:
        rest = _after_portfolio(words, run[title + 1 :])
        if rest:
            yield from _named(words, rest, run[0], openings)
        return
    yield from _named(words, run, None, openings)


def _without_opener(words: Sequence[Word], run: list[int], openings: Openings) -> list[int]:
    """Drop words that are capitals only because a sentence, or a name with an article, begins there."""
    while run:
        word = words[run[0]]
        pair = (word.text, words[run[1]].text) if len(run) > 1 else None
        day = word.low in CALENDAR - _GIVEN_NAMES_TOO and len(run) > 1
        if (
            day
            or (len(run) > 2 and _is_epithet(word))
            or word.low in DETERMINERS
            or (word.opens and word.low in FUNCTION_WORDS and pair not in openings.inside)
        ):
            run = run[1:]
        elif word.opens and len(run) > 2 and _is_verb_or_small(word, openings) and pair not in openings.inside:
            run = run[1:] if word.low not in ROLES else run
            break
        else:
            break
    return run


def _is_epithet(word: Word) -> bool:
    """Whether a word is a compound like "Prize-winning" or "Father-of-two", whose end is in small letters."""
    head, _, tail = word.text.rpartition("-")
    return bool(head) and tail.islower()


def _is_verb_or_small(word: Word, openings: Openings) -> bool:
    return word.low in openings.small or word.low.endswith("ing")


def _last_title(words: Sequence[Word], run: list[int], openings: Openings) -> int | None:
    """Place in the run of the last word of the titles in front of a name."""
    for place in range(len(run) - 2, -1, -1):
        low = words[run[place]].low
        behind = [words[n].low for n in run[place + 1 :]]
        people = not any(each in _NOT_PEOPLE | PARTISANS | DEMONYMS or each[:-1] in ROLES for each in behind)
        if low in PARTISANS and place + 2 < len(run) and people:
            return place  # "Ranking Democrat Ada Quill"
        if low in _RANKS_TOO and "." not in words[run[place + 1]].gap and not openings.small & _FORCES:
            continue
        if (
            low not in TITLES
            and low.removesuffix("s") not in TITLES
            and not (low in ROLES and (place == 0 or words[run[place - 1]].low in _TITLE_CONTEXT))
        ):
            continue
        if low in _NAME_LIKE and not _leads(words, run, place):
            continue
        if words[run[place + 1]].low in SUFFIXES:
            continue
        return place
    return None


def _leads(words: Sequence[Word], run: list[int], place: int) -> bool:
    """Whether a title that is a name too is one: behind nothing but titles, before "of" ("Palace Chief of Staff"), or
    before a given name and more ("Supreme Court Justice Ada Quill")."""
    behind = [words[n] for n in run[place + 1 :]]
    given = 1 < len(behind) and (bool(gender_of(behind[0].low)) or len(behind[0].text.rstrip(".")) == 1)
    return given or behind[0].low == "of" or all(words[n].low in _TITLE_CONTEXT for n in run[:place])


def _after_portfolio(words: Sequence[Word], rest: list[int]) -> list[int]:
    """The name after "of State", "for Education", "of the Treasury"; nothing where the office may go on."""
    if words[rest[0]].low not in ("of", "for", "to"):
        return rest
    place = 0
    while place < len(rest) and words[rest[place]].low in _PORTFOLIO_CONTEXT:
        place += 1
    if words[rest[place - 1]].low in _SMALL or len(rest) - place < 2:
        return []
    return rest[place:]


def _named(words: Sequence[Word], run: list[int], title: int | None, openings: Openings) -> Iterator[Piece]:
    """Names of a run that has lost its titles: bodies in front are cut off, then places and peoples."""
    cut = _body_length(words, run)
    if 0 < cut < len(run) - 1 and title is None:
        yield Piece(run[0], run[cut - 1], None, True)
        yield from _named(words, run[cut:], None, openings)
        return
    known = _known_opening(words, run, openings)
    if known:
        yield Piece(run[0], run[known - 1], None, True)
        yield from _named(words, run[known:], None, openings)
        return
    if cut and title is None:
        yield Piece(run[0], run[-1], title, True)
        return
    rest = _without_origin(words, run)
    body = len(rest) > _LONGEST_NAME or any(_shouted(words[n]) for n in rest)
    yield Piece(rest[0], rest[-1], title, body)


def _body_length(words: Sequence[Word], run: list[int]) -> int:
    """How many words of the run end with its last word for a body or thing; with "of" the words after it too."""
    for place in range(len(run) - 1, -1, -1):
        if words[run[place]].low in _NOT_PEOPLE and (place or len(run) > 1):
            linked = place + 1 < len(run) and not words[run[place + 1]].capital
            if linked and words[run[place + 1]].low in ("of", "for"):
                return len(run)
            return place + 1
    return 0


def _known_opening(words: Sequence[Word], run: list[int], openings: Openings) -> int:
    """How many words at the start of a long run are a name of their own, by their use elsewhere in the article."""
    for place in range(len(run) - 3):
        pair = (words[run[place]].text, words[run[place + 1]].text)
        follow = openings.after.get(pair, set()) - {words[run[place + 2]].text}
        if follow and len(run) - place - 2 >= 2 and words[run[place]].capital:
            return place + 2
    return 0


def _without_origin(words: Sequence[Word], run: list[int]) -> list[int]:
    """Drop places, peoples, parties and acronyms in front of a name of two words or more."""
    while len(run) > 2:
        word = words[run[0]]
        if word.low in PLACE_OPENERS and len(run) > 3:
            run = run[2:]
        elif word.low in PLACES | DEMONYMS | MODIFIERS or _shouted(word):
            run = run[1:]
        else:
            break
    return run


def _shouted(word: Word) -> bool:
    """Whether a word is an acronym: CNN, but not J., JD, Jr., and no given name in capitals that begins a lead."""
    letters = word.text.replace(".", "")
    if word.opens and gender_of(word.low):
        return False
    return len(letters) > 2 and letters.isupper() and "." not in word.text and word.low not in SUFFIXES
