"""Whether two claims that nothing contradicts say one thing: the evidence beyond an even likeness of their words.

Decision: likeness alone never joins, not even where one claim has every word of the other: of the pairs of `cannot`
whose one side adds a word ("anything but", "other than", "different from") most say the opposite. Three things do:
nothing differs but grammar, one is a whole sentence of the other, or one speaker gives one telling figure twice.
"""

from app.matching.antonyms import opposite
from app.matching.comparison import Comparison, Slot
from app.matching.figures import Figure, agree
from app.matching.reading import Reading
from app.matching.wording import content
from app.matching.words import listed, stem

TELLING_COSINE = 0.75
"""On two days. Of 20 such pairs of one speaker in politifact_2b (train, and its claims among themselves) all are the
same, 5 by its gold and the others by eye; of 8 between .7 and .75 one is in doubt. In `pairs`, taken as two sayings of
one speaker, it joins none of 2,139 negated pairs of `cannot` that is no paraphrase, and of the different pairs of msrp
only such as leave out a detail."""
PROPOSE_TELLING, PROPOSE_REPEAT = 0.6, 0.7
"""Proposed to an editor from here: a telling figure is shared; one speaker, and no slot differs (of 16 such pairs of
politifact_2b train on two days 7 are the same by its gold, which knows one match of several)."""
ASKED = 0.5
"""The chance that such a pair is the same, at least."""
NEAR_COSINE = 0.55
"""The same within three days: of 43 such pairs of politifact_2b train 40 are the same by its gold, the rest by eye."""
KEPT = 0.5
"""Share of the longer claim's words in both from which it counts as one sentence with a part replaced."""
UP = frozenset(stem(word) for word in listed("up rise grow increase climb gain jump surge add more higher above raise"))
DOWN = frozenset(
    stem(word) for word in listed("down fall drop shrink decline lose loss slip cut less lower below reduce")
)
ROUND = frozenset({1.0, 10.0, 50.0, 100.0})
"""Shares that everybody speaks of: the top 1 percent, half, all."""
LEAST_COUNT = 1000
"""Smaller numbers without a unit are as often part of a name: Route 272, Council 42."""
UNTELLING = frozenset({"ordinal", "day", "times", "clock a", "clock p"})
"""Ranks, spans of time and multiples: "100 days", "30 years", "twice" stand in claims about anything."""
PERSONAL = frozenset(listed("i we me us my our mine ours myself ourselves he she him her his hers himself herself"))
POINTING = frozenset(listed("it they them this these those he she him here there one ones"))
"""Words that stand for what another sentence names: another speaker's "I", another day's "it" are something else.

"Its" and "their" mostly belong to a noun of their own sentence, and "that" mostly joins two clauses: left out."""


def says_once_more(
    comparison: Comparison, cosine: float, *, least: float = TELLING_COSINE, may_lack: frozenset[Slot] = frozenset()
) -> bool:
    """Whether two claims share a telling figure, and nothing speaks for two claims.

    ``may_lack``: the slots of which one report may tell what the other leaves out.
    """
    if cosine < least or not telling(comparison) or not compatible(comparison, may_lack=may_lack):
        return False
    return not one_part_replaced(comparison) and not turned(comparison)


def worth_asking(comparison: Comparison, cosine: float, *, one_speaker: bool) -> bool:
    """Whether an editor should be asked if it is the same, though likeness is too little to say so."""
    if says_once_more(comparison, cosine, least=PROPOSE_TELLING):
        return True
    return one_speaker and PROPOSE_REPEAT <= cosine and not comparison.slots() - {Slot.WORDING}


def telling(comparison: Comparison) -> bool:
    """Whether both give one figure that hardly stands in two claims by chance."""
    return any(
        _tells(one) and _tells(two) and agree(one, two)
        for one in comparison.new.figures
        for two in comparison.earlier.figures
    )


def _tells(figure: Figure) -> bool:
    if figure.vague or figure.unit in UNTELLING or (figure.unit == "point" and figure.low < 2):
        return False  # "one-pointed", "a point"
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


def one_part_replaced(comparison: Comparison) -> bool:
    """Whether one thing stands for another in a sentence that is otherwise kept: imports for exports.

    Two sayings of one thing differ in several places; of the negated pairs of `cannot` nearly all differ in one."""
    blocks = comparison.wording.blocks
    places = [block for block in blocks if content(block.left) or content(block.right)]
    replaced = any(content(block.left) and content(block.right) for block in places)
    return len(places) == 1 and replaced and KEPT <= comparison.wording.of_longer


def turned(comparison: Comparison) -> bool:
    """Whether a word that only one has is the opposite of one that only the other has, wherever they stand."""
    blocks = comparison.wording.blocks
    ours = {symbol.key for block in blocks for symbol in block.left}
    theirs = {symbol.key for block in blocks for symbol in block.right}
    if (ours & UP and theirs & DOWN) or (ours & DOWN and theirs & UP):
        return True
    return any(opposite(one, two) for one in ours for two in theirs)


def depends_on(comparison: Comparison, pronouns: frozenset[str]) -> bool:
    """Whether either claim has one of these words, so that what it speaks of stands in another sentence."""
    return any(word.key in pronouns for reading in (comparison.new, comparison.earlier) for word in reading.words)
