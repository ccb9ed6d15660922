"""The cast of an article: its people and bodies, and every place where one of them stands.

Whether a name is a person's is put to a vote of the words around all its occurrences. A person is kept apart from any
other whose full name differs; a short form is tied to one only in `references`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.speakers.evidence import (
    ONLY_TITLES,
    SURNAMES,
    is_acronym,
    is_kin,
    is_person,
    is_shown,
    may_be_bare,
    only_opened,
    only_tails,
    personal,
    without_epithets,
    words_of,
)
from app.speakers.given_names import gender_of
from app.speakers.lexicon import (
    BODY_WORDS,
    FEMININE_NOUNS,
    FEMININE_TITLES,
    HONORIFICS,
    MASCULINE_NOUNS,
    MASCULINE_TITLES,
    PLACE_OPENERS,
    SUFFIXES,
    THING_WORDS,
    TITLES,
)
from app.speakers.names import key, name_of, nearly, same_person, short_forms
from app.speakers.people import HINTED, TOLD, Body, Person, Role
from app.speakers.roles import head_of, plain, printed_role, role_after, role_before, role_told, role_words
from app.speakers.runs import Piece, find_pieces
from app.speakers.values import Span
from app.speakers.words import Reading

# Spellings are compared with so many people at most, so that a text of nothing but names stays linear.
_MOST_COMPARED = 400
# Said of women too in US news: a hint and no proof.
_SAID_OF_BOTH = frozenset({"spokesman", "congressman", "councilman", "ombudsman"})


@dataclass(slots=True)
class Cast:
    """People by number, the pieces that are theirs, and bodies by every form they are called by."""

    reading: Reading
    pieces: dict[int, Piece]
    mid_capitals: frozenset[str]
    small: frozenset[str]
    people: list[Person] = field(default_factory=list)
    full: dict[int, int] = field(default_factory=dict)
    short: dict[int, Piece] = field(default_factory=dict)
    by_short: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_given: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_role: dict[str, list[tuple[int, Role]]] = field(default_factory=lambda: defaultdict(list))
    bodies: dict[str, Body] = field(default_factory=dict)


def assemble(reading: Reading, sources: Sequence[Span]) -> Cast:
    """Find the people and bodies of a text. `sources` are looked at even where they stand in a headline.

    A headline introduces nobody whose surname the text below gives otherwise: "Angry Quill" is Quill.
    """
    found, headline = find_pieces(reading, sources)
    pieces = {piece.first: piece for piece in found}
    known = {words_of(reading, piece) for piece in found}
    surnames = {reading.words[piece.last].low for piece in found}
    for piece in headline:
        surname = words_of(reading, piece) not in known and reading.words[piece.last].low in surnames
        piece = replace(piece, first=piece.last, title=None) if surname and not piece.body else piece
        pieces.setdefault(piece.first, piece)
    ordered = [pieces[first] for first in sorted(pieces)]
    cast = Cast(reading, pieces, _mid_capitals(reading), _small(reading))
    _add_people(cast, ordered)
    _add_titled(cast, ordered)
    _add_bare(cast, sources)
    _show_sources(cast, sources)
    _add_bodies(cast, ordered)
    for person in cast.people:
        for role in person.roles:
            if role.head is not None:
                cast.by_role[role.head].append((person.number, role))
    return cast


def _mid_capitals(reading: Reading) -> frozenset[str]:
    """Words seen as capitals where no sentence begins."""
    return frozenset(key(word.text) for word in reading.words if word.capital and not word.opens)


def _small(reading: Reading) -> frozenset[str]:
    """Words seen in small letters."""
    return frozenset(word.low for word in reading.words if not word.capital)


def _add_people(cast: Cast, pieces: Sequence[Piece]) -> None:
    reading = cast.reading
    groups: dict[tuple[str, ...], list[Piece]] = defaultdict(list)
    pieces = without_epithets(reading, pieces)
    cast.pieces.update((piece.first, piece) for piece in pieces)
    for piece in pieces:
        if piece.last > piece.first and not piece.body:
            groups[words_of(reading, piece)].append(piece)
    singles = {reading.words[p.first].text for p in pieces if p.first == p.last}
    tails = only_tails(groups) | only_opened(reading, groups)
    known: dict[str, list[Person]] = defaultdict(list)
    for forms, found in groups.items():
        if forms in tails or not is_person(reading, forms, found, singles):
            continue
        person = _enter(cast, known, forms, found[0])
        person.shown = person.shown or is_shown(reading, forms, found, singles) or bool(gender_of(forms[0]))
        for piece in found:
            cast.full[piece.first] = person.number
            _learn(reading, person, piece)
        form, _ = _print(reading, found[0])
        person.forms.extend([form] * (form not in person.forms))
    opened = only_opened(reading, groups)
    for piece in pieces:
        if piece.first not in cast.full and (not piece.body or piece.first == piece.last):
            first = piece.last if words_of(reading, piece) in opened else piece.first
            cast.short[first] = replace(piece, first=first)
    for person in cast.people:
        for form in short_forms(person.name):
            cast.by_short[form].append(person.number)
        cast.by_given[key(person.name.given)].append(person.number)


def _enter(cast: Cast, known: dict[str, list[Person]], forms: tuple[str, ...], piece: Piece) -> Person:
    name = name_of(forms)
    for person in known[key(name.surname)]:
        if same_person(person.name, name):
            if len(name.words) > len(person.name.words):
                person.name = name
                person.printed, person.evidence = _print(cast.reading, piece)
            return person
    printed, evidence = _print(cast.reading, piece)
    person = Person(len(cast.people), name, printed, evidence, piece.first)
    person.learn(gender_of(name.given), HINTED)
    cast.people.append(person)
    known[key(name.surname)].append(person)
    return person


def _print(reading: Reading, piece: Piece) -> tuple[str, Span]:
    """A name as printed and its span, the dot of "Jr." with it."""
    start, end = reading.words[piece.first].start, reading.words[piece.last].end
    if reading.words[piece.last].low in SUFFIXES and reading.text[end : end + 1] == ".":
        end += 1
    return " ".join(reading.text[start:end].split()), (start, end)


def _learn(reading: Reading, person: Person, piece: Piece) -> None:
    """Take the roles and the told gender that one occurrence of a full name gives."""
    for role in (role_before(reading, piece), role_after(reading, piece), role_told(reading, piece)):
        printed = printed_role(reading, role)
        if printed is None:
            continue
        head = head_of(reading, role)
        if all(known.printed != printed for known in person.roles):
            person.roles.append(Role(printed, head, role_words(reading, role)))
        _tell(person, head or "")
    words = reading.words
    for number in {piece.first, role_before(reading, piece).start or piece.first, piece.title or piece.first}:
        if number and not words[number].opens and words[number].gap.strip(" ,") == "":
            _tell(person, words[number - 1].low)
    if piece.title is not None:
        _tell(person, words[piece.first - 1].low)


def _tell(person: Person, low: str) -> None:
    weight = 1 if low in _SAID_OF_BOTH else TOLD
    person.learn("m" if low in MASCULINE_NOUNS else "f" if low in FEMININE_NOUNS else "", weight)


def _add_titled(cast: Cast, pieces: Sequence[Piece]) -> None:
    """People who only ever appear as "Ms. Quill", "President Quill" or "her brother Ezra"."""
    for piece in pieces:
        kin = piece.title is None and is_kin(cast.reading, piece)
        if (piece.title is None and not kin) or piece.first != piece.last or piece.body:
            continue
        word = cast.reading.words[piece.first]
        honorific = cast.reading.words[piece.first - 1].low in HONORIFICS
        if word.low in TITLES - SURNAMES and not kin and word.low not in cast.by_short:
            continue
        if not honorific and word.low in ONLY_TITLES | BODY_WORDS | THING_WORDS | PLACE_OPENERS:
            continue
        if kin and (cast.by_short.get(key(word.text)) or cast.by_given.get(key(word.text))):
            continue
        bearers = cast.by_short.get(key(word.text), [])
        if any(_may_bear(cast, cast.people[n], piece) for n in bearers):
            continue
        alike = bearers or _nearly(cast, word.text)
        printed, evidence = _print(cast.reading, piece)
        person = Person(len(cast.people), name_of([word.text]), printed, evidence, piece.first, shown=True)
        _learn(cast.reading, person, piece)
        cast.people.append(person)
        cast.by_short[key(word.text)] = [*alike, person.number]


def _add_bare(cast: Cast, sources: Iterable[Span]) -> None:
    """Sources of one capitalised word that nothing introduces, where the words around say it is a person."""
    words = cast.reading.words
    asked = {
        key(words[r.start].text) for r in map(cast.reading.inside, sources) if len(r) == 1 and words[r.start].capital
    }
    asked -= {form for form in asked if cast.by_short.get(form) or cast.by_given.get(form)}
    votes: dict[str, int] = defaultdict(int)
    firsts: dict[str, Piece] = {}
    for first, piece in cast.short.items():
        form = key(words[first].text)
        if piece.first == piece.last and form in asked:
            firsts.setdefault(form, piece)
            votes[form] += personal(cast.reading, first)
    for form, piece in firsts.items():
        if votes[form] > 0 and may_be_bare(words[piece.first]):
            printed, evidence = _print(cast.reading, piece)
            cast.people.append(
                Person(len(cast.people), name_of([words[piece.first].text]), printed, evidence, piece.first, shown=True)
            )
            cast.by_short[form].append(len(cast.people) - 1)


def _show_sources(cast: Cast, sources: Iterable[Span]) -> None:
    """Who is a source by his full name alone is a person."""
    for words in map(cast.reading.inside, sources):
        if words and words.start in cast.full and cast.pieces[words.start].last == words.stop - 1:
            cast.people[cast.full[words.start]].shown = True


def _may_bear(cast: Cast, person: Person, piece: Piece) -> bool:
    """Whether a titled surname can be this person: no other gender, and introduced before or with this title."""
    title = cast.reading.words[piece.first - 1].low
    side = "m" if title in MASCULINE_TITLES else "f" if title in FEMININE_TITLES else ""
    if side and person.gender not in ("", side):
        return False
    return person.first < piece.first or title in HONORIFICS or any(role.head == plain(title) for role in person.roles)


def _nearly(cast: Cast, surname: str) -> list[int]:
    """People whose surname is a slip of the pen away: perhaps meant, never taken for certain."""
    return [person.number for person in cast.people[:_MOST_COMPARED] if nearly(person.name.surname, surname)]


def _add_bodies(cast: Cast, pieces: Sequence[Piece]) -> None:
    """Bodies under their full form and their acronym, which must stand in brackets behind it."""
    words = cast.reading.words
    for piece in pieces:
        if piece.first in cast.full or piece.title is not None:
            continue
        printed, evidence = _print(cast.reading, piece)
        body = Body(printed, evidence)
        if piece.last > piece.first:
            cast.bodies.setdefault(key(printed), body)
            after = piece.last + 1
            if after < len(words) and words[after].gap.strip() == "(" and is_acronym(words[after].text, printed):
                cast.bodies[key(words[after].text)] = cast.bodies[key(printed)]
