"""Import files: what is in them, and a clear sentence for whatever is not."""

import json
from datetime import date
from typing import Any

import pytest

from app.errors import InvalidInput
from app.identity import ImportedOffice, ImportedPerson, PeopleFile, Precision, read_people

POPOLO: dict[str, Any] = {
    "persons": [
        {
            "id": "ada",
            "name": "Ada  Holm",
            "other_names": [{"name": "Ada B. Holm", "note": "in full"}, {"name": "Holm"}, {"name": "ADA HOLM"}],
            "identifiers": [{"scheme": "Wikidata", "identifier": "https://www.wikidata.org/wiki/Q12"}],
        },
        {"id": 7, "name": "Jo Pell", "identifiers": [{"scheme": "wikidata", "identifier": "Q13"}]},
    ],
    "organizations": [
        {"id": "gov", "name": "Government of Corland", "area_id": "c"},
        {"id": "osk", "name": "Osk Water", "other_names": [{"name": "OW"}]},
    ],
    "areas": [{"id": "c", "name": "Corland", "other_names": [{"name": "Corlandish"}]}, {"id": "w", "name": "Wexby"}],
    "posts": [{"id": "fin", "label": "Minister of Finance", "role": "minister", "organization_id": "gov"}],
    "events": [{"id": "term/3", "start_date": "2020-05-01", "end_date": "2024-04-30"}],
    "memberships": [
        {"person_id": "ada", "post_id": "fin", "start_date": "2024-02", "end_date": "2025-03-19"},
        {"person_id": 7, "organization_id": "osk", "role": "chief executive", "start_date": "2020"},
        {"person_id": 7, "area": {"name": "Wexby"}, "label": "mayor", "legislative_period_id": "term/3"},
    ],
}
CSV = """name,aliases,wikidata,kind,office,area,area_names,body,from,to
Ada Holm,Ada B. Holm;Holm,Q12,,finance minister,Corland,Corlandish;Corlander,,2024-10-15,2025
Ada Holm,,,person,prime minister,Corland,,,2025-04,
Osk Water,OW,,organisation,,,,,,
"""
PARLIAMENT = """id,name,sort_name,email,group,area,chamber,start_date,end_date,wikidata
p1,Ada Holm,"Holm, Ada",,Civic Party,Sarne,Assembly,2024-01-10,,Q12
p2,Ada Holm,"Holm, Ada",,Harbour Alliance,Wexby,Assembly,,,Q13
p1,Ada Holm,"Holm, Ada",,Civic Party,Sarne,Assembly,2020-01-10,2024-01-09,Q12
"""


def read(value: object, name: str = "people.json") -> PeopleFile:
    return read_people(value.encode() if isinstance(value, str) else json.dumps(value).encode(), name=name)


def reasons(value: object, name: str = "people.json") -> list[tuple[str, str]]:
    return [(each.row, each.reason) for each in read(value, name).refused]


def test_popolo() -> None:
    found = read(POPOLO)
    assert found.people == (
        ImportedPerson(
            "Ada Holm",
            "person",
            ("Ada B. Holm",),
            "Q12",
            (
                ImportedOffice(
                    "Minister of Finance",
                    "Corland",
                    ("Corlandish",),
                    "Government of Corland",
                    date(2024, 2, 1),
                    date(2025, 3, 19),
                    Precision.MONTH,
                ),
            ),
        ),
        ImportedPerson(
            "Jo Pell",
            "person",
            (),
            "Q13",
            (
                ImportedOffice("chief executive", None, (), "Osk Water", date(2020, 1, 1), None, Precision.YEAR),
                ImportedOffice("mayor", "Wexby", (), None, date(2020, 5, 1), date(2024, 4, 30), Precision.DAY),
            ),
        ),
        ImportedPerson("Osk Water", "organisation", ("OW",), None, ()),
    )
    assert [each.row for each in found.refused] == ["persons[0].other_names[1]"]
    assert "“Holm” is not a full name" in found.refused[0].reason


def test_memberships_inside_persons_and_a_bare_list() -> None:
    found = read([{"name": "Ada Holm", "memberships": [{"role": "mayor", "area": {"name": "Wexby"}}]}])
    assert found.people[0].offices == (ImportedOffice("mayor", "Wexby", (), None, None, None, Precision.DAY),)


def test_names_in_two_parts_and_a_main_name() -> None:
    main = {"given_name": "Ada", "family_name": "Holm", "note": "Main"}
    found = read([{"other_names": [main, {"name": "Ada Pell"}]}, {"given_name": "Jo", "family_name": "Pell"}, {}])
    assert [(each.name, each.aliases) for each in found.people] == [("Ada Holm", ("Ada Pell",)), ("Jo Pell", ())]
    assert [each.reason for each in found.refused] == ["The name is not a text."]


def test_csv() -> None:
    found = read(CSV, "people.csv")
    corland = ("Corlandish", "Corlander")
    assert found.people == (
        ImportedPerson(
            "Ada Holm",
            "person",
            ("Ada B. Holm",),
            "Q12",
            (
                ImportedOffice(
                    "finance minister", "Corland", corland, None, date(2024, 10, 15), date(2025, 12, 31), Precision.YEAR
                ),
                ImportedOffice("prime minister", "Corland", (), None, date(2025, 4, 1), None, Precision.MONTH),
            ),
        ),
        ImportedPerson("Osk Water", "organisation", ("OW",), None, ()),
    )
    assert [each.row for each in found.refused] == ["line 2"]


def test_a_parliaments_list_keeps_namesakes_apart() -> None:
    found = read(PARLIAMENT, "term-3.csv")
    assert [(each.name, each.wikidata, len(each.offices)) for each in found.people] == [
        ("Ada Holm", "Q12", 2),
        ("Ada Holm", "Q13", 1),
    ]
    assert found.people[0].offices[0] == ImportedOffice(
        "member", "Sarne", (), "Assembly", date(2024, 1, 10), None, Precision.DAY
    )
    assert found.refused == ()


def test_other_separators_and_a_mark_of_byte_order() -> None:
    found = read_people("\ufeffname;office\r\nAda Holm;mayor\r\n".encode(), name="people.csv")
    assert [each.name for each in found.people] == ["Ada Holm"]
    assert found.people[0].offices[0].title == "mayor"


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        ({"name": "Holm"}, "“Holm” is not a full name: others bear it too, so it ties no article to one person."),
        ({"name": ""}, "The name is empty."),
        ({"name": "--"}, "The name has no letters."),
        ({}, "The name is not a text."),
        ({"name": ["Ada Holm"]}, "The name is not a text."),
        ({"name": "Ada\u0007 Holm"}, "The name has control characters in it."),
        ({"name": "Ada \u202eHolm"}, "The name has control characters in it."),
        ({"name": "Ada \ud800Holm"}, "The name has control characters in it."),
        ({"name": "Ada Holm" + "m" * 200}, "The name is longer than 200 characters."),
        ({"name": "Ada Holm", "other_names": "Ada"}, "“other_names” is not a list."),
        ({"name": "Ada Holm", "other_names": ["Ada"]}, "This is not an object."),
        ({"name": "Ada Holm", "other_names": [{"name": "Mrs Holm"}]}, "“Mrs Holm” is not a full name"),
        (
            {"name": "Ada Holm", "identifiers": [{"scheme": "wikidata", "identifier": "12"}]},
            "“12” is not a Wikidata id, which is a Q and a number.",
        ),
        (
            {"name": "Ada Holm", "identifiers": [{"scheme": "wikidata", "identifier": each} for each in ("Q1", "Q2")]},
            "There are two Wikidata ids for one.",
        ),
        ({"name": "Ada Holm", "memberships": [{"start_date": "2024-02-30"}]}, "“2024-02-30” is not a day of the"),
        ({"name": "Ada Holm", "memberships": [{"start_date": "May 2024"}]}, "“May 2024” is not a date like 2024-10-15"),
        ({"name": "Ada Holm", "memberships": [{"start_date": 2024}]}, "The date is not a text."),
        (
            {"name": "Ada Holm", "memberships": [{"start_date": "2024", "end_date": "2023"}]},
            "The office ends before it begins.",
        ),
        ({"name": "Ada Holm", "memberships": [{"organization_id": "x"}]}, "There is no organization with the id “x”"),
        ({"name": "Ada Holm", "memberships": [{"role": {}}]}, "The role is not a text."),
        (7, "This is not an object."),
    ],
)
def test_what_is_refused_of_a_person(person: object, reason: str) -> None:
    assert any(told.startswith(reason) for _, told in reasons({"persons": [person]}))


def test_what_two_share_is_refused() -> None:
    twins = [{"id": "1", "name": "Ada Holm"}, {"id": "1", "name": "Jo Pell"}]
    assert [reason for _, reason in reasons({"persons": twins})] == ["The id “1” stands 2 times in “persons”."] * 2
    same = [{"scheme": "wikidata", "identifier": "Q5"}]
    found = read([{"name": "Ada Holm", "identifiers": same}, {"name": "Jo Pell", "identifiers": same}])
    assert [each.wikidata for each in found.people] == [None, None]
    assert [each.reason for each in found.refused] == ["Q5 is given to two people of this file."] * 2
    found = read([{"name": "Ada Holm"}, {"name": "Jo Pell", "other_names": [{"name": "Ada Holm"}]}])
    assert found.people[1].aliases == ()
    assert found.refused[0].reason == "“Ada Holm” is a name of two people of this file."


def test_a_key_that_stands_twice() -> None:
    text = '{"persons": [{"name": "Ada Holm", "name": "Jo Pell"}, {"name": "Jo Pell"}]}'
    assert [each.name for each in read(text).people] == ["Jo Pell"]
    assert reasons(text) == [("persons[0]", "A key stands twice in this object.")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Holm,mayor,Wexby,2024,", "“Holm” is not a full name"),
        ("Ada Holm,mayor,Wexby,2024-13,", "“2024-13” is not a day of the calendar."),
        ("Ada Holm,mayor,Wexby,2024,2023", "The office ends before it begins."),
        ("Ada Holm,mayor,Wexby,2024,,more", "There are 6 cells in a table of 5 columns."),
        ("Ada\u0000 Holm,mayor,Wexby,2024,", "The name has control characters in it."),
    ],
)
def test_what_is_refused_of_a_line(line: str, reason: str) -> None:
    found = reasons(f"name,office,area,from,to\n{line}\nJo Pell,mayor,Sarne,2024,\n", "people.csv")
    assert len(found) == 1
    assert found[0][0] == "line 2"
    assert found[0][1].startswith(reason)


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "people.json", "There is nothing in this file."),
        (b"\xff\xfe", "people.json", "This file is not in UTF-8."),
        (b"{", "people.json", "This JSON is broken at line 1"),
        (b"[" * 100_000, "people.json", "This JSON is nested too deep."),
        (b'{"a": NaN}', "people.json", "This JSON has a number in it that cannot be read."),
        (b"[" + b"9" * 5000 + b"]", "people.json", "This JSON has a number in it that cannot be read."),
        (b'{"a": 1, "a": 2}', "people.json", "A key stands twice in the outermost object"),
        (b'{"people": []}', "people.json", "This JSON holds no list “persons”"),
        (b"7", "people.json", "This JSON holds no list “persons”"),
        (b"forename,surname\nAda,Holm", "people.csv", "The first line of this CSV has no column “name”."),
        (b"name,name\nAda,Holm", "people.csv", "The column “name” stands twice"),
        (b'name\n"Ada', "people.csv", "This CSV is broken at line 2"),
        (b" " * 5_000_001, "people.csv", "This file is larger than 5 MB."),
    ],
)
def test_a_file_that_cannot_be_read(data: bytes, name: str, sentence: str) -> None:
    with pytest.raises(InvalidInput, match="^" + sentence.replace("(", r"\(")):
        read_people(data, name=name)
