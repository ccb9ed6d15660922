"""Who is who across articles: names, offices by date, people files. Decision: likeness is proposed, never merged."""

from app.identity.alike import adds_only_initials, conflict, likeness
from app.identity.letters import is_mixed, scripts, skeleton
from app.identity.names import NameParts, block_keys, family_key, is_whole, name_key, parts
from app.identity.offices import holder
from app.identity.people_file import read_people
from app.identity.titles import office_key, title_key, title_keys
from app.identity.values import (
    Holder,
    ImportedOffice,
    ImportedPerson,
    Likeness,
    Office,
    PeopleFile,
    Precision,
    Refused,
)

__all__ = [
    "Holder",
    "ImportedOffice",
    "ImportedPerson",
    "Likeness",
    "NameParts",
    "Office",
    "PeopleFile",
    "Precision",
    "Refused",
    "adds_only_initials",
    "block_keys",
    "conflict",
    "family_key",
    "holder",
    "is_mixed",
    "is_whole",
    "likeness",
    "name_key",
    "office_key",
    "parts",
    "read_people",
    "scripts",
    "skeleton",
    "title_key",
    "title_keys",
]
