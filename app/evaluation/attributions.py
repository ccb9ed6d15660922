"""How well claims are found: which, with which words, of whom, as what, on which day."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.evaluation.found import FoundClaim
from app.evaluation.gold import GoldClaim
from app.evaluation.pairing import Judged, Pair, words
from app.evaluation.ratios import Rates, rates, share
from app.evaluation.world import World
from app.extraction import Kind, Polarity, Precision


@dataclass(frozen=True, slots=True)
class Attributions:
    """`matched` rates the claims found, `exact` those found to the word. Of the matched claims: `source` is the share
    whose sources share a word (or are both without), `kind` and `polarity` the share judged alike. `said_though_not`
    are those stored as said that were denied, declined, asked or hypothetical; `not_said` is how many there are of
    them. `dated` are those of which the text tells or implies the day of saying; `dated_right` of them agree.
    `day_wrong` bear another day than the true one, told or not; `day_unknown` one that the seeds cannot judge. `unsure`
    of those found lie under the floor of confidence, and `unsure_right` of these are gold all the same. `second_hand`
    are told inside other claims and left out of all of the above; `second_hand_right` of them are gold claims that
    count as missed here."""

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
    day_wrong: int
    day_unknown: int
    unsure: int
    unsure_right: int
    second_hand: int
    second_hand_right: int


def attributions(judged: Sequence[Judged], world: World) -> Attributions:
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
        dated_right=sum(day_agrees(pair.found, day_of(pair.gold, world)) for pair in dated),
        day_wrong=sum(day_is_wrong(pair, world) for pair in pairs),
        day_unknown=sum(pair.found.said_on is not None and day_of(pair.gold, world) is None for pair in pairs),
        unsure=sum(claim.is_unsure for each in judged for claim in each.found),
        unsure_right=sum(pair.found.is_unsure for pair in pairs),
        second_hand=sum(len(each.second_hand) for each in judged),
        second_hand_right=sum(len(each.told()) for each in judged),
    )


def source_agrees(judged: Judged, pair: Pair) -> bool:
    """Whether the sources share a word, or neither claim has one."""
    gold = words(judged.article.text, pair.gold.source)
    found = words(judged.article.text, pair.found.source)
    return bool(gold & found) or not (gold or found)


def day_of(claim: GoldClaim, world: World) -> date | None:
    """The true day of saying: as the text tells it, or else as it is planned for the statement."""
    if claim.said_on is None and claim.statement in world.statements:
        return world.statements[claim.statement].said_on
    return claim.said_on


def day_agrees(found: FoundClaim, day: date | None) -> bool:
    """Whether the day lies in the day, week, month or year that was found; no day agrees with none found."""
    if day is None or found.said_on is None:
        return day == found.said_on
    first, after = _period(found, found.said_on)
    return first <= day < after


def day_is_wrong(pair: Pair, world: World) -> bool:
    """Whether a day was found that is not the true one; none found, or none known, is not wrong."""
    day = day_of(pair.gold, world)
    return day is not None and pair.found.said_on is not None and not day_agrees(pair.found, day)


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
