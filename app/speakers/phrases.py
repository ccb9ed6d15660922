"""What a source is, as a phrase: a name, a pronoun, a role, an unnamed person, a group, a body or a document.

Only the head of the phrase counts: in "a spokesman for Ada Quill", "Quill's campaign" or "Quill supporters" she is not
the source. A head that is no name never becomes one here.
"""

from dataclasses import dataclass

from app.speakers.cast import Cast
from app.speakers.heads import Sort, in_proper_name, sort_phrase
from app.speakers.lexicon import (
    DEFINITE,
    FEMININE_PRONOUNS,
    FIRST_PERSON,
    HONORIFICS,
    MASCULINE_PRONOUNS,
    PLURAL_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    ROLES,
    THING_PRONOUNS,
    UNNAMED_NOUNS,
)
from app.speakers.references import Reference, References
from app.speakers.subjects import is_verb
from app.speakers.words import Reading, Word


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase: its sort, the words it covers, the words of its head, and the names that are its head."""

    sort: Sort
    words: range
    head: range
    names: tuple[Reference, ...] = ()


_PRONOUNS = {
    **dict.fromkeys(MASCULINE_PRONOUNS, Sort.HE),
    **dict.fromkeys(FEMININE_PRONOUNS, Sort.SHE),
    **dict.fromkeys(FIRST_PERSON, Sort.FIRST),
    **dict.fromkeys(PLURAL_PRONOUNS, Sort.PLURAL),
    **dict.fromkeys(RELATIVES, Sort.RELATIVE),
    **dict.fromkeys(THING_PRONOUNS, Sort.THING),
}
# What begins a time or manner behind a pronoun: "who on Tuesday", "she later".
_WHEN = frozenset(
    ["on", "in", "at", "during", "last", "this", "earlier", "later", "also", "then", "himself", "herself"]
)
_AFTER_NAME = frozenset(["jr", "sr", "ii", "iii", "iv", "qc", "kc", "sc", "mp", "mep", "msp"])


_MARKS = (",", ";", ":", "(", ")", "[", "]", "—", "–", "--", " - ", "“", '"', "''")


def phrase_of(cast: Cast, references: References, words: range) -> Phrase:
    """Read the words of a source."""
    reading = cast.reading
    words = _whole(reading, references, _trimmed(reading, words))
    if not words:
        return Phrase(Sort.UNKNOWN, words, words)
    alone = len(words) == 1 or reading.words[words.start + 1].low in _WHEN
    if alone and (sort := _pronoun(reading.words[words.start])):
        return Phrase(sort, range(words.start, words.start + 1), range(words.start, words.start + 1))
    parts = _parts(reading, words)
    names = _head_names(reading, references, words, parts)
    if names:
        sort = Sort.SEVERAL if len(names) > 1 else Sort.NAME
        return Phrase(sort, words, range(names[0].first, names[-1].last + 1), names)
    sort, head = sort_phrase(cast, parts[0])
    if sort is Sort.BODY and head.stop < parts[0].stop and reading.words[head.stop].low in ("and", "or"):
        return Phrase(Sort.GROUP, words, head)
    phrase = Phrase(sort, words, head)
    together = phrase.sort is Sort.BODY and references.between(phrase.head.start, phrase.head.stop)
    owned = together and all(item.possessive or item.last + 1 in phrase.head for item in together)
    return Phrase(Sort.GROUP, words, phrase.head) if together and not owned else phrase


def _pronoun(word: Word) -> Sort | None:
    """The sort of a pronoun; WHO, IT and US in capitals are bodies."""
    return None if len(word.text) > 1 and word.text.isupper() else _PRONOUNS.get(word.low)


def _trimmed(reading: Reading, words: range) -> range:
    """Without "by" or "according to" in front."""
    start = words.start
    while start < words.stop and reading.words[start].low in ("by", "according", "to", "from", "and", "but"):
        start += 1
    return range(start, words.stop)


def _whole(reading: Reading, references: References, words: range) -> range:
    """A source that was cut amid a name or behind its party, "Quill" or "(D-Vt.)", with the name; of several
    sentences the last."""
    if not words:
        return words
    begun = max((n for n in words if n > words.start and reading.words[n].opens), default=words.start)
    words = range(begun, words.stop)
    before = references.between(max(0, words.start - 4), words.start)
    if before and before[-1].full and words.start <= before[-1].last:
        return range(before[-1].first, words.stop)
    tag = reading.words[words.start].text
    party = len(tag) > 3 and tag[1] == "-" and tag[2].isupper() and "(" in reading.words[words.start].gap
    if party and before and before[-1].last == words.start - 1:
        return range(_begin(before[-1]), words.stop)
    return words


def _parts(reading: Reading, words: range) -> list[range]:
    """The stretches between commas, brackets and dashes; ", Jr." goes with what it follows."""
    parts = []
    start = words.start
    for number in words:
        gap = reading.words[number].gap
        cut = number > words.start and any(mark in gap for mark in _MARKS)
        if cut and reading.words[number].low not in _AFTER_NAME:
            parts.append(range(start, number))
            start = number
    parts.append(range(start, words.stop))
    return parts


def _head_names(reading: Reading, references: References, words: range, parts: list[range]) -> tuple[Reference, ...]:
    """The name the phrase opens with, or ends its first part with, or has as an apposition."""
    first = parts[0]
    found = _leading(reading, references, first)
    if found:
        return found
    together = references.between(first.start, first.stop)
    if len(together) > 1 and _coordinated(reading, together, first):
        return together
    last = _closing(reading, references, first)
    if last is not None:
        return (last,)
    if _has_preposition_name(reading, references, first) and reading.words[first.start].low not in DEFINITE:
        return ()
    for part in parts[1:3]:
        names = references.between(part.start, part.stop)
        if len(names) == 1 and _fills(reading, names[0], part):
            return names
    return ()


def _coordinated(reading: Reading, names: tuple[Reference, ...], part: range) -> bool:
    """Whether a part runs from one name over "and" to another: "Quill and husband Ezra"."""
    outer = _begin(names[0]) == part.start and names[-1].last + 1 == part.stop
    between = range(names[0].last + 1, names[-1].first)
    joined = any(reading.words[n].low in ("and", "or") for n in between)
    return outer and joined and not names[0].possessive


def _has_preposition_name(reading: Reading, references: References, part: range) -> bool:
    names = references.between(part.start, part.stop)
    return any(
        not name.possessive and reading.words[_begin(name) - 1].low in PREPOSITIONS for name in names if _begin(name)
    )


def _begin(name: Reference) -> int:
    return name.first if name.title is None else name.title


def _leading(reading: Reading, references: References, part: range) -> tuple[Reference, ...]:
    names = references.between(part.start, part.stop)
    if not names or (names[0].possessive and names[0].last + 1 < part.stop) or _begin(names[0]) > part.start:
        return ()
    after = names[0].last + 1
    if after >= part.stop or reading.words[after].low in PREPOSITIONS | RELATIVES | _AFTER_NAME | {
        "whose",
        "himself",
        "herself",
        "also",
    }:
        return names[:1]
    if names[0].title is not None and is_verb(reading.words[after]):
        return names[:1]  # a source cut too long: "Ms. Quill shook"
    if reading.words[after].low in ("and", "or"):
        if len(names) > 1 and not names[1].possessive and _begin(names[1]) == after + 1:
            return names
        rest = reading.words[after + 1].low if after + 1 < part.stop else ""
        return () if rest else names[:1]
    return ()


def _closing(reading: Reading, references: References, part: range) -> Reference | None:
    """The name at the end of a part, unless a preposition ties it to something in front: "an ally of Ada Quill"."""
    names = references.between(part.start, part.stop)
    if not names or names[-1].last + 1 != part.stop:
        return None
    name = names[-1]
    number = _begin(name)
    before = reading.words[number - 1] if number > part.start else None
    if before is None:
        return name
    if before.low in PREPOSITIONS or before.low in ("and", "or", "than"):
        return None
    if name.title is not None and reading.words[name.first - 1].low in HONORIFICS:
        return name
    return None if _inner(reading.words, part, number, titled=name.title is not None) else name


def _inner(words: tuple[Word, ...], part: range, number: int, *, titled: bool) -> bool:
    """Whether the words that run up to a name hang on a preposition: "an aide to Mayor Quill" """
    place = number - 1
    while place >= part.start and (words[place].low not in PREPOSITIONS or in_proper_name(words, place, part)):
        place -= 1
    if place < part.start:
        return False
    near = words[number - 1]
    if not titled and near.low not in ROLES and not near.capital and not near.possessive:
        return False  # "master of ceremonies Ada Quill"
    role = near.low in ROLES and not near.possessive
    opener = words[part.start].low
    if titled or role:
        return opener in ("a", "an", "one", "some", "many", "his", "her", "their") or not _role_before(
            words, part.start, place
        )
    return opener in ("a", "an", "one", "some", "many") or not _role_before(words, part.start, place)


def _role_before(words: tuple[Word, ...], start: int, place: int) -> bool:
    """Whether an office in the singular stands right in front of the preposition: "Director of ..."."""
    return any(words[n].low in ROLES and not words[n].possessive for n in range(start, place)) and not any(
        words[n].low in UNNAMED_NOUNS or words[n].low in ("ally", "friend", "supporter", "rival")
        for n in range(start, place)
    )


def _fills(reading: Reading, name: Reference, part: range) -> bool:
    """Whether a part is this name with nothing but titles and what follows it: "Vermont Sen. Ada Quill"."""
    if name.possessive:
        return False
    before = range(part.start, _begin(name))
    if any(reading.words[n].low in PREPOSITIONS | RELATIVES or reading.words[n].possessive for n in before):
        return False
    after = range(name.last + 1, part.stop)
    return not after or reading.words[after.start].low in PREPOSITIONS | RELATIVES | _AFTER_NAME
