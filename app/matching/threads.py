"""Claims to statements to threads, as stars round the earliest member.

Decision: leader clustering in order of time. A claim joins the leader that it is itself tied to, never a leader it only
reaches through another claim, so that small differences do not add up along a chain. Members are taken in their own
order, so the outcome is a function of the set of members and joins, whatever order they came in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.matching.values import Relation


@dataclass(frozen=True, slots=True)
class Member:
    """One claim. `order` sorts by time: said or published date, article key, position. `speaker` None: it is open."""

    key: int
    order: tuple[Any, ...]
    speaker: int | None
    said_on: date | None
    article: int


@dataclass(frozen=True, slots=True)
class Join:
    """A tie between two members that is good enough to share a thread. Which of them is `a` does not matter."""

    a: int
    b: int
    relation: Relation
    score: float


def group(members: Sequence[Member], joins: Sequence[Join]) -> list[list[list[int]]]:
    """Threads of statements of member keys, each level in order of its earliest member.

    A member joins the thread of the leader to which it has the best join, of equal ones the earliest; without any it
    leads a thread of its own. Inside a thread the same holds for statements, over `same_statement` joins alone. Joins
    to unknown keys are left out; of several between two members the best counts.
    """
    ordered = sorted(members, key=lambda member: (member.order, member.key))
    places = {member.key: place for place, member in enumerate(ordered)}
    threads = _stars([member.key for member in ordered], places, joins)
    occasions = [join for join in joins if join.relation is Relation.SAME_STATEMENT]
    return [_stars(thread, places, occasions) for thread in threads]


def _stars(keys: Sequence[int], places: dict[int, int], joins: Iterable[Join]) -> list[list[int]]:
    ties = _ties(set(keys), joins)
    stars: dict[int, list[int]] = {}
    for key in keys:
        leaders = [(-score, places[other], other) for other, score in ties.get(key, {}).items() if other in stars]
        if leaders:
            stars[min(leaders)[2]].append(key)
        else:
            stars[key] = [key]
    return list(stars.values())


def _ties(keys: set[int], joins: Iterable[Join]) -> dict[int, dict[int, float]]:
    """For each key the best score of its join with each other key."""
    ties: dict[int, dict[int, float]] = {}
    for join in joins:
        if join.a == join.b or join.a not in keys or join.b not in keys:
            continue
        for one, other in ((join.a, join.b), (join.b, join.a)):
            row = ties.setdefault(one, {})
            row[other] = max(join.score, row.get(other, join.score))
    return ties
