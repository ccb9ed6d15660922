"""One identity across articles: by the full name alone, never by likeness, and nobody by one name."""

import pytest
from sqlalchemy import select

from app.db import Database
from app.identity import name_key
from app.models import Claim, Speaker
from tests.storing.saying import Said, new_index, put_all

WORDS = "the ferry to the outer islands would lose its state subsidy"


def speakers(database: Database, *names: str | None) -> int:
    """How many speakers come of claims by these names."""
    with database.transaction() as session:
        put_all(session, new_index(), [Said(f"{WORDS} {place}", by=name) for place, name in enumerate(names)])
        return len(session.scalars(select(Speaker)).all())


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mark Hill", "Mary Hill"), ("José Marín", "Jose Marin"), ("Ada Zelenko", "Ada Zelenkko"), ("Ada Orr", "Аda Orr")],
    ids=["alike", "accents", "spelling", "a Cyrillic letter"],
)
def test_names_that_are_only_alike_are_two_people(database: Database, one: str, other: str) -> None:
    assert speakers(database, one, other) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("Siobhan O'Dowd", "Siobhan O’Dowd"), ("KEIR LUNDE", "Keir Lunde"), ("Ann  de Groot", "Ann de Groot")],
    ids=["apostrophe", "capitals", "spaces"],
)
def test_names_that_differ_in_typography_are_one_person(database: Database, one: str, other: str) -> None:
    assert speakers(database, one, other) == 1


@pytest.mark.parametrize("shouted", ["KEIR LUNDE", "KEIR Lunde", "keir lunde"])
def test_the_name_shown_is_not_the_one_in_capitals_whichever_came_first(database: Database, shouted: str) -> None:
    with database.transaction() as session:
        put_all(session, new_index(), [Said(WORDS, by=shouted), Said(WORDS, by="Keir Lunde", outlet="The Echo")])
        assert session.scalars(select(Speaker.name)).all() == ["Keir Lunde"]


@pytest.mark.parametrize("name", ["Obrin", None])
def test_nobody_is_known_across_articles_by_one_name_or_none(database: Database, name: str | None) -> None:
    assert speakers(database, name, name) == 0


def test_one_name_stays_open_as_the_candidate(database: Database) -> None:
    with database.transaction() as session:
        put_all(session, new_index(), [Said(WORDS, by="Obrin")])
        claim = session.scalars(select(Claim)).one()
    assert (claim.speaker_id, claim.speaker_how, claim.speaker_candidates) == (None, "open", ["Obrin"])


def test_the_key_keeps_letters_apart() -> None:
    assert name_key("Zoë  O’Neil-Orr") == "zoë o'neil-orr"
