"""Where a claim is negated, and whether another claim of the same words is its opposite.

Decision: negations are counted, and two cancel ("it is not false that"). A negation counts against another claim only
where that claim has a word it bears on: "but gave no details" opposes nothing that does not speak of details. What a
negation bears on is compared too: "did not say he paid" and "said he did not pay" have as many and are two claims.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.matching.antonyms import alike, opposite, prefixed
from app.matching.words import Word, listed, stem

NEGATORS = frozenset(
    listed("not never no nobody nothing none neither nor nowhere without hardly scarcely nay except non")
)
FAILING = frozenset(
    stem(word)
    for word in listed(
        """fail refuse decline neglect cease forget refrain deny lack unable incapable disprove refute prohibit forbid
        ban bar disallow prevent skip absent avoid omit exclude unwilling devoid"""
    )
)
"""Stems that negate what follows them."""
BEFORE_TO = frozenset(stem(word) for word in listed("fail refuse decline neglect cease forget"))
"""Those of them that do so only before "to" and a verb."""
FALSE = frozenset(stem(word) for word in listed("false untrue untruth incorrect wrong lie myth hoax fake inaccurate"))
"""Words that negate a clause: "it is false that", "the claim is untrue"."""
TRUE = frozenset(stem(word) for word in listed("true case fact correct right accurate"))
LIGHT = frozenset(
    stem(word) for word in listed("claim suggest allege serve become consider longer ever need actually even")
)
"""Words that a negation passes through to what comes after them."""
PHRASES = {("yet", "to"): 2, ("far", "from"): 2, ("instead", "of"): 2, ("rather", "than"): 2, ("out", "of"): 2}
"""Negations of more words than one, and how many they take."""
REACH = 3
HARMLESS_AFTER = {
    "not": frozenset(listed("only just merely least simply necessarily")),
    "no": frozenset(listed("doubt matter fewer less more later sooner wonder other")),
    "nothing": frozenset(listed("but")),
    "never": frozenset(listed("mind")),
    "lie": frozenset(listed("in on at with behind ahead low between within")),
}


@dataclass(frozen=True, slots=True)
class Negation:
    """One negation: the places of its words, and the stems that it bears on: the next content words, three at most.

    `whole`: it bears on a whole clause ("it is not true that"), so that another one inside the clause cancels it.
    `ends`: nothing follows it in its sentence ("it had not"), so that it bears on what was said before.
    """

    at: int
    last: int
    on: tuple[str, ...]
    whole: bool
    ends: bool = False


def read_negations(words: Sequence[Word], taken: frozenset[int] = frozenset()) -> tuple[Negation, ...]:
    """The negations among ``words``, leaving out the places ``taken`` by figures ("no more than 5")."""
    found = {at: length for at in range(len(words)) if at not in taken and (length := _length(words, at))}
    places = {at + step for at, length in found.items() for step in range(length)}
    return tuple(
        Negation(
            at,
            at + length - 1,
            _bears_on(words, at + length, places),
            _of_whole(words, at),
            words[at].key == "not" and (at + 1 == len(words) or words[at + 1].opens),
        )
        for at, length in found.items()
    )


def bearing(negations: Sequence[Negation], other: frozenset[str]) -> list[Negation]:
    """Those that bear on something that the other claim, of the stems ``other``, speaks of too."""
    return [n for n in negations if n.ends or any(_known(on, other) for on in n.on)]


def undone(negation: Negation, other: frozenset[str]) -> bool:
    """Whether it negates a negative of which the other has the positive: "not unlikely", "likely"."""
    on = next(iter(negation.on), "")
    return on not in other and any(prefixed(on, stem) for stem in other)


def _known(on: str, other: frozenset[str]) -> bool:
    return on in other or any(alike(on, stem) or opposite(on, stem) for stem in other)


def _length(words: Sequence[Word], at: int) -> int:
    """How many words the negation at this place takes; 0 where there is none."""
    after = words[at + 1].key if at + 1 < len(words) else ""
    if (words[at].key, after) in PHRASES:
        return PHRASES[words[at].key, after]
    if words[at].key in ("not", "never"):
        true = next((place for place in range(at + 1, min(at + 3, len(words))) if words[place].stem in TRUE), at)
        if true > at:
            return true - at + 1  # "not true", "not the case"
    return int(_negates(words, at, after))


def _negates(words: Sequence[Word], at: int, after: str) -> bool:
    key, root = words[at].key, words[at].stem
    before = words[at - 1].key if at else ""
    if key == "not" and before in ("can", "could") and after == "believe":
        return False  # surprise, no denial
    if key in NEGATORS:
        if after in HARMLESS_AFTER.get(key, ()) or (key in ("no", "not") and before == "or"):
            return False
        if key == "no" and after[:1].isdigit():
            return False
        return not (key == "nor" and any(word.key == "neither" for word in words[:at]))
    if root in FALSE:
        return after not in HARMLESS_AFTER["lie"] if root == "lie" else True
    if root in BEFORE_TO:
        return after == "to" and not _counts(words, at + 2)
    return root in FAILING


def _counts(words: Sequence[Word], at: int) -> bool:
    """Whether a figure comes next: "declined to 40 percent" is no refusal."""
    return at >= len(words) or words[at].key[:1].isdigit() or words[at].key in "$£€¥"


def _of_whole(words: Sequence[Word], at: int) -> bool:
    near = {word.stem for word in words[at : at + 3]}
    return words[at].stem in FALSE or (words[at].key in ("not", "never") and bool(near & (FALSE | TRUE)))


def _bears_on(words: Sequence[Word], start: int, negations: set[int]) -> tuple[str, ...]:
    """Three, because a light verb may come between: "did not serve as", "is no longer", "refused to ever"."""
    stems: list[str] = []
    for place in range(start, len(words)):
        word = words[place]
        if word.opens:
            break
        if place not in negations and word.content and word.stem not in TRUE and word.stem not in LIGHT:
            stems.append(word.stem)
        if len(stems) == REACH:
            break
    return tuple(stems)
