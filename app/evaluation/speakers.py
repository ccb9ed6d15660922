"""How well speakers are told: right, wrong, left open, or missed with the claim.

Decision: a name that several speakers of the world bear ("Verrin", "the ministry") tells nobody apart and counts as
open. To leave a speaker open costs a reader a look, a wrong one may cost the newsroom a trial: the two are never added.
"""

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.evaluation.found import FoundClaim
from app.evaluation.gold import GoldClaim
from app.evaluation.pairing import Judged
from app.evaluation.ratios import share
from app.evaluation.world import World
from app.identity import name_key
from app.speakers import SpeakerKind


class Outcome(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    OPEN = "open"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Told:
    """Claims by outcome. `accuracy` is the share of right ones, `wrong_rate` that of wrong ones, among the claims that
    were found."""

    right: int
    wrong: int
    open: int
    missed: int
    accuracy: float
    wrong_rate: float


@dataclass(frozen=True, slots=True)
class Speakers:
    """`named` are claims whose speaker is a person or body of the world, `unnamed` all others: there, right is that no
    person was named."""

    named: Told
    unnamed: Told


def speakers(judged: Sequence[Judged], world: World) -> Speakers:
    """Outcomes over all claims of all articles."""
    names = names_of(world)
    counted: dict[bool, Counter[Outcome]] = {True: Counter(), False: Counter()}
    for each in judged:
        for claim in each.missed():
            counted[claim.speaker is not None][Outcome.MISSED] += 1
        for pair in each.pairs:
            counted[pair.gold.speaker is not None][outcome(pair.gold, pair.found, names)] += 1
    return Speakers(named=_told(counted[True]), unnamed=_told(counted[False]))


def outcome(gold: GoldClaim, found: FoundClaim, names: Mapping[str, set[str]]) -> Outcome:
    """What became of one claim that was found. `names` as `names_of` gives them."""
    if gold.speaker is None:
        named = found.speaker is not None and found.speaker_kind == SpeakerKind.PERSON
        return Outcome.WRONG if named else Outcome.RIGHT
    if found.speaker is None:
        return Outcome.OPEN
    meant = names.get(folded(found.speaker), set())
    if gold.speaker not in meant:
        return Outcome.WRONG
    return Outcome.RIGHT if len(meant) == 1 else Outcome.OPEN


def names_of(world: World) -> dict[str, set[str]]:
    """Folded name or alias -> the ids of those who bear it."""
    names: dict[str, set[str]] = {}
    for speaker in world.speakers.values():
        for name in (speaker.name, *speaker.aliases):
            names.setdefault(folded(name), set()).add(speaker.id)
    return names


def folded(name: str) -> str:
    """A name without accents, case and leading article: outlets differ in all three."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
    return name_key(plain).removeprefix("the ")


def _told(counted: Counter[Outcome]) -> Told:
    judged = counted[Outcome.RIGHT] + counted[Outcome.WRONG] + counted[Outcome.OPEN]
    return Told(
        right=counted[Outcome.RIGHT],
        wrong=counted[Outcome.WRONG],
        open=counted[Outcome.OPEN],
        missed=counted[Outcome.MISSED],
        accuracy=share(counted[Outcome.RIGHT], judged),
        wrong_rate=share(counted[Outcome.WRONG], judged),
    )
