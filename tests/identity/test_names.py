"""A person's name in its parts, whether it can stand across articles, and the keys under which spellings meet."""

import pytest

from app.identity import NameParts, block_keys, family_key, is_whole, name_key, parts

PARTS = [
    ("Ada Holm", NameParts("Ada", (), "Holm", "")),
    ("Dr Ada Holm", NameParts("Ada", (), "Holm", "")),
    ("Holm, Ada B.", NameParts("Ada", ("B.",), "Holm", "")),
    ("Jo H. W. Holm", NameParts("Jo", ("H.", "W."), "Holm", "")),
    ("J.D. Holm", NameParts("J.", ("D.",), "Holm", "")),
    ("JD Holm", NameParts("J.", ("D.",), "Holm", "")),
    ("BO HOLM", NameParts("BO", (), "HOLM", "")),
    ("Jo Holm Jr.", NameParts("Jo", (), "Holm", "Jr.")),
    ("Jo Holm, Jr", NameParts("Jo", (), "Holm", "Jr.")),
    ("Jo Holm III", NameParts("Jo", (), "Holm", "III")),
    ("Ada Holm, MP", NameParts("Ada", (), "Holm", "")),
    ("Ada Holm, SC", NameParts("Ada", (), "Holm", "")),
    ("Desmond 'Des' Pell", NameParts("Desmond", (), "Pell", "")),
    ("Ines van der Holm", NameParts("Ines", (), "van der Holm", "")),
    ("Ines Van Holm", NameParts("Ines", (), "Van Holm", "")),
    ("Samir al-Harun", NameParts("Samir", (), "al-Harun", "")),
    ("Samir bin Harun", NameParts("Samir", (), "bin Harun", "")),
    ("José Pell y Holm", NameParts("José", (), "Pell y Holm", "")),
    ("Mr Holm", NameParts("", (), "Holm", "")),
    ("Holm Jr.", NameParts("", (), "Holm", "Jr.")),
    ("van der Holm", NameParts("", (), "van der Holm", "")),
    ("", NameParts("", (), "", "")),
]


@pytest.mark.parametrize(("name", "expected"), PARTS)
def test_parts(name: str, expected: NameParts) -> None:
    assert parts(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Ada Holm",
        "A. Holm",
        "JD Holm",
        "Dr Ada Holm",
        "Al Holm",
        "Ben Holm",
        "King Osric",
        "Ada van der Holm",
        "Ада Хольм",
    ],
)
def test_a_name_that_can_stand_across_articles(name: str) -> None:
    assert is_whole(name)


@pytest.mark.parametrize(
    "name",
    ["Holm", "Mr Holm", "Sir Jo", "Lord Holm", "Holm Jr.", "Mary H.", "van der Holm", "Le Holm", "Van Holm", "al-Holm"]
    + ["", " ", "the coach", "his wife", "one poster", "Route 66", "President Holm", "Col. Holm", "...", "?? !!"],
)
def test_a_name_that_cannot(name: str) -> None:
    assert not is_whole(name)


def test_the_key_keeps_accents_and_scripts_apart() -> None:
    assert name_key("Zoë  O’Neil-Orr") == "zoë o'neil-orr"
    assert name_key("Zoe Orr") != name_key("Zoë Orr")
    assert name_key("Рutin") != name_key("Putin")


@pytest.mark.parametrize(
    "spellings",
    [
        "Harlensky Harlenskyy Harlenskiy Harlenskij Harlenskyi Harlenski",
        "Kharlov Harlov Kharloff",
        "Yermov Jermov Iermov",
        "Wolnikow Volnikov",
        "Müllert Muellert Mullert",
        "Hussain Husein Hossein",
        "Šefnič Sefnic Shefnich",
        "Tsarn Tzarn",
        "Schmelt Shmelt",
        "Bellàn Bellan Belan",
        "O'Nell O’Nell Onell",
        "al-Harun el-Harun Harun as-Harun",
        "Calloran-Webb CalloranWebb",
    ],
)
def test_spellings_of_a_family_name_meet(spellings: str) -> None:
    assert len({family_key(f"Ada {family}") for family in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Hill", "Hall"), ("Pell", "Bell"), ("Verrin", "Varrin"), ("Путин", "Putin")]
)
def test_other_family_names_do_not_meet(one: str, other: str) -> None:
    assert family_key(f"Ada {one}") != family_key(f"Ada {other}")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ada Calloran-Webb", "Ada Webb"), ("Orvan Viktor", "Viktor Orván"), ("Ines Pell", "Ines Pell Holm")],
)
def test_block_keys_meet_where_family_keys_do_not(one: str, other: str) -> None:
    assert family_key(one) != family_key(other)
    assert block_keys(one) & block_keys(other)
