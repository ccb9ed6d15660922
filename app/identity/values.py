"""The values that leave this room: how two names are alike, who held an office when, and what a people file holds."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Likeness(StrEnum):
    """Why two names are worth proposing to an editor as one person; never a reason to merge by itself."""

    MIDDLE_NAME = "middle name or initial"
    INITIAL = "initial of the given name"
    SHORT_FORM = "short form of the given name"
    SECOND_FAMILY = "second family name"
    TRANSLITERATION = "transliteration"
    SPELLING = "spelling"
    ACCENTS = "accents"
    HYPHEN = "hyphen or particle"
    ORDER = "order of names"
    LOOK_ALIKE = "look-alike letters"


class Precision(StrEnum):
    """How exactly the days of an office are known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Office:
    """One person's time in one office.

    `speaker` is the id of the record and `name` the name, whose family name in an article tells who it is about.
    `area` is the country, region or town, `body` the organisation; `areas` are all
    spellings of the area that its file gives, adjectives among them ("Corlandish"). `begins` and `ends` are the first
    and last day in office; known to the month or year only, `begins` is the first day of that month or year and `ends`
    the last. Without `begins` the beginning is unknown; without `ends` the office is still held.
    """

    speaker: int
    title: str
    area: str | None
    body: str | None
    begins: date | None
    ends: date | None
    areas: tuple[str, ...] = ()
    precision: Precision = Precision.DAY
    name: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is meant by a role. `speaker` is None where that is not sure; `candidates` are then the ids of those it could
    be, in order, and `reason` says why, in words."""

    speaker: int | None
    candidates: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ImportedOffice:
    """One office of a people file; its dates as in `Office`."""

    title: str
    area: str | None
    area_names: tuple[str, ...]
    body: str | None
    begins: date | None
    ends: date | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class ImportedPerson:
    """One person or body of a people file: `kind` is "person" or "organisation", `wikidata` "Q…" or None."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    wikidata: str | None
    offices: tuple[ImportedOffice, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """What an import leaves out: `row` says where ("row 3", "persons[2].other_names[0]"), `reason` is a sentence."""

    row: str
    reason: str


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """What an import file holds: the people in its order, and what was refused."""

    people: tuple[ImportedPerson, ...]
    refused: tuple[Refused, ...]
