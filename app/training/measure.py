"""How many of the attributions that people marked are found, and how many finds are right.

A find matches a marked attribution, one to one and best first, where the sets of words of their contents overlap by
half or more of their union. Marked attributions with "speech": false are no speech: a find that matches one is neither
right nor wrong.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

WORD = re.compile(r"\w+")
LEAST_OVERLAP = 0.5
KINDS = ("all", "direct", "mixed", "indirect")

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is measured of a find."""

    content: Sequence[Sequence[int]]
    source: Sequence[Sequence[int]]


@dataclass(slots=True)
class Quality:
    """Counts over marked attributions of one kind; ``found`` is counted for all kinds together only."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    exact: int = 0
    source: int = 0

    @property
    def precision(self) -> float:
        return self.matched / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.matched / max(1, self.gold)

    @property
    def f1(self) -> float:
        return 2 * self.matched / max(1, self.found + self.gold)

    @property
    def exact_f1(self) -> float:
        return 2 * self.exact / max(1, self.found + self.gold)


@dataclass(slots=True)
class Measured:
    """Quality by kind."""

    quality: dict[str, Quality] = field(default_factory=lambda: {kind: Quality() for kind in KINDS})

    def add(self, article: dict[str, Any], found: Sequence[Spoken]) -> list[bool | None]:
        """Count one article. Gives for each find whether it is right; None where it is neither right nor wrong."""
        text, gold = article["text"], article["attributions"]
        gold_words = [words(text, one["content"]) for one in gold]
        found_words = [words(text, one.content) for one in found]
        pairs = matches(gold_words, found_words)
        by_found = {j: i for i, j in pairs}
        right = [_right(gold, by_found.get(j)) for j in range(len(found))]
        self.quality["all"].found += sum(one is not None for one in right)
        by_gold = dict(pairs)
        for i, one in enumerate(gold):
            if one.get("speech", True):
                self._count(text, one, gold_words[i], found, found_words, by_gold.get(i))
        return right

    def _count(
        self,
        text: str,
        one: dict[str, Any],
        gold_words: Words,
        found: Sequence[Spoken],
        found_words: Sequence[Words],
        match: int | None,
    ) -> None:
        for kind in ("all", one["kind"]):
            quality = self.quality[kind]
            quality.gold += 1
            if match is None:
                continue
            quality.matched += 1
            quality.exact += gold_words == found_words[match]
            named, read = words(text, one["source"]), words(text, found[match].source)
            quality.source += bool(named & read) or not (named or read)


def _right(gold: Sequence[dict[str, Any]], match: int | None) -> bool | None:
    if match is None:
        return False
    return True if gold[match].get("speech", True) else None


def words(text: str, spans: Sequence[Sequence[int]]) -> Words:
    """Where the words that ``spans`` cover begin."""
    return frozenset(start + found.start() for start, end in spans for found in WORD.finditer(text[start:end]))


def matches(gold: Sequence[Words], found: Sequence[Words]) -> list[tuple[int, int]]:
    """Pairs of indices, one to one, greatest overlap first."""
    overlaps = sorted(
        (
            (len(a & b) / len(a | b), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(found)
            if a & b and LEAST_OVERLAP <= len(a & b) / len(a | b)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in overlaps:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())
