"""How much a claim claims: all or most or some, only, one of the highest or the highest, will or may.

Decision: each way of saying how much belongs to a class, and two claims whose classes differ are not the same, however
alike their other words are. "Would" and "could" are told by their classes, since reporting shifts "will" and "can".
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.matching.words import Word, listed

_CLASSES = {
    "all": "all|every|each|everyone|everybody|everything|entire|entirely|whole|completely|fully|wholly|totally|total",
    "most": "most of|most|majority|mostly|largely|mainly|vast majority|predominantly|chiefly",
    "many": "many|much|a lot of|lots of|numerous|plenty of|countless",
    "some": "some|several|a few|a number of|various|certain|partly|partially|in part|somewhat|part of|parts of",
    "few": "few|little|hardly any|very few",
    "only": "only|solely|exclusively|alone|nothing but|merely|sole",
    "one of": "one of|among the|some of|one among",
    "always": "always|constantly|at all times|invariably|forever",
    "usually": "usually|generally|typically|normally",
    "often": "often|frequently|regularly|repeatedly",
    "sometimes": "sometimes|occasionally|at times|from time to time",
    "rarely": "rarely|seldom",
    "will": "will|would|shall|going to|is to|are to|was to|were to",
    "may": "may|might|could|can|possibly|perhaps|maybe|potentially",
    "likely": "likely|probably",
    "must": "must|need to|needs to|have to|has to|had to|obliged to|required to",
    "should": "should|ought to|ought",
    "nearly": "almost|nearly|virtually|practically",
    "least": "at least|no fewer than|no less than",
    "even": "up to|at most|no more than",
    "seems": "seems|seem|appears|apparently|allegedly|reportedly|supposedly",
    "if": "if|unless|provided that",
}
CLASSES = {tuple(phrase.split()): name for name, phrases in _CLASSES.items() for phrase in phrases.split("|")}
FAMILIES = {
    **dict.fromkeys(("all", "most", "many", "some", "few", "only", "one of", "nearly", "least", "even"), "amount"),
    **dict.fromkeys(("always", "usually", "often", "sometimes", "rarely"), "frequency"),
    **dict.fromkeys(("will", "may", "likely", "must", "should", "seems"), "modality"),
    "if": "condition",
}
QUIET = frozenset({"many", "usually", "if"})
"""Classes that one claim may have and the other not, without being said to differ for that alone."""
LONGEST = 4


@dataclass(frozen=True, slots=True)
class Extent:
    """One way of saying how much: its class and family, the places of its words and their code points."""

    name: str
    family: str
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DifferingExtents:
    """Extents without an equal: `changed` in pairs of one family, and those that only one side has."""

    changed: tuple[tuple[Extent, Extent], ...]
    only_left: tuple[Extent, ...]
    only_right: tuple[Extent, ...]


def read_extents(words: Sequence[Word], taken: frozenset[int] = frozenset()) -> tuple[Extent, ...]:
    """The extents among ``words``, leaving out the places ``taken`` by figures and dates."""
    extents: list[Extent] = []
    at = 0
    while at < len(words):
        extent = None if at in taken else _extent_at(words, at)
        if extent is None:
            at += 1
            continue
        extents.append(extent)
        at = extent.last + 1
    return tuple(extents)


def compare_extents(left: Sequence[Extent], right: Sequence[Extent]) -> DifferingExtents:
    """Take out what both have as often, then pair the rest within a family."""
    rest_left, rest_right = _rest(left, right), _rest(right, left)
    changed: list[tuple[Extent, Extent]] = []
    for one in tuple(rest_left):
        two = next((two for two in rest_right if two.family == one.family), None)
        if two is not None:
            changed.append((one, two))
            rest_left.remove(one)
            rest_right.remove(two)
    return DifferingExtents(tuple(changed), tuple(rest_left), tuple(rest_right))


def _rest(own: Sequence[Extent], other: Sequence[Extent]) -> list[Extent]:
    """The extents of ``own`` whose class ``other`` has not; how often does not matter, long claims repeat theirs."""
    names = Counter(extent.name for extent in other)
    return [extent for extent in own if not names[extent.name]]


def _extent_at(words: Sequence[Word], at: int) -> Extent | None:
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        phrase = tuple(word.key for word in words[at : at + length])
        name = CLASSES.get(phrase)
        if name is None or (name == "may" and phrase == ("may",) and words[at].capital):
            continue
        if name == "most" and phrase == ("most",) and _degree(words, at):
            return None
        if phrase == ("among", "the") and not _superlative(words, at + 2):
            return None
        last = at + length - 1
        return Extent(name, FAMILIES[name], at, last, words[at].start, words[last].end)
    return None


def _degree(words: Sequence[Word], at: int) -> bool:
    """Whether "most" makes a superlative: "the most expensive"."""
    return at > 0 and words[at - 1].key in ("the", "its", "his", "her", "their", "our", "of", "world", "country")


def _superlative(words: Sequence[Word], at: int) -> bool:
    """Whether "among the" leads to a rank: "among the highest". "Among the files" only tells where something was."""
    following = [word.key for word in words[at : at + 3]]
    return any(key.endswith("est") or key in TOP for key in following)


TOP = frozenset(listed("most least top best worst first last leading few only greatest main"))


def degree_changed(one: str, two: str) -> bool:
    """Whether two words are degrees of one adjective: high, higher, highest."""
    if one[:2] != two[:2]:
        return False
    short, long = sorted((one, two), key=len)
    root = _root(short)
    return short != long and root == _root(long) and len(root) > 2 and (long.endswith(("est", "er")))


def _root(word: str) -> str:
    for ending in ("est", "er"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)]
            break
    if word.endswith("i"):
        word = word[:-1] + "y"
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word.removesuffix("e")
