"""Titles that are one office under several wordings, and titles that are never one."""

import pytest

from app.identity import office_key, title_key, title_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minister of Finance", "the finance minister"),
        ("Finance Min.", "finance minister"),
        ("PM", "Prime Minister"),
        ("Governor of Sarne", "Sarne governor"),
        ("Sarne’s governor", "the governor of Sarne"),
        ("Corland's Minister of Finance", "finance minister of Corland"),
        ("Minister of Foreign Affairs", "foreign minister"),
        ("Secretary of State for Health", "the health secretary"),
        ("chairwoman of Averil Rovers", "the Averil Rovers chairman"),
        ("vice-president", "Vice President"),
        ("CEO", "chief executive officer"),
        ("spokeswoman", "spokesman"),
        ("the finance minister, who until Monday ran the trade ministry", "finance minister"),
        ("the current mayor", "mayor"),
    ],
)
def test_one_office(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deputy prime minister", "prime minister"),
        ("former prime minister", "prime minister"),
        ("shadow finance minister", "finance minister"),
        ("acting mayor", "mayor"),
        ("vice president", "president"),
        ("president-elect", "president"),
        ("premier", "prime minister"),
        ("chancellor", "Chancellor of the Exchequer"),
        ("Secretary of State", "secretary"),
        ("secretary-general", "general secretary"),
        ("the finance minister's spokesman", "finance minister"),
        ("aides to the governor", "governor"),
        ("finance ministers", "finance minister"),
        ("finance minister", "finance and trade minister"),
        ("deputy assistant secretary", "assistant deputy secretary"),
    ],
)
def test_two_offices(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


def test_a_title_is_kept_without_its_place_and_body() -> None:
    assert office_key("Prime Minister of Corland", ["Corland"]) == "prime minister"
    assert office_key("governor of the National Bank of Corland", ["National Bank of Corland"]) == "governor"
    assert office_key("mayor", ["mayor"]) == "mayor"
    assert office_key("", []) == ""


def test_a_role_is_looked_up_by_every_title_that_may_be_in_it() -> None:
    assert title_keys("Corland's finance minister") == {"corland finance minister", "finance minister", "minister"}
    assert title_keys("...") == frozenset()
