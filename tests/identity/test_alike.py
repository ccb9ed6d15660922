"""Which names are proposed as one person's, and which can never be."""

import pytest

from app.identity import Likeness, adds_only_initials, block_keys, conflict, likeness

ALIKE = [
    ("Jo Holm", "Jo W. Holm", Likeness.MIDDLE_NAME),
    ("Jo W. Holm", "Jo Walter Holm", Likeness.MIDDLE_NAME),
    ("Jo Walter Holm", "Walter Holm", Likeness.MIDDLE_NAME),
    ("Loretta E. Holm", "Loretta Holm", Likeness.MIDDLE_NAME),
    ("W. Ada Holm", "Ada Holm", Likeness.MIDDLE_NAME),
    ("Ada Pell Holm", "Ada Holm", Likeness.MIDDLE_NAME),
    ("J. Holm", "Jonas Holm", Likeness.INITIAL),
    ("JD Holm", "Jonas David Holm", Likeness.INITIAL),
    ("Mike Holm", "Michael Holm", Likeness.SHORT_FORM),
    ("Bill Holm", "William R. Holm", Likeness.SHORT_FORM),
    ("Tim Holm", "Timothy Holm", Likeness.SHORT_FORM),
    ("Bernie Holm", "Bernard Holm", Likeness.SHORT_FORM),
    ("Alex Holm", "Alexandra Holm", Likeness.SHORT_FORM),
    ("Bob Holm", "Rob Holm", Likeness.SHORT_FORM),
    ("Volodymyr Harlensky", "Volodymyr Harlenskyy", Likeness.TRANSLITERATION),
    ("Volodymyr Harlensky", "Vladimir Harlenskiy", Likeness.TRANSLITERATION),
    ("Sergei Harlov", "Sergey Kharlov", Likeness.TRANSLITERATION),
    ("Muhammad bin Harun", "Mohammed bin Harun", Likeness.TRANSLITERATION),
    ("Stephen Holm", "Steven Holm", Likeness.SPELLING),
    ("Phillip Holm", "Philip Holm", Likeness.SPELLING),
    ("Marco Bellàn", "Marco Bellan", Likeness.ACCENTS),
    ("Yıldız Holm", "Yildiz Holm", Likeness.ACCENTS),
    ("Jean-Luc Holm", "Jean Luc Holm", Likeness.HYPHEN),
    ("Han Jin Un", "Han Jin-un", Likeness.HYPHEN),
    ("Samir al-Harun", "Samir Harun", Likeness.HYPHEN),
    ("Ines van der Holm", "Ines Holm", Likeness.HYPHEN),
    ("Conor O'Nell", "Conor ONell", Likeness.HYPHEN),
    ("J.D. Holm", "JD Holm", Likeness.HYPHEN),
    ("Viktor Orván", "Orvan Viktor", Likeness.ORDER),
    ("Piers Calloran-Webb", "Piers Webb", Likeness.SECOND_FAMILY),
    ("José María Aznol", "José María Aznol Pérez", Likeness.SECOND_FAMILY),
]
TWO = [
    ("Mark Hill", "Mary Hill"),
    ("Jo W. Holm", "Jo H. W. Holm"),
    ("Jo Walter Holm", "Jo Herbert Walter Holm"),
    ("Jo F. Holm", "Jo G. Holm"),
    ("Jo Holm", "Jo Holm Jr."),
    ("Jo Holm Sr.", "Jo Holm Jr."),
    ("Jo Holm III", "Jo Holm"),
    ("Lise Verrin", "Tomas Verrin"),
    ("Ada Holm", "Ada Hulm"),
    ("Edmund Holm", "Edward Holm"),
    ("Alexander Holm", "Alexandra Holm"),
    ("Daniel Holm", "Danielle Holm"),
    ("Paul Holm", "Paula Holm"),
    ("Scott Thomas", "Thomas Scott"),
    ("Han Jin Un", "Han Jin Il"),
    ("J. Holm", "Edgar Holm"),
]
NOTHING_FOLLOWS = [
    ("Holm", "Ada Holm"),
    ("Mr Holm", "Ada Pell"),
    ("Ада Хольм", "Ada Holm"),
    ("Jo Holm", "Jo Holm Sr."),
    ("Ada Holm", "ada  HOLM"),
    ("Mike Kovell", "Michael Covell"),
    ("J. Kovell", "Jo Covell"),
    ("", ""),
]


@pytest.mark.parametrize(("one", "other", "expected"), ALIKE)
def test_worth_proposing(one: str, other: str, expected: Likeness) -> None:
    assert likeness(one, other) is likeness(other, one) is expected
    assert not conflict(one, other)
    assert block_keys(one) & block_keys(other)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_people(one: str, other: str) -> None:
    assert likeness(one, other) is likeness(other, one) is None
    assert conflict(one, other)
    assert conflict(other, one)


@pytest.mark.parametrize(("one", "other"), NOTHING_FOLLOWS)
def test_neither_proposed_nor_impossible(one: str, other: str) -> None:
    assert likeness(one, other) is likeness(other, one) is None
    assert not conflict(one, other)
    assert not conflict(other, one)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Jo Holm", "Jo W. Holm", True),
        ("Jo H. Holm", "Jo H. W. Holm", True),
        ("Jo Pell Holm", "Jo Holm", True),
        ("Jo W. Holm", "Jo H. W. Holm", False),
        ("Jo Holm", "Jo W. Holm Jr.", False),
        ("Joe Holm", "Jo W. Holm", False),
        ("J. Holm", "J. W. Holm", False),
        ("Jo Holm", "Jo Holm", False),
        ("Holm", "W. Holm", False),
    ],
)
def test_adds_only_initials(one: str, other: str, expected: bool) -> None:
    assert adds_only_initials(one, other) is adds_only_initials(other, one) is expected
