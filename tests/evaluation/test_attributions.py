from dataclasses import replace
from datetime import date

import pytest

from app.evaluation.attributions import attributions, day_agrees, day_of
from app.evaluation.pairing import judge
from app.extraction import Kind, Polarity, Precision
from tests.evaluation.articles import article
from tests.evaluation.finds import judged, perfect
from tests.evaluation.worlds import WORLD

REST = "speaker=una-crane | statement=quay-1 | thread=quay"
ARTICLE = article(
    """
    {s1 Crane} {k1 said} on Monday {c1 the quay would close}. {c2 ‘We tried,’} {s2 she} {k2 said}.

    {s3 She} {k3 denied} that {c3 the pier was sold}, {s4 and} {k4 called} {c4 the rumour ‘a bad joke’}.
    """,
    [
        f"1: indirect said | {REST} | said_on=2024-03-04",
        f"2: direct said | {REST}",
        f"3: indirect denied | {REST}",
        f"4: mixed said | {REST}",
    ],
)
ONE, TWO, THREE, FOUR = ARTICLE.claims


def test_perfect_finds_are_perfect() -> None:
    figures = attributions([judged(ARTICLE), judged(ARTICLE)], WORLD)
    assert (figures.gold, figures.found, figures.pairs) == (8, 8, 8)
    assert (figures.matched.precision, figures.matched.recall, figures.matched.f1, figures.exact.f1) == (1, 1, 1, 1)
    assert (figures.source, figures.kind, figures.polarity) == (1, 1, 1)
    assert figures.recall_by_kind == {"direct": 1, "indirect": 1, "mixed": 1}
    assert (figures.not_said, figures.said_though_not) == (2, 0)
    assert (figures.dated, figures.dated_right, figures.day_wrong, figures.day_unknown) == (2, 2, 0, 0)


def test_nothing_found_is_nothing_and_no_error() -> None:
    figures = attributions([judge(ARTICLE, [])], WORLD)
    assert (figures.matched.precision, figures.matched.recall, figures.matched.f1) == (0, 0, 0)
    assert (figures.source, figures.polarity, figures.dated) == (0, 0, 0)
    assert attributions([], WORLD).matched.f1 == 0


def test_half_right_is_half() -> None:
    finds = [
        perfect(ONE, content=((ONE.content[0][0], ONE.content[0][1] - 6),), said_on=date(2024, 3, 1)),  # no "close"
        perfect(THREE, polarity=Polarity.SAID, source=TWO.source, kind=Kind.MIXED),
        perfect(TWO, content=((ONE.source[0][0], ONE.cue[0][1]),), is_unsure=True),  # no claim
    ]
    figures = attributions([judge(ARTICLE, finds)], WORLD)
    assert (figures.gold, figures.found, figures.pairs) == (4, 3, 2)
    assert figures.matched.precision == pytest.approx(2 / 3)
    assert figures.matched.recall == 0.5
    assert figures.matched.f1 == pytest.approx(4 / 7)
    assert figures.exact.f1 == pytest.approx(2 / 7)
    assert (figures.source, figures.kind, figures.polarity) == (0.5, 0.5, 0.5)
    assert figures.recall_by_kind == {"direct": 0, "indirect": 1, "mixed": 0}
    assert (figures.not_said, figures.said_though_not) == (1, 1)
    assert (figures.unsure, figures.unsure_right) == (1, 0)
    assert (figures.dated, figures.dated_right, figures.day_wrong) == (1, 0, 1)


def test_what_is_told_second_hand_changes_no_other_figure() -> None:
    finds = [perfect(claim) for claim in ARTICLE.claims[:3]]
    told = [perfect(claim, is_second_hand=True, polarity=Polarity.ASKED, is_unsure=True) for claim in (ONE, FOUR)]
    without, figures = (attributions([judge(ARTICLE, each)], WORLD) for each in (finds, [*finds, *told]))
    assert (figures.second_hand, figures.second_hand_right) == (2, 1)
    assert replace(figures, second_hand=0, second_hand_right=0) == without


def test_sources_agree_by_a_common_word_or_where_there_is_none() -> None:
    without = [perfect(claim, source=()) for claim in ARTICLE.claims]
    assert attributions([judge(ARTICLE, without)], WORLD).source == 0
    bare = article("{c1 ‘We tried.’}", ["1: direct said | speaker=una-crane | statement=quay-1 | thread=quay"])
    assert attributions([judged(bare)], WORLD).source == 1


@pytest.mark.parametrize(
    ("found", "precision", "gold", "agrees"),
    [
        (date(2024, 3, 4), Precision.DAY, date(2024, 3, 4), True),
        (date(2024, 3, 4), Precision.DAY, date(2024, 3, 5), False),
        (date(2024, 3, 4), Precision.WEEK, date(2024, 3, 10), True),
        (date(2024, 3, 4), Precision.WEEK, date(2024, 3, 11), False),
        (date(2024, 3, 1), Precision.MONTH, date(2024, 3, 31), True),
        (date(2024, 12, 1), Precision.MONTH, date(2025, 1, 1), False),
        (date(2024, 1, 1), Precision.YEAR, date(2024, 12, 31), True),
        (date(2024, 1, 1), Precision.YEAR, date(2023, 12, 31), False),
        (None, Precision.NONE, date(2024, 3, 4), False),
        (date(2024, 3, 4), Precision.DAY, None, False),
        (None, Precision.NONE, None, True),
    ],
)
def test_a_day_agrees_within_what_was_found(
    found: date | None, precision: Precision, gold: date | None, agrees: bool
) -> None:
    assert day_agrees(perfect(ONE, said_on=found, said_on_precision=precision), gold) is agrees


def test_a_day_that_the_text_does_not_tell_is_held_against_the_planned_one() -> None:
    told_in_march = perfect(TWO, said_on=date(2024, 3, 1), said_on_precision=Precision.MONTH)
    on_the_wrong_day = perfect(TWO, said_on=date(2024, 3, 3), said_on_precision=Precision.DAY)
    assert day_of(TWO, WORLD) == date(2024, 3, 4)
    assert attributions([judge(ARTICLE, [told_in_march])], WORLD).day_wrong == 0
    assert attributions([judge(ARTICLE, [on_the_wrong_day])], WORLD).day_wrong == 1


def test_a_day_that_nobody_knows_is_not_judged() -> None:
    solo = article("{c1 ‘We tried.’}", ["1: direct said | speaker=- | statement=solo-001-1-1 | thread=solo-001-1"])
    dated = perfect(solo.claims[0], said_on=date(2024, 3, 5), said_on_precision=Precision.DAY)
    figures = attributions([judge(solo, [dated])], WORLD)
    assert (figures.dated, figures.day_wrong, figures.day_unknown) == (0, 0, 1)
