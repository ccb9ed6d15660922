"""Grouping as stars round the earliest member: a function of the set, without chains."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.matching import Join, Member, Relation, group


def member(key: int, *, day: int | None = None, speaker: int | None = 1) -> Member:
    said_on = date(2024, 1, 1 + (key if day is None else day))
    return Member(key, (said_on, f"article-{key}", 0), speaker, said_on, key)


def join(a: int, b: int, relation: Relation = Relation.REPEAT, score: float = 0.9) -> Join:
    return Join(a, b, relation, score)


def test_without_joins_every_claim_stands_for_itself() -> None:
    assert group([member(2), member(1)], []) == [[[1]], [[2]]]


def test_nothing_gives_nothing() -> None:
    assert group([], [join(1, 2)]) == []


def test_a_re_report_shares_the_statement_and_a_repeat_only_the_thread() -> None:
    joins = [join(1, 2, Relation.SAME_STATEMENT), join(1, 3), join(3, 4, Relation.SAME_STATEMENT), join(4, 1)]
    assert group([member(n) for n in (1, 2, 3, 4)], joins) == [[[1, 2], [3, 4]]]


def test_a_chain_leaves_out_what_the_leader_is_not_joined_to() -> None:
    assert group([member(1), member(2), member(3)], [join(1, 2), join(2, 3)]) == [[[1], [2]], [[3]]]


def test_what_is_left_out_leads_a_thread_of_its_own() -> None:
    joins = [join(1, 2), join(2, 3), join(3, 4)]
    assert group([member(n) for n in (1, 2, 3, 4)], joins) == [[[1], [2]], [[3], [4]]]


def test_the_best_join_wins_and_the_earliest_of_equal_ones() -> None:
    members = [member(1), member(2), member(3)]
    assert group(members, [join(1, 3, score=0.8), join(2, 3, score=0.9)]) == [[[1]], [[2], [3]]]
    assert group(members, [join(1, 3, score=0.9), join(2, 3, score=0.9)]) == [[[1], [3]], [[2]]]


def test_the_direction_and_the_doubling_of_a_join_do_not_matter() -> None:
    assert group([member(1), member(2)], [join(2, 1), join(1, 2, score=0.1)]) == [[[1], [2]]]


def test_joins_to_nobody_and_to_oneself_are_left_out() -> None:
    assert group([member(1)], [join(1, 1), join(1, 9)]) == [[[1]]]


SETS = st.integers(1, 9).flatmap(
    lambda n: st.tuples(
        st.permutations(range(n)),
        st.lists(
            st.tuples(
                st.integers(0, n - 1),
                st.integers(0, n - 1),
                st.sampled_from([Relation.SAME_STATEMENT, Relation.REPEAT, Relation.ECHO]),
                st.sampled_from([0.8, 0.9, 1.0]),
            ),
            max_size=20,
        ),
        st.randoms(use_true_random=False),
        st.lists(st.integers(0, 3), min_size=n, max_size=n),
    )
)


@given(SETS)
def test_any_order_gives_the_same_threads(drawn: tuple) -> None:
    keys, drawn_joins, random, days = drawn
    members = [member(key, day=days[key]) for key in sorted(keys)]
    joins = [join(*each) for each in drawn_joins]
    expected = group(members, joins)
    shuffled = [Join(each.b, each.a, each.relation, each.score) for each in joins]
    random.shuffle(shuffled)
    assert group([members[key] for key in keys], shuffled) == expected
    assert sorted(key for thread in expected for statement in thread for key in statement) == sorted(keys)


@given(SETS)
def test_every_member_is_joined_to_its_leader(drawn: tuple) -> None:
    keys, drawn_joins, _, days = drawn
    joins = [join(*each) for each in drawn_joins]
    tied = {frozenset((each.a, each.b)) for each in joins}
    same = {frozenset((each.a, each.b)) for each in joins if each.relation is Relation.SAME_STATEMENT}
    for thread in group([member(key, day=days[key]) for key in keys], joins):
        leader = thread[0][0]
        assert all(frozenset((leader, key)) in tied for statement in thread for key in statement if key != leader)
        for statement in thread:
            assert all(frozenset((statement[0], key)) in same for key in statement[1:])
