"""Two readings compared slot by slot: what differs, in words, before anything is decided.

Decision: a difference is told as "earlier -> new", cut from the texts as printed. Differences of both sides (a figure
for a figure) are told apart from what only one side has, because re-reports leave out and opponents replace.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.matching.figures import compare_figures
from app.matching.periods import compare_periods
from app.matching.polarity import Negation, bearing
from app.matching.reading import Reading, Symbol, read
from app.matching.scope import QUIET, compare_extents
from app.matching.values import Comparable
from app.matching.wording import Block, Wording, compare_wording, content, sexes_differ


class Slot(StrEnum):
    """Where two claims differ."""

    FIGURE = "figure"
    DATE = "date"
    SCOPE = "scope"
    POLARITY = "polarity"
    ENTITY = "entity"
    ROLES = "roles"
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
    """All that a decision rests on. `opposed`: one claim is negated an odd number of times more than the other."""

    new: Reading
    earlier: Reading
    wording: Wording
    differences: tuple[Difference, ...]
    opposed: bool
    identical: bool

    def slots(self, *, both: bool | None = None) -> frozenset[Slot]:
        """The slots that differ; with `both` only where each side, or only one, has something."""
        return frozenset(d.slot for d in self.differences if both is None or d.both == both)


def compare(new: Comparable, earlier: Comparable) -> Comparison:
    """Read and compare two claims. Who said them is not looked at; when, only to resolve "last year" and the like."""
    left, right = read(new.text, new.said_on), read(earlier.text, earlier.said_on)
    apart = abs((new.said_on - earlier.said_on).days) if new.said_on and earlier.said_on else None
    wording = compare_wording(left, right)
    opposed, polarity = _polarity(left, right, wording)
    differences = (
        *polarity,
        *_figures(left, right),
        *_periods(left, right, apart),
        *_extents(left, right, wording),
        *_roles(wording),
        *_words(left, right, wording.blocks),
    )
    identical = [word.key for word in left.words] == [word.key for word in right.words]
    return Comparison(left, right, wording, differences, opposed, identical)


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


def _polarity(left: Reading, right: Reading, wording: Wording) -> tuple[bool, list[Difference]]:
    """Whether the two are opposed, and how: by an odd number of negations and opposites between them."""
    bearing_left, bearing_right = bearing(left.negations, right.stems), bearing(right.negations, left.stems)
    odd = (len(bearing_left) + len(bearing_right) + len(wording.opposites)) % 2 == 1
    told = [Difference(Slot.POLARITY, one.word.key, two.word.key, True) for one, two in wording.opposites]
    ours, theirs = _unshared(left.negations, right.negations), _unshared(right.negations, left.negations)
    new, earlier = _negation(left, ours), _negation(right, theirs)
    if new or earlier:
        told.append(Difference(Slot.POLARITY, new, earlier, bool(new and earlier)))
    return odd, told


def _unshared(own: Sequence[Negation], other: Sequence[Negation]) -> list[Negation]:
    """Negations of ``own`` that bear on nothing that one of ``other`` bears on."""
    free = list(other)
    unshared: list[Negation] = []
    for negation in own:
        twin = next((two for two in free if two.on == negation.on or set(two.on) & set(negation.on)), None)
        if twin is None:
            unshared.append(negation)
        else:
            free.remove(twin)
    return unshared


def _negation(reading: Reading, negations: Sequence[Negation]) -> str:
    if not negations:
        return ""
    word = reading.words[negations[0].at]
    return " ".join([word.key, *negations[0].on[:1]])


def _roles(wording: Wording) -> list[Difference]:
    if wording.swapped and not wording.by:
        return [Difference(Slot.ROLES, "two parts changed places", "", True)]
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
