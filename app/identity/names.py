"""Names across articles: the key by which two are one, the parts of one, and the keys under which spellings meet.

Only `name_key` makes two names one. Everything else here is coarser on purpose, and serves to find what is worth
proposing to an editor.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.identity.folding import coarse, listed, sounds

TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})


# Left out on purpose: what is as often a given name (Dean, Earl, Duke, Judge) or holds the place of one in English news
# ("Pope", "King", "Prince", "Sheikh"), so that such a name stays whole.
TITLES = listed(
    """mr mrs ms miss mx dr prof professor sir dame lord lady baroness hon rev reverend fr father sr sister bishop
    archbishop cardinal rabbi imam gen general col colonel capt captain cpt lt lieutenant sgt sergeant maj major adm
    admiral cmdr commander pres president sen senator rep congressman congresswoman gov governor mayor minister
    secretary chancellor premier ambassador vice attorney chairman chairwoman director speaker former cllr councillor
    councilman councilwoman justice m mme mlle herr frau senor señor señora signor ayatollah mullah"""
)
# Given names too, so that only with a stop are they titles: "Col. Holm", but "Col Holm" is a whole name.
TITLES_WITH_STOP = listed("col gen maj fr sen")
# Where these stand in front of one more word, both are a family name.
PARTICLES = listed(
    """van vander vanden von der den de del della dello degli di da do dos das du des la le les lo los las el al y ter
    ten te zu zur zum af av 't st ste st. bin ibn ben bint abu abd ould st af vom dal dalla bar"""
)
# "Ben Holm" and "Al Holm" are whole names; "Van Holm" is as often a family name alone, and then stays open.
GIVEN_AT_FIRST = listed("al ben abd bar des do lo te abu")
ARTICLE = re.compile(r"^(?:al|el|as|an|ar|ad|at|az|ash|adh|ath)-(?=\w)", re.IGNORECASE)
JOINED_ARTICLE = re.compile(r"^(?:El|Al)(?=[A-Z][a-z])")
GENERATIONS = {
    **dict.fromkeys(("jr", "jnr", "junior"), "Jr."),
    **dict.fromkeys(("sr", "snr", "senior"), "Sr."),
    **dict.fromkeys(("ii", "2nd"), "II"),
    **dict.fromkeys(("iii", "3rd"), "III"),
    **dict.fromkeys(("iv", "4th"), "IV"),
}
AFTER_NAME = listed("mp mep msp ms am ao ac oam qc kc sc jp frs kbe dbe ret phd md cbe obe mbe esq mla td")
NO_NAME = listed("the a an his her their its our my your some another")
NICKNAME = re.compile(r"""(?<!\w)(?:"[^"]{1,30}"|“[^”]{1,30}”|'[^']{1,30}'|‘[^’]{1,30}’|\([^)]{1,30}\))(?!\w)""")
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,4}|[A-Z][B-DF-HJ-NP-TV-XZ]{1,2}")
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class NameParts:
    """One person's name as printed, without title: `given` is empty where only a family name is there.

    `middles` are middle names and initials in order; `family` has its particles ("van der Holm", "al-Holm");
    `generation` is "Jr.", "Sr.", "II", "III", "IV" or empty.
    """

    given: str
    middles: tuple[str, ...]
    family: str
    generation: str


def name_key(name: str) -> str:
    """The folded form by which names are compared."""
    return " ".join(unicodedata.normalize("NFC", name).translate(TYPOGRAPHY).casefold().split())


def is_whole(name: str) -> bool:
    """Whether a person's name can stand across articles: a given name or initial, and a family name.

    "Ada Holm" and "A. Holm" can; "Mr Holm", "Holm Jr.", "van der Holm", "Mary H.", "the coach" and "one poster" cannot.
    """
    found = parts(name)
    letters = [each for each in found.family if each.isalpha()]
    if not found.given or len(letters) < 2 or any(each.isdigit() for each in name):
        return False
    return found.given.casefold() not in NO_NAME and not name.islower()


@lru_cache(maxsize=1 << 14)
def parts(name: str) -> NameParts:
    """The parts of a person's name. "Holm, Ada" is read as "Ada Holm"; a text that is no name gives what it has."""
    words, generation = _plain(name)
    first = _family_start(words)
    given = words[0] if first > 0 else ""
    return NameParts(given, tuple(words[1:first]), " ".join(words[first:]), generation)


def family_key(name: str) -> str:
    """The blocking key under which spellings of one family name meet, particles left out: "Harlenskyy", "Harlenski".

    Letters of other scripts stay as they are, so that such a name meets only its like.
    """
    return coarse(bare_family(parts(name).family))


def block_keys(name: str) -> frozenset[str]:
    """Every key under which a name may meet one that is like it: its family name, each part of a double one, the last
    middle name (it may be a first family name), and its words in any order. Two names with no key in common have no
    `likeness`, but for look-alike letters."""
    found = parts(name)
    words = [found.given, *found.middles, found.family]
    doubled = [coarse(each) for each in (*re.split(r"[\s-]+", bare_family(found.family)), *found.middles[-1:])]
    ordered = "".join(sorted(filter(None, map(coarse, re.split(r"[\s-]+", " ".join(words))))))
    return frozenset({family_key(name), f"={ordered}", *(key for key in doubled if 2 < len(key))} - {"", "="})


def bare_family(family: str) -> str:
    """A family name without its particles and the Arabic article; itself where nothing else is left."""
    words = [JOINED_ARTICLE.sub("", ARTICLE.sub("", word)) for word in family.split()]
    kept = [word for word in words if word.casefold() not in PARTICLES]
    return " ".join(kept or words)


def is_initial(word: str) -> bool:
    """Whether a word is one letter, with or without its stop."""
    return len(word.rstrip(".")) == 1


def same_sound(one: str, other: str) -> bool:
    """Whether two words are spellings of one by the tables of `folding`."""
    return bool(sounds(one)) and sounds(one) == sounds(other)


def _plain(name: str) -> tuple[list[str], str]:
    """The words of a name in the order given, middles, family; and its generation."""
    text = unicodedata.normalize("NFC", name[:LONGEST_NAME])
    text = NICKNAME.sub(" ", text).translate(TYPOGRAPHY)
    head, _, tail = text.partition(",")
    words, behind = head.split(), tail.replace(",", " ").split()
    generation = _take_generation(behind, enough=0) or _take_generation(words, enough=1)
    behind = [word for word in behind if not _follows(word)]
    while 2 < len(words) and _follows(words[-1]):
        words.pop()
    words = behind + words
    while 1 < len(words) and _is_title(words[0]):
        words = words[1:]
    return [each for number, word in enumerate(words) for each in _split(word, number, words)], generation


def _is_title(word: str) -> bool:
    low = word.rstrip(".").casefold()
    return low in TITLES and not is_initial(word) and (low not in TITLES_WITH_STOP or word.endswith("."))


def _take_generation(words: list[str], *, enough: int) -> str:
    if len(words) <= enough:
        return ""
    generation = GENERATIONS.get(words[-1].rstrip(".").casefold(), "")
    if generation:
        words.pop()
    return generation


def _follows(word: str) -> bool:
    """Whether a word is a mark of honour behind a name: "MP", "Ph.D."."""
    return word.replace(".", "").casefold() in AFTER_NAME and any(each.isupper() for each in word[1:])


def _split(word: str, number: int, words: list[str]) -> list[str]:
    """ "J.D." and "JD" in front of a family name are two initials; in a name all in capitals "JD" is not."""
    if number + 1 == len(words) or not INITIALS.fullmatch(word) or (words[-1].isupper() and "." not in word):
        return [word]
    return [f"{letter}." for letter in word if letter != "."]


def _family_start(words: list[str]) -> int:
    """The number of the word that begins the family name; 0 where there is no given name."""
    last = len(words) - 1
    if last < 1:
        return 0
    if _all_family(words, last):
        return 0
    for number in range(1, last):
        if words[number + 1] == "y" and number + 2 <= last:
            return number
        if _is_particle(words[number]):
            return number
    return last


def _all_family(words: list[str], last: int) -> bool:
    low = [word.casefold() for word in words]
    leads = low[0] in PARTICLES and (words[0].islower() or low[0] not in GIVEN_AT_FIRST)
    return leads and all(word in PARTICLES for word in low[:last])


def _is_particle(word: str) -> bool:
    return word.casefold() in PARTICLES or (word.islower() and ARTICLE.match(word) is not None)
