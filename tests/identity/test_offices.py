"""Who "the finance minister" was: sure only where place and day leave one person, and open everywhere else."""

from datetime import date

import pytest

from app.identity import Holder, Office, Precision, holder

FIRST, SECOND, THIRD, ABROAD, GOVERNOR, BANKER, MAYOR, DEPUTY, CHIEF, SENATOR = range(1, 11)
ADJECTIVES = ("Corlandish", "Republic of Corland")


def office(speaker: int, title: str, area: str | None, begins: str | None, ends: str | None, **more: str) -> Office:
    days = (date.fromisoformat(day) if day else None for day in (begins, ends))
    areas = ADJECTIVES if area == "Corland" else ()
    return Office(speaker, title, area, more.get("body"), *days, areas, name=more.get("name", ""))


OFFICES = (
    office(FIRST, "finance minister", "Corland", "2022-05-10", "2024-10-14"),
    office(SECOND, "Minister of Finance", "Corland", "2024-10-15", "2025-03-19", body="Government of Corland"),
    office(THIRD, "finance minister", "Corland", "2025-03-19", None),
    office(ABROAD, "finance minister", "Norrick", "2023-01-01", None),
    office(GOVERNOR, "governor of Norrick", "Norrick", "2023-01-09", None, name="Walt Kessing"),
    office(BANKER, "governor", None, "2021-01-01", None, body="National Bank of Corland", name="Aurel Stann"),
    office(MAYOR, "mayor", "Port Averil", "2021-11-04", None, name="Ilka Brand"),
    office(DEPUTY, "deputy mayor", "Port Averil", "2021-11-04", None),
    office(CHIEF, "chief executive", None, "2020-01-01", None, body="Osk Water"),
    office(SENATOR, "senator", "Halloway", "2020-01-01", None),
)
SURE = [
    ("the finance minister", "A budget for Corland. The finance minister spoke.", "2024-10-14", FIRST),
    ("the finance minister", "A budget for Corland. The finance minister spoke.", "2024-10-15", SECOND),
    ("Finance Minister", "BRENNICK, Corland — A budget.", "2025-06-01", THIRD),
    ("Corland's finance minister", "Norrick and Corland met.", "2024-12-01", SECOND),
    ("the finance minister of the Republic of Corland", "", "2024-12-01", SECOND),
    ("the Corlandish finance minister", "", "2024-12-01", SECOND),
    ("the governor", "The docks of Norrick were full.", "2025-01-01", GOVERNOR),
    ("the governor of the National Bank of Corland", "The docks of Norrick were full.", "2025-01-01", BANKER),
    ("the mayor", "Port Averil Mayor Ilka Brand spoke.", "2025-01-01", MAYOR),
    ("Osk Water's chief executive", "The mayor and the mayor of Wexby met.", "2025-01-01", CHIEF),
]
OPEN = [
    ("the finance minister", "A budget for Corland.", "2025-03-19", (SECOND, THIRD)),
    ("the finance minister", "Norrick and Corland met.", "2024-12-01", (SECOND, ABROAD)),
    ("the finance minister", "A budget.", "2024-12-01", (SECOND, ABROAD)),
    ("her finance minister", "A budget for Corland.", "2024-12-01", (SECOND,)),
    ("the finance minister", "A budget for Corland. The Wexlandish Finance Minister came.", "2024-12-01", (SECOND,)),
    ("the governor", "A tariff of Norrick. The National Bank of Corland spoke.", "2025-01-01", (GOVERNOR, BANKER)),
    ("the governor", "Growth.\n\nAurel Stann spoke of Norrick.", "2025-01-01", (GOVERNOR, BANKER)),
    ("the governor", "A tariff of Norrick. The bank governor spoke.", "2025-01-01", (GOVERNOR,)),
    ("the mayor", "Port Averil was quiet. The mayor of Wexby came.", "2025-01-01", (MAYOR,)),
    ("the mayor", "Port Averil was quiet. Wexby's mayor came.", "2025-01-01", (MAYOR,)),
    ("the mayor", "South Port Averil was quiet.", "2025-01-01", (MAYOR,)),
    ("the mayor", "The Port Averil Herald came.", "2025-01-01", (MAYOR,)),
    ("the mayor", "Boats.\n\nRain fell.\n\nShe has been to Port Averil.", "2025-01-01", (MAYOR,)),
    ("the deputy mayor", "Port Averil was quiet.", "2025-01-01", (DEPUTY,)),
    ("the chief executive", "Osk Water had a bad year.", "2025-01-01", (CHIEF,)),
    ("the senator", "Halloway was quiet.", "2025-01-01", (SENATOR,)),
]


def on(day: str) -> tuple[date, date]:
    return (date.fromisoformat(day), date.fromisoformat(day))


@pytest.mark.parametrize(("role", "text", "day", "expected"), SURE)
def test_sure(role: str, text: str, day: str, expected: int) -> None:
    assert holder(role, text=text, said=on(day), offices=OFFICES).speaker == expected


@pytest.mark.parametrize(("role", "text", "day", "candidates"), OPEN)
def test_open_with_candidates(role: str, text: str, day: str, candidates: tuple[int, ...]) -> None:
    found = holder(role, text=text, said=on(day), offices=OFFICES)
    assert (found.speaker, found.candidates) == (None, candidates)
    assert found.reason


@pytest.mark.parametrize(
    "role",
    ["the former finance minister", "the then finance minister", "ex-finance minister", "the next finance minister"]
    + [
        "the incoming finance minister",
        "finance minister-designate",
        "the shadow finance minister",
        "a finance minister",
    ]
    + ["the deputy finance minister", "the finance minister's spokesman", "finance ministers", "premier", "", "?"],
)
def test_words_that_are_not_the_office(role: str) -> None:
    found = holder(role, text="A budget for Corland.", said=on("2024-12-01"), offices=OFFICES)
    assert (found.speaker, found.candidates) == (None, ())


def test_the_reason_is_in_words() -> None:
    text = "A budget for Corland."
    assert holder("the finance minister", text=text, said=on("2024-10-14"), offices=OFFICES) == Holder(
        FIRST, (FIRST,), "finance minister of Corland, 10 May 2022 to 14 Oct 2024"
    )
    assert holder("the governor of Norrick", text="", said=on("2025-01-01"), offices=OFFICES).reason == (
        "governor of Norrick since 9 Jan 2023"
    )


def test_days_over_a_hand_over_and_no_day_leave_it_open() -> None:
    role, text = "the finance minister", "A budget for Corland."
    days = (date(2024, 10, 14), date(2024, 10, 15))
    assert holder(role, text=text, said=days, offices=OFFICES).candidates == (FIRST, SECOND)
    assert holder(role, text=text, said=None, offices=OFFICES).candidates == (FIRST, SECOND, THIRD)
    assert holder(role, text=text, said=on("2020-01-01"), offices=OFFICES) == Holder(
        None, (), "nobody in the list held this office then"
    )


def test_inexact_days_are_sure_only_between_them() -> None:
    begins, ends = date(2024, 1, 1), date(2025, 12, 31)
    known = [Office(1, "mayor", "Wexby", None, begins, ends, precision=Precision.YEAR)]
    assert holder("the mayor of Wexby", text="", said=on("2024-06-01"), offices=known).candidates == (1,)
    assert holder("the mayor of Wexby", text="", said=on("2024-06-01"), offices=known).speaker is None
    assert holder("the mayor of Wexby", text="", said=on("2024-12-31"), offices=known).speaker == 1
    assert holder("the mayor of Wexby", text="", said=on("2025-01-02"), offices=known).speaker is None
    undated = [Office(1, "mayor", "Wexby", None, None, None)]
    assert holder("the mayor of Wexby", text="", said=on("2024-06-01"), offices=undated).speaker is None


def test_two_terms_without_a_gap_are_one() -> None:
    terms = [
        office(1, "mayor", "Wexby", "2020-01-01", "2023-12-31"),
        office(1, "mayor", "Wexby", "2024-01-01", None),
    ]
    days = (date(2023, 12, 31), date(2024, 1, 1))
    assert holder("the mayor of Wexby", text="", said=days, offices=terms).speaker == 1
    assert holder("the mayor of Wexby", text="", said=days, offices=terms[1:]).speaker is None


def test_an_office_without_a_place_is_never_shown_by_a_text() -> None:
    known = [Office(1, "mayor", None, None, date(2020, 1, 1), None), *OFFICES]
    assert holder("the mayor", text="Port Averil was quiet.", said=on("2025-01-01"), offices=known).candidates == (
        1,
        MAYOR,
    )


def test_another_country_named_as_often_leaves_it_open() -> None:
    known = [Office(1, "finance minister", "Estonia", None, date(2020, 1, 1), None)]
    for text, expected in (
        ("In Estonia. Estonian guests came from Latvia.", 1),
        ("In Estonia. Latvian guests came.", None),
        ("In Estonia. Latvian guests came from Latvia.", None),
    ):
        assert holder("the finance minister", text=text, said=on("2025-01-01"), offices=known).speaker == expected


def test_a_whole_house_is_no_list_of_candidates() -> None:
    house = [office(number, "member", f"Place{number}", "2020-01-01", None) for number in range(650)]
    found = holder("the member", text="Place1 and Place2 are far.", said=on("2025-01-01"), offices=house)
    assert (found.speaker, found.candidates) == (None, ())
