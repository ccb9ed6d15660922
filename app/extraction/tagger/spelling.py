"""Word pieces back to spans of the text, with the scanner's boundaries where a quotation begins or ends.

Decision: what the tagger marks is a run of pieces; whether the mark before or after it belongs to it is not learned but
looked up, because inside marks the scanner is exact.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from app.extraction.candidates import Reading
from app.extraction.tagger.pieces import Pieces
from app.extraction.tagger.tags import Range
from app.extraction.values import Span, Spans

EDGE = 3
"""Code points by which a span may miss a quotation's border and still mean it: a mark, a full stop, a space."""
HANGING = re.compile(
    r"[\s,;:–—-]+(?:the|an?|and|but|or|that|which|who|his|her|its|their|because|while|when|if)\Z", re.I
)
BARE = re.compile(r"\W*(?:that|which|who|it|the|an?|and|but|or|as)\W*", re.I)
TRAILING = ",;:–—- \t\n\u00a0"
"""What hangs at the ends of a span without belonging to it; of a span of nothing else, only the spaces go."""


def spelled(text: str, pieces: Pieces, found: Range) -> Span:
    """The span of some pieces without white space, commas and dashes at its ends; a cue may be a colon or a dash."""
    start, end = int(pieces.starts[found[0]]), int(pieces.ends[found[1] - 1])
    trimmed = text[start:end].strip(TRAILING) or text[start:end].strip()
    start = text.index(trimmed, start, end)
    return start, start + len(trimmed)


def contents(reading: Reading, pieces: Pieces, found: Sequence[Range], cue: Span) -> Spans:
    """Spans of a content in order, each set to the borders of the quotations that it all but covers.

    Outside the cue's paragraph only what stands in marks is kept: unmarked words go on into another paragraph in 7 of
    1,197 attributions on PolNeAR dev, while a tagger runs from a headline into the text.
    """
    whole = (snapped(reading.quoted, spelled(reading.text, pieces, each)) for each in sorted(found))
    parts = _connected(reading, [part for each in whole for part in _near(reading, each, cue)], cue)
    spans: list[Span] = []
    for start, end in parts:
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        elif start < end:
            spans.append((start, end))
    return _meaning(reading.text, [_without_hanging(reading.text, span) for span in spans])


def _meaning(text: str, spans: list[Span]) -> Spans:
    """The spans without later ones that hold nothing but a word of grammar ("...", he said, "that")."""
    return tuple(span for at, span in enumerate(spans) if at == 0 or not BARE.fullmatch(text, *span))


def _without_hanging(text: str, span: Span) -> Span:
    """The span without an article or conjunction after which the tagger broke off."""
    found = HANGING.search(text, max(span[0], span[1] - 16), span[1])
    return (span[0], found.start()) if found is not None and span[0] < found.start() else span


def _connected(reading: Reading, parts: list[Span], cue: Span) -> list[Span]:
    """The parts that hang together with the cue's paragraph, none left out between: a quotation goes on in the next
    paragraph, but does not come back after one that is somebody else's."""
    numbers = [_paragraph(reading, part[0]) for part in parts]
    lowest = highest = _paragraph(reading, cue[0])
    held = set(numbers)
    while lowest - 1 in held and _runs_on(reading, reading.paragraphs[lowest]):
        lowest -= 1
    while highest + 1 in held:
        highest += 1
    return [part for part, number in zip(parts, numbers, strict=True) if lowest <= number <= highest]


def _runs_on(reading: Reading, paragraph: Span) -> bool:
    """Whether a quotation of the paragraph before goes on into this one. What was closed before it is somebody else's,
    or the same speaker's by a tag of its own."""
    at = bisect_right(reading.quotations, paragraph[0] + EDGE, key=lambda one: one.spans[0][0]) - 1
    return at >= 0 and any(paragraph[0] <= start < paragraph[1] for start, _ in reading.quotations[at].spans[1:])


def _paragraph(reading: Reading, at: int) -> int:
    return bisect_right(reading.paragraphs, (at, len(reading.text))) - 1


def _near(reading: Reading, span: Span, cue: Span) -> Iterator[Span]:
    """The parts of a span by paragraph, without unmarked ones outside the cue's."""
    for number in range(max(0, _paragraph(reading, span[0])), len(reading.paragraphs)):
        first, last = reading.paragraphs[number]
        if span[1] <= first:
            return
        part = max(first, span[0]), min(last, span[1])
        if part[0] < part[1] and (first <= cue[0] < last or _in_marks(reading.quoted, part)):
            yield part


def _in_marks(quoted: Sequence[Span], part: Span) -> bool:
    """Whether a part lies inside one quotation, or all but covers one."""
    at = bisect_right(quoted, (part[0] + EDGE, part[1] + EDGE)) - 1
    return at >= 0 and quoted[at][0] - EDGE <= part[0] and part[1] <= quoted[at][1] + EDGE


def snapped(quoted: Sequence[Span], span: Span) -> Span:
    """The span with both ends moved to the border of a quotation that lies within three code points."""
    start, end = span
    at = bisect_right(quoted, (start + EDGE, start + EDGE)) - 1
    if at >= 0 and abs(quoted[at][0] - start) <= EDGE and quoted[at][0] < end:
        start = min(quoted[at][0], start)
    at = bisect_right(quoted, (end, end)) - 1
    if at >= 0 and abs(quoted[at][1] - end) <= EDGE and start < quoted[at][1]:
        end = max(quoted[at][1], end)
    return start, end
