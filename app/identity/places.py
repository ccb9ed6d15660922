"""Which places a text names, by the spellings it is given: strictly where that shows whose office is meant, loosely
where it speaks against one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.identity.folding import listed
from app.identity.names import TYPOGRAPHY

WORD = re.compile(r"[^\W_]+(?:[.'-][^\W_]+)*")
# "New Sarne" and "South Sarne" are other places than Sarne.
OTHER_PLACE = listed("new north south east west northern southern eastern western central upper lower greater")


@dataclass(frozen=True, slots=True)
class TextWord:
    """A word of a text: `low` in small letters and without "'s"; `gap` is what is between it and the word before."""

    low: str
    gap: str
    capital: bool


@lru_cache(maxsize=8)
def text_words(text: str) -> tuple[TextWord, ...]:
    """The words of a text in order."""
    found, end = [], 0
    for match in WORD.finditer(text.translate(TYPOGRAPHY)):
        word = match.group()
        low = word.casefold().removesuffix("'s").replace(".", "")
        found.append(TextWord(low, text[end : match.start()], word[0].isupper() or not word[0].islower()))
        end = match.end()
    return tuple(found)


def spelling(place: str) -> tuple[str, ...]:
    """A place's name as words of a text."""
    return tuple(word.low for word in text_words(place) if word.low != "the")


def named_at(words: tuple[TextWord, ...], spellings: Iterable[tuple[str, ...]]) -> list[range]:
    """Where a text names a place by one of its spellings, with a capital; in order, and once for
    each spelling that fits."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for each in spellings:
        if each:
            by_first.setdefault(each[0], []).append(each)
    found = []
    for number, word in enumerate(words):
        for each in by_first.get(word.low, ()) if word.capital else ():
            if tuple(one.low for one in words[number : number + len(each)]) == each:
                found.append(range(number, number + len(each)))
    return found


def named_itself(
    words: tuple[TextWord, ...], spellings: Iterable[tuple[str, ...]], title: frozenset[str]
) -> list[range]:
    """Where a text names the place itself, not "New Sarne" or "the Sarne Ledger"; `title` are words that may follow
    with a capital ("Sarne Governor")."""
    return [at for at in named_at(words, spellings) if _is_itself(words, at, title)]


def words_at(words: tuple[TextWord, ...], at: range) -> tuple[str, ...]:
    """The spelling that stands there."""
    return tuple(word.low for word in words[at.start : at.stop])


def opening(words: tuple[TextWord, ...]) -> int:
    """How many words the headline and the first paragraph have."""
    breaks = [number for number, word in enumerate(words) if number and "\n" in word.gap]
    return breaks[1] if 1 < len(breaks) else len(words)


def _is_itself(words: tuple[TextWord, ...], at: range, title: frozenset[str]) -> bool:
    if 0 < at.start and words[at.start].gap == " " and words[at.start - 1].low in OTHER_PLACE:
        return False
    if at.stop == len(words):
        return True
    behind = words[at.stop]
    return behind.gap.strip(" ") != "" or not behind.capital or behind.low in title
