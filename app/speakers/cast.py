"""The cast of an article: its people and bodies, and every place where one of them stands.

Whether a name is a person's is put to a vote of the words around all its occurrences. A person is kept apart from any
other whose full name differs; a short form is tied to one only in `references`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.speakers.lexicon import (
    BODY_NOUNS,
    BODY_WORDS,
    CALENDAR,
    DEMONYMS,
    FEMININE_NOUNS,
    FUNCTION_WORDS,
    HONORIFICS,
    KIN,
    MASCULINE_NOUNS,
    MODIFIERS,
    PLACE_OPENERS,
    PLACES,
    PORTFOLIOS,
    ROLES,
    SUFFIXES,
    THING_WORDS,
    TITLES,
    UNNAMED_NOUNS,
)
from app.speakers.names import Name, key, name_of, nearly, same_person, short_forms
from app.speakers.roles import head_of, printed_role, role_after, role_before, role_words
from app.speakers.runs import Piece, find_pieces
from app.speakers.values import Span
from app.speakers.words import Reading

# What a title, a kin word or a role says about gender outweighs what pronouns near the name suggest.
TOLD = 8
# Spellings are compared with so many people at most, so that a text of nothing but names stays linear.
_MOST_COMPARED = 400
_NOT_A_SURNAME = BODY_WORDS | THING_WORDS | CALENDAR
_ONLY_TITLES = TITLES | ROLES | MODIFIERS | DEMONYMS | PORTFOLIOS | FUNCTION_WORDS | PLACES


@dataclass(frozen=True, slots=True)
class Role:
    """A role as printed, with the noun it turns on and the words that tell it from others."""

    printed: str
    head: str | None
    words: frozenset[str]


@dataclass(slots=True)
class Person:
    """Someone the article names. `name` is the fullest form met so far, `evidence` where it stands."""

    number: int
    name: Name
    printed: str
    evidence: Span
    first: int
    roles: list[Role] = field(default_factory=list)
    masculine: int = 0
    feminine: int = 0

    def learn(self, side: str, weight: int) -> None:
        """Count evidence for "m" or "f"; nothing for an empty side."""
        self.masculine += weight * (side == "m")
        self.feminine += weight * (side == "f")

    @property
    def gender(self) -> str:
        """ "m", "f" or empty: known from two pronouns or a title on, if the other side has a third of it at most."""
        for side, own, other in (("m", self.masculine, self.feminine), ("f", self.feminine, self.masculine)):
            if own >= 2 and other * 3 <= own:
                return side
        return ""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, as printed without its article."""

    printed: str
    evidence: Span


@dataclass(slots=True)
class Cast:
    """People by number, the pieces that are theirs, and bodies by every form they are called by."""

    reading: Reading
    people: list[Person]
    pieces: dict[int, Piece]
    full: dict[int, int]
    short: dict[int, Piece]
    by_short: dict[str, list[int]]
    by_given: dict[str, list[int]]
    bodies: dict[str, Body]
    mid_capitals: frozenset[str]
    small: frozenset[str]

    def with_role(self, head: str) -> list[tuple[int, Role]]:
        """People introduced with a role that turns on this noun."""
        return [(p.number, role) for p in self.people for role in p.roles if role.head == head]


def assemble(reading: Reading, sources: Sequence[Span]) -> Cast:
    """Find the people and bodies of a text. `sources` are looked at even where they stand in a headline.

    A headline introduces nobody whose surname the text below gives otherwise: "Angry Quill" is Quill.
    """
    found, headline = find_pieces(reading, sources)
    pieces = {piece.first: piece for piece in found}
    known = {_forms(reading, piece) for piece in found}
    surnames = {reading.words[piece.last].low for piece in found}
    for piece in headline:
        surname = _forms(reading, piece) not in known and reading.words[piece.last].low in surnames
        piece = replace(piece, first=piece.last, title=None) if surname and not piece.body else piece
        pieces.setdefault(piece.first, piece)
    ordered = [pieces[first] for first in sorted(pieces)]
    cast = Cast(reading, [], pieces, {}, {}, defaultdict(list), defaultdict(list), {}, _mid_capitals(reading), _small(reading))
    _add_people(cast, ordered)
    _add_titled(cast, ordered)
    _add_bare(cast, sources)
    _add_bodies(cast, ordered)
    return cast


def _mid_capitals(reading: Reading) -> frozenset[str]:
    """Words seen as capitals where no sentence begins."""
    return frozenset(key(word.text) for word in reading.words if word.capital and not word.opens)


def _small(reading: Reading) -> frozenset[str]:
    """Words seen in small letters."""
    return frozenset(word.low for word in reading.words if not word.capital)


def _forms(reading: Reading, piece: Piece) -> tuple[str, ...]:
    return tuple(reading.words[n].text for n in range(piece.first, piece.last + 1))


def _add_people(cast: Cast, pieces: Sequence[Piece]) -> None:
    reading = cast.reading
    groups: dict[tuple[str, ...], list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.last > piece.first and not piece.body:
            groups[_forms(reading, piece)].append(piece)
    singles = {reading.words[p.first].text for p in pieces if p.first == p.last}
    tails = _tails(groups) | _opened(reading, groups)
    known: dict[str, list[Person]] = defaultdict(list)
    for forms, found in groups.items():
        if forms in tails or not _is_person(reading, forms, found, singles):
            continue
        person = _enter(cast, known, forms, found[0])
        for piece in found:
            cast.full[piece.first] = person.number
            _learn(reading, person, piece)
    opened = _opened(reading, groups)
    for piece in pieces:
        if piece.first not in cast.full and not piece.body:
            first = piece.last if _forms(reading, piece) in opened else piece.first
            cast.short[first] = replace(piece, first=first)
    for person in cast.people:
        for form in short_forms(person.name):
            cast.by_short[form].append(person.number)
        cast.by_given[key(person.name.given)].append(person.number)


def _tails(groups: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Names that are the end of a longer one, particles and middle names: "Lamont Hill" of "Marc Lamont Hill"."""
    names = set(groups)
    return {name[start:] for name in names for start in range(1, len(name) - 1) if name[start:] in names}


def _opened(reading: Reading, groups: Mapping[tuple[str, ...], Sequence[Piece]]) -> set[tuple[str, ...]]:
    """Surnames with a word in front that is a capital only as it opens a sentence: "Suddenly Quill"."""
    surnames = {forms[-1] for forms, found in groups.items() if not all(_opens(reading, piece) for piece in found)}
    return {
        forms
        for forms, found in groups.items()
        if len(forms) == 2 and forms[1] in surnames and all(_opens(reading, piece) for piece in found)
        and (forms[0].endswith("ly") or "-" in forms[0] or forms[0].lower().removesuffix("s") in _ONLY_TITLES)
    }


def _opens(reading: Reading, piece: Piece) -> bool:
    return piece.title is None and reading.words[piece.first].opens


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
    cast.people.append(person)
    known[key(name.surname)].append(person)
    return person


def _print(reading: Reading, piece: Piece) -> tuple[str, Span]:
    """A name as printed and its span, the dot of "Jr." with it."""
    start, end = reading.words[piece.first].start, reading.words[piece.last].end
    if reading.words[piece.last].low in SUFFIXES and reading.text[end : end + 1] == ".":
        end += 1
    return " ".join(reading.text[start:end].split()), (start, end)


def _is_person(reading: Reading, forms: tuple[str, ...], found: Sequence[Piece], singles: set[str]) -> bool:
    lows = [form.lower().rstrip(".") for form in forms]
    titled = any(piece.title is not None for piece in found)
    if lows[-1] in _NOT_A_SURNAME and not titled:
        return False
    if lows[-1] in TITLES and lows[0] in _ONLY_TITLES or all(low in _ONLY_TITLES for low in lows):
        return False
    if len(lows) == 2 and (lows[0] in PLACE_OPENERS or lows[0] in DEMONYMS or lows[1] in PLACES | DEMONYMS) and not titled:
        return False
    if lows[-1] == "i" or any(low in FUNCTION_WORDS and len(low) > 1 for low in lows[1:]) or len(lows) == 2 and lows[1] in SUFFIXES:
        return False
    votes = sum(_vote(reading, piece) for piece in found[:40])
    return votes + (forms[-1] in singles) >= 0


def _vote(reading: Reading, piece: Piece) -> int:
    """What the words around a name say: above 0 for a person, below for a body or thing."""
    words = reading.words
    votes = 0
    before = words[piece.first - 1] if piece.first and not words[piece.first].opens else None
    after = words[piece.last + 1] if piece.last + 1 < len(words) else None
    if piece.title is not None:
        votes += 4
    elif before is not None and words[piece.first].close:
        votes += 3 * (before.low in ROLES and not before.possessive) - 3 * (before.low == "the")
    if after is not None and not after.opens:
        if after.gap.strip() == ",":
            votes += 2 * (after.low in ("who", "whose")) - 2 * (after.low == "which")
        elif after.gap.lstrip().startswith(",") and any(mark.isdigit() for mark in after.gap):
            votes += 2
        elif after.close and not words[piece.last].possessive:
            votes -= 2 * (after.low in BODY_NOUNS or after.low in ROLES or after.low.rstrip("s") in ROLES)
    return votes + 2 * bool(role_after(reading, piece))


def _learn(reading: Reading, person: Person, piece: Piece) -> None:
    """Take the roles and the told gender that one occurrence of a full name gives."""
    for role in (role_before(reading, piece), role_after(reading, piece)):
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
    person.learn("m" if low in MASCULINE_NOUNS else "f" if low in FEMININE_NOUNS else "", TOLD)


def _add_titled(cast: Cast, pieces: Sequence[Piece]) -> None:
    """People who only ever appear as "Ms. Quill", "President Quill" or "her brother Ezra"."""
    for piece in pieces:
        kin = piece.title is None and _is_kin(cast.reading, piece)
        if (piece.title is None and not kin) or piece.first != piece.last or piece.body:
            continue
        word = cast.reading.words[piece.first]
        honorific = cast.reading.words[piece.first - 1].low in HONORIFICS
        if not honorific and word.low in _ONLY_TITLES | BODY_WORDS | THING_WORDS | PLACE_OPENERS:
            continue
        if cast.by_short.get(key(word.text)) or (kin and cast.by_given.get(key(word.text))):
            continue
        alike = _nearly(cast, word.text)
        printed, evidence = _print(cast.reading, piece)
        person = Person(len(cast.people), name_of([word.text]), printed, evidence, piece.first)
        _learn(cast.reading, person, piece)
        cast.people.append(person)
        cast.by_short[key(word.text)] = [*alike, person.number]


def _add_bare(cast: Cast, sources: Iterable[Span]) -> None:
    """Sources of one capitalised word that nothing introduces, where the words around say it is a person."""
    words = cast.reading.words
    asked = {key(words[r.start].text) for r in map(cast.reading.inside, sources) if len(r) == 1 and words[r.start].capital}
    asked -= {form for form in asked if cast.by_short.get(form) or cast.by_given.get(form)}
    votes: dict[str, int] = defaultdict(int)
    firsts: dict[str, Piece] = {}
    for first, piece in cast.short.items():
        form = key(words[first].text)
        if piece.first == piece.last and form in asked:
            firsts.setdefault(form, piece)
            votes[form] += _personal(cast.reading, first)
    for form, piece in firsts.items():
        if votes[form] > 0 and words[piece.first].low not in _ONLY_TITLES | _NOT_A_SURNAME:
            printed, evidence = _print(cast.reading, piece)
            cast.people.append(Person(len(cast.people), name_of([words[piece.first].text]), printed, evidence, piece.first))
            cast.by_short[form].append(len(cast.people) - 1)


def _personal(reading: Reading, number: int) -> int:
    """What stands around a single name: above 0 for a person ("said she"), below for a body ("its", "the")."""
    words = reading.words
    votes = -2 if number and not words[number].opens and words[number - 1].low in ("the", "at", "via") else 0
    if number + 1 < len(words) and words[number + 1].gap.startswith(",") and any(c.isdigit() for c in words[number + 1].gap):
        votes += 2  # ", 42,"
    for ahead in range(number + 1, min(number + 7, reading.sentence(words[number].sentence).stop)):
        word = words[ahead]
        if word.capital or word.quoted:
            break
        if word.low in ("he", "she", "who", "himself", "herself", "his", "her"):
            return votes + 1
        if word.low in ("its", "it", "itself", "which") or (ahead == number + 1 and word.low in UNNAMED_NOUNS):
            return votes - 1
    return votes


def _is_kin(reading: Reading, piece: Piece) -> bool:
    """Whether a single name is introduced by kinship: "her brother Ezra", "Quill's wife, Ada,"."""
    word = reading.words[piece.first]
    if not piece.first or word.opens or word.gap.strip(" ,"):
        return False
    return reading.words[piece.first - 1].low in KIN


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
            if after < len(words) and words[after].gap.strip() == "(" and _is_acronym(words[after].text, printed):
                cast.bodies[key(words[after].text)] = cast.bodies[key(printed)]


def _is_acronym(short: str, full: str) -> bool:
    """Whether the capitals of `short` are first letters of words of `full`, in order."""
    letters = [c for c in short if c.isupper()]
    if len(letters) < 2 or len(letters) * 3 < len(short) * 2:
        return False
    firsts = iter(c.upper() for c in (word[0] for word in full.replace("-", " ").split()))
    return all(any(first == letter for first in firsts) for letter in letters)
