"""A claim that is, word for word of sense, one whole sentence of another: what outlets make of a long quotation.

Decision: sentences only, never a part of one. Within a sentence whatever is left out may turn it round ("they say
that", "if"); a sentence that a speaker said stands by itself, unless he goes on to call it false.
"""

import re
from dataclasses import replace
from functools import lru_cache

from app.matching.comparison import Comparison, compare
from app.matching.reading import read
from app.matching.values import Comparable

BREAK = re.compile(
    r"""(?<=[.!?…])["'’”»]*\s+(?=["'‘“«]*[A-Z0-9À-Þ]) | (?<=[,.!?…])["'’”»]+\s+(?=["'‘“«]) """, re.VERBOSE
)
"""The end of a sentence; and of a quotation before the next, where a source stood between two."""
ABBREVIATED = re.compile(
    r"(?<!\w)(?:[A-Z]|\w+\.\w+|Mrs?|Ms|Drs?|St|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|Hon|Jr|Sr|vs|No)\.$"
)
"""A point that ends a word, not a sentence: a title, an initial, U.S."""
LEAST_WORDS = 3
MOST_SENTENCES = 30


def is_excerpt(new: Comparable, earlier: Comparable) -> bool:
    """Whether one of two claims is a sentence of the other, and nothing in the rest of that takes it back."""
    shorter, longer = sorted((new, earlier), key=lambda claim: (len(claim.text), claim.text))
    rest = sentences(longer.text)
    part, whole = read(shorter.text, shorter.said_on), read(longer.text, longer.said_on)
    if len(rest) < 2 or len(part.words) < LEAST_WORDS or not part.content <= whole.content:
        return False
    if "?" in longer.text or any(negation.whole for negation in whole.negations):
        return False
    return any(same_but_for_grammar(compare(shorter, replace(longer, text=sentence))) for sentence in rest)


def same_but_for_grammar(comparison: Comparison) -> bool:
    """Whether nothing of sense differs, and its words stand in one order: tense, articles, ways to write a figure."""
    return (
        not comparison.opposed
        and not comparison.slots()
        and LEAST_SUBSTANCE <= min(comparison.new.substance, comparison.earlier.substance)
    )


LEAST_SUBSTANCE = 2.0


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a claim, the first thirty of them."""
    found: list[str] = []
    begins = 0
    for gap in BREAK.finditer(text):
        if len(found) + 1 < MOST_SENTENCES and not ABBREVIATED.search(text, begins, gap.start()):
            found.append(text[begins : gap.start()])
            begins = gap.end()
    return tuple(piece for piece in (*found, text[begins:]) if piece.strip())
