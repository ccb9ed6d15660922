"""Whether two claims that nothing contradicts say one thing: the evidence beyond an even likeness of their words.

Decision: likeness alone never joins. Three things do: nothing differs but grammar, one is a whole sentence of the
other, or one speaker gives one telling figure twice. Each has its evidence beside it.
"""

from app.matching.comparison import Comparison, Slot
from app.matching.figures import Figure, agree
from app.matching.reading import Reading
from app.matching.wording import content
from app.matching.words import listed

TELLING_COSINE = 0.75
"""On two days: of 20 such pairs of one speaker in politifact_2b train and among its claims, 20 are the same (5 by its
gold, the others by eye); of 8 between .7 and .75 one is in doubt, of 4 between .6 and .7 three."""
CONTAINED_COSINE, CONTAINED_ECHO_COSINE = 0.9, 0.93
"""Among the claims of politifact_2b, eight words or more: 6 of 6 pairs of one speaker are the same by eye from .9, 10 of
10 of two speakers from .93; just below stand the first in doubt."""
PROPOSE_TELLING, PROPOSE_REPEAT = 0.6, 0.7
"""Proposed to an editor from here: a telling figure is shared; one speaker, and no slot differs (of 16 such pairs of
politifact_2b train on two days 7 are the same by its gold, which knows one match of several)."""
ASKED = 0.5
"""The chance that such a pair is the same, at least."""
NEAR_COSINE = 0.55
"""The same within three days: of 43 such pairs of politifact_2b train 40 are the same by its gold, the rest by eye."""
ROUND = frozenset({1.0, 10.0, 50.0, 100.0})
"""Shares that everybody speaks of: the top 1 percent, half, all."""
LEAST_COUNT = 13
"""Up to a dozen, things are counted too often for the number to tell one claim from another."""
UNTELLING = frozenset({"ordinal", "day", "times", "clock a", "clock p"})
"""Ranks, spans of time and multiples: "100 days", "30 years", "twice" stand in claims about anything."""
PERSONAL = frozenset(listed("i we me us my our mine ours myself ourselves he she him her his hers himself herself"))
POINTING = frozenset(listed("it they them their its this that these those he she him here there one ones"))
"""Words that stand for what another sentence names: another speaker's "I", another day's "it" are something else."""


def says_once_more(
    comparison: Comparison, cosine: float, *, least: float = TELLING_COSINE, may_lack: frozenset[Slot] = frozenset()
) -> bool:
    """Whether two claims share a telling figure, and nothing speaks for two claims.

    ``may_lack``: the slots of which one report may tell what the other leaves out.
    """
    if cosine < least or not telling(comparison) or not compatible(comparison, may_lack=may_lack):
        return False
    return not one_word_replaced(comparison)


def worth_asking(comparison: Comparison, cosine: float, *, one_speaker: bool) -> bool:
    """Whether an editor should be asked if it is the same, though likeness is too little to say so."""
    if says_once_more(comparison, cosine, least=PROPOSE_TELLING):
        return True
    return one_speaker and PROPOSE_REPEAT <= cosine and not comparison.slots() - {Slot.WORDING}


def contains(comparison: Comparison, cosine: float, *, one_speaker: bool) -> bool:
    """Whether one of two claims has every word of sense of the other, in its order, and more of which nothing tells."""
    least = CONTAINED_COSINE if one_speaker else CONTAINED_ECHO_COSINE
    if cosine < least or not compatible(comparison) or Slot.ORDER in comparison.slots():
        return False
    blocks = comparison.wording.blocks
    return not (any(content(block.left) for block in blocks) and any(content(block.right) for block in blocks))


def telling(comparison: Comparison) -> bool:
    """Whether both give one figure that hardly stands in two claims by chance."""
    return any(
        _tells(one) and _tells(two) and agree(one, two)
        for one in comparison.new.figures
        for two in comparison.earlier.figures
    )


def _tells(figure: Figure) -> bool:
    if figure.vague or figure.unit in UNTELLING:
        return False
    if figure.unit == "percent":
        return figure.low not in ROUND
    return bool(figure.unit) or LEAST_COUNT <= figure.low


def compatible(comparison: Comparison, *, may_lack: frozenset[Slot] = frozenset()) -> bool:
    """Whether no slot differs but words, their order, and what will be told as what is."""
    if comparison.opposed or comparison.slots(both=True) - {Slot.WORDING, Slot.ORDER}:
        return False
    if names_apart(comparison):
        return False
    allowed = may_lack | {Slot.WORDING}
    return all(d.both or d.slot in allowed or _future(d.new or d.earlier) for d in comparison.differences)


def _future(printed: str) -> bool:
    return printed.lower() in ("will", "would", "shall", "going to")


def names_apart(comparison: Comparison) -> bool:
    """Whether each names somebody or something that the other does not."""
    left, right = _names(comparison.new), _names(comparison.earlier)
    return bool(left - comparison.earlier.stems) and bool(right - comparison.new.stems)


def _names(reading: Reading) -> set[str]:
    return {symbol.key for symbol in reading.symbols if symbol.name}


def one_word_replaced(comparison: Comparison) -> bool:
    """Whether one word stands for another in a sentence that is otherwise kept: imports for exports."""
    sides = [(content(block.left), content(block.right)) for block in comparison.wording.blocks]
    replaced = [(one, two) for one, two in sides if one and two]
    return len(replaced) == 1 and max(len(replaced[0][0]), len(replaced[0][1])) == 1 and 0.5 <= comparison.wording.of_longer


def depends_on(comparison: Comparison, pronouns: frozenset[str]) -> bool:
    """Whether either claim has one of these words, so that what it speaks of stands in another sentence."""
    return any(word.key in pronouns for reading in (comparison.new, comparison.earlier) for word in reading.words)
