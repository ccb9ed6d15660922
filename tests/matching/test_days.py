"""One occasion or another: days that are known to the month, and what a report only looks back on."""

from dataclasses import replace
from datetime import date

import pytest

from app.matching import Comparable, Relation, propose

WORDS = "repairing the dam above the valley will cost the county 350 million crowns"
SAID = Comparable(WORDS, speaker="Ilka Tamm", said_on=date(2024, 4, 9), said_until=date(2024, 4, 9))


@pytest.mark.parametrize(
    ("first", "last", "relation"),
    [
        (date(2024, 4, 1), date(2024, 4, 30), Relation.SAME_STATEMENT),
        (date(2024, 1, 1), date(2024, 12, 31), Relation.SAME_STATEMENT),
        (date(2024, 4, 12), date(2024, 4, 12), Relation.SAME_STATEMENT),
        (date(2024, 5, 1), date(2024, 5, 31), Relation.REPEAT),
        (date(2024, 3, 1), date(2024, 3, 31), Relation.REPEAT),
        (date(2024, 4, 20), date(2024, 4, 20), Relation.REPEAT),
    ],
)
def test_a_month_is_close_to_each_of_its_days(first: date, last: date, relation: Relation) -> None:
    other = replace(SAID, said_on=first, said_until=last)
    for new, earlier in ((other, SAID), (SAID, other)):
        proposal = propose(new, earlier, cosine=1.0)
        assert proposal is not None
        assert (proposal.relation, proposal.joins) == (relation, True)


def test_what_a_report_looks_back_on_is_no_new_occasion() -> None:
    back = replace(SAID, said_on=date(2024, 9, 2), said_until=date(2024, 9, 2), looks_back=True)
    proposal = propose(back, SAID, cosine=1.0)
    assert proposal is not None
    assert proposal.relation is Relation.SAME_STATEMENT


def test_another_speaker_in_the_same_month_is_an_echo() -> None:
    other = replace(SAID, speaker="Jonas Rehm", said_on=date(2024, 4, 1), said_until=date(2024, 4, 30))
    proposal = propose(other, SAID, cosine=1.0)
    assert proposal is not None
    assert proposal.relation is Relation.ECHO


@pytest.mark.parametrize(
    ("said", "printed", "joins"),
    [
        ("the new barges on the canal are slow and clean", "the new barges on the canal are fast and clean", False),
        ("the council will open the baths by the harbour", "the council will sell the baths by the harbour", False),
        ("the council will open the baths by the harbour", "the council would open the baths by the harbour", True),
    ],
)
def test_a_word_in_place_of_another_is_for_an_editor_to_judge(said: str, printed: str, joins: bool) -> None:
    proposal = propose(replace(SAID, text=printed), replace(SAID, text=said), cosine=0.95)
    assert proposal is None or proposal.joins is joins
