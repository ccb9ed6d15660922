"""Look-alike letters are seen, marked, and never fold two names into one."""

import pytest

from app.identity import Likeness, is_mixed, likeness, name_key, scripts, skeleton

LATIN, DISGUISED = "Ada Porter", "Ada Рorter"  # the second has a Cyrillic Er


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (LATIN, {"Latin"}),
        (DISGUISED, {"Latin", "Cyrillic"}),
        ("Ада Хольм", {"Cyrillic"}),
        ("Άδα", {"Greek"}),
        ("安倍 サン", {"Han"}),
        ("Ａｄａ", {"Latin"}),
        ("O'Neil-Orr 3", {"Latin"}),
        ("", set()),
    ],
)
def test_scripts(name: str, expected: set[str]) -> None:
    assert scripts(name) == expected


@pytest.mark.parametrize(
    ("name", "mixed"),
    [(LATIN, False), (DISGUISED, True), ("Ада Хольм", False), ("Ada Хольм", False), ("Pｏrter", True), ("Geoﬀ", False)],
)
def test_letters_of_two_scripts_in_one_word(name: str, mixed: bool) -> None:
    assert is_mixed(name) is mixed


@pytest.mark.parametrize(
    "other", [DISGUISED, "Ада Роrtеr".replace("д", "d"), "Ａda Porter", "Ada\u200b Porter", "Αda Porter", "ADA РORTER"]
)
def test_one_skeleton_and_two_names(other: str) -> None:
    assert skeleton(other) == skeleton(LATIN)
    assert name_key(other) != name_key(LATIN)
    assert likeness(LATIN, other) is Likeness.LOOK_ALIKE


def test_a_skeleton_keeps_accents() -> None:
    assert skeleton("Åsa Holm") != skeleton("Asa Holm")
