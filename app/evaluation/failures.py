"""What went wrong, in lines for people: claims, polarities, days, speakers, joins, counts."""

from collections.abc import Iterator, Mapping, Sequence

from app.evaluation.attributions import day_is_wrong, day_of
from app.evaluation.counting import Counted
from app.evaluation.found import FoundClaim
from app.evaluation.joins import found_of_golden, golden_of_found
from app.evaluation.pairing import Judged, Pair
from app.evaluation.reach import Tie, Ties, repetitions
from app.evaluation.speakers import Outcome, names_of, outcome
from app.evaluation.world import World
from app.extraction import Spans

LONGEST = 110


def failures(
    judged: Sequence[Judged], compared: Sequence[Counted], ties: Ties, world: World
) -> Mapping[str, list[str]]:
    """Heading -> lines, in the order of the articles. `compared` and `ties` as the report has them."""
    return {
        "missed claims": list(_missed(judged)),
        "found claims that are none": list(_surplus(judged)),
        "told inside others, left out": list(_told_inside(judged)),
        "wrong polarity": list(_polarities(judged)),
        "wrong kind": list(_kinds(judged)),
        "wrong day": list(_days(judged, world)),
        "wrong speaker": list(_speakers(judged, world, Outcome.WRONG)),
        "open speaker": list(_speakers(judged, world, Outcome.OPEN)),
        "threads falsely joined": list(_false_joins(judged)),
        "threads split": list(_splits(judged)),
        "repeats not joined": list(_apart(judged, ties)),
        "counts": [
            f"{each.thread}: said {each.found.said} for {each.gold.said}, reports {each.found.reports} for "
            f"{each.gold.reports}, copies {each.found.copies} for {each.gold.copies}"
            for each in compared
            if (each.found.said, each.found.reports, each.found.copies)
            != (each.gold.said, each.gold.reports, each.gold.copies)
        ],
    }


def _missed(judged: Sequence[Judged]) -> Iterator[str]:
    for each in judged:
        for claim in each.missed():
            cue = _cut(each, claim.cue) or "no cue"
            yield f"{_place(each, claim.number)} {claim.kind} [{cue}] {_cut(each, claim.content)}"


def _surplus(judged: Sequence[Judged]) -> Iterator[str]:
    for each in judged:
        for claim in each.surplus():
            yield _found(each, claim)


def _told_inside(judged: Sequence[Judged]) -> Iterator[str]:
    for each in judged:
        for claim in each.second_hand:
            yield _found(each, claim)


def _polarities(judged: Sequence[Judged]) -> Iterator[str]:
    for each, pair in _pairs(judged):
        if pair.gold.polarity != pair.found.polarity:
            words = _cut(each, pair.gold.content)
            yield f"{_place(each, pair.gold.number)} {pair.found.polarity} for {pair.gold.polarity}: {words}"


def _kinds(judged: Sequence[Judged]) -> Iterator[str]:
    for each, pair in _pairs(judged):
        if pair.gold.kind != pair.found.kind:
            words = _cut(each, pair.found.content)
            yield f"{_place(each, pair.gold.number)} {pair.found.kind} for {pair.gold.kind}: {words}"


def _days(judged: Sequence[Judged], world: World) -> Iterator[str]:
    for each, pair in _pairs(judged):
        if day_is_wrong(pair, world):
            days = f"{pair.found.said_on} ({pair.found.said_on_precision}) for {day_of(pair.gold, world)}"
            yield f"{_place(each, pair.gold.number)} {days}: {_cut(each, pair.gold.content)}"


def _speakers(judged: Sequence[Judged], world: World, wanted: Outcome) -> Iterator[str]:
    names = names_of(world)
    for each, pair in _pairs(judged):
        if outcome(pair.gold, pair.found, names) == wanted:
            told = f"{pair.found.speaker} ({pair.found.how}) for {pair.gold.speaker or 'nobody named'}"
            yield f"{_place(each, pair.gold.number)} {_cut(each, pair.gold.source)!r}: {told}"


def _false_joins(judged: Sequence[Judged]) -> Iterator[str]:
    golden = golden_of_found(pair for _, pair in _pairs(judged))
    for found, threads in golden.items():
        if 1 < len(threads):
            said = [f"{thread}: {_example(judged, thread, found)}" for thread in threads]
            yield " | ".join(said)


def _splits(judged: Sequence[Judged]) -> Iterator[str]:
    finds = found_of_golden(pair for _, pair in _pairs(judged))
    for thread, found in finds.items():
        if 1 < len(found):
            said = [_example(judged, thread, each) for each in found]
            yield f"{thread} in {len(found)} pieces: " + " | ".join(said)


def _apart(judged: Sequence[Judged], ties: Ties) -> Iterator[str]:
    for each in repetitions(judged, ties):
        if each.tie < Tie.JOINED:
            later = f"{_place(each.judged, each.pair.gold.number)} {_cut(each.judged, each.pair.found.content)}"
            earlier = f"{_place(each.earlier_judged, each.earlier.gold.number)} "
            yield f"{each.tie.name.lower()}: {later} | {earlier}{_cut(each.earlier_judged, each.earlier.found.content)}"


def _example(judged: Sequence[Judged], thread: str, found: int) -> str:
    """The first claim of a gold thread in a found one."""
    each, pair = next(
        (each, pair) for each, pair in _pairs(judged) if pair.gold.thread == thread and pair.found.thread == found
    )
    return f"{_place(each, pair.gold.number)} {_cut(each, pair.found.content)}"


def _pairs(judged: Sequence[Judged]) -> Iterator[tuple[Judged, Pair]]:
    for each in judged:
        for pair in sorted(each.pairs, key=lambda pair: pair.gold.number):
            yield each, pair


def _found(each: Judged, claim: FoundClaim) -> str:
    return f"{each.article.slug[:3]} {claim.kind} {_cut(each, claim.source)!r}: {_cut(each, claim.content)}"


def _place(each: Judged, number: int) -> str:
    return f"{each.article.slug[:3]}:{number}"


def _cut(each: Judged, spans: Spans) -> str:
    words = " ".join(each.article.text[start:end] for start, end in spans).replace("\n", " ")
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
