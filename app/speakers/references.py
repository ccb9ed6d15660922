"""Every place where a person is named, in order, and the gender that the words around these places show.

A short form that two people share goes to one only on evidence: a title that fits one of them, or one being the
article's main bearer of the name while the other is not near. Otherwise it stays with both.
"""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from app.speakers.cast import Cast
from app.speakers.lexicon import (
    FEMININE_NOUNS,
    FEMININE_PRONOUNS,
    FEMININE_TITLES,
    GENERATIONS,
    KIN,
    MASCULINE_NOUNS,
    MASCULINE_PRONOUNS,
    MASCULINE_TITLES,
    PLACE_OR_NAME,
    PLACES,
)
from app.speakers.names import key
from app.speakers.people import TOLD
from app.speakers.roles import plain
from app.speakers.runs import Piece

# The main bearer of a shared surname has been named this many times as often as any other so far.
_MAIN = 3
_NEAR_PARAGRAPHS = 1
_SOON = 6
# How many words behind a name a subject pronoun, or any other, still speaks of it.
_PRONOUN_WITHIN = 7
_POSSESSIVE_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Reference:
    """A naming of a person at words first..last. `people` holds one number, or several where it stays open."""

    first: int
    last: int
    people: tuple[int, ...]
    full: bool
    possessive: bool
    quoted: bool
    title: int | None
    sure: bool = True

    @property
    def person(self) -> int | None:
        """The one person named, if it is one for certain."""
        return self.people[0] if len(self.people) == 1 and self.sure else None


@dataclass(frozen=True, slots=True)
class References:
    """All references in order of their words."""

    items: tuple[Reference, ...]
    firsts: tuple[int, ...]

    def between(self, first: int, stop: int) -> tuple[Reference, ...]:
        """References that begin at words first..stop-1."""
        return self.items[bisect_left(self.firsts, first) : bisect_left(self.firsts, stop)]


def find_references(cast: Cast) -> References:
    """Tie every name of the text to the people it can mean, and learn genders on the way."""
    bearing = _Bearing({}, defaultdict(int), _late_bearers(cast))
    items: list[Reference] = []
    for first in sorted({*cast.full, *cast.short}):
        item = _reference(cast, first, bearing)
        if item is None:
            continue
        items.append(item)
        if item.person is not None:
            bearing.counts[item.person] += 1
            if item.full or item.title is not None:
                bearing.near[item.person] = cast.reading.words[first].paragraph
    found = References(tuple(items), tuple(item.first for item in items))
    _learn_genders(cast, found)
    return found


@dataclass(frozen=True, slots=True)
class _Bearing:
    """What has been read of each person so far: the paragraph of the last clear naming, and all namings."""

    near: dict[int, int]
    counts: dict[int, int]
    late: frozenset[int]


def _late_bearers(cast: Cast) -> frozenset[int]:
    """People whose surname is in use long before they are named in full: it may be a better known bearer's.

    An article on one famous Quill may name in full only the other, in passing.
    """
    words = cast.reading.words
    late = set()
    for first, piece in cast.short.items():
        for number in bearers(cast, piece):
            introduced = words[cast.people[number].first].paragraph
            if _SOON < introduced - words[first].paragraph:
                late.add(number)
    return frozenset(late)


def _reference(cast: Cast, first: int, bearing: _Bearing) -> Reference | None:
    word = cast.reading.words[first]
    if first in cast.full:
        number = cast.full[first]
        piece = cast.pieces[first]
        last = piece.last
        return Reference(first, last, (number,), True, cast.reading.words[last].possessive, word.quoted, piece.title)
    piece = cast.short[first]
    people = bearers(cast, piece)
    if not people:
        return None
    title = cast.reading.words[piece.first - 1].low if piece.title is not None else None
    begin = piece.first if piece.title is None else piece.title
    if begin and cast.reading.words[begin - 1].low in GENERATIONS:
        return None
    people = by_title(cast, people, title, first)
    if not people:
        return None
    if len(people) > 1:
        people = nearest_bearer(cast, people, first, bearing)
    possessive = cast.reading.words[piece.last].possessive
    sure = not bearing.late.intersection(people)
    return Reference(first, piece.last, tuple(people), False, possessive, word.quoted, piece.title, sure)


def bearers(cast: Cast, piece: Piece) -> list[int]:
    """Who can be called by a short form: those whose family name it is; else those whose given name."""
    form = key(" ".join(cast.reading.words[n].text for n in range(piece.first, piece.last + 1)))
    people = cast.by_short.get(form) or (cast.by_given.get(form) if piece.title is None else None) or []
    if people and form in PLACES | PLACE_OR_NAME and used_as_place(cast, piece):
        return []
    return list(dict.fromkeys(people))


def used_as_place(cast: Cast, piece: Piece) -> bool:
    """Whether a name that is also a place's stands where only a place would: "in Paris"."""
    before = cast.reading.words[piece.first - 1].low if piece.first else ""
    return piece.title is None and before in ("in", "at", "near", "from", "outside", "across")


def by_title(cast: Cast, people: list[int], title: str | None, first: int) -> list[int]:
    """Leave those whom a title fits: the one with this office; by gender, if "Mr" or "Mrs"."""
    if title is None:
        return people
    side = "m" if title in MASCULINE_TITLES else "f" if title in FEMININE_TITLES else ""
    if not side:
        holders = [n for n in people if any(role.head == plain(title) for role in cast.people[n].roles)]
        return holders if len(holders) == 1 else people
    return people if _are_spellings(cast, people) else _by_gender(cast, people, side, first)


def _by_gender(cast: Cast, people: list[int], side: str, first: int) -> list[int]:
    """Leave those of a gender. The first "Mrs Quill" after only one Quill was named tells who she is."""
    fitting = [n for n in people if cast.people[n].gender in ("", side)]
    if len(fitting) > 1:
        known = [n for n in fitting if cast.people[n].gender == side]
        named = [n for n in fitting if cast.people[n].first < first]
        fitting = known if len(known) == 1 else named if len(named) == 1 else fitting
    if len(fitting) == 1:
        cast.people[fitting[0]].learn(side, TOLD)
    return fitting


def _are_spellings(cast: Cast, people: list[int]) -> bool:
    """Whether these are not bearers of one surname, but of one and of its nearly equal."""
    return len({key(cast.people[n].name.surname) for n in people}) > 1 and not cast.people[people[-1]].name.given


def nearest_bearer(cast: Cast, people: list[int], first: int, bearing: _Bearing) -> list[int]:
    """The one bearer named so far, or the main one where no other has been named near; else all of them."""
    if _are_spellings(cast, people):
        return people  # a slip of the pen or somebody else: resemblance alone names nobody
    people = [n for n in people if cast.people[n].first < first] or _soon_named(cast, people, first)
    main, *others = sorted(people, key=lambda n: -bearing.counts[n])
    if not others:
        return people
    if bearing.counts[main] < _MAIN * max(1, *(bearing.counts[n] for n in others)):
        return people
    paragraph = cast.reading.words[first].paragraph
    near = any(n in bearing.near and paragraph - bearing.near[n] <= _NEAR_PARAGRAPHS for n in others)
    return people if near else [main]


def _soon_named(cast: Cast, people: list[int], first: int) -> list[int]:
    """Of people none of whom has been introduced yet, the one the next paragraphs introduce: for headlines."""
    words = cast.reading.words
    soon = [n for n in people if words[cast.people[n].first].paragraph - words[first].paragraph <= _SOON]
    return soon if len(soon) == 1 else people


def _learn_genders(cast: Cast, references: References) -> None:
    """A pronoun right behind the only person of its clause: "Quill said she ...", "Quill, in her ..."."""
    words = cast.reading.words
    before = -1
    for place, item in enumerate(references.items):
        if item.first and not item.full and words[item.first].gap.strip(" ,") == "":
            _tell_kin(cast, item)
        follower = references.items[place + 1].first if place + 1 < len(references.items) else len(words)
        alone = before < cast.reading.sentence(words[item.first].sentence).start
        before = item.first
        if item.person is None or item.quoted or item.possessive or not alone:
            continue
        side = _pronoun_behind(cast, item, follower)
        if side:
            cast.people[item.person].learn(side, 1)


def _tell_kin(cast: Cast, item: Reference) -> None:
    """ "His daughter Ada" tells what "Ada" alone does not."""
    low = cast.reading.words[item.first - 1].low
    if item.person is not None and low in KIN:
        side = "m" if low in MASCULINE_NOUNS else "f" if low in FEMININE_NOUNS else ""
        cast.people[item.person].learn(side, TOLD)


def _pronoun_behind(cast: Cast, item: Reference, follower: int) -> str:
    """The gender of the first pronoun close behind a name; "her career" further off may be another's."""
    words = cast.reading.words
    stop = min(follower, cast.reading.sentence(words[item.first].sentence).stop, item.last + _PRONOUN_WITHIN)
    for number in range(item.last + 1, stop):
        low = words[number].low
        subject = low in ("he", "she")
        near = number <= item.last + _POSSESSIVE_WITHIN
        if not words[number].quoted and (subject or near) and low in MASCULINE_PRONOUNS | FEMININE_PRONOUNS:
            return "m" if low in MASCULINE_PRONOUNS else "f"
    return ""
