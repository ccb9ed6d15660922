"""Titles and appositions of a name as printed: "Former harbour chief", "the team's coach".

Taken only where the words touch the name; a role a comma away counts only if its phrase begins the clause, since
"In a letter to the mayor, Ada Quill said" makes nobody mayor.
"""

from app.speakers.lexicon import (
    BODY_NOUNS,
    DEFINITE,
    DETERMINERS,
    FUNCTION_WORDS,
    HOLDINGS,
    HONORIFICS,
    KIN,
    MODIFIERS,
    PREPOSITIONS,
    ROLES,
    SAME_TITLE,
)
from app.speakers.runs import Piece
from app.speakers.values import Span
from app.speakers.words import Reading, Word

_LONGEST_ROLE = 14
_KNOWN = ROLES | MODIFIERS | BODY_NOUNS
# In front of a name these are as likely to end another phrase: "the best friend Ada Quill ever had".
_TOO_PLAIN = frozenset({"friend", "ally", "man", "woman", "boy", "girl", "star", "partner", "parent"})
_BEING = (
    *(("is",), ("remains",), ("became",), ("becomes",), ("has", "been"), ("serves", "as"), ("has", "served", "as")),
    *(("took", "over", "as"), ("takes", "over", "as"), ("took", "office", "as"), ("takes", "office", "as")),
)
_LINKS = frozenset({"of", "for", "the"})
_OWNING = frozenset({"his", "her", "their", "my", "our"})
_LEADS = frozenset({("according", "to"), ("words", "of")})
_AFTER_NAME = frozenset({"qc", "kc", "sc", "mp", "mep", "msp", "md", "phd", "esq"})


def role_before(reading: Reading, piece: Piece) -> range:
    """The words of the role that run up to a name; empty where there is none."""
    words = reading.words
    if piece.title is None and _is_kin_of(words, piece.first):
        return range(piece.first - 2, piece.first)
    if piece.title is None and not _holds_role(words, piece.first):
        return _role_before_comma(reading, piece)
    start = piece.title if piece.title is not None else piece.first
    begin = _phrase_start(words, start)
    role = range(begin, piece.first)
    return role if any(words[n].low not in HONORIFICS for n in role) else range(0)


def _is_kin_of(words: tuple[Word, ...], first: int) -> bool:
    """Whether "her father" or "her father," stands in front of a name."""
    if first < 2 or words[first].opens or words[first - 1].opens or words[first].gap.strip() not in ("", ","):
        return False
    return words[first - 1].low in KIN and words[first - 1].close and words[first - 2].low in _OWNING


def _holds_role(words: tuple[Word, ...], first: int) -> bool:
    before, name = words[max(0, first - 1)], words[first]
    return first > 0 and before.low in ROLES - _TOO_PLAIN and name.close and not name.opens and not before.possessive


def _phrase_start(words: tuple[Word, ...], start: int) -> int:
    """Go back over the words that can stand in a title in front of word `start`."""
    number = start
    while number > 0 and start - number < _LONGEST_ROLE and _belongs(words, number - 1):
        number -= 1
    while number < start and not (words[number].capital or words[number].low in _KNOWN):
        number += 1
    return number


def _belongs(words: tuple[Word, ...], number: int) -> bool:
    """Whether a word goes with the one behind it: known in titles, a capital, or the noun right before a role."""
    word, after = words[number], words[number + 1]
    if not after.close or after.opens or word.possessive or after.quoted != word.quoted:
        return False
    if word.low in _KNOWN or (word.capital and word.low not in FUNCTION_WORDS):
        return True
    return after.low in ROLES and not after.capital and word.low not in FUNCTION_WORDS


def _role_before_comma(reading: Reading, piece: Piece) -> range:
    """The words of a phrase that begins a clause and is explained by the name: "The coach, Ada Quill,"."""
    words = reading.words
    first = piece.first
    if first == 0 or words[first].opens or words[first].gap.strip() != ",":
        return range(0)
    number = first - 1
    while number > 0 and not words[number].opens and first - number < _LONGEST_ROLE and _explained(words, number - 1):
        number -= 1
    role = range(number, first)
    leads = words[number].opens or tuple(words[n].low for n in range(max(0, number - 2), number)) in _LEADS
    return role if leads and head_of(reading, role) is not None else range(0)


def _explained(words: tuple[Word, ...], number: int) -> bool:
    word, after = words[number], words[number + 1]
    if not after.close or after.opens:
        return False
    known = word.low in _KNOWN or word.capital or word.low in ("the", "a", "an", "of", "for", "at")
    return known or word.possessive or after.low in ROLES


def role_after(reading: Reading, piece: Piece) -> range:
    """The words of an apposition behind a name, its comma to the next: "a senior fellow at the institute"."""
    words = reading.words
    begin = piece.last + 1
    if begin >= len(words) or words[begin].opens or not words[begin].gap.lstrip().startswith(","):
        return range(0)
    end = begin
    while end < len(words) and end - begin < _LONGEST_ROLE:
        if words[end].opens or (end > begin and _breaks(words[end])) or words[end].low in ("who", "whose", "and"):
            break
        end += 1
    if end < len(words) and end - begin >= _LONGEST_ROLE and not words[end].opens:
        return range(0)
    return range(begin, end) if _is_role(words, begin, end) else range(0)


def role_told(reading: Reading, piece: Piece) -> range:
    """The words of an office that a verb gives a name: "Ada Quill took over as finance minister", "who is the mayor".

    Only verbs that hold now; an office in the past is not whom the bare role means.
    """
    words = reading.words
    begin = piece.last + 1
    if begin < len(words) and words[begin].low == "who" and words[begin].gap.strip() == ",":
        begin += 1
    verb = next((verb for verb in _BEING if tuple(w.low for w in words[begin : begin + len(verb)]) == verb), ())
    begin += len(verb)
    if not verb or begin >= len(words) or words[begin].opens or words[piece.last].possessive:
        return range(0)
    head = next((n for n in range(begin, min(begin + 6, len(words))) if words[n].low in HOLDINGS), None)
    inside = range(begin + 1, head + 1) if head is not None else range(0)
    if head is None or any(not words[n].close or words[n].low in PREPOSITIONS for n in inside):
        return range(0)
    end = head + 1
    while end < len(words) and end - begin < _LONGEST_ROLE and words[end].close and _goes_on(words[end]):
        end += 1
    while words[end - 1].low in _LINKS:
        end -= 1
    return range(begin, end)


def _goes_on(word: Word) -> bool:
    """Whether a word belongs to an office behind its noun: "minister of the Norland State"."""
    return word.capital or word.low in _LINKS


def _breaks(word: Word) -> bool:
    """Whether a mark stands between a word and the one before it."""
    return not word.close and not word.gap.startswith(".")


def _is_role(words: tuple[Word, ...], begin: int, end: int) -> bool:
    if begin == end:
        return False
    opener = words[begin]
    if opener.low in _AFTER_NAME:
        return True
    for number in range(begin, end):
        word, last = words[number], number + 1 == end
        if word.low in ROLES and not word.possessive and (last or words[number + 1].low in PREPOSITIONS):
            return True
        if number > begin and word.low in PREPOSITIONS:
            return False
        if word.low in FUNCTION_WORDS - DETERMINERS - MODIFIERS - PREPOSITIONS:
            return False
    return False


def head_of(reading: Reading, role: range) -> str | None:
    """The noun a role turns on, titles spelled out: "senator" for "Texas Sen.", "chief" for "Moscow station chief"."""
    head = None
    for number in role:
        word = reading.words[number]
        if word.low in PREPOSITIONS and head is not None:
            break
        if word.low in ROLES and not word.possessive:
            head = plain(word.low)
    return head


def role_words(reading: Reading, role: range) -> frozenset[str]:
    """The words of a role that tell it from others."""
    idle = DETERMINERS | PREPOSITIONS | DEFINITE
    words = {plain(reading.words[n].low) for n in role if reading.words[n].low not in idle}
    return frozenset(words | {"prime"} if any(reading.words[n].low == "pm" for n in role) else words)


def plain(word: str) -> str:
    """One word for the several spellings of a title."""
    return SAME_TITLE.get(word, word)


def printed_role(reading: Reading, role: range) -> str | None:
    """A role as the text has it, without an article in front."""
    if not role:
        return None
    first = role.start + (reading.words[role.start].low in ("the", "a", "an") and len(role) > 1)
    text = reading.printed(first, role.stop - 1)
    span: Span = (reading.words[role.stop - 1].start, reading.words[role.stop - 1].end)
    dotted = reading.text[span[1] : span[1] + 1] == "." and reading.words[role.stop - 1].low in SAME_TITLE
    return text + "." if dotted else text
