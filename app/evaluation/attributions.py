"""How well claims are found: which, with which words, of whom, as what, on which day."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.evaluation.found import FoundClaim
from app.evaluation.pairing import Judged, Pair, words
from app.evaluation.ratios import Rates, rates, share
from app.extraction import Kind, Polarity, Precision


@dataclass(frozen=True, slots=True)
class Attributions:
    """`matched` rates the claims found, `exact` those found to the word. Of the matched claims: `source` is the share
    whose sources share a word (or are both without), `kind` and `polarity` the share judged alike. `said_though_not`
    are those stored as said that were denied, declined, asked or hypothetical; `not_said` is how many there are of
    them. `dated` have a day of saying in the gold; `dated_right` of them agree, `dated_wrong` bear another day, and
    `undated_dated` bear a day where the gold has none."""

    gold: int
    found: int
    pairs: int
    matched: Rates
    exact: Rates
    source: float
    recall_by_kind: Mapping[str, float]
    kind: float
    polarity: float
    not_said: int
    said_though_not: int
    dated: int
    dated_right: int
    dated_wrong: int
    undated_dated: int


def attributions(judged: Sequence[Judged]) -> Attributions:
    """Figures over all claims of all articles."""
    pairs = [pair for each in judged for pair in each.pairs]
    gold = sum(len(each.article.claims) for each in judged)
    found = sum(len(each.found) for each in judged)
    dated = [pair for pair in pairs if pair.gold.said_on is not None]
    not_said = [pair for pair in pairs if pair.gold.polarity != Polarity.SAID]
    return Attributions(
        gold=gold,
        found=found,
        pairs=len(pairs),
        matched=rates(len(pairs), found=found, gold=gold),
        exact=rates(sum(pair.overlap == 1 for pair in pairs), found=found, gold=gold),
        source=share(sum(source_agrees(each, pair) for each in judged for pair in each.pairs), len(pairs)),
        recall_by_kind=_recall_by_kind(judged),
        kind=share(sum(pair.gold.kind == pair.found.kind for pair in pairs), len(pairs)),
        polarity=share(sum(pair.gold.polarity == pair.found.polarity for pair in pairs), len(pairs)),
        not_said=len(not_said),
        said_though_not=sum(pair.found.polarity == Polarity.SAID for pair in not_said),
        dated=len(dated),
        dated_right=sum(day_agrees(pair) for pair in dated),
        dated_wrong=sum(pair.found.said_on is not None and not day_agrees(pair) for pair in dated),
        undated_dated=sum(pair.gold.said_on is None and pair.found.said_on is not None for pair in pairs),
    )


def source_agrees(judged: Judged, pair: Pair) -> bool:
    """Whether the sources share a word, or neither claim has one."""
    gold = words(judged.article.text, pair.gold.source)
    found = words(judged.article.text, pair.found.source)
    return bool(gold & found) or not (gold or found)


def day_agrees(pair: Pair) -> bool:
    """Whether the day of saying in the gold lies in the day, week, month or year that was found."""
    if pair.gold.said_on is None or pair.found.said_on is None:
        return pair.gold.said_on == pair.found.said_on
    first, after = _period(pair.found, pair.found.said_on)
    return first <= pair.gold.said_on < after


def _period(found: FoundClaim, first: date) -> tuple[date, date]:
    match found.said_on_precision:
        case Precision.WEEK:
            return first, first + timedelta(days=7)
        case Precision.MONTH:
            return first.replace(day=1), (first.replace(day=1) + timedelta(days=31)).replace(day=1)
        case Precision.YEAR:
            return first.replace(month=1, day=1), first.replace(year=first.year + 1, month=1, day=1)
    return first, first + timedelta(days=1)


def _recall_by_kind(judged: Sequence[Judged]) -> dict[str, float]:
    gold = Counter(claim.kind for each in judged for claim in each.article.claims)
    matched = Counter(pair.gold.kind for each in judged for pair in each.pairs)
    return {kind.value: share(matched[kind], gold[kind]) for kind in Kind}
