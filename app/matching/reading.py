"""A claim read once: its words, and the slots found in them.

Decision: each slot takes the places of its words out of the wording, so that no difference is told twice and two ways
of writing one figure or date are no difference of wording. Readings are kept, since a claim is compared many times.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.matching.figures import Figure, read_figures
from app.matching.periods import Period, read_periods
from app.matching.polarity import Negation, read_negations
from app.matching.scope import Extent, read_extents
from app.matching.words import Word, read_words

FIGURE, PERIOD = "#", "@"
"""What stands in the wording for a figure and for a period."""
CONVERTED = re.compile(
    r"""\((?:(?:about|around|roughly|some|nearly|or|almost)\s)?(?:US|A|C|NZ|HK)?[$£€¥]\s?[\d.,]+
    \s?(?:k|m|mn|b|bn|tn|thousand|million|billion|trillion)?\)""",
    re.VERBOSE,
)
"""Money told again in another currency by the outlet: "14 million crowns (about $3 million)". One of them is read."""
LONGEST = 20000
"""Code points of a claim that are read: the longest quotation that the doors accept. The rest is left out."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One place of the wording: what is compared, the word it stands for; `weight` 0 for function words and slots."""

    key: str
    word: Word
    at: int
    weight: float
    name: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What one claim says, slot by slot.

    `stems` are those of all its words, `content` those that carry sense, `weight` how many words do.
    """

    text: str
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    periods: tuple[Period, ...]
    extents: tuple[Extent, ...]
    negations: tuple[Negation, ...]
    symbols: tuple[Symbol, ...]
    stems: frozenset[str]
    content: frozenset[str]
    weight: float

    @property
    def substance(self) -> float:
        """How much there is to compare: content words, figures and periods."""
        return self.weight + len(self.figures) + len(self.periods)


@lru_cache(maxsize=32768)
def read(text: str, said_on: date | None = None) -> Reading:
    """Read ``text`` as said on ``said_on``. Never raises; of a text without words the slots are empty."""
    text = text[:LONGEST]
    words = read_words(CONVERTED.sub(lambda found: " " * len(found.group()), text))
    periods = read_periods(words, said_on)
    dated = frozenset(at for period in periods for at in range(period.first, period.last + 1))
    figures = read_figures(words, text, dated)
    counted = dated | {at for figure in figures for at in range(figure.first, figure.last + 1)}
    negations = read_negations(words, counted)
    extents = read_extents(words, counted | _places(negations))
    symbols = _symbols(words, figures, periods, extents, negations)
    stems = frozenset(word.stem for word in words)
    content = frozenset(symbol.key for symbol in symbols if symbol.weight)
    weight = sum(symbol.weight for symbol in symbols)
    return Reading(text, words, figures, periods, extents, negations, symbols, stems, content, weight)


def _places(negations: tuple[Negation, ...]) -> set[int]:
    return {at for negation in negations for at in range(negation.at, negation.last + 1)}


def _symbols(
    words: tuple[Word, ...],
    figures: tuple[Figure, ...],
    periods: tuple[Period, ...],
    extents: tuple[Extent, ...],
    negations: tuple[Negation, ...],
) -> tuple[Symbol, ...]:
    starts = {figure.first: (FIGURE, figure.last) for figure in figures}
    starts |= {period.first: (PERIOD, period.last) for period in periods}
    silent = {at for extent in extents for at in range(extent.first, extent.last + 1)}
    silent |= _places(negations)
    symbols: list[Symbol] = []
    at = 0
    while at < len(words):
        word = words[at]
        if at in starts:
            key, last = starts[at]
            symbols.append(Symbol(key, word, at, 0.0, False))
            at = last
        else:
            weight = 1.0 if word.content and at not in silent else 0.0
            symbols.append(Symbol(word.stem, word, at, weight, word.capital and weight > 0))
        at += 1
    return tuple(symbols)
