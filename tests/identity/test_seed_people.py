"""The people file of the seeds tells the same offices as the world that it is made from."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.identity import ImportedPerson, PeopleFile, read_people, title_key

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def speakers() -> list[dict[str, Any]]:
    world = json.loads((SEEDS / "world.json").read_text(encoding="utf-8"))
    return [speaker for speaker in world["speakers"] if speaker.get("offices")]


@pytest.fixture(scope="module")
def people() -> PeopleFile:
    return read_people((SEEDS / "people.json").read_bytes(), name="people.json")


def test_nothing_is_refused(people: PeopleFile) -> None:
    assert people.refused == ()


def test_it_has_the_offices_of_the_world(people: PeopleFile, speakers: list[dict[str, Any]]) -> None:
    found = {person.name: person for person in people.people if person.kind == "person"}
    assert set(found) == {speaker["name"] for speaker in speakers}
    for speaker in speakers:
        told = [(_key(office["title"]), office["from"], office["to"]) for office in speaker["offices"]]
        assert sorted(told) == sorted(_offices(found[speaker["name"]], {key for key, _, _ in told}))


def test_its_aliases_are_whole_names_of_the_world(people: PeopleFile, speakers: list[dict[str, Any]]) -> None:
    known = {speaker["name"]: speaker["aliases"] for speaker in speakers}
    aliases = {(person.name, alias) for person in people.people if person.kind == "person" for alias in person.aliases}
    assert aliases == {("Edmund Hask", "Ed Hask"), ("Des Hollin", "Desmond Hollin")}
    assert all(alias in known[name] for name, alias in aliases)


def test_nobody_has_the_id_of_a_real_person(people: PeopleFile) -> None:
    assert {person.wikidata for person in people.people} == {None}


def _key(title: str) -> str:
    return title_key(title.replace(" in the ", " of the "))


def _offices(person: ImportedPerson, titles: set[str]) -> list[tuple[str, str, str | None]]:
    """The offices under the title that the world gives them: with place or body where it names them."""
    found = []
    for office in person.offices:
        keys = [title_key(f"{office.title} of {owner}") for owner in (office.area, office.body) if owner]
        key = next((each for each in (*keys, title_key(office.title)) if each in titles), f"no such title: {keys}")
        begins, ends = office.begins, office.ends
        found.append((key, begins.isoformat() if begins else "", ends.isoformat() if ends else None))
    return found
