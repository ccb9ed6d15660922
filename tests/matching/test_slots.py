"""Dates, negations, extents and words, each read for itself."""

from datetime import date

import pytest

from app.matching.antonyms import alike, opposite
from app.matching.periods import compare_periods, read_periods
from app.matching.polarity import read_negations
from app.matching.scope import degree_changed, read_extents
from app.matching.words import read_words, stem

SAID = date(2017, 5, 5)  # a Friday


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("in 2016", date(2016, 1, 1), date(2017, 1, 1)),
        ("in March 2016", date(2016, 3, 1), date(2016, 4, 1)),
        ("on 3 March 2016", date(2016, 3, 3), date(2016, 3, 4)),
        ("on March 3rd, 2016", date(2016, 3, 3), date(2016, 3, 4)),
        ("on the 3rd of March", date(2017, 3, 3), date(2017, 3, 4)),
        ("in December", date(2016, 12, 1), date(2017, 1, 1)),
        ("last year", date(2016, 1, 1), date(2017, 1, 1)),
        ("next month", date(2017, 6, 1), date(2017, 7, 1)),
        ("this week", date(2017, 5, 1), date(2017, 5, 8)),
        ("yesterday", date(2017, 5, 4), date(2017, 5, 5)),
        ("it was Thursday", date(2017, 5, 4), date(2017, 5, 5)),
        ("the 1980s", date(1980, 1, 1), date(1990, 1, 1)),
        ("spring of 2020", date(2020, 3, 1), date(2020, 6, 1)),
        ("on 31 February 2016", None, None),
    ],
)
def test_a_period_is_resolved(text: str, begins: date | None, ends: date | None) -> None:
    (period,) = read_periods(read_words(text), SAID)
    assert (period.begins, period.ends) == (begins, ends)


@pytest.mark.parametrize("text", ["it may rain", "they march on", "2000 jobs", "$2000 more", "the sun", "fall down"])
def test_what_is_no_period(text: str) -> None:
    assert read_periods(read_words(text), SAID) == ()


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("in 2016", "in March 2016", False),
        ("in 2016", "in March 2017", True),
        ("last year", "in 2016", False),
        ("last year", "in 2015", True),
        ("on Thursday", "yesterday", False),
        ("on Thursday", "on Tuesday", True),
    ],
)
def test_when_two_periods_differ(one: str, two: str, differ: bool) -> None:
    left, right = (read_periods(read_words(text), SAID) for text in (one, two))
    assert bool(compare_periods(left, right, days_apart=0).changed) is differ


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("He did not pay.", 1),
        ("He didn't pay.", 1),
        ("He cannot pay.", 1),
        ("He never paid nothing.", 2),
        ("Not only he paid.", 0),
        ("No doubt he paid.", 0),
        ("He may or may not pay.", 1),
        ("Whether or not he paid.", 0),
        ("Neither he nor she paid.", 1),
        ("He failed to pay.", 1),
        ("The bank failed.", 0),
        ("Sales declined to 40 percent.", 0),
        ("It is not true that he paid.", 1),
        ("It is not false that he paid.", 2),
        ("It has yet to be paid.", 1),
        ("The ship lies in port.", 0),
    ],
)
def test_negations_are_counted(text: str, times: int) -> None:
    assert len(read_negations(read_words(text))) == times


def test_a_negation_knows_what_it_bears_on() -> None:
    (negation,) = read_negations(read_words("The mill did not pay the clerks. Nobody minds."))[:1]
    assert negation.on[0] == "pay"
    assert "nobody" not in negation.on


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("all of the boats", "all"),
        ("most boats", "most"),
        ("the majority of boats", "most"),
        ("one of the oldest boats", "one of"),
        ("a few boats", "some"),
        ("only boats", "only"),
        ("boats might sink", "may"),
        ("boats would sink", "will"),
        ("boats ought to sink", "should"),
    ],
)
def test_an_extent_is_read(text: str, name: str) -> None:
    assert [extent.name for extent in read_extents(read_words(text))] == [name]


def test_most_of_a_superlative_is_no_extent() -> None:
    assert read_extents(read_words("the most expensive boat")) == ()


@pytest.mark.parametrize(("one", "two"), [("high", "highest"), ("larger", "largest"), ("big", "bigger")])
def test_degrees_of_one_adjective(one: str, two: str) -> None:
    assert degree_changed(one, two)
    assert degree_changed(two, one)
    assert not degree_changed(one, "lowest")


@pytest.mark.parametrize(
    ("one", "two"),
    [("rise", "fall"), ("legal", "illegal"), ("armed", "disarmed"), ("hopeful", "hopeless"), ("accept", "reject")],
)
def test_opposites(one: str, two: str) -> None:
    assert opposite(stem(one), stem(two))
    assert opposite(stem(two), stem(one))
    assert not alike(stem(one), stem(two))


@pytest.mark.parametrize(
    ("one", "two"), [("state", "instate"), ("form", "inform"), ("port", "report"), ("rise", "rise")]
)
def test_what_only_looks_like_an_opposite(one: str, two: str) -> None:
    assert not opposite(stem(one), stem(two))


@pytest.mark.parametrize(
    ("one", "two"),
    [("buy", "purchased"), ("develop", "development"), ("elected", "election"), ("paid", "paying"), ("city", "cities")],
)
def test_words_that_stand_for_each_other(one: str, two: str) -> None:
    assert alike(stem(one), stem(two))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The U.S. isn't out", ["the", "u.s.", "is", "not", "out"]),
        ("US and United States", ["u.s.", "and", "u.s."]),
        ("tell us", ["tell", "us"]),
        ("It’s Tamm’s", ["it", "tamm"]),
        ("they'll cannot", ["they", "will", "can", "not"]),
        ("350m, 1,400.5", ["350", "m", "1400.5"]),
        ("-LRB- born -RRB-", ["born"]),
    ],
)
def test_words_are_read(text: str, keys: list[str]) -> None:
    assert [word.key for word in read_words(text)] == keys


def test_capitals_count_only_where_lower_case_was_possible() -> None:
    assert [word.key for word in read_words("Boats sank. Then Tamm left.") if word.capital] == ["tamm"]
