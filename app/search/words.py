"""What a person types into the search box, as a query that the words index takes.

`word`, `"exact phrase"`, `-word`, `a OR b` (which binds nearer than the space). Decision: every token is quoted, so
that nothing typed is syntax for the index: a raw search box raises on 17 of 27 ordinary strings in FTS5.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TERMS_READ = 32
LONGEST = 1000

CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))')
READABLE = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Words:
    """A read query: all of the `groups` must be found, of each group any term; none of `without`. `exact`: places of
    the groups with a term in quotation marks, which a hit by meaning must hold too."""

    groups: tuple[tuple[str, ...], ...]
    without: tuple[str, ...]
    exact: tuple[int, ...] = ()

    @property
    def wanted(self) -> str:
        """The terms asked for, as running text: what a search by meaning goes by."""
        return " ".join(term for group in self.groups for term in group)

    @property
    def match(self) -> str | None:
        """The query for FTS5; None where it asks for no word."""
        if not self.groups:
            return None
        found = " AND ".join(filter(None, map(any_of, self.groups)))
        return f"({found}) NOT {self.unwanted}" if self.without else found

    @property
    def required(self) -> str | None:
        """The query for what must stand in a hit word for word; None where nothing was put in quotation marks."""
        return " AND ".join(filter(None, (any_of(self.groups[place]) for place in self.exact))) or None

    @property
    def unwanted(self) -> str | None:
        """The query for what must not be found; None where nothing is ruled out."""
        return any_of(self.without)


def any_of(terms: Iterable[str]) -> str | None:
    """The query for any of the terms; None where there are none."""
    listed = " OR ".join(map(quoted, terms))
    return f"({listed})" if listed else None


def quoted(term: str) -> str:
    """A term as FTS5 takes it literally: in quotation marks, those inside doubled."""
    return '"' + term.replace('"', '""').replace("\0", " ") + '"'


def read_words(typed: str) -> Words:
    """Read what was typed. Nothing is an error: marks left open close at the end, and what has no letter or figure is
    left out. At most 1,000 characters and 32 terms are read."""
    groups: list[list[str]] = []
    without: list[str] = []
    exact: set[int] = set()
    joins = False
    for found in list(TERM.finditer(typed[:LONGEST].translate(CURLY)))[:TERMS_READ]:
        if found["word"] == "OR" and not found["minus"]:
            joins = bool(groups)
            continue
        term = (found["phrase"] if found["phrase"] is not None else found["word"]).strip()
        if not READABLE.search(term):
            continue
        if found["minus"]:
            without.append(term)
        elif joins:
            groups[-1].append(term)
        else:
            groups.append([term])
        if found["phrase"] is not None and not found["minus"]:
            exact.add(len(groups) - 1)
        joins = False
    return Words(tuple(map(tuple, groups)), tuple(without), tuple(sorted(exact)))


COMMON = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be been but by for from had has have he her his if in is it its not of on or our she that "
        "the their they this to was we were will with would you",
    )
)


def telling(matched: Iterable[str], asked: str) -> tuple[str, ...]:
    """The matched words worth marking: without those that stand in every other sentence, unless nothing else was
    asked for."""
    only_common = set(asked.casefold().split()) <= COMMON
    return tuple(word for word in matched if only_common or word not in COMMON)


def marked(text: str, words: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    """The text in stretches, each with whether it is one of the words (compared without case). Joined, they are the
    text."""
    if not words:
        return ((text, False),)
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    parts = re.split(rf"(?<!\w)({pattern})(?!\w)", text, flags=re.IGNORECASE)
    return tuple((part, place % 2 == 1) for place, part in enumerate(parts) if part)
