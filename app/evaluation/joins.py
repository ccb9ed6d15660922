"""How well claims are joined to statements and threads, over the claims that were found.

B-cubed (Bagga & Baldwin 1998): for each claim, which share of those it was put with belong with it (precision), and
which share of those that belong with it it was put with (recall); the means over all claims.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from app.evaluation.pairing import Judged, Pair
from app.evaluation.ratios import Rates, harmonic, share

SOLO = "solo-"
"""How the threads of claims that nobody repeats are called; alone, they are right in any archive that joins nothing."""


@dataclass(frozen=True, slots=True)
class Joins:
    """`planned_…` looks at the claims of planned threads only. `false_joins` counts gold threads that were put together
    with another one, `false_statements` the same of statements, `splits` the pieces that gold threads were left in
    beyond the first."""

    threads: Rates
    statements: Rates
    planned_threads: Rates
    planned_statements: Rates
    false_joins: int
    false_statements: int
    splits: int


def joins(judged: Sequence[Judged]) -> Joins:
    """Figures over the claims that were found."""
    pairs = [pair for each in judged for pair in each.pairs]
    planned = [pair for pair in pairs if not pair.gold.thread.startswith(SOLO)]
    return Joins(
        threads=_by_thread(pairs),
        statements=_by_statement(pairs),
        planned_threads=_by_thread(planned),
        planned_statements=_by_statement(planned),
        false_joins=sum(len(gold) - 1 for gold in golden_of_found(pairs).values()),
        false_statements=sum(len(gold) - 1 for gold in golden_of_statements(pairs).values()),
        splits=sum(len(found) - 1 for found in found_of_golden(pairs).values()),
    )


def b_cubed(placed: Iterable[tuple[Hashable, Hashable]]) -> Rates:
    """Rates of a grouping, given the gold and the found group of each element."""
    placed = list(placed)
    golden = Counter(gold for gold, _ in placed)
    finds = Counter(found for _, found in placed)
    common = Counter(placed)
    precision = share(fsum(n * n / finds[found] for (_, found), n in common.items()), len(placed))
    recall = share(fsum(n * n / golden[gold] for (gold, _), n in common.items()), len(placed))
    return harmonic(precision, recall)


def golden_of_found(pairs: Iterable[Pair]) -> dict[int, Counter[str]]:
    """For each found thread the gold threads of its claims; more than one is a false join."""
    golden: dict[int, Counter[str]] = {}
    for pair in pairs:
        golden.setdefault(pair.found.thread, Counter())[pair.gold.thread] += 1
    return golden


def golden_of_statements(pairs: Iterable[Pair]) -> dict[int, Counter[str]]:
    """For each found statement the gold statements of its claims; more than one is one occasion too few."""
    golden: dict[int, Counter[str]] = {}
    for pair in pairs:
        golden.setdefault(pair.found.statement, Counter())[pair.gold.statement] += 1
    return golden


def found_of_golden(pairs: Iterable[Pair]) -> dict[str, Counter[int]]:
    """For each gold thread the found threads of its claims; more than one is a split."""
    finds: dict[str, Counter[int]] = {}
    for pair in pairs:
        finds.setdefault(pair.gold.thread, Counter())[pair.found.thread] += 1
    return finds


def _by_thread(pairs: Iterable[Pair]) -> Rates:
    return b_cubed((pair.gold.thread, pair.found.thread) for pair in pairs)


def _by_statement(pairs: Iterable[Pair]) -> Rates:
    return b_cubed((pair.gold.statement, pair.found.statement) for pair in pairs)
