"""Which found claim is which gold one: by the words of their contents, one to one, best first.

A span stands for the words it covers, so a comma or a quotation mark more or less costs nothing. Two contents are one
where they share at least half of their words (Jaccard), the rule by which the annotators of PolNeAR were compared.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.evaluation.found import FoundClaim
from app.evaluation.gold import GoldArticle, GoldClaim
from app.extraction import Spans

WORD = re.compile(r"\w+")
LEAST_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold claim and the claim found for it. `overlap` is the Jaccard index of their words, 0.5 to 1."""

    gold: GoldClaim
    found: FoundClaim
    overlap: float


@dataclass(frozen=True, slots=True)
class Judged:
    """An article with what was found in it. What was found in the headline alone is left out: headlines are not
    marked. `second_hand` are the claims told inside others; they are not among those `found`, for the gold marks such
    ones here and there only, and they never count."""

    article: GoldArticle
    found: tuple[FoundClaim, ...]
    pairs: tuple[Pair, ...]
    second_hand: tuple[FoundClaim, ...]

    def missed(self) -> list[GoldClaim]:
        """The gold claims that nothing was found for."""
        matched = {pair.gold.number for pair in self.pairs}
        return [claim for claim in self.article.claims if claim.number not in matched]

    def surplus(self) -> list[FoundClaim]:
        """The found claims that are no gold one."""
        matched = {id(pair.found) for pair in self.pairs}
        return [claim for claim in self.found if id(claim) not in matched]

    def told(self) -> list[tuple[GoldClaim, FoundClaim]]:
        """The missed gold claims that are told inside others, each with what was found for it there."""
        missed = self.missed()
        matched = _matched(self.article, missed, self.second_hand)
        return [(missed[i], self.second_hand[j]) for i, j, _ in matched]


def judge(article: GoldArticle, found: Iterable[FoundClaim]) -> Judged:
    """Pair what was found in an article with its gold."""
    in_body = tuple(claim for claim in found if article.body_start < claim.content[-1][1])
    first_hand = tuple(claim for claim in in_body if not claim.is_second_hand)
    matched = _matched(article, article.claims, first_hand)
    pairs = tuple(Pair(article.claims[i], first_hand[j], overlap) for i, j, overlap in matched)
    return Judged(article, first_hand, pairs, tuple(claim for claim in in_body if claim.is_second_hand))


def words(text: str, spans: Spans) -> frozenset[int]:
    """The places in the text at which the words under these spans begin."""
    return frozenset(word.start() for start, end in spans for word in WORD.finditer(text, start, end))


def _matched(
    article: GoldArticle, golden: Sequence[GoldClaim], finds: Sequence[FoundClaim]
) -> list[tuple[int, int, float]]:
    """Places of a gold and a found claim with the overlap of their words."""
    marked = [words(article.text, claim.content) for claim in golden]
    return matches(marked, [words(article.text, claim.content) for claim in finds])


def matches(golden: Sequence[frozenset[int]], finds: Sequence[frozenset[int]]) -> list[tuple[int, int, float]]:
    """Places of a gold and a found set with their overlap, greatest first, each place at most once."""
    possible = sorted(
        (-overlap, i, j)
        for i, one in enumerate(golden)
        for j, other in enumerate(finds)
        if LEAST_OVERLAP <= (overlap := jaccard(one, other))
    )
    taken_golden: set[int] = set()
    taken_finds: set[int] = set()
    matched = []
    for minus, i, j in possible:
        if i not in taken_golden and j not in taken_finds:
            taken_golden.add(i)
            taken_finds.add(j)
            matched.append((i, j, -minus))
    return matched


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of all words of the two that both have; nothing at all overlaps with nothing."""
    union = one | other
    return len(one & other) / len(union) if union else 0.0
