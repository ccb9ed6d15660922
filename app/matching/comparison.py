"""Two readings compared slot by slot: what differs, in words, before anything is decided.

Decision: a difference is told as "earlier -> new", cut from the texts as printed. Differences of both sides (a figure
for a figure) are told apart from what only one side has, because re-reports leave out and opponents replace.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.matching.figures import compare_figures
from app.matching.periods import compare_periods
from app.matching.polarity import Negation, bearing, undone
from app.matching.reading import Reading, Symbol, read
from app.matching.scope import QUIET, compare_extents
from app.matching.values import Comparable
from app.matching.wording import Block, Wording, compare_wording, content, sexes_differ

CLEARLY_MORE = 2.0
"""Content words by which a claim says clearly more than another."""


class Slot(StrEnum):
    """Where two claims differ."""

    FIGURE = "figure"
    DATE = "date"
    SCOPE = "scope"
    POLARITY = "polarity"
    ENTITY = "entity"
    ROLES = "roles"
    ORDER = "order"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference, as printed; `both`: each side has something in its place, else only one has anything."""

    slot: Slot
    new: str
    earlier: str
    both: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """All a decision rests on. `opposed`: one claim asserts what the other negates; `cancels`: one negates it twice.

    The sides of `wording` are in the order of the texts, not of time.
    """

    new: Reading
    earlier: Reading
    wording: Wording
    differences: tuple[Difference, ...]
    opposed: bool
    cancels: bool
    identical: bool

    def slots(self, *, both: bool | None = None) -> frozenset[Slot]:
        """The slots that differ; with `both` only where each side, or only one, has something."""
        return frozenset(d.slot for d in self.differences if both is None or d.both == both)


def compare(new: Comparable, earlier: Comparable) -> Comparison:
    """Read and compare two claims. Who said them is not looked at; when, only to resolve "last year" and the like.

    The comparison is always made from the claim that sorts first, so that which is the newer changes only the arrows.
    """
    if (earlier.text, str(earlier.said_on)) < (new.text, str(new.said_on)):
        return _turned(compare(earlier, new))
    left, right = read(new.text, new.said_on), read(earlier.text, earlier.said_on)
    apart = abs((new.said_on - earlier.said_on).days) if new.said_on and earlier.said_on else None
    wording = compare_wording(left, right)
    polarity = _polarity(left, right, wording)
    differences = (
        *polarity.differences,
        *_figures(left, right),
        *_periods(left, right, apart),
        *_extents(left, right, wording),
        *_roles(wording),
        *_words(left, right, wording.blocks),
    )
    identical = [word.key for word in left.words] == [word.key for word in right.words]
    return Comparison(left, right, wording, differences, polarity.opposed, polarity.cancels, identical)


def _turned(comparison: Comparison) -> Comparison:
    return replace(
        comparison,
        new=comparison.earlier,
        earlier=comparison.new,
        differences=tuple(replace(d, new=d.earlier, earlier=d.new) for d in comparison.differences),
    )


def _cut(reading: Reading, start: int, end: int) -> str:
    return " ".join(reading.text[start:end].split())


def _figures(left: Reading, right: Reading) -> list[Difference]:
    found = compare_figures(left.figures, right.figures)
    return [
        *(
            Difference(Slot.FIGURE, _cut(left, one.start, one.end), _cut(right, two.start, two.end), True)
            for one, two in found.changed
        ),
        *(Difference(Slot.FIGURE, _cut(left, one.start, one.end), "", False) for one in found.only_left),
        *(Difference(Slot.FIGURE, "", _cut(right, two.start, two.end), False) for two in found.only_right),
    ]


def _periods(left: Reading, right: Reading, apart: int | None) -> list[Difference]:
    found = compare_periods(left.periods, right.periods, days_apart=apart)
    return [
        *(
            Difference(Slot.DATE, _cut(left, one.start, one.end), _cut(right, two.start, two.end), True)
            for one, two in found.changed
        ),
        *(Difference(Slot.DATE, _cut(left, one.start, one.end), "", False) for one in found.only_left),
        *(Difference(Slot.DATE, "", _cut(right, two.start, two.end), False) for two in found.only_right),
    ]


def _extents(left: Reading, right: Reading, wording: Wording) -> list[Difference]:
    found = compare_extents(left.extents, right.extents)
    return [
        *(
            Difference(Slot.SCOPE, _cut(left, one.start, one.end), _cut(right, two.start, two.end), True)
            for one, two in found.changed
        ),
        *(Difference(Slot.SCOPE, one.word.key, two.word.key, True) for one, two in wording.degrees),
        *(
            Difference(Slot.SCOPE, _cut(left, one.start, one.end), "", False)
            for one in found.only_left
            if one.name not in QUIET
        ),
        *(
            Difference(Slot.SCOPE, "", _cut(right, two.start, two.end), False)
            for two in found.only_right
            if two.name not in QUIET
        ),
    ]


@dataclass(frozen=True, slots=True)
class Opposition:
    """`opposed`: one claim asserts what the other negates; `cancels`: the negations of one undo each other."""

    opposed: bool
    cancels: bool
    differences: tuple[Difference, ...]


def _polarity(left: Reading, right: Reading, wording: Wording) -> Opposition:
    """How the two are negated against each other.

    A negation of the whole clause turns the rest round. One thing negated once more is the opposite; two things, each
    negated, may be a cancelling pair or two denials, and are left to a reader.
    """
    ours, theirs, unsure = _unshared(left.negations, right.negations)
    counting = [*_counting(ours, left, right), *_counting(theirs, right, left)]
    whole = sum(negation.whole for negation in counting) % 2 == 1
    odd = _odd_bearers(counting, wording.opposites)
    told = [Difference(Slot.POLARITY, one.word.key, two.word.key, True) for one, two in wording.opposites]
    new, earlier = _negation(left, ours), _negation(right, theirs)
    if new or earlier:
        told.append(Difference(Slot.POLARITY, new, earlier, bool(new and earlier)))
    if unsure:
        told.append(Difference(Slot.POLARITY, _negation(left, unsure), "not elsewhere", True))
    opposed = odd == int(not whole)
    complete = len(counting) == len(ours) + len(theirs) and not unsure and not wording.opposites
    return Opposition(opposed, complete and odd == int(whole), tuple(told))


def _counting(negations: Sequence[Negation], own: Reading, other: Reading) -> list[Negation]:
    """The negations of ``own`` that count against ``other``: those that bear on something it speaks of too.

    In a claim that says clearly more than the other, it must be the next thing.
    """
    found = [n for n in bearing(negations, other.stems) if not undone(n, other.stems)]
    if own.weight < other.weight + CLEARLY_MORE:
        return found
    return [
        negation
        for negation in found
        if negation.whole or bearing([replace(negation, on=negation.on[:1])], other.stems)
    ]


def _unshared(
    ours: Sequence[Negation], theirs: Sequence[Negation]
) -> tuple[list[Negation], list[Negation], list[Negation]]:
    """The negations without a twin on the other side; and of those with one, what may bear on something else."""
    free, left, unsure = list(theirs), [], []
    for negation in ours:
        twin = next((two for two in free if two.on[:1] == negation.on[:1]), None)
        if twin is None:
            twin = next((two for two in free if set(two.on) & set(negation.on)), None)
            unsure += [negation] if twin is not None else []
        if twin is None:
            left.append(negation)
        else:
            free.remove(twin)
    return left, free, unsure


def _odd_bearers(negations: Sequence[Negation], opposites: Sequence[tuple[Symbol, Symbol]]) -> int:
    """How many things are negated an odd number of times more on one side, opposites counted in."""
    times: Counter[str] = Counter()
    for negation in negations:
        if not negation.whole:
            times[next(iter(negation.on), "")] += 1
    for one, two in opposites:
        bearer = next((key for key in (one.key, two.key) if key in times), one.key)
        times[bearer] += 1
    return sum(count % 2 for count in times.values())


def _negation(reading: Reading, negations: Sequence[Negation]) -> str:
    if not negations:
        return ""
    first = negations[0]
    following = [word for word in reading.words[first.last + 1 : first.last + 4] if word.content]
    last = following[0] if following else reading.words[first.last]
    start = reading.words[first.at if following or not first.at else first.at - 1]
    return _cut(reading, start.start, last.end)


def _roles(wording: Wording) -> list[Difference]:
    if wording.swapped and not wording.by:
        return [Difference(Slot.ROLES, "two parts changed places", "", True)]
    if wording.reordered:
        return [Difference(Slot.ORDER, "the words stand in another order", "", True)]
    if wording.by and not wording.swapped and wording.of_shorter > 0.6:
        return [Difference(Slot.ROLES, "who did it may differ", "", True)]
    return [Difference(Slot.ENTITY, "he", "she", True)] if sexes_differ(wording.blocks) else []


def _words(left: Reading, right: Reading, blocks: Sequence[Block]) -> list[Difference]:
    differences: list[Difference] = []
    for block in blocks:
        ours, theirs = content(block.left), content(block.right)
        if not ours and not theirs:
            continue
        names = any(symbol.name for symbol in ours) and any(symbol.name for symbol in theirs)
        slot = Slot.ENTITY if names else Slot.WORDING
        differences.append(Difference(slot, _stretch(left, ours), _stretch(right, theirs), bool(ours and theirs)))
    return differences


def _stretch(reading: Reading, symbols: Sequence[Symbol]) -> str:
    if not symbols:
        return ""
    first, last = symbols[0].word, symbols[-1].word
    return _cut(reading, first.start, last.end)
