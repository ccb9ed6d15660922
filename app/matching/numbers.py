"""Numbers in digits and in words: "1,400", "1.4 bn", "two and a half million", "a dozen", "twenty-one".

Decision: a number is read from the row of words, with how many words it takes and how finely it was printed, so that
"1.4 bn" and "1,380 million" can be told to be the same number, rounded, and "1.4 bn" and "1.5 bn" not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.matching.words import Word, listed

ONES = {
    word: float(value)
    for value, word in enumerate(
        listed("""zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""")
    )
}
TENS = {
    word: float(value * 10)
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
SCALES = {
    **dict.fromkeys(("hundred",), 1e2),
    **dict.fromkeys(("thousand", "k"), 1e3),
    **dict.fromkeys(("million", "m", "mn", "mln"), 1e6),
    **dict.fromkeys(("billion", "bn", "bln", "b"), 1e9),
    **dict.fromkeys(("trillion", "tn", "trn"), 1e12),
    "dozen": 12.0,
}
LETTERS = frozenset({"k", "m", "b"})
"""Scales of one letter count only close to their digits: "350m", "350 m"."""
MANY = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 9999.0),
    "millions": (2e6, 99e6),
    "billions": (2e9, 99e9),
    "trillions": (2e12, 99e12),
}
"""Vague numbers as the ranges that a reader would accept."""
MULTIPLES = {"tens": 10.0, "hundreds": 100.0}


@dataclass(frozen=True, slots=True)
class Number:
    """`low` and `high` are equal unless the number is vague; `grain` is the value of its last printed digit."""

    low: float
    high: float
    grain: float
    length: int

    @property
    def vague(self) -> bool:
        """Whether it stands for a range: hundreds, tens of thousands."""
        return self.low < self.high


def number_at(words: Sequence[Word], at: int) -> Number | None:
    """The number that begins at word ``at``, as long as it goes; None where there is none."""
    return _vague(words, at) or _in_digits(words, at) or _in_words(words, at)


def _key(words: Sequence[Word], at: int) -> str:
    return words[at].key if at < len(words) else ""


def _vague(words: Sequence[Word], at: int) -> Number | None:
    key = _key(words, at)
    if key in MULTIPLES and _key(words, at + 1) == "of" and _key(words, at + 2) in MANY:
        low, high = MANY[_key(words, at + 2)]
        factor = MULTIPLES[key]
        return Number(low * factor, high * factor, 0.0, 3)
    if key in MANY:
        return Number(*MANY[key], 0.0, 1)
    return None


def _in_digits(words: Sequence[Word], at: int) -> Number | None:
    key = _key(words, at)
    if not key[:1].isdigit() or not key.isascii():
        return None
    value, grain, length = float(key), 10.0 ** -len(key.partition(".")[2]), 1
    while (factor := _scale(words, at + length, near=words[at + length - 1].end)) is not None:
        value, grain, length = value * factor, grain * factor, length + 1
    return Number(value, value, grain, length)


def _scale(words: Sequence[Word], at: int, *, near: int) -> float | None:
    key = _key(words, at)
    if key in LETTERS and words[at].start - near > 1:
        return None
    return SCALES.get(key)


def _in_words(words: Sequence[Word], at: int) -> Number | None:
    """Adds up to a hundred, multiplies by scales; "a" and "half a" count only before a scale."""
    if _key(words, at) == "half" and _key(words, at + 1) in ("a", "an") and _scaled(words, at + 2):
        return _exact(0.5 * SCALES[_key(words, at + 2)], 3)
    total, part, length = 0.0, 0.0, 0
    if _key(words, at) in ("a", "an"):
        if not _scaled(words, at + 1):
            return None
        part, length = 1.0, 1
    while True:
        key = _key(words, at + length)
        if key in ONES and (part == 0 or part % 100 == 0 or (part % 10 == 0 and 20 <= part % 100 and ONES[key] < 10)):
            part += ONES[key]
        elif key in TENS and part % 100 == 0:
            part += TENS[key]
        elif _scaled(words, at + length) and length:
            factor = SCALES[key]
            total, part = (total, part * factor) if factor < 1000 else (total + part * factor, 0.0)
        elif key == "and" and length and _and_a_half(words, at + length):
            scaled = _scaled(words, at + length + 3)
            return _exact((part + 0.5) * (SCALES[_key(words, at + length + 3)] if scaled else 1.0), length + 3 + scaled)
        elif not (key == "and" and length and _goes_on(words, at + length)):
            return _exact(total + part, length) if length else None
        length += 1


def _exact(value: float, length: int) -> Number:
    return Number(value, value, 1.0, length)


def _scaled(words: Sequence[Word], at: int) -> bool:
    """Whether a scale in full stands here."""
    return _key(words, at) in SCALES and _key(words, at) not in LETTERS


def _and_a_half(words: Sequence[Word], at: int) -> bool:
    return _key(words, at + 1) == "a" and _key(words, at + 2) == "half"


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether "and" leads to the rest of the number: "two hundred and ten"."""
    rest = _key(words, at + 1)
    return _key(words, at - 1) in ("hundred", "thousand") and (rest in ONES or rest in TENS)
