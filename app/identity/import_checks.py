"""What an import file may say of a person: names, aliases, Wikidata ids and days, each refused with a sentence.

A wrong alias ties other people's claims to somebody, so an alias of a person must be a whole name.
"""

import re
import unicodedata
from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.identity.names import LONGEST_NAME, is_whole, name_key
from app.identity.values import ImportedPerson, Precision, Refused

WIKIDATA = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/)?(Q[1-9][0-9]{0,11})", re.ASCII)
DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?", re.ASCII)
# Joiners are letters' business in Persian and in the scripts of India; every other hidden character only deceives.
HIDDEN_BUT_GOOD = "\u200c\u200d"


class Unfit(ValueError):
    """A value that is refused; the message is a sentence for people."""


def clean(value: object, what: str) -> str:
    """A text without surplus spaces. Raises Unfit where it is no text, has control characters or is too long."""
    if not isinstance(value, str):
        raise Unfit(f"The {what} is not a text.")
    if any(_is_hidden(letter) for letter in value.strip()):
        raise Unfit(f"The {what} has control characters in it.")
    text = " ".join(value.split())
    if LONGEST_NAME < len(text):
        raise Unfit(f"The {what} is longer than {LONGEST_NAME} characters.")
    return unicodedata.normalize("NFC", text)


def person_name(value: object, kind: str) -> str:
    """The name of a person or body, or an alias. Raises Unfit; a person's must be whole."""
    name = clean(value, "name")
    if not any(letter.isalpha() for letter in name):
        raise Unfit("The name has no letters." if name else "The name is empty.")
    if kind == "person" and not is_whole(name):
        raise Unfit(f"“{name}” is not a full name: others bear it too, so it ties no article to one person.")
    return name


def wikidata_id(value: object) -> str | None:
    """A Wikidata id, bare or as an address; None where there is none. Raises Unfit on anything else."""
    text = clean("" if value is None else value, "Wikidata id")
    if not text:
        return None
    match = WIKIDATA.fullmatch(text)
    if match is None:
        raise Unfit(f"“{text}” is not a Wikidata id, which is a Q and a number.")
    return match[1]


def first_day(value: object) -> tuple[date | None, Precision]:
    """The first day that a date of day, month or year can mean, and which of them it is. Raises Unfit."""
    return _read_day(value, last=False)


def last_day(value: object) -> tuple[date | None, Precision]:
    """The last day that a date of day, month or year can mean, and which of them it is. Raises Unfit."""
    return _read_day(value, last=True)


def coarser(one: Precision, other: Precision) -> Precision:
    """The less exact of two precisions."""
    return max(one, other, key=list(Precision).index)


def without_doubts(people: Sequence[tuple[str, ImportedPerson]], refused: list[Refused]) -> tuple[ImportedPerson, ...]:
    """The people without what two of them share: a Wikidata id, or an alias that is another's name or alias too.
    Each comes with the place where it stands; what is taken away is added to `refused`."""
    ids = Counter(person.wikidata for _, person in people if person.wikidata)
    bearers = Counter(key for _, person in people for key in _keys(person))
    found = []
    for row, person in people:
        shared = {alias: None for alias in person.aliases if 1 < bearers[name_key(alias)]}
        for alias in shared:
            refused.append(Refused(row, f"“{alias}” is a name of two people of this file."))
        if person.wikidata and 1 < ids[person.wikidata]:
            refused.append(Refused(row, f"{person.wikidata} is given to two people of this file."))
            person = replace(person, wikidata=None)
        found.append(replace(person, aliases=tuple(alias for alias in person.aliases if alias not in shared)))
    return tuple(found)


def _keys(person: ImportedPerson) -> set[str]:
    return {name_key(each) for each in (person.name, *person.aliases)}


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"} and letter not in HIDDEN_BUT_GOOD


def _read_day(value: object, *, last: bool) -> tuple[date | None, Precision]:
    text = clean("" if value is None else value, "date")
    if not text:
        return None, Precision.DAY
    match = DAY.fullmatch(text)
    if match is None:
        raise Unfit(f"“{text}” is not a date like 2024-10-15, 2024-10 or 2024.")
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        if day:
            return date(year, month, day), Precision.DAY
        precision = Precision.MONTH if month else Precision.YEAR
        return _edge(year, month, last=last), precision
    except ValueError as error:
        raise Unfit(f"“{text}” is not a day of the calendar.") from error


def _edge(year: int, month: int, *, last: bool) -> date:
    """The first or last day of a month, or of a year where the month is 0."""
    first = date(year, month or 1, 1)
    return date(year, month or 12, monthrange(year, month or 12)[1]) if last else first
