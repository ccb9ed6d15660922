"""The probability that two claims assert the same, from what the slots leave open; and the thresholds that rest on it.

Decision: a logistic of seven figures, fitted by `python -m benchmarks.matching DATA_DIR --fit` on 5,042 public sentence
pairs in which no slot differs on both sides. It is asked only about such pairs; where a slot does differ, a constant
stands in its place. The weights stand here, so that a decision can be followed by hand.
"""

from math import exp

from app.matching.comparison import Comparison, Slot

INTERCEPT = -7.94
WEIGHTS = {
    "cosine": 3.64,
    "of_shorter": 3.17,
    "of_longer": 2.77,
    "replaced": -0.58,
    "leftover": 3.77,
    "one_sided": -0.19,
    "run": -1.86,
}
"""More words left over speak for the same at equal cosine: a claim turned round differs in one word, a paraphrase in
many."""

IDENTICAL = 0.98
"""Pairs of the same words (59 of 60 in the negation pairs were, but for their label, the same sentence twice)."""
DIFFERENT_SLOT = 0.05
OPPOSED = 0.02

SAME = 0.7
"""Called the same in other words from here: 0.03 % of the negation pairs, 6 % of the same pairs of MSRP, 2.7 % of its
different ones."""
JOIN = 0.9
"""Joined without an editor from here on another day or by another speaker: only where no word of sense differs, since
not even from 0.8 are more than 7 in 10 such pairs the same."""
PROPOSE = 0.4
"""Proposed to an editor as said again from here; below, only as related."""
RELATED_COSINE = 0.7
"""Claims on one topic are stored as related from here, or the archive fills with them."""

OCCASION_COSINE, OCCASION_SHARED, OCCASION = 0.6, 0.5, 0.94
"""Claims of one speaker within three days without any conflict, with this cosine and share of words: of 113 such pairs
of politifact_2b train .95 are the same by its gold, of all pairs of one speaker within three days .79."""
OCCASION_JOIN = 0.7
TELLING = 0.93
"""One speaker, one telling figure and nothing that differs, on two days: see `repeats.TELLING_COSINE`."""


def features(comparison: Comparison, cosine: float) -> dict[str, float]:
    """The seven figures of the logistic, all between 0 and 3."""
    wording = comparison.wording
    differences = comparison.differences
    left_over = sum(symbol.weight for block in wording.blocks for symbol in (*block.left, *block.right))
    shorter = max(1, min(len(comparison.new.symbols), len(comparison.earlier.symbols)))
    return {
        "cosine": cosine,
        "of_shorter": wording.of_shorter,
        "of_longer": wording.of_longer,
        "replaced": float(min(3, sum(d.both and d.slot is Slot.WORDING for d in differences))),
        "leftover": min(10.0, left_over) / 10,
        "one_sided": float(min(3, sum(not d.both and d.slot is not Slot.WORDING for d in differences))),
        "run": wording.run / shorter,
    }


def probability(comparison: Comparison, cosine: float) -> float:
    """How likely both assert the same, where no slot differs on both sides."""
    values = features(comparison, cosine)
    total = INTERCEPT + sum(WEIGHTS[name] * value for name, value in values.items())
    return 1 / (1 + exp(-total))
