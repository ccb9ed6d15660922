"""Who is who across articles: names, offices by date, people files. Decision: likeness is proposed, never merged."""

from app.identity.letters import is_mixed, scripts, skeleton
from app.identity.names import NameParts, block_keys, family_key, is_whole, name_key, parts
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
    "block_keys",
    "family_key",
    "is_mixed",
    "is_whole",
    "name_key",
    "parts",
    "scripts",
    "skeleton",
]
