"""Two names that may be one person's: worth proposing to an editor, or impossible. Nothing is merged by this.

A name is compared part by part: generation, family name, given name, then middle names in order. A part that
differs in a way that no table explains makes the names two people's: Mark Hill and Mary Hill, for all their likeness.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from app.identity.folding import compact, plain_letters
from app.identity.given_names import is_known_given, is_respelled, is_short_form, is_translation
from app.identity.letters import scripts, skeleton
from app.identity.names import NameParts, bare_family, is_initial, is_whole, name_key, parts, same_sound
from app.identity.values import Likeness

# Of several differences the first of these is told: the one by which two people are most easily taken for one.
WEAKEST_FIRST = (
    Likeness.INITIAL,
    Likeness.ORDER,
    Likeness.SECOND_FAMILY,
    Likeness.SHORT_FORM,
    Likeness.MIDDLE_NAME,
    Likeness.TRANSLITERATION,
    Likeness.SPELLING,
    Likeness.HYPHEN,
    Likeness.ACCENTS,
)
DOUBLED = re.compile(r"([^iy])\1")
# An initial or a short form of the given name is too little beside a family name that differs too.
GIVEN_IS_WEAK = {Likeness.INITIAL, Likeness.SHORT_FORM}
FAMILY_IS_WEAK = {Likeness.SECOND_FAMILY, Likeness.TRANSLITERATION, Likeness.SPELLING}

Found = frozenset[Likeness]


def likeness(one: str, other: str) -> Likeness | None:
    """Why two persons' names are worth proposing to an editor as one person; None where they are not.

    None too for names that are one already (`name_key`), and where one of them is not whole.
    """
    if name_key(one) == name_key(other) or not (is_whole(one) and is_whole(other)):
        return None
    if _look_alike(one, other):
        return Likeness.LOOK_ALIKE
    if scripts(one) != scripts(other):
        return None
    return _told(_compared(parts(one), parts(other)))


def conflict(one: str, other: str) -> bool:
    """Whether two persons' names cannot be one person's: different given, family or middle names, different generation.

    For the machine only: it stops a chain "Jo W. Holm" ~ "Jo Holm" ~ "Jo H. W. Holm". An editor knows of marriages and
    stage names. False where a name is not whole, or in another script, since nothing follows from it.
    """
    if name_key(one) == name_key(other) or not (is_whole(one) and is_whole(other)):
        return False
    if _look_alike(one, other) or scripts(one) != scripts(other):
        return False
    first, second = parts(one), parts(other)
    if {first.generation, second.generation} == {"", "Sr."}:
        first, second = _ageless(first), _ageless(second)
    return _compared(first, second) is None


def adds_only_initials(one: str, other: str) -> bool:
    """Whether two names differ only in that one has middle names or initials that the other lacks.

    Given name, family name and generation are the same letter by letter; an initial for a given name is too little.
    """
    first, second = parts(one), parts(other)
    if not (is_whole(one) and is_whole(other)) or is_initial(first.given):
        return False
    if len(first.middles) == len(second.middles):
        return False
    shorter = min(len(first.middles), len(second.middles))
    return _plain(first, shorter) == _plain(second, shorter)


def _plain(name: NameParts, middles: int) -> tuple[str, ...]:
    words = (name.given, name.family, name.generation, *name.middles[:middles])
    return tuple(name_key(word.rstrip(".")) for word in words)


def _look_alike(one: str, other: str) -> bool:
    """Whether two names look the same and are not: letters of another script, or hidden characters."""
    return skeleton(one) == skeleton(other) and not _dotless(one, other)


def _dotless(one: str, other: str) -> bool:
    """A Turkish "ı" is a letter of its own among Latin ones: its absence is a lost accent, not a look-alike."""
    return name_key(one).replace("ı", "i") == name_key(other).replace("ı", "i")


def _told(found: Found | None) -> Likeness | None:
    if found is None or (found & GIVEN_IS_WEAK and found & FAMILY_IS_WEAK):
        return None
    return next((each for each in WEAKEST_FIRST if each in found), Likeness.HYPHEN)


def _ageless(name: NameParts) -> NameParts:
    return NameParts(name.given, name.middles, name.family, "")


def _compared(one: NameParts, other: NameParts) -> Found | None:
    """What differs between two names that may be one person's; None where they cannot be."""
    if one.generation != other.generation:
        return None
    if _run_together(one) == _run_together(other):
        return frozenset({Likeness.HYPHEN})
    for first, second in ((one, other), (other, one)):
        for reading in (first, _two_family_names(first, second)):
            found = _in_parts(reading, second)
            if found is not None:
                return found
    return frozenset({Likeness.ORDER}) if _in_other_order(one, other) else None


def _in_parts(one: NameParts, other: NameParts) -> Found | None:
    """The differences part by part, if `one` may have more than `other`."""
    family = _family(one, other)
    if family is None:
        return None
    if not any(map(is_initial, (one.given, *one.middles, other.given, *other.middles))):
        before = _word(" ".join((one.given, *one.middles)), " ".join((other.given, *other.middles)))
        if before is not None:
            return family | before
    for given, middles, extra in _readings(one):
        first, rest = _given(given, other.given), _middles(middles, other.middles)
        if first is not None and rest is not None:
            return family | first | rest | extra
    return None


def _two_family_names(name: NameParts, other: NameParts) -> NameParts:
    """ "Ada Pell Holm" read with the family name "Pell Holm", where "Pell" is no given name. Never if the other has as
    many middle names, which then must agree: "Jo Walter Holm" and "Jo Herbert Walter Holm" are two people."""
    if len(name.middles) <= len(other.middles) or is_initial(name.middles[-1]) or is_known_given(name.middles[-1]):
        return name
    return NameParts(name.given, name.middles[:-1], f"{name.middles[-1]} {name.family}", name.generation)


def _readings(name: NameParts) -> Iterator[tuple[str, tuple[str, ...], Found]]:
    """The given and middle names; then as one who goes by the middle name: "W. Ada Holm" is "Ada Holm"."""
    yield name.given, name.middles, frozenset()
    if name.middles and not is_initial(name.middles[0]):
        yield name.middles[0], name.middles[1:], frozenset({Likeness.MIDDLE_NAME})


def _family(one: NameParts, other: NameParts) -> Found | None:
    found = _word(one.family, other.family)
    if found is not None:
        return found
    bare = bare_family(one.family), bare_family(other.family)
    found = _word(*bare)
    if found is not None:
        return found | {Likeness.HYPHEN}
    return _second_family(one, other)


def _second_family(one: NameParts, other: NameParts) -> Found | None:
    """Part of a double family name: "Pell-Holm" and "Holm"."""
    doubled = name_key(bare_family(one.family)).replace("-", " ").split()
    is_part = 1 < len(doubled) and name_key(bare_family(other.family)) in doubled
    return frozenset({Likeness.SECOND_FAMILY}) if is_part else None


def _given(one: str, other: str) -> Found | None:
    if is_initial(one) != is_initial(other):
        same = plain_letters(one[:1]) == plain_letters(other[:1])
        return frozenset({Likeness.INITIAL}) if same else None
    found = _word(one, other)
    if found is not None:
        return found
    if is_initial(one):
        return None
    if is_short_form(one, other):
        return frozenset({Likeness.SHORT_FORM})
    if is_respelled(one, other):
        return frozenset({Likeness.SPELLING})
    return frozenset({Likeness.TRANSLITERATION}) if is_translation(one, other) else None


def _middles(one: tuple[str, ...], other: tuple[str, ...]) -> Found | None:
    """Middle names one by one from the first: "W." agrees with "Walter", and with nothing; not with "H. W."."""
    found: Found = frozenset()
    for first, second in zip(one, other, strict=False):
        step = _given(first, second)
        if step is None:
            return None
        found |= {Likeness.MIDDLE_NAME} if Likeness.INITIAL in step else step
    return found if len(one) == len(other) else found | {Likeness.MIDDLE_NAME}


@lru_cache(maxsize=1 << 14)
def _word(one: str, other: str) -> Found | None:
    """How two words differ that are one but for their spelling; empty where they do not, None where they are two."""
    if name_key(one.rstrip(".")) == name_key(other.rstrip(".")):
        return frozenset()
    first, second = plain_letters(name_key(one)), plain_letters(name_key(other))
    if first == second:
        return frozenset({Likeness.ACCENTS})
    if compact(first) == compact(second):
        return frozenset({Likeness.HYPHEN})
    if _undoubled(compact(first)) == _undoubled(compact(second)):
        return frozenset({Likeness.SPELLING})
    return frozenset({Likeness.TRANSLITERATION}) if same_sound(one, other) else None


def _undoubled(word: str) -> str:
    """A word without its doubled letters; -yy and -ii are endings of transliterations."""
    return "".join(
        letter for number, letter in enumerate(word) if word[number - 1 : number] != letter or letter in "iy"
    )


def _run_together(name: NameParts) -> str:
    return compact(name_key("".join((name.given, *name.middles, name.family))))


def _in_other_order(one: NameParts, other: NameParts) -> bool:
    """The same words in another order, unless each order reads well: "Scott James" is not "James Scott"."""
    words, others = (
        [compact(plain_letters(word)) for word in (name.given, *name.middles, *name.family.split())]
        for name in (one, other)
    )
    return sorted(words) == sorted(others) and not (is_known_given(words[0]) and is_known_given(others[0]))
