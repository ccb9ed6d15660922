"""The values that matching takes and gives: two claims in, what ties them out, with the reasons in words.

They are frozen. Nothing here knows how a vector was made: a cosine is handed in as a number.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Relation(StrEnum):
    """The type of a link from a new claim to an earlier one (domain words)."""

    SAME_STATEMENT = "same_statement"
    REPEAT = "repeat"
    ECHO = "echo"
    CHANGED = "changed"
    CONTRADICTS = "contradicts"
    RELATED = "related"


class Sameness(StrEnum):
    """What two claims are to each other, whoever said them and whenever."""

    SAME = "same"
    CHANGED = "changed"
    CONTRADICTS = "contradicts"
    RELATED = "related"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Comparable:
    """One claim as it is compared. `polarity` is what the speaker did with it (the values of extraction's Polarity).

    `title` and `context` (the lines before it) help to find candidates; they are not compared. `partly_read` marks a
    claim longer than the embedder reads in one piece: only identical words make such a claim the same as another.
    `said_until` is the last day on which it may have been said, where `said_on` is the first ("in April"); `looks_back`
    marks what is told of an earlier occasion without its day.
    """

    text: str
    speaker: str | None = None
    said_on: date | None = None
    polarity: str = "said"
    title: str | None = None
    context: str | None = None
    partly_read: bool = False
    said_until: date | None = None
    looks_back: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """`score` is the probability that both assert the same (0..1); `reasons` are shown to an editor as they stand."""

    sameness: Sameness
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A link worth storing. `joins`: good enough to share a thread before an editor has looked."""

    relation: Relation
    score: float
    reasons: tuple[str, ...]
    joins: bool
