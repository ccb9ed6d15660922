"""Tagged spans to reports: each content to its cue, each cue to its source, with how sure the tagger is of each step.

Decision: a content goes to the cue that it most probably belongs to, a cue to its most probable source or to none;
contents of one cue are one report. Nothing is dropped for being unsure: that is decided on the whole, by ``judging``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.extraction.tagger.tags import Range, Role, Tagged

Links = tuple[NDArray[np.int64], NDArray[np.float32]]
"""For each anchor the indices of its candidates (m, k), and probabilities (m, k + 1), the last for none."""


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with its contents and its source; ``linked`` and ``sourced`` are the probabilities of the links."""

    cue: Tagged
    contents: tuple[Tagged, ...]
    source: Tagged | None
    linked: float
    sourced: float

    @property
    def speech(self) -> float:
        """How probably this is speech and not belief or support, by the tags of cue and content."""
        return (self.cue.speech + min(each.speech for each in self.contents)) / 2


def by_role(tagged: Sequence[Tagged]) -> tuple[list[Tagged], list[Tagged], list[Tagged]]:
    """Sources, cues and contents."""
    sources, cues, contents = ([each for each in tagged if each.role == role] for role in Role)
    return sources, cues, contents


def ranges(tagged: Sequence[Tagged]) -> list[Range]:
    """Where they stand."""
    return [each.pieces for each in tagged]


def reports(
    sources: Sequence[Tagged], cues: Sequence[Tagged], contents: Sequence[Tagged], to_cue: Links, to_source: Links
) -> list[Report]:
    """Reports in order of their cues. A content whose every link is less probable than none stays out."""
    held: dict[int, list[tuple[Tagged, float]]] = {}
    for number, content in enumerate(contents):
        cue, chance = _best(to_cue, number)
        if cue is not None:
            held.setdefault(cue, []).append((content, chance))
    found = []
    for number in sorted(held):
        source, sourced = _best(to_source, number)
        found.append(
            Report(
                cues[number],
                tuple(content for content, _ in held[number]),
                None if source is None else sources[source],
                min(chance for _, chance in held[number]),
                sourced,
            )
        )
    return found


def _best(links: Links, anchor: int) -> tuple[int | None, float]:
    which, chances = links
    at = int(chances[anchor].argmax())
    chance = float(chances[anchor, at])
    return (None, chance) if at == which.shape[1] else (int(which[anchor, at]), chance)
