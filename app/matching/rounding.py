"""The words around a figure that round or bound it, and figures that are words of their own: half, third, doubled.

Decision: five ways of rounding are kept apart (about, nearly, under, above, least, most), since "nearly half" and "more
than half" are a claim and its opposite in a vote.
"""

from collections.abc import Sequence

from app.matching.words import Word, listed

_BEFORE = {
    "about": "about|around|roughly|approximately|some|an estimated|estimated|or so|in the region of|on the order of",
    "nearly": "nearly|almost|close to|just under|just short of|approaching|not quite|just below|virtually|just shy of",
    "under": "under|less than|fewer than|below|lower than",
    "above": "more than|over|above|upwards of|in excess of|greater than|just over|well over|exceeding|higher than",
    "least": "at least|no fewer than|no less than|not less than|a minimum of|not fewer than",
    "most": "up to|at most|as many as|as much as|no more than|not more than|a maximum of|at the most",
}
BEFORE = {tuple(phrase.split()): bound for bound, phrases in _BEFORE.items() for phrase in phrases.split("|")}
AFTER = {
    ("or", "more"): "least",
    ("or", "so"): "about",
    ("or", "less"): "most",
    ("or", "fewer"): "most",
    ("and", "counting"): "above",
}
FRACTIONS = {
    **dict.fromkeys(("third", "thirds"), 100 / 3),
    **dict.fromkeys(("quarter", "quarters"), 25.0),
    **dict.fromkeys(("fifth", "fifths"), 20.0),
    **dict.fromkeys(("sixth", "sixths"), 100 / 6),
    **dict.fromkeys(("eighth", "eighths"), 12.5),
    **dict.fromkeys(("tenth", "tenths"), 10.0),
}
ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        listed("""
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""),
        1,
    )
}
MULTIPLIERS = {
    **dict.fromkeys(listed("double doubled doubles doubling twice twofold"), 2.0),
    **dict.fromkeys(listed("triple tripled triples tripling trebled threefold thrice"), 3.0),
    **dict.fromkeys(listed("quadruple quadrupled quadrupling fourfold"), 4.0),
    **dict.fromkeys(listed("halved halve halves halving"), 0.5),
    "fivefold": 5.0, "tenfold": 10.0,
}  # fmt: skip


def bound_before(words: Sequence[Word], at: int) -> tuple[str, int]:
    """How the words before place ``at`` round it ("" if not), and where the figure begins with them."""
    for length in (4, 3, 2, 1):
        start = at - length
        phrase = tuple(word.key for word in words[max(0, start) : at])
        if start >= 0 and phrase in BEFORE:
            return BEFORE[phrase], start
    return "", at


def bound_after(words: Sequence[Word], last: int) -> tuple[str, int]:
    """The same for the words after place ``last``, and where the figure then ends."""
    phrase = tuple(word.key for word in words[last + 1 : last + 3])
    return (AFTER[phrase], last + 2) if phrase in AFTER else ("", last)
