"""A town that talks a lot: an archive of a few dozen claims by people whose names are alike, some of them unclear."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from sqlalchemy.orm import Session

from app.search.vectors import VectorIndex
from app.speakers import How, Resolution, SpeakerKind
from app.values import Analysis
from tests.storing.saying import Said, analysis_of, new_index, put

NAMES = (
    "Ada Holm",
    "Ada J. Holm",
    "Ada Quist",
    "Ezra Holm",
    "Ezra Quist",
    "Per Lund",
    "Pär Lund",
    "Holm",
    "Quist",
    None,
)
WORDS = (
    "the harbour tunnel will open in November and it will stay on budget",
    "the harbour tunnel will open in November and will stay on budget this year",
    "the ferry to the outer islands would lose its state subsidy of 14 million crowns",
    "the ferry to the outer islands would lose its state subsidy of 19 million crowns",
    "no school on the northern shore of the bay will be closed before the next election",
    "every school on the northern shore of the bay will be closed before the next election",
)
OUTLETS = ("The Lantern", "Sarn Weekly", "Osk Herald")


def talk(chance: Random, number: int) -> list[tuple[Said, Resolution]]:
    """So many sayings, no two of them the same article."""
    found: dict[str, tuple[Said, Resolution]] = {}
    while len(found) < number:
        name = chance.choice(NAMES)
        day = date(2025, 3, 1) + timedelta(days=chance.randrange(60))
        said = Said(chance.choice(WORDS), by=name, on=day, outlet=chance.choice(OUTLETS))
        found[said.key] = (said, resolution(chance, name))
    return list(found.values())


def resolution(chance: Random, name: str | None) -> Resolution:
    """How an article resolves a name: now and then it names one person by two names, or leaves two candidates."""
    if name is None:
        if chance.random() < 0.5:
            return Resolution(None, SpeakerKind.UNNAMED, How.NONE, (), None, None)
        return Resolution(None, SpeakerKind.PERSON, How.OPEN, ("Ada Holm", "Ezra Quist"), None, None)
    forms = ("Ada Holm", "Ada J. Holm") if name == "Ada J. Holm" and chance.random() < 0.5 else ()
    return Resolution(name, SpeakerKind.PERSON, How.SURNAME, (), None, None, forms=forms)


def found_in(said: Said, resolved: Resolution) -> Analysis:
    analysis = analysis_of(said)
    return replace(analysis, claims=tuple(replace(claim, resolution=resolved) for claim in analysis.claims))


def fill(session: Session, sayings: list[tuple[Said, Resolution]]) -> VectorIndex:
    """Store them one by one; the index has seen none of what is not committed."""
    index = new_index()
    for said, resolved in sayings:
        put(session, index, said, found=found_in(said, resolved))
    return index
