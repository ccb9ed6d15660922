"""What a source is, as a phrase: a name, a pronoun, a role, an unnamed person, a group, a body or a document.

Only the head of the phrase counts: in "a spokesman for Ada Quill", "Quill's campaign" or "Quill supporters" she is not
the source. A head that is no name never becomes one here.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.speakers.cast import Cast
from app.speakers.lexicon import (
    BODY_NOUNS,
    BODY_WORDS,
    CALENDAR,
    COLLECTIVE_NOUNS,
    DEFINITE,
    DEMONYMS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FEMININE_PRONOUNS,
    FIRST_PERSON,
    GENERATIONS,
    HONORIFICS,
    MASCULINE_PRONOUNS,
    MODIFIERS,
    PLURAL_PRONOUNS,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    PARTISANS,
    ROLES,
    THING_PRONOUNS,
    TITLES,
    UNNAMED_NOUNS,
)
from app.speakers.names import key
from app.speakers.references import Reference, References
from app.speakers.words import Reading, Word


class Sort(StrEnum):
    """What kind of phrase names the source."""

    NAME = "name"
    SEVERAL = "several"
    BODY = "body"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"
    ROLE = "role"
    HE = "he"
    SHE = "she"
    FIRST = "first"
    PLURAL = "plural"
    RELATIVE = "relative"
    THING = "thing"
    UNKNOWN = "unknown"


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
_HEADS = DOCUMENT_NOUNS | BODY_NOUNS | COLLECTIVE_NOUNS | UNNAMED_NOUNS
_AFTER_NAME = frozenset("jr sr ii iii iv qc kc sc mp mep msp".split())


_MARKS = (",", ";", ":", "(", ")", "[", "]", "—", "–", "--", " - ", "“", '"', "''")


def phrase_of(cast: Cast, references: References, words: range) -> Phrase:
    """Read the words of a source."""
    reading = cast.reading
    words = _trimmed(reading, words)
    if not words:
        return Phrase(Sort.UNKNOWN, words, words)
    if len(words) == 1 and (sort := _pronoun(reading.words[words.start])):
        return Phrase(sort, words, words)
    parts = _parts(reading, words)
    names = _head_names(reading, references, words, parts)
    if names:
        sort = Sort.SEVERAL if len(names) > 1 else Sort.NAME
        return Phrase(sort, words, range(names[0].first, names[-1].last + 1), names)
    phrase = _noun_phrase(cast, words, parts[0])
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


def _head_names(
    reading: Reading, references: References, words: range, parts: list[range]
) -> tuple[Reference, ...]:
    """The name the phrase opens with, or ends its first part with, or has as an apposition."""
    first = parts[0]
    found = _leading(reading, references, first)
    if found:
        return found
    last = _closing(reading, references, first)
    if last is not None:
        return (last,)
    if _has_preposition_name(reading, references, first) and not reading.words[first.start].low in DEFINITE:
        return ()
    for part in parts[1:3]:
        names = references.between(part.start, part.stop)
        if len(names) == 1 and _fills(reading, names[0], part):
            return names
    return ()


def _has_preposition_name(reading: Reading, references: References, part: range) -> bool:
    names = references.between(part.start, part.stop)
    return any(not name.possessive and reading.words[_begin(name) - 1].low in PREPOSITIONS for name in names if _begin(name))


def _begin(name: Reference) -> int:
    return name.first if name.title is None else name.title


def _leading(reading: Reading, references: References, part: range) -> tuple[Reference, ...]:
    names = references.between(part.start, part.stop)
    if not names or names[0].possessive and names[0].last + 1 < part.stop or _begin(names[0]) > part.start:
        return ()
    after = names[0].last + 1
    if after >= part.stop or reading.words[after].low in PREPOSITIONS | RELATIVES | _AFTER_NAME | {"whose", "himself", "herself", "also"}:
        return names[:1]
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
    while place >= part.start and (words[place].low not in PREPOSITIONS or _in_proper_name(words, place, part)):
        place -= 1
    if place < part.start:
        return False
    near = words[number - 1]
    role = near.low in ROLES and not near.possessive
    opener = words[part.start].low
    if titled or role:
        return opener in ("a", "an", "one", "some", "many", "his", "her", "their") or not _role_before(words, part.start, place)
    return opener in ("a", "an", "one", "some", "many") or not _role_before(words, part.start, place)


def _role_before(words: tuple[Word, ...], start: int, place: int) -> bool:
    """Whether an office in the singular stands right in front of the preposition: "Director of ...". """
    return any(words[n].low in ROLES and not words[n].possessive for n in range(start, place)) and not any(
        words[n].low in UNNAMED_NOUNS or words[n].low in ("ally", "friend", "supporter", "rival") for n in range(start, place)
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


def _noun_phrase(cast: Cast, words: range, part: range) -> Phrase:
    """Sort a phrase that is no person's name by its head noun."""
    reading = cast.reading
    core = _until_link(reading, part)
    while len(core) > 1 and reading.words[core.stop - 1].low in CALENDAR:
        core = range(core.start, core.stop - 1)
    head = reading.words[core.stop - 1]
    opener = reading.words[core.start]
    alone = len(core) == 1 and head.opens and key(head.text) not in cast.mid_capitals
    if alone and {head.low, head.low.removesuffix("s")} & cast.small and head.low not in ROLES | BODY_NOUNS | DOCUMENT_NOUNS:
        return Phrase(Sort.UNNAMED if head.low in UNNAMED_NOUNS else Sort.GROUP, words, core)
    return Phrase(_sort(reading, core, head, opener), words, core)


def _until_link(reading: Reading, part: range) -> range:
    """The part up to its first preposition, "who" or "that": the words of which the last is the head."""
    for number in part:
        word = reading.words[number]
        linking = word.low in PREPOSITIONS or word.low in RELATIVES or word.low in ("and", "whose", "familiar", "close")
        before = reading.words[number - 1].low
        linking = linking or (before in _HEADS and not word.capital and word.low.endswith(("ed", "ing")))
        if word.low == "and" and number == part.start + 1 and not _joins_nouns(reading, number):
            continue
        if linking and number > part.start and not _in_proper_name(reading.words, number, part):
            return range(part.start, number)
    return part


def _joins_nouns(reading: Reading, number: int) -> bool:
    """Whether "and" at this word follows a name or a noun, and not an adjective as in "Liberal and young"."""
    before, after = reading.words[number - 1], reading.words[min(number + 1, len(reading.words) - 1)]
    return after.capital or before.low in _HEADS or before.low.endswith("s")


def _in_proper_name(words: tuple[Word, ...], number: int, part: range) -> bool:
    """Whether "of" links capitals on both sides, as in "Church of ..."; after a small word it does not."""
    if number == part.start or words[number].low not in ("of", "for", "on", "and", "in") or not words[number - 1].capital:
        return False
    if words[number - 1].low in TITLES or words[number - 1].possessive:
        return False
    after = number + 1 if number + 1 < part.stop and words[number + 1].low != "the" else number + 2
    return after < part.stop and words[after].capital and words[number - 1].low in BODY_WORDS | BODY_NOUNS


def _sort(reading: Reading, core: range, head: Word, opener: Word) -> Sort:
    low = head.low
    proper = all(reading.words[n].capital or reading.words[n].low in ("of", "the", "for", "and", "on") for n in core)
    if any(reading.words[n].low in GENERATIONS for n in core):
        return Sort.ROLE
    links = [n for n in core if reading.words[n].low in ("of", "for") and reading.words[n - 1].low in BODY_WORDS]
    if proper and len(core) > 2 and links:
        return Sort.BODY
    if low in DOCUMENT_NOUNS and not (proper and low in BODY_WORDS):
        return Sort.DOCUMENT
    if low in COLLECTIVE_NOUNS and not (proper and len(core) > 2):
        return Sort.GROUP
    if low in BODY_NOUNS:
        return Sort.BODY
    if low in UNNAMED_NOUNS and opener.low not in DEFINITE:
        return Sort.UNNAMED
    if low in ROLES or (low in PARTISANS and opener.low in DETERMINERS):
        return _role_sort(core, head, opener)
    if low in UNNAMED_NOUNS:
        return Sort.UNNAMED
    if opener.low == "one" and len(core) > 1:
        return Sort.UNNAMED
    if low.rstrip("s") in ROLES or low in QUANTIFIERS or opener.low in QUANTIFIERS:
        return Sort.GROUP
    if head.capital:
        return Sort.GROUP if low in DEMONYMS or low.rstrip("s") in DEMONYMS else Sort.BODY
    return Sort.UNNAMED


def _role_sort(core: range, head: Word, opener: Word) -> Sort:
    """A role with "the" or bare is someone's; with "a" it is no one we know."""
    if opener.low in DEFINITE or opener.possessive or (head.capital and len(core) > 1 and opener.capital):
        return Sort.ROLE
    if opener.low in DETERMINERS | QUANTIFIERS:
        return Sort.UNNAMED
    return Sort.ROLE if opener.low in MODIFIERS | DEMONYMS or len(core) == 1 else Sort.UNNAMED
