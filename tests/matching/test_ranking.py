"""Earlier claims ranked by words, vectors, who and when."""

from datetime import date

import numpy as np
import pytest

from app.matching.ranking import Archive, Asked, archive, fuse, index_words, nearness, rank, reciprocal_ranks, surname

TEXTS = [
    "The mill at Holm will close in June.",
    "Herring is back in the bay of Skell.",
    "Rents in Averby rose by 4 percent.",
    "The mill at Holm employs 90 people.",
]
EYE = np.eye(4, dtype=np.float32)


def held(dates: list[date | None] | None = None) -> Archive:
    days = dates or [date(2020, 1, day) for day in (1, 2, 3, 4)]
    return archive(
        texts=TEXTS,
        titles=[""] * 4,
        vectors=EYE,
        title_vectors=None,
        speakers=["Ilka Tamm", None, "Jonas Rehm", "Ilka Tamm"],
        dates=days,
    )


def asked(text: str, *, vector: int = 0, speaker: str | None = None, said_on: date | None = None) -> Asked:
    return Asked(text, text, EYE[vector], EYE[vector], speaker, said_on)


def test_words_find_the_claim_that_shares_the_rarer_ones() -> None:
    scores = index_words(TEXTS).scores("the mill closes")
    assert scores.argmax() == 0
    assert scores[1] == 0
    assert scores[0] > scores[3] > 0


def test_an_index_of_nothing_scores_nothing() -> None:
    assert index_words([]).scores("mill").shape == (0,)
    assert index_words(["", ""]).scores("mill").tolist() == [0, 0]


def test_the_nearest_claim_comes_first() -> None:
    assert rank(held(), asked("When does the mill close?"), most=50)[0] == 0
    assert len(rank(held(), asked("When does the mill close?"), most=2)) == 2


def test_nothing_dated_after_the_query_is_ranked() -> None:
    found = rank(held(), asked("When does the mill close?", said_on=date(2020, 1, 2)), most=50)
    assert sorted(found) == [0, 1]


def test_undated_claims_are_not_after_anything() -> None:
    found = rank(held([None, date(2021, 1, 1), None, None]), asked("The mill", said_on=date(2020, 1, 1)), most=50)
    assert sorted(found) == [0, 2, 3]


def test_the_same_speaker_is_favoured_and_the_nearer_day_more() -> None:
    day = date(2020, 1, 3)
    days = np.array([day.toordinal() - 400.0, 2, day.toordinal() - 3, np.nan, day.toordinal() - 2])
    scores = nearness("Ms TAMM", day, ("tamm", "", "rehm", "tamm", "tamm"), days)
    assert scores[4] > scores[0] > scores[3] > 0
    assert scores[1] == scores[2] == 0
    assert not nearness(None, None, ("", "tamm"), np.array([1.0, 2.0])).any()


@pytest.mark.parametrize(
    ("name", "last"), [("Ilka Tamm", "tamm"), ("MR. REHM", "rehm"), ("Jonas Rehm Jr.", "rehm"), ("", ""), (None, "")]
)
def test_surnames(name: str | None, last: str) -> None:
    assert surname(name) == last


def test_equal_scores_share_a_rank_and_zeros_have_none() -> None:
    ranks = reciprocal_ranks(np.array([0.5, 0.9, 0.5, 0.0]))
    assert ranks[1] > ranks[0] == ranks[2] > ranks[3] == 0


def test_equal_sums_keep_their_order() -> None:
    assert fuse([(np.array([1.0, 1.0, 1.0]), 1.0)], np.array([True, False, True]), most=9) == [0, 2]
