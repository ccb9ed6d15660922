"""A person's name in its parts, and when two names in one article are one person's.

They are only if given name, family name and suffix agree and no middle name speaks against it: Harold J. Moss is
Harold Moss, and neither is Harold Moss Jr. Ken is Kenneth where both bear one surname in one article. Letters are
compared as they are, so look-alikes stay apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from app.speakers.given_names import is_short_for
from app.speakers.lexicon import PARTICLES, SUFFIXES


@dataclass(frozen=True, slots=True)
class Name:
    """The words of a name; `middle` may hold initials, `suffix` is "jr", "iii" or empty."""

    words: tuple[str, ...]
    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str

    @property
    def text(self) -> str:
        """The name as one string."""
        return " ".join(self.words)


def name_of(words: Sequence[str]) -> Name:
    """Split the words of a name. A single word is a surname; particles belong to it: de Blasio, van der Laan."""
    core = list(words)
    suffix = ""
    if len(core) > 1 and core[-1].rstrip(".").lower() in SUFFIXES:
        suffix = core.pop().rstrip(".").lower()
    first = max(0, len(core) - 1)
    while first > 1 and core[first - 1].lower() in PARTICLES:
        first -= 1
    surname = " ".join(core[first:])
    given = core[0] if first else ""
    return Name(tuple(words), given, tuple(core[1:first]), surname, suffix)


def same_person(one: Name, other: Name) -> bool:
    """Whether two full names of one article can only be one person's."""
    if key(one.surname) != key(other.surname) or one.suffix != other.suffix:
        return False
    if key(one.given) != key(other.given) and not is_short_for(one.given, other.given):
        return False
    return all(_agree(a, b) for a, b in zip(one.middle, other.middle, strict=False))


def _agree(one: str, other: str) -> bool:
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return one[0] == other[0]
    return one == other


def key(name: str) -> str:
    """The form under which a name is looked up: QUILL in a transcript is Quill, De Blasio is de Blasio."""
    return name.casefold()


def short_forms(name: Name) -> frozenset[str]:
    """Keys of what may stand for the name by its family name: "de Blasio", "Blasio", "Moss Jr."."""
    forms = {key(name.surname), key(name.surname.rpartition(" ")[2])}
    for start in range(1, len(name.words)):
        forms.add(key(" ".join(name.words[start:])))
    if name.suffix:
        forms.discard(key(name.words[-1]))
        forms.add(key(f"{name.given} {name.words[-1]}"))
    if name.middle and not name.suffix:
        forms.add(key(name.surname))
    return frozenset(forms)


def nearly(one: str, other: str) -> bool:
    """Whether two spellings may be slips for each other: one letter in four to seven, two from eight on."""
    shorter = min(len(one), len(other))
    if one == other or shorter < 4 or one[0] != other[0]:
        return False
    allowed = 2 if shorter >= 8 else 1
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed
