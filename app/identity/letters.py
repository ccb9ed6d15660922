"""Look-alike letters: whose script a letter is, and the skeleton that shows which names only look the same.

Two names with one skeleton and different keys are never one by that: they are marked, and an editor is told.
"""

import unicodedata
from functools import lru_cache

# Letters drawn as a Latin one, by case. Source: Unicode Technical Standard 39, confusables.txt, the part that one meets
# in names: Cyrillic and Greek. Letters that only resemble ("Ш", "λ") are no part of it.
LOOK_ALIKE = str.maketrans(
    "АВЕКМНОРСТУХЅІЈԌҮԚԜаеорсухѕіјһԁԛԝүӏ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυιϲϳ" + "ıɡɑ",
    "ABEKMHOPCTYXSIJGYQWaeopcyxsijhdqwyl" + "ABEZHIKMNOPTYXavopuicj" + "iga",
)
# Letters whose name in Unicode does not begin with their script's.
NAMED_OTHERWISE = {"CJK": "Han", "IDEOGRAPHIC": "Han", "KANGXI": "Han", "HIRAGANA": "Han", "KATAKANA": "Han"}


def scripts(name: str) -> frozenset[str]:
    """The scripts of a name's letters: "Latin", "Cyrillic", "Greek" ... Han and the two kana count as one script."""
    return frozenset(filter(None, map(_script, name)))


def is_mixed(name: str) -> bool:
    """Whether one word of a name has letters of two scripts, or plain letters beside fullwidth or mathematical ones."""
    return any(1 < len(scripts(word)) or _half_disguised(word) for word in name.split())


@lru_cache(maxsize=1 << 14)
def skeleton(name: str) -> str:
    """What a name looks like: look-alike letters folded to Latin, hidden characters left out, then case and spaces.

    Latin letters among themselves are not folded (I and l): "ILKA" and "Ilka" would differ.
    """
    seen = "".join(_plain(letter) for letter in name if unicodedata.category(letter) != "Cf")
    return " ".join(unicodedata.normalize("NFC", seen.translate(LOOK_ALIKE).casefold()).split())


def _half_disguised(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    disguised = [_plain(letter) != letter for letter in letters]
    return any(disguised) and not all(disguised)


def _plain(letter: str) -> str:
    """The ordinary letter of a fullwidth or mathematical one. A ligature, as in "Geoﬀ", is left as it is."""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if len(plain) == 1 and letter.isalpha() and unicodedata.normalize("NFC", letter) != plain else letter


@lru_cache(maxsize=1 << 12)
def _script(letter: str) -> str:
    if not unicodedata.category(letter).startswith("L") or unicodedata.category(letter) == "Lm":
        return ""
    first = unicodedata.name(_plain(letter), "").partition(" ")[0]
    return NAMED_OTHERWISE.get(first, first.capitalize())
