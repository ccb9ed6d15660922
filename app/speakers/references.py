"""Every place where a person is named, in order, and the gender that the words around these places show.

A short form that two people share goes to one only on evidence: a title that fits one of them, or one being the
article's main bearer of the name while the other is not near. Otherwise it stays with both.
"""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from app.speakers.cast import Cast, Person
from app.speakers.lexicon import (
    FEMININE_PRONOUNS,
    FEMININE_TITLES,
    MASCULINE_PRONOUNS,
    MASCULINE_TITLES,
    PLACE_OR_NAME,
    PLACES,
)
from app.speakers.names import key
from app.speakers.runs import Piece

# In a shared surname, the main bearer must have this many times the full-name mentions of any other.
_MAIN = 3
_NEAR_PARAGRAPHS = 1


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

    @property
    def person(self) -> int | None:
        """The one person named, if it is one."""
        return self.people[0] if len(self.people) == 1 else None


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
    near: dict[int, int] = {}
    counts = _full_counts(cast)
    items: list[Reference] = []
    for first in sorted({*cast.full, *cast.short}):
        item = _reference(cast, first, near, counts)
        if item is None:
            continue
        items.append(item)
        if item.person is not None and (item.full or item.title is not None):
            near[item.person] = cast.reading.words[first].paragraph
    found = References(tuple(items), tuple(item.first for item in items))
    _learn_genders(cast, found)
    return found


def _full_counts(cast: Cast) -> dict[int, int]:
    counts: dict[int, int] = defaultdict(int)
    for number in cast.full.values():
        counts[number] += 1
    return counts


def _reference(cast: Cast, first: int, near: dict[int, int], counts: dict[int, int]) -> Reference | None:
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
    people = by_title(cast, people, title, first)
    if len(people) > 1:
        people = nearest_bearer(cast, people, word.paragraph, near, counts)
    possessive = cast.reading.words[piece.last].possessive
    return Reference(first, piece.last, tuple(people), False, possessive, word.quoted, piece.title)


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
    """Leave those whom a title fits. The first "Mrs Quill" after only one Quill was named tells who she is."""
    if title is None or title not in MASCULINE_TITLES | FEMININE_TITLES:
        return people
    side = "m" if title in MASCULINE_TITLES else "f"
    fitting = [n for n in people if cast.people[n].gender in ("", side)]
    if len(fitting) > 1:
        known = [n for n in fitting if cast.people[n].gender == side]
        named = [n for n in fitting if cast.people[n].first < first]
        fitting = known if len(known) == 1 else named if len(named) == 1 else fitting
    if len(fitting) == 1:
        _mark(cast.people[fitting[0]], side, 8)
    return fitting


def _mark(person: Person, side: str, weight: int) -> None:
    if side == "m":
        person.masculine += weight
    else:
        person.feminine += weight


def nearest_bearer(
    cast: Cast, people: list[int], paragraph: int, near: dict[int, int], counts: dict[int, int]
) -> list[int]:
    """The main bearer of a shared name where no other has been named near; else all of them."""
    ranked = sorted(people, key=lambda n: (-counts.get(n, 0), cast.people[n].first))
    main, others = ranked[0], ranked[1:]
    most = max(counts.get(n, 0) for n in others)
    first_named = all(cast.people[main].first < cast.people[n].first for n in others)
    is_main = counts.get(main, 0) >= _MAIN * max(1, most) or (first_named and counts.get(main, 0) > most)
    disturbed = any(n in near and paragraph - near[n] <= _NEAR_PARAGRAPHS for n in others)
    return [main] if is_main and main in near and not disturbed else people


def _learn_genders(cast: Cast, references: References) -> None:
    """A pronoun right behind the only person of its clause: "Quill said she ...", "Quill and her ..."."""
    words = cast.reading.words
    for place, item in enumerate(references.items):
        if item.person is None or item.quoted or item.possessive:
            continue
        follower = references.items[place + 1].first if place + 1 < len(references.items) else len(words)
        sentence = cast.reading.sentence(words[item.first].sentence)
        if place and references.items[place - 1].first >= sentence.start:
            continue
        for number in range(item.last + 1, min(follower, sentence.stop, item.last + 12)):
            low = words[number].low
            if words[number].quoted:
                continue
            if low in MASCULINE_PRONOUNS or low in FEMININE_PRONOUNS:
                _mark(cast.people[item.person], "m" if low in MASCULINE_PRONOUNS else "f", 1)
                break

