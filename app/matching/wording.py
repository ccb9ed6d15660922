"""Two wordings laid side by side: what they share, what stands in place of what, what only one of them has.

Decision: the alignment is of least edits over stems. Words that moved cancel out; two that changed places do not: "A
beat B" and "B beat A" have the same words.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from app.matching.antonyms import alike, opposite
from app.matching.reading import FIGURE, PERIOD, Reading, Symbol
from app.matching.scope import degree_changed

MALE, FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch where the wordings differ: what each has there that is not shared. One side may be empty."""

    left: tuple[Symbol, ...]
    right: tuple[Symbol, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """`shared` content words; `run` the longest stretch of words in common; `blocks` hold what is left of the rest.

    `opposites` and `degrees` are pairs of words that stand in each other's place; `swapped`: two words changed places;
    `by`: only one is told as done *by* somebody; `reordered`: words moved, other than one phrase from end to front.
    """

    shared: float
    left_weight: float
    right_weight: float
    run: int
    blocks: tuple[Block, ...]
    opposites: tuple[tuple[Symbol, Symbol], ...]
    degrees: tuple[tuple[Symbol, Symbol], ...]
    swapped: bool
    by: bool
    reordered: bool

    @property
    def of_shorter(self) -> float:
        """Share of the shorter claim's content words that the longer has too; 1 for claims without any."""
        least = min(self.left_weight, self.right_weight)
        return min(1.0, self.shared / least) if least else float(self.left_weight == self.right_weight)

    @property
    def of_longer(self) -> float:
        """Share of the longer claim's content words that the shorter has too."""
        most = max(self.left_weight, self.right_weight)
        return min(1.0, self.shared / most) if most else 1.0


def compare_wording(left: Reading, right: Reading) -> Wording:
    """Lay ``left`` and ``right`` side by side."""
    raw, run = _aligned(left.symbols, right.symbols)
    silent_left, silent_right = _silent(left), _silent(right)
    small = [block for block in raw if len(block.left) * len(block.right) <= LARGEST]
    pairs = [(one, two) for block in small for one in block.left for two in block.right if one.key != two.key]
    pairs = [(one, two) for one, two in pairs if one.at not in silent_left and two.at not in silent_right]
    opposites = _first_of_each(
        [pair for pair in pairs if opposite(pair[0].key, pair[1].key) and _of_one_thing(pair, left, right)]
    )
    degrees = _first_of_each([pair for pair in pairs if degree_changed(pair[0].word.key, pair[1].word.key)])
    told = {id(symbol) for pair in (*opposites, *degrees) for symbol in pair}
    blocks, moved = _without_moved([_without_alike(_without(block, told)) for block in raw])
    gone = sum(symbol.weight for block in blocks for symbol in block.left)
    gone += sum(one.weight for one, _ in (*opposites, *degrees))
    return Wording(
        shared=max(0.0, left.weight - gone),
        left_weight=left.weight,
        right_weight=right.weight,
        run=run,
        blocks=tuple(blocks),
        opposites=opposites,
        degrees=degrees,
        swapped=_swapped(raw),
        by=_by(raw),
        reordered=(moved or any(_crossed(block) for block in small)) and not _turned_round(left, right),
    )


def _silent(reading: Reading) -> set[int]:
    """The places of words that tell a negation or an extent, which have slots of their own."""
    spans = [(slot.first, slot.last) for slot in reading.extents] + [(slot.at, slot.last) for slot in reading.negations]
    return {at for first, last in spans for at in range(first, last + 1)}


DIRECTIONS = frozenset({"from", "to", "toward", "into"})


def _of_one_thing(pair: tuple[Symbol, Symbol], left: Reading, right: Reading) -> bool:
    """Whether two directions lead to or from the same: "from Lisk", "to Lisk", but not "from a city", "to a club".

    Where both are in both claims it may be the same road turned round, and the two stay opposed."""
    one, two = pair
    if one.key not in DIRECTIONS and two.key not in DIRECTIONS:
        return True
    ours, theirs = _next_stem(left, one.at), _next_stem(right, two.at)
    return not ours or not theirs or (ours in right.stems and theirs in left.stems)


def _next_stem(reading: Reading, at: int) -> str:
    return next((word.stem for word in reading.words[at + 1 :] if word.content), "")


LARGEST = 150
"""Words to words compared within one stretch; in a larger one nothing stands in anything's place."""
ARTICLES = frozenset({"a", "an", "the"})


def _turned_round(one: Reading, two: Reading) -> bool:
    """Whether one wording is the other with its end put in front: "in May taxes rose", "taxes rose in May"."""
    first = [symbol.key for symbol in one.symbols if symbol.key not in ARTICLES]
    second = [symbol.key for symbol in two.symbols if symbol.key not in ARTICLES]
    if len(first) != len(second):
        return False
    return any(first == second[at:] + second[:at] for at in range(1, len(second)) if second[at] == first[0])


def _aligned(one: Sequence[Symbol], two: Sequence[Symbol]) -> tuple[list[Block], int]:
    """The stretches that differ, neighbouring edits taken together, and the longest that does not."""
    blocks: list[Block] = []
    run = 0
    open_left: list[Symbol] = []
    open_right: list[Symbol] = []
    edits = Levenshtein.opcodes([symbol.key for symbol in one], [symbol.key for symbol in two])
    for edit in edits:
        if edit.tag == "equal":
            run = max(run, edit.src_end - edit.src_start)
            if open_left or open_right:
                blocks.append(Block(tuple(open_left), tuple(open_right)))
            open_left, open_right = [], []
        else:
            open_left += one[edit.src_start : edit.src_end]
            open_right += two[edit.dest_start : edit.dest_end]
    if open_left or open_right:
        blocks.append(Block(tuple(open_left), tuple(open_right)))
    return blocks, run


def _first_of_each(pairs: list[tuple[Symbol, Symbol]]) -> tuple[tuple[Symbol, Symbol], ...]:
    kept: list[tuple[Symbol, Symbol]] = []
    for one, two in pairs:
        if not any(one is first or two is second for first, second in kept):
            kept.append((one, two))
    return tuple(kept)


def _without(block: Block, told: set[int]) -> Block:
    """Take out the words that another slot tells of."""
    return Block(tuple(s for s in block.left if id(s) not in told), tuple(s for s in block.right if id(s) not in told))


def _without_alike(block: Block) -> Block:
    """Take out the content words of a stretch that stand for each other."""
    left, right = list(block.left), list(block.right)
    if len(left) * len(right) > LARGEST * LARGEST:
        return block
    for one in block.left:
        twin = next((two for two in right if two.weight and one.weight and alike(one.key, two.key)), None)
        if twin is not None:
            left.remove(one)
            right.remove(twin)
    return Block(tuple(left), tuple(right))


def _without_moved(blocks: list[Block]) -> tuple[list[Block], bool]:
    """Take out the content words that one has in one stretch and the other in another."""
    left = Counter(symbol.key for block in blocks for symbol in block.left if symbol.weight)
    right = Counter(symbol.key for block in blocks for symbol in block.right if symbol.weight)
    common = left & right
    if not common:
        return blocks, False
    spare_left, spare_right = Counter(common), Counter(common)
    return [Block(_less(block.left, spare_left), _less(block.right, spare_right)) for block in blocks], True


def _less(symbols: Sequence[Symbol], spare: Counter[str]) -> tuple[Symbol, ...]:
    kept: list[Symbol] = []
    for symbol in symbols:
        if symbol.weight and spare[symbol.key]:
            spare[symbol.key] -= 1
        else:
            kept.append(symbol)
    return tuple(kept)


def _swapped(blocks: Sequence[Block]) -> bool:
    """Whether what stood in one place stands in another, and what was there in its place."""
    places = [
        ({s.key for s in block.left if s.weight}, {s.key for s in block.right if s.weight})
        for block in blocks
        if block.left and block.right
    ]
    return any(
        places[i][0] & places[j][1] and places[i][1] & places[j][0]
        for i in range(len(places))
        for j in range(i + 1, len(places))
    )


def _crossed(block: Block) -> bool:
    """Whether words of sense that both have in one stretch stand in another order: Lisk to Dorne, Dorne into Lisk."""
    ours = [symbol.key for symbol in block.left if symbol.weight]
    theirs = [symbol.key for symbol in block.right if symbol.weight]
    common = set(ours) & set(theirs)
    return [key for key in ours if key in common] != [key for key in theirs if key in common] and 1 < len(common)


def _by(blocks: Sequence[Block]) -> bool:
    left = sum(symbol.key == "by" for block in blocks for symbol in block.left)
    right = sum(symbol.key == "by" for block in blocks for symbol in block.right)
    return left != right


def content(symbols: Sequence[Symbol]) -> tuple[Symbol, ...]:
    """The content words among ``symbols``."""
    return tuple(symbol for symbol in symbols if symbol.weight and symbol.key not in (FIGURE, PERIOD))


def sexes_differ(blocks: Sequence[Block]) -> bool:
    """Whether one says "he" where the other says "she"."""
    return any(
        (_has(block.left, MALE) and _has(block.right, FEMALE)) or (_has(block.left, FEMALE) and _has(block.right, MALE))
        for block in blocks
    )


def _has(symbols: Sequence[Symbol], keys: frozenset[str]) -> bool:
    return any(symbol.word.key in keys for symbol in symbols)
