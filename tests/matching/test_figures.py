"""Figures read from claims: value, unit, rate and rounding; and when two of them agree."""

import pytest

from app.matching.figures import Figure, agree, compare_figures, read_figures
from app.matching.words import read_words


def figures(text: str) -> tuple[Figure, ...]:
    return read_figures(read_words(text), text)


@pytest.mark.parametrize(
    ("text", "low", "unit", "per", "bound"),
    [
        ("$1.4 bn was lost", 1.4e9, "dollar", "", ""),
        ("1,400 million dollars were lost", 1.4e9, "dollar", "", ""),
        ("£350m a week", 3.5e8, "pound sterling", "week", ""),
        ("350 m crowns", 3.5e8, "crown", "", ""),
        ("14,000 per household", 14000, "", "household", ""),
        ("two and a half million homes", 2.5e6, "", "", ""),
        ("half a million homes", 5e5, "", "", ""),
        ("one hundred and twenty thousand", 1.2e5, "", "", ""),
        ("a dozen boats", 12, "", "", ""),
        ("twenty-one boats", 21, "", "", ""),
        ("nearly half of voters", 50, "percent", "", "nearly"),
        ("a third of voters", 100 / 3, "percent", "", ""),
        ("two-thirds of voters", 200 / 3, "percent", "", ""),
        ("nine out of 10 nurses", 90, "percent", "", ""),
        ("no more than 5%", 5, "percent", "", "most"),
        ("at least 40 people", 40, "", "", "least"),
        ("40 people or more", 40, "", "", ""),
        ("five percentage points", 5, "point", "", ""),
        ("five miles", 5 * 1609.34, "metre", "", ""),
        ("it doubled", 2, "times", "", ""),
        ("the 20th century", 20, "ordinal", "", ""),
    ],
)
def test_a_figure_is_read(text: str, low: float, unit: str, per: str, bound: str) -> None:
    (figure,) = figures(text)
    assert figure.low == pytest.approx(low)
    assert (figure.unit, figure.per, figure.bound) == (unit, per, bound)


def test_a_range_has_two_ends() -> None:
    (figure,) = figures("between 10 and 15 million people")
    assert (figure.low, figure.high) == (10e6, 15e6)


@pytest.mark.parametrize(
    "text", ["the G7 met", "covid-19 spread", "an F-16 landed", "one of them", "one man", "no", ""]
)
def test_names_and_pronouns_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_the_span_of_a_figure_is_what_is_printed() -> None:
    text = "It cost (more than $1.4 bn a year) in all."
    (figure,) = figures(text)
    assert text[figure.start : figure.end] == "more than $1.4 bn a year"


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("4.25 percent", "4.3 percent", True),
        ("4.2 percent", "4 percent", False),
        ("350", "400", False),
        ("350 people", "351 people", True),
        ("350 people", "355 people", False),
        ("about 350", "340", True),
        ("nearly 350", "360", False),
        ("more than 350", "360", True),
        ("more than 350", "440", False),
        ("nearly 350", "more than 350", False),
        ("8 km", "5 miles", True),
        ("8 km", "8 miles", False),
        ("5 dollars", "5 euros", False),
        ("5 percent", "5 points", False),
        ("$5 an hour", "$5 a day", False),
        ("12 months", "a year", False),
        ("12 months", "1 year", True),
        ("hundreds", "430", True),
        ("hundreds", "4,300", False),
        ("5", "5th", False),
    ],
)
def test_when_two_figures_agree(one: str, two: str, same: bool) -> None:
    left, right = figures(one), figures(two)
    agrees = len(left) == len(right) == 1 and agree(left[0], right[0])
    assert agrees is same


def test_figures_are_paired_by_what_they_count() -> None:
    left, right = figures("5 pools and 20 libraries"), figures("20 parks, 7 pools")
    (pair,) = compare_figures(left, right).changed
    assert (pair[0].low, pair[1].low) == (5, 7)
