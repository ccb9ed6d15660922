"""What joins one speaker's claims beyond their very words: a sentence of another, a telling figure, grammar alone."""

from dataclasses import replace
from datetime import date

import pytest

from app.matching import Comparable, Proposal, Relation, propose
from app.matching.comparison import compare
from app.matching.excerpts import is_excerpt, sentences
from app.matching.repeats import says_once_more, telling

SPRING, NEXT_DAY, AUTUMN = date(2024, 3, 5), date(2024, 3, 6), date(2024, 9, 1)
SPEAKER, OTHER = "Ilka Tamm", "Jonas Rehm"


def proposed(
    new: str, earlier: str, *, cosine: float, speaker: str = SPEAKER, said_on: date = AUTUMN
) -> Proposal | None:
    return propose(Comparable(new, speaker, said_on), Comparable(earlier, SPEAKER, SPRING), cosine=cosine)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pool is shut. The library stays.", ("The pool is shut.", "The library stays.")),
        ("‘Shut it and the street dies,’ ‘I know.’", ("‘Shut it and the street dies,", "‘I know.’")),
        ("I told Mr. Rehm so. He laughed.", ("I told Mr. Rehm so.", "He laughed.")),
        ("The U.S. embassy paid $1.5 billion.", ("The U.S. embassy paid $1.5 billion.",)),
        ("", ()),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


LONG = "Let me be clear. No school in Averby will close while I am the mayor."
SENTENCE = "‘No school in Averby will close while I am the mayor.’"


@pytest.mark.parametrize(
    ("shorter", "longer", "expected"),
    [
        (SENTENCE, LONG, True),
        ("no school in Averby would close while I am the mayor", LONG, True),
        ("No school in Averby will close", LONG, False),
        ("Two schools in Averby will close while I am the mayor", LONG, False),
        (SENTENCE, f"{LONG} That is a lie.", False),
        (SENTENCE, f"{LONG} Do you believe it?", False),
        (
            "Rehm will resign in the spring.",
            "I never thought that Mr. Rehm will resign in the spring. So be it.",
            False,
        ),
        ("We agree.", "We agree. We always did.", False),
    ],
)
def test_an_excerpt_is_a_whole_sentence(shorter: str, longer: str, expected: bool) -> None:
    assert is_excerpt(Comparable(shorter), Comparable(longer)) is expected
    assert is_excerpt(Comparable(longer), Comparable(shorter)) is expected


def test_a_sentence_of_an_earlier_speech_is_a_repeat() -> None:
    found = proposed(SENTENCE, LONG, cosine=0.9)
    assert found is not None
    assert (found.relation, found.joins) == (Relation.REPEAT, True)


def test_one_sentence_of_many_joins_only_on_its_occasion() -> None:
    speech = (
        f"{LONG} Every library stays open on Sundays, too. The ferry runs until midnight, as the islands asked of us."
    )
    months_later, next_day = (proposed(SENTENCE, speech, cosine=0.75, said_on=day) for day in (AUTUMN, NEXT_DAY))
    assert months_later is None or not months_later.joins
    assert next_day is not None
    assert (next_day.relation, next_day.joins) == (Relation.SAME_STATEMENT, True)


@pytest.mark.parametrize(
    ("new", "earlier", "said_on", "relation"),
    [
        ("some 4,000 homes had been flooded", "4,000 homes were flooded", NEXT_DAY, Relation.SAME_STATEMENT),
        ("the Averby bridge was safe", "The Averby bridge is safe.", AUTUMN, Relation.REPEAT),
        ("the pool in Averby was to close", "the pool in Averby will close", AUTUMN, Relation.REPEAT),
        ("the bill came to 5m crowns", "the bill came to 5 million crowns", AUTUMN, Relation.REPEAT),
    ],
)
def test_short_claims_that_differ_by_grammar_alone_are_one(
    new: str, earlier: str, said_on: date, relation: Relation
) -> None:
    found = proposed(new, earlier, cosine=0.95, said_on=said_on)
    assert found is not None
    assert (found.relation, found.joins) == (relation, True)


@pytest.mark.parametrize(
    "text", ["It is a good deal.", "They were wrong about this.", "That bridge over there is safe."]
)
def test_what_points_to_another_sentence_is_not_joined_months_later(text: str) -> None:
    found = proposed(text, text, cosine=1.0)
    assert found is None or not found.joins


@pytest.mark.parametrize(
    "text",
    [
        "I will not stand for the council of Averby again.",
        "We have never voted to close a school in Averby.",
        "It would close both of the swimming pools in Averby.",
    ],
)
def test_the_i_of_another_speaker_is_no_echo(text: str) -> None:
    echo, repeat = (proposed(text, text, cosine=1.0, speaker=speaker) for speaker in (OTHER, SPEAKER))
    assert echo is not None
    assert repeat is not None
    assert (echo.relation, echo.joins) == (Relation.ECHO, False)
    assert (repeat.relation, repeat.joins) == (Relation.REPEAT, True)


REPAIR = "Repairing the Ossel tunnel, the oldest in Norrin, will cost 350 million crowns."


@pytest.mark.parametrize(
    ("new", "joins"),
    [
        ("the repair of the Ossel tunnel would cost 350m crowns", True),
        ("the repair of the Ossel tunnel would cost 360m crowns", False),
        ("the repair of the Ossel tunnel may cost 350m crowns", False),
        ("the repair of the Ossel tunnel would not cost 350m crowns", False),
        ("the repair of the Lisk bridge would cost 350m crowns", False),
        ("the repair of the Ossel tunnel would cost 350m crowns by 2031", False),
    ],
)
def test_one_telling_figure_given_twice_by_one_speaker(new: str, joins: bool) -> None:
    found = proposed(new, REPAIR, cosine=0.9)
    assert found is not None
    assert found.joins is joins
    echo = proposed(new, REPAIR, cosine=0.9, speaker=OTHER)
    assert echo is None or not echo.joins


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Imports to Norrin are worth 40 million crowns.", "Exports to Norrin are worth 40 million crowns."),
        ("Wages at the mill rose by 12 percent.", "The mill in Gorrin saw a fall of 12 percent in what it pays."),
        ("The fund moved 3,000 jobs from Lisk to Dorne.", "The fund moved 3,000 jobs from Dorne to Lisk."),
        ("Route 272 in Tarn is a pleasant and scenic road.", "Route 272 in Tarn is a battered road that nobody likes."),
        ("The company sold 100 percent of its shares.", "The company sold its shares, 100 percent of those in Tarn."),
    ],
)  # fmt: skip
def test_one_figure_in_two_claims(one: str, other: str) -> None:
    for new, earlier in ((one, other), (other, one)):
        comparison = compare(Comparable(new), Comparable(earlier))
        assert not says_once_more(comparison, 0.99)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tunnel cost 350 million crowns.", True),
        ("Rents rose by 4 percent.", True),
        ("The line carries 90,000 passengers.", True),
        ("The top 1 percent pay.", False),
        ("We did it in 100 days.", False),
        ("This is the third strike.", False),
        ("Hundreds of farms are for sale.", False),
        ("Route 272 is closed.", False),
    ],
)
def test_which_figures_tell(text: str, expected: bool) -> None:
    assert telling(compare(Comparable(text), replace(Comparable(text), said_on=SPRING))) is expected


def test_likeness_is_put_to_an_editor() -> None:
    found = proposed(
        "the council would close the old pool for good", "The council will shut the old baths for ever", cosine=0.8
    )
    assert found is not None
    assert (found.relation, found.joins) == (Relation.REPEAT, False)
