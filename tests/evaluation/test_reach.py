from app.evaluation.gold import GoldArticle
from app.evaluation.pairing import Judged, judge
from app.evaluation.reach import Reach, reach
from app.matching import Relation
from tests.evaluation.articles import article
from tests.evaluation.finds import perfect

REST = "speaker=una-crane | statement=quay-1 | thread=quay"


def report_of(day: int) -> GoldArticle:
    return article(
        "{s1 Crane} {k1 said} {c1 the quay would close}. {s2 She} {k2 said} {c2 it rained}.",
        [f"1: indirect said | {REST}", "2: indirect said | speaker=- | statement=solo-001-2-1 | thread=solo-001-2"],
        slug=f"00{day}-quay-{day}",
        published_at=f"2024-03-0{day}T09:00:00+00:00",
    )


def found(day: int, thread: int) -> Judged:
    """The report of that day, its first claim found as number `day` in that thread."""
    gold = report_of(day)
    return judge(gold, [perfect(gold.claims[0], id=day, thread=thread), perfect(gold.claims[1], id=10 + day)])


def test_each_repeating_claim_is_counted_by_its_best_tie() -> None:
    judged = [found(5, 9), found(1, 7), found(2, 7), found(3, 8), found(4, 6)]
    ties = {
        frozenset({1, 3}): Relation.RELATED,
        frozenset({2, 3}): Relation.REPEAT,
        frozenset({3, 4}): Relation.CHANGED,
    }
    assert reach(judged, ties) == Reach(repeating=4, joined=1, proposed=1, other=1, none=1)


def test_the_first_to_report_repeats_nobody() -> None:
    assert reach([found(1, 7)], {}) == Reach(repeating=0, joined=0, proposed=0, other=0, none=0)


def test_the_same_article_is_no_earlier_one() -> None:
    one = article(
        "{s1 Crane} {k1 said} {c1 the quay would close}. {c2 ‘It will close,’} {s2 she} {k2 said}.",
        [f"1: indirect said | {REST}", f"2: direct said | {REST}"],
    )
    assert reach([judge(one, [perfect(claim, id=claim.number) for claim in one.claims])], {}).repeating == 0
