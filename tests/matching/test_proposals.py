"""From a decision, with who and when, to a link: relation, and whether it joins without an editor."""

from dataclasses import replace
from datetime import date

import pytest

from app.matching import Comparable, Proposal, Relation, propose
from tests.matching import pairs

DAY = date(2024, 3, 5)
CLAIM = Comparable("The council will close both swimming pools in Averby before the winter.", "Ilka Tamm", DAY)


def proposed(new: Comparable, earlier: Comparable = CLAIM, *, cosine: float = 0.99, carried: bool = False) -> Proposal:
    proposal = propose(new, earlier, cosine=cosine, carried=carried)
    assert proposal is not None
    return proposal


@pytest.mark.parametrize(
    ("speaker", "said_on", "relation"),
    [
        ("Ilka Tamm", DAY, Relation.SAME_STATEMENT),
        ("Ilka Tamm", date(2024, 3, 8), Relation.SAME_STATEMENT),
        ("Ilka Tamm", date(2024, 3, 9), Relation.REPEAT),
        ("Ilka Tamm", date(2024, 9, 1), Relation.REPEAT),
        ("Ilka Tamm", None, Relation.REPEAT),
        ("Jonas Rehm", DAY, Relation.ECHO),
        ("Jonas Rehm", date(2024, 9, 1), Relation.ECHO),
    ],
)
def test_who_and_when_choose_the_relation(speaker: str, said_on: date | None, relation: Relation) -> None:
    proposal = proposed(replace(CLAIM, speaker=speaker, said_on=said_on))
    assert (proposal.relation, proposal.joins) == (relation, True)


@pytest.mark.parametrize(("new", "earlier"), [(None, "Ilka Tamm"), ("Ilka Tamm", None), (None, None)])
def test_an_open_speaker_is_never_said_to_repeat(new: str | None, earlier: str | None) -> None:
    proposal = proposed(replace(CLAIM, speaker=new), replace(CLAIM, speaker=earlier))
    assert (proposal.relation, proposal.joins) == (Relation.RELATED, False)


@pytest.mark.parametrize(("new", "earlier"), [(None, "Ilka Tamm"), ("Ilka Tamm", None), (None, None)])
@pytest.mark.parametrize("polarity", ["said", "denied", "declined", "asked"])
def test_what_a_copy_carries_is_the_same_statement_whoever_said_it(
    new: str | None, earlier: str | None, polarity: str
) -> None:
    one, other = replace(CLAIM, speaker=new, polarity=polarity), replace(CLAIM, speaker=earlier, polarity=polarity)
    proposal = proposed(one, other, carried=True)
    assert (proposal.relation, proposal.joins) == (Relation.SAME_STATEMENT, True)


def test_a_copy_with_another_speaker_is_an_echo() -> None:
    assert proposed(replace(CLAIM, speaker="Jonas Rehm"), carried=True).relation is Relation.ECHO


def test_two_reports_of_one_occasion_need_not_have_all_words() -> None:
    shorter = replace(CLAIM, text="both swimming pools in Averby would close before the winter, at the latest")
    proposal = proposed(shorter, cosine=0.8)
    assert (proposal.relation, proposal.joins) == (Relation.SAME_STATEMENT, True)


def test_the_same_drift_half_a_year_later_does_not_join() -> None:
    later = replace(
        CLAIM, text="both swimming pools in Averby would close in the cold months", said_on=date(2024, 9, 1)
    )
    proposal = propose(later, CLAIM, cosine=0.8)
    assert proposal is None or not proposal.joins


@pytest.mark.parametrize("polarity", ["asked", "declined", "hypothetical"])
def test_what_was_not_asserted_never_joins(polarity: str) -> None:
    unsaid = replace(CLAIM, polarity=polarity)
    assert not proposed(unsaid).joins
    assert not proposed(unsaid, unsaid).joins


def test_a_denial_contradicts_what_was_said_and_joins_its_like() -> None:
    denied = replace(CLAIM, polarity="denied")
    assert proposed(denied).relation is Relation.CONTRADICTS
    assert not proposed(denied).joins
    assert proposed(denied, denied).joins


def test_a_short_claim_joins_only_by_its_very_words() -> None:
    short = replace(CLAIM, text="Both pools will close.")
    assert proposed(short, short).joins
    assert not proposed(replace(short, text="Both the pools will close.", speaker="Jonas Rehm"), short).joins


@pytest.mark.parametrize("text", ["it", "to comment", "that", ""])
def test_words_that_say_nothing_make_no_link(text: str) -> None:
    claim = replace(CLAIM, text=text)
    assert propose(replace(claim, said_on=date(2024, 9, 1)), claim, cosine=1.0) is None
    same_day = propose(claim, claim, cosine=1.0)
    assert same_day is None or not same_day.joins


def test_a_claim_read_in_part_joins_only_by_its_very_words() -> None:
    part = replace(CLAIM, partly_read=True)
    assert proposed(part, part).joins
    assert not proposed(replace(part, text=CLAIM.text.replace("both", "the two")), part).joins


def test_nothing_in_common_is_no_link() -> None:
    assert propose(replace(CLAIM, text="Herring is back in the bay of Skell."), CLAIM, cosine=0.1) is None


DIFFERING = [row[:2] for row in (*pairs.FIGURE, *pairs.UNIT, *pairs.DATE, *pairs.SCOPE, *pairs.POLARITY, *pairs.ENTITY)]


@pytest.mark.parametrize(("new", "earlier"), [*DIFFERING, *pairs.ROLES])
@pytest.mark.parametrize("carried", [False, True])
def test_no_difference_is_joined_even_by_one_speaker_on_one_day(new: str, earlier: str, carried: bool) -> None:
    one, two = Comparable(new, "Ilka Tamm", DAY), Comparable(earlier, "Ilka Tamm", DAY)
    proposal = propose(one, two, cosine=0.99, carried=carried)
    assert proposal is None or not proposal.joins
    assert proposal is None or proposal.relation not in (Relation.SAME_STATEMENT, Relation.REPEAT, Relation.ECHO)
