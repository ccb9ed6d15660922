"""Words cut from a stored text by their spans. Whatever is shown of a claim comes from here and from nowhere else.

Decision: overlapping and nested claims are handled by splitting the text at every boundary, so that each segment knows
all claims it belongs to and the segments joined together are the text again, to the character.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]

JOINT = " … "


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a claim in a text. `part` is "content", "cue" or "source"."""

    start: int
    end: int
    claim_id: int
    part: str = "content"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that lies inside the same marks from end to end, the widest mark first."""

    text: str
    marks: tuple[Mark, ...] = ()


def cut(text: str, spans: Iterable[Span]) -> str:
    """The words at the spans, in order; pieces are joined by " … "."""
    return JOINT.join(text[start:end] for start, end in spans)


def paragraphs(text: str) -> list[Span]:
    """The lines of the text that hold anything, without the white space around them."""
    found: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if stripped := line.strip():
            begin = start + line.index(stripped)
            found.append((begin, begin + len(stripped)))
        start += len(line) + 1
    return found


def around(text: str, spans: Sequence[Span]) -> Span:
    """The paragraphs that the spans stand in, as one span; nothing where there are no spans."""
    if not spans:
        return (0, 0)
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    below = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, below if 0 <= below else len(text)


def segments(text: str, window: Span, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """The window of the text, split wherever a mark begins or ends. Joined, the segments are the window."""
    first, last = window
    inside = [mark for mark in marks if mark.start < last and first < mark.end]
    edges = {first, last}
    for mark in inside:
        edges.update((max(first, mark.start), min(last, mark.end)))
    places = sorted(edges)
    return tuple(Segment(text[start:end], _holding(inside, start, end)) for start, end in pairwise(places))


def _holding(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    holding = [mark for mark in marks if mark.start <= start and end <= mark.end]
    return tuple(sorted(holding, key=lambda mark: (mark.start - mark.end, mark.claim_id, mark.part)))
