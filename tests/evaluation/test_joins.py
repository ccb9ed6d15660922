import pytest

from app.evaluation.joins import b_cubed, joins
from app.evaluation.pairing import judge
from tests.evaluation.articles import article
from tests.evaluation.finds import judged, perfect


@pytest.mark.parametrize(
    ("placed", "precision", "recall"),
    [
        ([], 0, 0),
        ([("a", 1), ("a", 1), ("b", 2)], 1, 1),
        ([("a", 1), ("a", 2)], 1, 0.5),  # nothing joined
        ([("a", 1), ("b", 1)], 0.5, 1),  # everything joined
        # gold {v w x} {y z}, found {v w} {x y z}: v, w 1 and 2/3; x 1/3 and 1/3; y, z 2/3 and 1
        ([("a", 1), ("a", 1), ("a", 2), ("b", 2), ("b", 2)], (1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5, (5 / 3 + 2) / 5),
    ],
)
def test_b_cubed_of_known_groupings(placed: list[tuple[str, int]], precision: float, recall: float) -> None:
    rates = b_cubed(placed)
    assert rates.precision == pytest.approx(precision)
    assert rates.recall == pytest.approx(recall)


ARTICLE = article(
    "{s1 A} {k1 said} {c1 one thing}, {s2 B} {k2 said} {c2 another thing}, {s3 C} {k3 said} {c3 a third matter}.",
    [
        "1: indirect said | speaker=una-crane | statement=quay-1 | thread=quay",
        "2: indirect said | speaker=ida-søby | statement=quay-2 | thread=quay",
        "3: indirect said | speaker=- | statement=solo-001-3-1 | thread=solo-001-3",
    ],
)


def test_perfect_joins_are_perfect() -> None:
    figures = joins([judged(ARTICLE), judged(ARTICLE)])
    assert figures.threads.f1 == figures.statements.f1 == figures.planned_threads.f1 == 1
    assert (figures.false_joins, figures.false_statements, figures.splits) == (0, 0, 0)


def test_all_in_one_thread_is_a_false_join() -> None:
    figures = joins([judge(ARTICLE, [perfect(claim, thread=1, statement=1) for claim in ARTICLE.claims])])
    assert figures.threads.precision == pytest.approx((4 / 3 + 1 / 3) / 3)
    assert figures.threads.recall == figures.statements.recall == 1
    assert figures.planned_threads.precision == 1
    assert figures.planned_statements.precision == 0.5
    assert (figures.false_joins, figures.false_statements, figures.splits) == (1, 2, 0)


def test_all_apart_is_a_split() -> None:
    apart = [perfect(claim, thread=claim.number, statement=claim.number) for claim in ARTICLE.claims]
    figures = joins([judge(ARTICLE, apart)])
    assert figures.threads.precision == 1
    assert figures.threads.recall == pytest.approx(2 / 3)
    assert figures.planned_threads.recall == 0.5
    assert figures.statements.f1 == 1
    assert (figures.false_joins, figures.splits) == (0, 1)


def test_claims_that_were_not_found_are_not_judged() -> None:
    figures = joins([judge(ARTICLE, [perfect(ARTICLE.claims[0])])])
    assert (figures.threads.f1, figures.splits) == (1, 0)
    assert joins([judge(ARTICLE, [])]).threads.f1 == 0
