"""The figures of a claim, with unit, rate and rounding, and where those of two claims differ.

Decision: a figure is a range in a base unit with the way it was rounded. Two exact figures are the same only within
half a percent, or where one is the other as printed with fewer digits; rounding words widen that by up to a tenth, in
their direction. MSRP and STS call many pairs with a changed figure "same", so nothing here is fitted to them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.matching.numbers import Number, number_at
from app.matching.rounding import FRACTIONS, MULTIPLIERS, ORDINALS, bound_after, bound_before
from app.matching.units import AREA, BEFORE_UNIT, PER, RATES, SIGNS, TIME_AFTER, UNITS, unit_key
from app.matching.words import Word

CLOSE = 0.005
"""Relative difference within which two exact figures are one: 1,398 million and 1.4 billion."""
COARSE = 0.02
"""The most that printing with fewer digits may move a figure: 4.25 and 4.3 percent."""
CONVERTED = 0.05
"""The same for a measure told in another unit: 5 miles and 8 km; journalists round after converting."""
ROUGH = 0.07
MOST_PAIRS = 2500
"""Figures to figures compared at most; two claims with more figures left over than that have different ones."""
BEFORE_SECOND = frozenset({"the", "his", "her", "its", "their", "this", "that", "our", "my", "every"})
"""Before these "second" counts in order; elsewhere it may be a span of time."""
WIDE = 0.11


@dataclass(frozen=True, slots=True)
class Figure:
    """`low` to `high` in the base of `unit`; `per` the rate; `bound` how it was rounded; `first` to `last` its words.

    `noun` is the stem that follows, to pair figures by what they count. `start` and `end` are code points.
    """

    low: float
    high: float
    grain: float
    vague: bool
    unit: str
    unit_word: str
    per: str
    bound: str
    noun: str
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Differing:
    """Figures without an equal: `changed` in pairs, and those that only one side has."""

    changed: tuple[tuple[Figure, Figure], ...]
    only_left: tuple[Figure, ...]
    only_right: tuple[Figure, ...]


def read_figures(words: Sequence[Word], text: str, taken: frozenset[int] = frozenset()) -> tuple[Figure, ...]:
    """The figures among ``words``, leaving out the places ``taken`` by dates."""
    figures: list[Figure] = []
    at = 0
    while at < len(words):
        figure = None if at in taken else _figure_at(words, text, at, taken)
        if figure is None:
            at += 1
            continue
        figures.append(figure)
        at = figure.last + 1
    return tuple(figures)


def compare_figures(left: Sequence[Figure], right: Sequence[Figure]) -> Differing:
    """Take out the figures that agree, then pair the rest by unit and by what they count."""
    rest_left, rest_right = _unmatched(left, right), _unmatched(right, left)
    if len(rest_left) * len(rest_right) > MOST_PAIRS:
        pairs = tuple(zip(rest_left, rest_right, strict=False))
        return Differing(pairs, tuple(rest_left[len(pairs) :]), tuple(rest_right[len(pairs) :]))
    for figure in tuple(rest_left):
        twin = next(
            (other for other in rest_right if agree(figure, other) and not _exchanged(figure, other, right)), None
        )
        if twin is not None:
            rest_left.remove(figure)
            rest_right.remove(twin)
    rest_left = [one for one in rest_left if not any(agree(one, two) and one.noun == two.noun for two in right)]
    rest_right = [two for two in rest_right if not any(agree(one, two) and one.noun == two.noun for one in left)]
    changed: list[tuple[Figure, Figure]] = []
    for alike in (_same_count, _same_unit, _any):
        for figure in tuple(rest_left):
            other = next((other for other in rest_right if alike(figure, other)), None)
            if other is not None:
                changed.append((figure, other))
                rest_left.remove(figure)
                rest_right.remove(other)
    return Differing(tuple(changed), tuple(rest_left), tuple(rest_right))


def _unmatched(own: Sequence[Figure], other: Sequence[Figure]) -> list[Figure]:
    """The figures of ``own`` that do not stand in ``other`` just so, counting the same."""
    free = Counter(_essence(figure) for figure in other)
    rest: list[Figure] = []
    for figure in own:
        if free[_essence(figure)]:
            free[_essence(figure)] -= 1
        else:
            rest.append(figure)
    return rest


def _essence(figure: Figure) -> tuple[object, ...]:
    return figure.low, figure.high, figure.unit, figure.unit_word, figure.per, figure.bound, figure.noun, figure.vague


def _exchanged(one: Figure, two: Figure, others: Sequence[Figure]) -> bool:
    """Whether the same number counts another thing, and that thing has another number: 5 ports and 2 roads, 2 ports."""
    return one.noun != two.noun and any(
        other is not two and other.noun == one.noun and one.noun and not agree(one, other) for other in others
    )


def agree(one: Figure, two: Figure) -> bool:
    """Whether two figures are the same number of the same thing, as far as their rounding lets one tell."""
    if (one.unit and two.unit and one.unit != two.unit) or one.per != two.per:
        return False
    if "ordinal" in (one.unit, two.unit) and one.unit != two.unit:
        return False
    if one.vague or two.vague:
        return _vague_agree(one, two)
    return _near(one, two) or _near(two, one)


def _vague_agree(one: Figure, two: Figure) -> bool:
    if one.vague and two.vague:
        return one.low == two.low
    return one.low <= two.high and two.low <= one.high


CLASH = {
    frozenset(pair)
    for pair in [
        *(("nearly", bound) for bound in ("above", "least")),
        *(("under", bound) for bound in ("above", "least", "", "about")),
        *(("most", bound) for bound in ("above", "least", "", "about")),
        ("least", ""),
        ("least", "about"),
    ]
}
"""Roundings of one number that say different things: nearly half, more than half."""


def _near(one: Figure, two: Figure) -> bool:
    """Whether ``two`` lies where ``one``, with its rounding, puts it."""
    if one.grain == two.grain < 1 and one.unit_word == two.unit_word and 2 * one.grain < abs(one.low - two.low):
        return False  # decimals as fine: $78.12 and $78.40 are two prices
    same_value = _within(one.low, two.low, CLOSE) and _within(one.high, two.high, CLOSE)
    if same_value:
        return frozenset((one.bound, two.bound)) not in CLASH or one.bound == two.bound
    if one.low != one.high or two.low != two.high:
        return False
    if one.unit_word != two.unit_word and one.unit == two.unit and _within(one.low, two.low, CONVERTED):
        return True
    slack = max(one.grain, two.grain) / 2
    if one.grain != two.grain and abs(one.low - two.low) <= slack * 1.001 and _within(one.low, two.low, COARSE):
        return True
    return two.bound in ("", "about") and _inside(one, two.low)


def _inside(rounded: Figure, value: float) -> bool:
    base = rounded.low
    if rounded.bound == "about":
        return _within(base, value, ROUGH)
    if rounded.bound in ("nearly", "under"):
        return base * (1 - WIDE) <= value <= base
    return rounded.bound == "above" and base <= value <= base * (1 + WIDE)


def _within(one: float, two: float, share: float) -> bool:
    return abs(one - two) <= share * max(abs(one), abs(two)) + 1e-12


def _same_count(one: Figure, two: Figure) -> bool:
    return one.unit == two.unit and one.noun == two.noun


def _same_unit(one: Figure, two: Figure) -> bool:
    return one.unit == two.unit


def _any(one: Figure, two: Figure) -> bool:
    return "ordinal" not in (one.unit, two.unit)


def _figure_at(words: Sequence[Word], text: str, at: int, taken: frozenset[int]) -> Figure | None:
    special = _special_at(words, at, text)
    if special is not None:
        return special
    sign = words[at].key in SIGNS
    number = None if _attached(words, text, at + sign) else number_at(words, at + sign)
    if number is None or any(place in taken for place in range(at, at + sign + number.length)):
        return None
    share = _share(words, at, number)
    if share is not None:
        return _placed(words, text, share, at)
    end = at + sign + number.length
    high, grain = number.high, number.grain
    if (second := _second_end(words, text, end, taken)) is not None:
        other, end = second
        low, high, grain = _spread(number, other)
        number = replace(number, low=low, high=high)
    unit, word, factor, end = _unit(words, end, words[at].key if sign else "")
    if words[at].key == "one" and not unit and number.length == 1:
        return None
    per, end = _rate(words, end)
    noun = words[end].stem if end < len(words) else ""
    vague = number.vague and high == number.high and second is None
    return _placed(
        words, text,
        Figure(number.low * factor, high * factor, grain * factor, vague, unit, word, per, "", noun, at, end - 1, 0, 0),
        at,
    )  # fmt: skip


def _placed(words: Sequence[Word], text: str, figure: Figure, at: int) -> Figure:
    """The figure with the rounding words around it taken in."""
    bound, first = bound_before(words, at)
    if not bound:
        bound, last = bound_after(words, figure.last)
        figure = replace(figure, last=last)
    return replace(figure, bound=bound, first=first, start=words[first].start, end=words[figure.last].end)


def _attached(words: Sequence[Word], text: str, at: int) -> bool:
    """Whether the number is part of a name: G7, F-16, covid-19. Not so "mid-20s" or "under-30s"."""
    if at >= len(words) or not words[at].key[:1].isdigit():
        return False
    start = words[at].start
    if start and text[start - 1].isalpha():
        return True
    if start > 1 and text[start - 1] in "-‑" and text[start - 2].isalpha():
        return words[at - 1].key not in ("mid", "under", "over", "pre", "post", "non", "sub", "nearly", "almost", "the")
    return False


def _special_at(words: Sequence[Word], at: int, text: str) -> Figure | None:
    """Fractions, ordinals and multiples in words: half, two-thirds, third, doubled, tenfold."""
    key = words[at].key
    after = words[at + 1].key if at + 1 < len(words) else ""
    value, unit, length = 0.0, "", 0
    if key in MULTIPLIERS:
        value, unit, length = MULTIPLIERS[key], "times", 1
    elif key == "half" and after not in ("hour", "a", "an", "time") and (at == 0 or words[at - 1].key not in ORDINALS):
        value, unit, length = 50.0, "percent", 1
    elif key in ("a", "one") and after in FRACTIONS and at + 2 < len(words) and words[at + 2].key in ("of", "the"):
        value, unit, length = FRACTIONS[after], "percent", 2
    elif (count := number_at(words, at)) is not None and count.length == 1 and after in FRACTIONS and after[-1] == "s":
        value, unit, length = count.low * FRACTIONS[after], "percent", 2
    elif key in ORDINALS and (key != "second" or (at > 0 and words[at - 1].key in BEFORE_SECOND)):
        value, unit, length = ORDINALS[key], "ordinal", 1
    elif key.isdigit() and after in ("st", "nd", "rd", "th") and words[at + 1].start == words[at].end:
        value, unit, length = float(key), "ordinal", 2
    if not length:
        return None
    per, end = _rate(words, at + length)
    noun = words[end].stem if end < len(words) else ""
    figure = Figure(value, value, 1.0, False, unit, unit, per, "", noun, at, end - 1, 0, 0)
    return _placed(words, text, figure, at)


def _share(words: Sequence[Word], at: int, number: Number) -> Figure | None:
    """ "Three in four", "nine out of 10": a share in percent."""
    end = at + number.length
    end += _counted_between(words, end)
    middle = [word.key for word in words[end : end + 2]]
    skip = 2 if middle == ["out", "of"] else 1 if middle[:1] == ["in"] else 0
    whole = number_at(words, end + skip) if skip else None
    if whole is None or number.vague or not number.low < whole.low <= 1000 or whole.length > 1:
        return None
    if skip == 1 and whole.low not in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000):
        return None
    value = 100 * number.low / whole.low
    return Figure(value, value, 1.0, False, "percent", "in", "", "", "", at, end + skip + whole.length - 1, 0, 0)


def _counted_between(words: Sequence[Word], end: int) -> int:
    """1 where what is counted stands inside a share: "one house in three"; not so "one fire in 12 days"."""
    inside = end + 2 < len(words) and words[end].content and unit_key(words[end].key) not in UNITS
    whole = number_at(words, end + 2) if inside and words[end + 1].key == "in" else None
    if whole is None:
        return 0
    after = end + 2 + whole.length
    return int(after == len(words) or unit_key(words[after].key) not in UNITS)


def _second_end(words: Sequence[Word], text: str, end: int, taken: frozenset[int]) -> tuple[Number, int] | None:
    """The upper end of a range: "10 to 15", "10-15", "between 10 and 15"."""
    if end >= len(words) or end in taken:
        return None
    between = text[words[end - 1].end : words[end].start].strip()
    skip = 0 if between in ("-", "–", "—", "‑") else 1 if words[end].key == "to" else -1
    if words[end].key == "and" and any(word.key == "between" for word in words[max(0, end - 4) : end]):
        skip = 1
    if skip < 0 or end + skip in taken:
        return None
    skip += end + skip < len(words) and words[end + skip].key in SIGNS
    other = number_at(words, end + skip)
    return None if other is None else (other, end + skip + other.length)


def _spread(low: Number, high: Number) -> tuple[float, float, float]:
    """Both ends, where the scale may stand only at the second: "10 to 15 million"."""
    factor = 1.0
    if low.low < high.low and high.low / max(low.low, 1e-9) >= 1000 and high.grain >= 1e5:
        factor = 10.0 ** (3 * int((len(str(int(high.grain))) - 1 + 2) // 3))
    return low.low * factor, high.high, high.grain


def _unit(words: Sequence[Word], at: int, sign: str) -> tuple[str, str, float, int]:
    """Family, printed word, size and the place after it."""
    if sign:
        return UNITS[sign][0], UNITS[sign][0], 1.0, at
    skip = 0
    while at + skip < len(words) and skip < 2 and words[at + skip].key in BEFORE_UNIT:
        skip += 1
    square = at + skip < len(words) and words[at + skip].key in AREA
    skip += square
    word = unit_key(words[at + skip].key) if at + skip < len(words) else ""
    if word not in UNITS:
        return "", "", 1.0, at
    family, factor = UNITS[word]
    if square:
        return "square metre", "square " + word, factor * factor, at + skip + 1
    if family == "clock":
        return "clock " + word[0], word, 1.0, at + skip + 1
    return family, family if factor == 1.0 else word, factor, at + skip + 1


def _rate(words: Sequence[Word], at: int) -> tuple[str, int]:
    """What the figure is per, and the place after it."""
    if at < len(words) and words[at].key in ("daily", "weekly", "monthly", "annually", "yearly", "hourly"):
        return RATES[words[at].key], at + 1
    if at + 1 < len(words) and words[at].key in PER and words[at + 1].stem in RATES:
        if at + 2 < len(words) and words[at + 2].key in TIME_AFTER and words[at].key in ("a", "an"):
            return "", at
        return RATES[words[at + 1].stem], at + 2
    return "", at
