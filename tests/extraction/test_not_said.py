"""Sentences in which nobody is said to have said it, though a verb of saying stands there; and who never speaks."""

import pytest

from app.extraction import Polarity, Tagger, extract

NOT_SAID = [
    "It is a lie that Jane Dorn admitted that she robbed the bank.",
    "It is a myth that Jane Dorn admitted that she robbed the bank.",
    "Jane Dorn was falsely reported to have said that she robbed the bank.",
    "Jane Dorn was misquoted as saying that she robbed the bank.",
    "Far from admitting that she robbed the bank, Jane Dorn sued.",
    "‘He took the money’: mayor rejects claim\n\nMayor Kit Marrow was quiet on Monday.",
    "‘There is a killer on the loose in Elmford’: police deny rumours\n\nThe streets were empty.",
    "“We will shut the plant”: union fears over leaked memo\n\nThe gates were open.",
    "‘We took the money’: Kit Marrow denies it all\n\nThe vault was open.",
    "Kit Marrow has never blamed the guards for the theft.",
    "Kit Marrow refused to blame the guards for the theft.",
    "The bank would not put the loss at 40 million crowns.",
    "If the vault is empty the bank would put the loss at 40 million crowns.",
    "The bank would not discuss the theft. It would neither confirm nor deny the loss.",
    "Kit Marrow did not deny it. Later he denied the claims.",
    "The thief lives on Oak Street — so does the mayor, Kit Marrow (@kitmarrow).",
    "Storm closes coastal roads - no word from officials\n\nIt rained all night.",
    "Fire destroys village school – no injuries among students\n\nIt burned all night.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_nobody_said_it(text: str) -> None:
    assert [one for one in extract(text) if one.polarity is Polarity.SAID] == []


@pytest.mark.model
def test_nobody_said_it_with_the_tagger() -> None:
    tagger = Tagger()
    said = [
        (text, one.confidence)
        for text in [*NOT_SAID, "Jane Dorn called claims that she robbed the bank a lie."]
        for one in extract(text, tagger=tagger)
        if one.polarity is Polarity.SAID
    ]
    assert said == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor has never stopped nor tired of saying that the bridge had fallen.",
        "Nobody never only said that the bridge had fallen down.",
    ],
)
def test_negations_upon_negations_are_read(text: str) -> None:
    assert extract(text)


def test_the_labels_of_an_interview_are_nobody() -> None:
    found = extract("Q. Did you take it?\n\nA. I never took the money.\n\nQ. Why?\n\nA. I had no reason.")
    assert len(found) == 4
    assert all(one.source == () for one in found)
    assert [one.polarity for one in found] == [Polarity.ASKED, Polarity.SAID] * 2


def test_a_post_is_its_authors() -> None:
    (found,) = extract("We will appeal against this ruling. — Kit van Marrow (@kitmarrow) June 3, 2019")
    assert found.rule == "post"
