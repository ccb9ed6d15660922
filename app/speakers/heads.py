"""The head noun of a source that is no person's name, and what sort of speaker it makes.

"A spokesman", "officials" and "the poll" never become somebody with a name, whoever stands near.
"""

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
    GENERATIONS,
    HONORIFICS,
    MODIFIERS,
    PARTISANS,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    ROLES,
    TITLES,
    UNNAMED_NOUNS,
)
from app.speakers.names import key
from app.speakers.words import Reading, Word

_HEADS = DOCUMENT_NOUNS | BODY_NOUNS | COLLECTIVE_NOUNS | UNNAMED_NOUNS


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


def sort_phrase(cast: Cast, part: range) -> tuple[Sort, range]:
    """Sort a phrase that is no person's name by its head noun, and give the words up to that noun."""
    reading = cast.reading
    core = _until_link(reading, part)
    while len(core) > 1 and reading.words[core.stop - 1].low in CALENDAR:
        core = range(core.start, core.stop - 1)
    head = reading.words[core.stop - 1]
    opener = reading.words[core.start]
    if (
        head.capital
        and head.low.endswith("s")
        and (cast.by_short.get(head.low[:-1]) or cast.by_short.get(head.low[:-2]))
    ):
        return Sort.GROUP, core  # "the Quills"
    if opener.low in HONORIFICS:
        return Sort.ROLE, core  # "Ms Quill", of whom there are two or none
    if _is_office(cast, core):
        return Sort.BODY, core
    alone = len(core) == 1 and head.opens and key(head.text) not in cast.mid_capitals
    if (
        alone
        and {head.low, head.low.removesuffix("s")} & cast.small
        and head.low not in ROLES | BODY_NOUNS | DOCUMENT_NOUNS
    ):
        return Sort.UNNAMED if head.low in UNNAMED_NOUNS else Sort.GROUP, core
    return _sort(reading, core, head, opener), core


def _is_office(cast: Cast, core: range) -> bool:
    """Whether "the auditor general", whom nobody is said to be, or "the auditors" stand for the office; and whether
    "the trust" is a body."""
    words = cast.reading.words
    last, before = words[core.stop - 1].low, words[core.stop - 2].low if len(core) > 1 else ""
    if last == "general" and before in ("auditor", "comptroller"):
        return not cast.by_role.get("general")
    return len(core) == 2 and words[core.start].low in DEFINITE and last in ("auditors", "trust", "association")


def _until_link(reading: Reading, part: range) -> range:
    """The part up to its first preposition, "who" or "that": the words of which the last is the head."""
    for number in part:
        word = reading.words[number]
        linking = word.low in PREPOSITIONS or word.low in RELATIVES or word.low in ("and", "whose", "familiar", "close")
        before = reading.words[number - 1].low
        linking = linking or (before in _HEADS and not word.capital and word.low.endswith(("ed", "ing")))
        if word.low == "and" and number == part.start + 1 and not _joins_nouns(reading, number):
            continue
        if linking and number > part.start and not in_proper_name(reading.words, number, part):
            return range(part.start, number)
    return part


def _joins_nouns(reading: Reading, number: int) -> bool:
    """Whether "and" at this word follows a name or a noun, and not an adjective as in "Liberal and young"."""
    before, after = reading.words[number - 1], reading.words[min(number + 1, len(reading.words) - 1)]
    return after.capital or before.low in _HEADS or before.low.endswith("s")


def in_proper_name(words: tuple[Word, ...], number: int, part: range) -> bool:
    """Whether "of" links capitals on both sides, as in "Church of ..."; after a small word it does not."""
    if (
        number == part.start
        or words[number].low not in ("of", "for", "on", "and", "in")
        or not words[number - 1].capital
    ):
        return False
    if words[number - 1].low in TITLES or words[number - 1].possessive:
        return False
    if words[number].low == "and" and number + 1 < part.stop and words[number + 1].low == "the":
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
    if low in DOCUMENT_NOUNS and not (proper and low in BODY_WORDS and len(core) > 1):
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
    if head.capital and low.endswith("s") and len(core) > 1 and opener.low in MODIFIERS:
        return Sort.GROUP  # "Senior Greens"
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
