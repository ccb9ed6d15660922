"""Which capitals name a body: what its own words show, what the article shows where it stands, or what everybody knows.

Nothing shown is no name: a surname that the article never introduces is as often a person's.
"""

import re
from collections.abc import Sequence

from app.speakers.evidence import personal
from app.speakers.given_names import gender_of
from app.speakers.lexicon import (
    BODY_NOUNS,
    BODY_WORDS,
    CALENDAR,
    COLLECTIVE_NOUNS,
    DEMONYMS,
    FUNCTION_WORDS,
    MODIFIERS,
    PARTISANS,
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
from app.speakers.words import Reading, Word


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FAMOUS = _words(
    """twitter facebook youtube google microsoft amazon apple netflix instagram linkedin snapchat uber airbnb tesla
    intel ibm boeing airbus pfizer walmart verizon comcast disney nike pepsi siemens samsung sony toyota volkswagen
    reuters bloomberg politico breitbart forbes newsweek fortune slate salon variety axios propublica buzzfeed gallup
    ipsos quinnipiac nielsen yougov rasmussen pew zogby edison wikileaks wikipedia greenpeace amnesty unicef unesco
    interpol europol hamas hezbollah taliban kremlin vatican pentagon fed xinhua tass haaretz opec"""
)
# Bodies that need no other name: there is one of them in the country that the article speaks of.
ALONE = _words("senate house congress parliament assembly pentagon treasury crown army navy cabinet") | FAMOUS
# Words that many bodies have in their names and that tell none apart.
_PLAIN = (
    (BODY_WORDS | BODY_NOUNS | PORTFOLIOS | _words("of the for and on in"))
    - FAMOUS
    - _words("veterans giant show democrats republicans motors airlines airways crossroads")
) | _words(
    """national federal central supreme high general civil royal public foreign state local city county regional
    municipal chief labour labor conservative liberal socialist communist green social democratic republican christian
    progressive auditor ombudsman"""
)
# How names of firms and news outlets end that are one word: "Norcorp", "Fjordnews".
_TAILS = ("news", "corp", "tech", "media", "press", "soft", "leaks")
# There is one of each, though their words are plain.
_UNIQUE = frozenset(
    [
        "white house",
        "state department",
        "republican party",
        "republican national committee",
        "democratic national committee",
        "homeland security",
        "department of homeland security",
        "house of commons",
        "house of lords",
        "islamic state",
        "black lives matter",
    ]
)
# Parties that are called like their members.
_PARTIES = frozenset(["liberal democrats", "social democrats", "christian democrats", "sweden democrats"])
# What every country has, however long its name: "department of foreign affairs".
_OF_EVERY_STATE = _words("ministry department court government parliament senate assembly police army navy")
# What belongs to one person, and is named after him: "Quill’s campaign", "the Quill administration".
PERSONAL = _words("campaign camp team office administration government cabinet")
_STAFF = _words("executives employees officers engineers ceo shares customers users")
_POSTS = _words("executive ceo editor reporter correspondent journalist employee employees shares offices headquarters")
_OWNED = _words("website newsroom shares stock board headquarters ceo customers employees app users executives")
# "The pump firm Frobnitz" is its name; "the company Quill left" and "the party Quill leads" are not hers.
_SURE = _words("firm giant maker manufacturer retailer startup newspaper magazine broadcaster carrier airline lender")
_VERBS = _words(
    """said says told tells has had is was will would could can may might claimed claims called accused denied denies
    warned warns announced wants did does also argued argues insisted insists put found told held gave took made set got
    won lost left led ran kept saw sent wrote bought sold cut thought knew"""
)
_NO_NAMES = DEMONYMS | MODIFIERS | PARTISANS | TITLES | COLLECTIVE_NOUNS | UNNAMED_NOUNS
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,}(?:s|ers)")
_ENDS = PREPOSITIONS | _words("that which who whose and or")


def is_plain(name: str) -> bool:
    """Whether a name has nothing in it but words that many bodies have: "transport ministry", "National Bank"."""
    words = _bare_words(name)
    return " ".join(words) not in _UNIQUE and all(word in _PLAIN for word in words)


def tells_apart(name: str) -> bool:
    """Whether a body's name means one body only in an archive of many countries. "Transport ministry", "Supreme Court"
    and "National Bank" do not, nor do "the Quill campaign" or "Quill’s office", known by a surname alone."""
    words = _bare_words(name)
    if len(words) == 2 and words[1] in PERSONAL - {"government"} and words[0] not in PLACES | DEMONYMS:
        return " ".join(words) in _UNIQUE
    telling = [word for word in words if word not in ("of", "the", "for", "and", "on", "in")]
    long = len(telling) > 2 and not _OF_EVERY_STATE & set(words)
    return long or not is_plain(name)


def _bare_words(name: str) -> list[str]:
    return [word.strip("'’").removesuffix("'s").removesuffix("’s").lower() for word in name.split()]


def is_unique(words: Sequence[Word]) -> bool:
    """Whether everybody knows the one body of this name."""
    return " ".join(word.low for word in words) in _UNIQUE


def looks_like_body(words: Sequence[Word]) -> bool:
    """Whether the words of a name show by themselves that it is a body's or a place's."""
    last = words[-1]
    lows = {word.low for word in words}
    if lows & (FAMOUS | PLACES) or is_unique(words):
        return True
    if len(words) == 1:
        compound = last.low.endswith(_TAILS) and len(last.low) > 6
        return _is_acronym(last) or _has_inner_capital(last) or last.low in ALONE or compound
    inner = any(_is_acronym(word) for word in words)
    return inner or bool(lows & (BODY_WORDS | BODY_NOUNS)) or words[0].low in PLACE_OPENERS or len(words) > 3


def _is_acronym(word: Word) -> bool:
    """BBC and F.B.I., not J. or Jr., nor a plural such as PACs."""
    letters = word.text.replace(".", "").replace("-", "")
    return len(letters) > 1 and letters.isupper() and word.low not in SUFFIXES and len(letters) < 9


def _has_inner_capital(word: Word) -> bool:
    """BuzzFeed, CorRail, Kelp.com; not McQuill, O’Quill or Mac-Quill."""
    text = word.text.removesuffix("s")  # PACs are no BuzzFeed
    if "." in text[1:-1] and text[-1] != ".":
        return True
    if text.startswith(("Mc", "Mac", "De", "La", "Le", "Di", "Da", "Van", "Fitz")) or "'" in text or "-" in text:
        return False
    return any(mark.isupper() for mark in text[1:]) and not text.isupper()


def votes(reading: Reading, first: int, last: int) -> int:
    """What stands around one occurrence of a name: above 0 for a body, below for a person."""
    words = reading.words
    before = words[first - 1] if first and not words[first].opens and words[first].close else None
    near = {word.low for word in words[last + 1 : last + 7]}
    said = personal(reading, last)
    count = 0 if said == -1 and not near & {"its", "itself", "which"} else -said
    if before is not None and before.low == "in" and not words[last].possessive:
        count += 1  # "in Norland"
    if before is not None and before.low == "the" and _goes_on(words, last):
        count -= 2  # "the Quill campaign" is hers
    if before is not None:
        if before.low in BODY_NOUNS and not before.capital and not before.possessive:
            count += 6 if before.low in _SURE else 2
        count -= 3 * (before.low in ROLES and not before.possessive)
        if first > 1 and words[first - 1].close and words[first - 1].low in ("of", "at", "for", "in"):
            count += 2 * (words[first - 2].low in _POSTS)
    return count + _behind(words, last)


def _goes_on(words: Sequence[Word], last: int) -> bool:
    """Whether a noun goes with the name before it."""
    after = words[last + 1] if last + 1 < len(words) else None
    return after is not None and after.close and not after.opens and not is_verb(after)


def _behind(words: Sequence[Word], last: int) -> int:
    """What the words behind a name say for a body."""
    if last + 1 >= len(words) or words[last + 1].opens:
        return 0
    after = words[last + 1]
    comma = after.gap.lstrip().startswith(",")
    if comma:
        return 2 * (after.low == "which") - 3 * (after.low in ("who", "whose")) + 3 * _is_called_body(words, last + 1)
    if not after.close:
        return 0
    if words[last].possessive:
        return 2 * (after.low in _OWNED)
    return 2 * (after.low in _STAFF) + (after.low in ("reported", "reports"))


def _is_called_body(words: Sequence[Word], begin: int) -> bool:
    """Whether an apposition calls a name a body: ", a charity", ", the pump firm that"."""
    if words[begin].low not in ("a", "an", "the", "its", "our", "their"):
        return False
    for number in range(begin + 1, min(begin + 8, len(words))):
        word = words[number]
        if word.opens or not word.close or word.low in FUNCTION_WORDS:
            return False
        after = words[number + 1] if number + 1 < len(words) else None
        ends = after is None or after.opens or not after.close or after.low in _ENDS
        if ends:
            return word.low in BODY_NOUNS and not word.possessive
    return False


def is_no_name(words: Sequence[Word]) -> bool:
    """Whether capitals are no body's name whatever stands around: a group, a thing, a headline, a person."""
    last = words[-1]
    if is_unique(words):
        return False
    if any(_are_partisans(word) for word in words) and " ".join(word.low for word in words) not in _PARTIES:
        return True  # "Democrats on the Judiciary Committee"
    if _PLURAL_ACRONYM.fullmatch(last.text):
        return True  # "super PACs", "GOPers"
    if {word.low for word in words} & CALENDAR:
        return True
    if last.low in THING_WORDS - BODY_WORDS - BODY_NOUNS and len(words) > 1:
        return True
    shouted = len(words) > 2 and all(word.text.isupper() for word in words)
    if last.low in COLLECTIVE_NOUNS - BODY_WORDS - BODY_NOUNS or {word.low for word in words} <= {"super", "pac"}:
        return True
    if (
        len(words) > 1
        and last.low in ROLES | {"supervisor"}
        and not {word.low for word in words} & (BODY_WORDS | BODY_NOUNS | FAMOUS)
    ):
        return True  # "Norland County Supervisor"
    if shouted and last.low not in BODY_WORDS | BODY_NOUNS:
        return True
    if last.low in FUNCTION_WORDS - BODY_WORDS and not any(_is_acronym(word) for word in words):
        return True
    if len(words) == 1:
        if last.low in ALONE:
            return False
        return last.low in DEMONYMS | MODIFIERS | PARTISANS | TITLES | COLLECTIVE_NOUNS | UNNAMED_NOUNS or _is_people(
            last
        )
    return False


def is_given(words: Sequence[Word]) -> bool:
    """Whether a short name begins with a given name and ends with no noun of a body."""
    return bool(gender_of(words[0].text)) and words[-1].low not in BODY_WORDS | BODY_NOUNS and 1 < len(words) < 4


def _are_partisans(word: Word) -> bool:
    return word.low.endswith("s") and word.low.removesuffix("s") in PARTISANS


def _is_people(word: Word) -> bool:
    """The Texan, the Vermonters: people by where they live, "African-Americans" too."""
    low = word.low.removesuffix("s")
    if low in PLACES:
        return False
    stem = low.removesuffix("n").removesuffix("a").removesuffix("i")
    plain = low.rpartition("-")[2] in DEMONYMS or low.removesuffix("er") in PLACES
    return plain or (low.endswith("an") and any(place.startswith(stem) for place in PLACES if len(stem) > 2))


def is_verb(word: Word) -> bool:
    """Whether a word behind a name is its verb: "said", "has", "added"."""
    return not word.capital and (word.low in _VERBS or word.low.endswith("ed"))


def keeps_ending(words: Sequence[Word], last: int) -> bool:
    """Whether the "’s" at the end of a name belongs to it: "Save Gannet’s said", but not "the Treasury’s claim"."""
    if last + 1 >= len(words) or words[last + 1].opens:
        return True
    after = words[last + 1]
    return not after.close or after.low in _VERBS
