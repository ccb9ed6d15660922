"""What the words around a capitalised name say: a person's, or that of a body, a place or a thing.

There is no list of first names, so an unknown name counts as a person's unless something speaks against it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.speakers.lexicon import (
    BODY_NOUNS,
    BODY_WORDS,
    CALENDAR,
    COLLECTIVE_NOUNS,
    DEMONYMS,
    FUNCTION_WORDS,
    KIN,
    MODIFIERS,
    PLACE_OPENERS,
    PLACES,
    PORTFOLIOS,
    PREPOSITIONS,
    ROLES,
    SUFFIXES,
    THING_WORDS,
    TITLES,
    UNNAMED_NOUNS,
)
from app.speakers.names import key
from app.speakers.roles import role_after
from app.speakers.runs import Piece
from app.speakers.words import Reading, Word

NOT_A_SURNAME = BODY_WORDS | THING_WORDS | CALENDAR
# Titles that are common family names too: Mr King, Ms Page.
SURNAMES = frozenset(
    {"king", "page", "judge", "bishop", "pope", "prince", "major", "dean", "marshal", "coach", "baker", "farmer"}
    | {"singer", "driver", "archer", "head", "guard", "cardinal", "champion", "winner", "banker", "star", "boss"}
)
# What stands right behind the name of a body: "Frobnitz officials".
_STAFF = frozenset({"officials", "executives", "employees", "officers", "spokesman", "spokeswoman", "ceo"})
# Peoples and titles that are given names too.
_GIVEN_NAMES_TOO = frozenset(
    {"christian", "german", "english", "irish", "welsh", "dean", "judge", "major", "will", "may", "duke", "earl"}
)
_GROUPS = (ROLES - SURNAMES - TITLES) | {noun + "s" for noun in ROLES} | COLLECTIVE_NOUNS | UNNAMED_NOUNS
ONLY_TITLES = TITLES | ROLES | MODIFIERS | DEMONYMS | PORTFOLIOS | FUNCTION_WORDS | PLACES


def words_of(reading: Reading, piece: Piece) -> tuple[str, ...]:
    """The words of a name."""
    return tuple(reading.words[n].text for n in range(piece.first, piece.last + 1))


def only_tails(groups: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Names that are the end of a longer one, particles and middle names: "van Quill" of "Ada van Quill"."""
    names = list(groups)
    ends = {tuple(map(key, name[start:])) for name in names for start in range(1, len(name) - 1)}
    return {name for name in names if tuple(map(key, name)) in ends}


def only_opened(reading: Reading, groups: Mapping[tuple[str, ...], Sequence[Piece]]) -> set[tuple[str, ...]]:
    """Surnames with a common word in front that is no given name: "Suddenly Quill", "Vermont Quill".

    Only where the surname has another bearer; then such a pair would be taken for a second one.
    """
    small = {word.low for word in reading.words if not word.capital}
    pairs = {
        forms
        for forms, found in groups.items()
        if len(forms) == 2
        and (_is_title_like(forms[0]) or (all(_opens(reading, p) for p in found) and _is_common(forms[0], small)))
    }
    surnames = {forms[-1] for forms in groups if forms not in pairs}
    return {forms for forms in pairs if forms[1] in surnames}


def _is_title_like(form: str) -> bool:
    return form.lower().removesuffix("s") in ONLY_TITLES - _GIVEN_NAMES_TOO


def _is_common(form: str, small: set[str]) -> bool:
    """Whether a capitalised word is a common one: seen in small letters, "Following", "Embattled", "Prize-winner"."""
    participle = form.endswith("ing") or (len(form) > 6 and form.endswith("ed") and not form.endswith("med"))
    return form.lower() in small or participle or form.partition("-")[2].islower()


def _opens(reading: Reading, piece: Piece) -> bool:
    return piece.title is None and reading.words[piece.first].opens


def without_epithets(reading: Reading, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with "Crooked Ada Quill" cut to the Ada Quill whom the article named before.

    "Ada Mary Quill" is safe: she is named in full first, and in the middle of a sentence.
    """
    met: set[tuple[str, ...]] = set()
    full: set[tuple[str, ...]] = set()
    result = []
    for piece in pieces:
        name = words_of(reading, piece)
        if len(name) > 2 and not piece.body and name[1:] in met and name not in full:
            piece = replace(piece, first=piece.first + 1, title=None)
        elif len(name) > 2:
            full.add(name)
        met.add(words_of(reading, piece))
        result.append(piece)
    return result


def may_be_bare(word: Word) -> bool:
    """Whether a capitalised word alone can be a surname, and is not a group of people, a body or an acronym."""
    plural = {word.low, word.low.removesuffix("s")}
    groups = COLLECTIVE_NOUNS | UNNAMED_NOUNS | BODY_NOUNS | DEMONYMS | ONLY_TITLES | NOT_A_SURNAME
    return not plural & groups and not (len(word.text) > 2 and word.text.isupper()) and "-" not in word.text


def is_person(reading: Reading, forms: tuple[str, ...], found: Sequence[Piece], singles: set[str]) -> bool:
    """Whether a name of several words is a person's, by its own words and by what stands around its occurrences."""
    lows = [form.lower().rstrip(".") for form in forms]
    titled = any(piece.title is not None for piece in found)
    if lows[-1] in NOT_A_SURNAME and not titled:
        return False
    if (lows[-1] in TITLES and lows[0] in ONLY_TITLES) or all(low in ONLY_TITLES for low in lows):
        return False
    if lows[-1] in _GROUPS and not titled:
        return False
    if lows[0] in MODIFIERS - _GIVEN_NAMES_TOO and _is_plural(lows[-1]) and not titled and forms[-1] not in singles:
        return False  # "Senior Greens"
    if (
        len(lows) == 2
        and (lows[0] in PLACE_OPENERS or lows[0] in DEMONYMS or lows[1] in PLACES | DEMONYMS)
        and not titled
        and forms[1] not in singles
    ):
        return False
    if lows[-1] == "i" or any(low in FUNCTION_WORDS and len(low) > 1 for low in lows[1:]):
        return False
    if len(lows) == 2 and lows[1] in SUFFIXES:
        return False
    return _votes(reading, forms, found, singles) >= 0


def is_shown(reading: Reading, forms: tuple[str, ...], found: Sequence[Piece], singles: set[str]) -> bool:
    """Whether something around a name speaks for a person: a title, an age, a role, or its last word used alone."""
    return _votes(reading, forms, found, singles) > 0


def _votes(reading: Reading, forms: tuple[str, ...], found: Sequence[Piece], singles: set[str]) -> int:
    return sum(_vote(reading, piece) for piece in found[:40]) + (forms[-1] in singles)


def _is_plural(low: str) -> bool:
    return low.endswith("s") and not low.endswith(("ss", "us", "is"))


def _is_body_behind(reading: Reading, piece: Piece) -> bool:
    """Whether an apposition calls a name a body: "Frob Vale, a charity", "Clean Quays, the group that"."""
    words = reading.words
    begin = piece.last + 1
    if begin >= len(words) or words[begin].opens or not words[begin].gap.lstrip().startswith(","):
        return False
    if words[begin].low not in ("a", "an", "the", "its", "our", "their"):
        return False
    for number in range(begin + 1, min(begin + 7, len(words))):
        word = words[number]
        if word.opens or not word.close or word.low in FUNCTION_WORDS:
            return False
        last = number + 1 == len(words) or not words[number + 1].close
        if word.low in BODY_NOUNS and not word.possessive:
            return last or words[number + 1].low in PREPOSITIONS | {"that", "which", "who"}
    return False


def _vote(reading: Reading, piece: Piece) -> int:
    """What the words around a name say: above 0 for a person, below for a body or thing."""
    words = reading.words
    votes = 0
    before = words[piece.first - 1] if piece.first and not words[piece.first].opens else None
    after = words[piece.last + 1] if piece.last + 1 < len(words) else None
    if piece.title is not None:
        votes += 4
    elif before is not None and words[piece.first].close:
        votes += 3 * (before.low in ROLES and not before.possessive) - 3 * (before.low == "the")
    if _is_body_behind(reading, piece):
        votes -= 6
    if after is not None and not after.opens:
        if words[piece.last].possessive and after.gap.strip() == ",":
            votes -= 3  # "Quill’s, the grocer": a shop, not its founder
        elif after.gap.strip() == ",":
            votes += 2 * (after.low in ("who", "whose")) - 2 * (after.low == "which")
        elif after.gap.lstrip().startswith(",") and any(mark.isdigit() for mark in after.gap):
            votes += 2
        elif after.close and not words[piece.last].possessive:
            votes -= 2 * (after.low in _STAFF)
    return votes + 2 * bool(role_after(reading, piece))


def personal(reading: Reading, number: int) -> int:
    """What stands around a single name: above 0 for a person ("said she"), below for a body ("its", "the")."""
    words = reading.words
    votes = -2 if number and not words[number].opens and words[number - 1].low in ("the", "at", "via") else 0
    if (
        number + 1 < len(words)
        and words[number + 1].gap.startswith(",")
        and any(c.isdigit() for c in words[number + 1].gap)
    ):
        votes += 2  # ", 42,"
    for ahead in range(number + 1, min(number + 7, reading.sentence(words[number].sentence).stop)):
        word = words[ahead]
        if word.capital or word.quoted:
            break
        if word.low in ("he", "she", "who", "himself", "herself", "his", "her"):
            return votes + 1
        if word.low in ("its", "it", "itself", "which") or (ahead == number + 1 and word.low in UNNAMED_NOUNS):
            return votes - 1
    return votes


def is_kin(reading: Reading, piece: Piece) -> bool:
    """Whether a single name is introduced by kinship: "her brother Ezra", "Quill's wife, Ada,"."""
    word = reading.words[piece.first]
    if not piece.first or word.opens or word.gap.strip(" ,"):
        return False
    return reading.words[piece.first - 1].low in KIN


def is_acronym(short: str, full: str) -> bool:
    """Whether the capitals of `short` are first letters of words of `full`, in order."""
    letters = [c for c in short if c.isupper()]
    if len(letters) < 2 or len(letters) * 3 < len(short) * 2:
        return False
    firsts = iter(c.upper() for c in (word[0] for word in full.replace("-", " ").split()))
    return all(any(first == letter for first in firsts) for letter in letters)
