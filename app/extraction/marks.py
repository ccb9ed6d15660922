"""Quotation marks to quotations: which stretches of a text stand in quotation marks.

Decision: marks are paired paragraph by paragraph from the characters around them, double marks first and single
marks in what is left, because an apostrophe looks like a single mark. A quotation that runs on into the next
paragraph is followed only where that paragraph opens with a mark again, as English printers do it. Where marks do
not balance the doubtful one is dropped: an exact span or none. Every step looks at each mark a fixed number of
times, so a megabyte of marks takes a second.
"""

import re
from dataclasses import dataclass, field

from app.extraction.values import Span, Spans

DOUBLE = re.compile(r"'''|''|``|’’|‘‘|[“”„‟«»\"＂]")
SINGLE = re.compile(r"[‘’'‚‛‹›`]")
OPENS = frozenset("“„‟«") | {"``", "‘‘"}
CLOSES = frozenset("”»") | {"’’"}
BEFORE_OPENING = frozenset("([{—–-/‘'“\"…:>|*_")
ELISION = re.compile(r"(?:tis|twas|til|till|em|cause|bout|round|n|cuz|nuff|\d\ds?)\b", re.IGNORECASE)
INTRODUCED = re.compile(r"[:,]\s*$")
LONGEST_ASIDE_QUOTATION = 6  # words; a longer closed quotation inside an unclosed one makes its opening doubtful


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, marks included: one span a paragraph. Not ``closed``: the last mark is missing."""

    spans: Spans
    closed: bool = True


@dataclass(slots=True)
class _Open:
    start: int
    mark: str
    inside: list[Span] = field(default_factory=list)


def quotations(text: str, paragraphs: list[Span]) -> list[Quotation]:
    """The outermost quotations of ``text``, in order, none inside another."""
    found: list[Quotation] = []
    running: list[Span] = []  # pieces of a quotation that the paragraph before left open
    for number, (start, end) in enumerate(paragraphs):
        doubles, double_open = _pair_double(text, start, end)
        singles, single_open = _pair_single(text, start, end, doubles)
        closed = _outermost(doubles + singles)
        opening = double_open or single_open
        if running and closed and closed[0][0] == start:
            found.append(Quotation((*running, closed.pop(0))))
            running = []
        elif running and (opening is None or opening.start != start):
            running = []
        follows = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if opening is not None and _runs_on(text, opening, (start, end), follows, closed):
            running.append((opening.start, end))
            closed = [span for span in closed if span[1] <= opening.start]
        elif opening is not None and (running or _introduced(text, opening, (start, end), closed)):
            if not _doubtful(text, opening, closed):
                found.append(Quotation((*running, (opening.start, end)), closed=False))
                closed = [span for span in closed if span[1] <= opening.start]
            running = []
        found.extend(Quotation((span,)) for span in closed)
    return sorted(found, key=lambda quotation: quotation.spans[0])


def _role(text: str, at: int, mark: str, start: int, end: int) -> str:
    """ "open", "close" or "either", from the mark itself and from the characters beside it."""
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark)] if at + len(mark) < end else " "
    may_open = not after.isspace() and (before.isspace() or before in BEFORE_OPENING)
    may_close = not before.isspace() and not after.isalnum()
    if mark in OPENS:
        return "close" if may_close and not may_open and (after.isspace() or after in ".,;:!?)[") else "open"
    if mark in CLOSES:
        return "open" if may_open and after.isalnum() and before.isspace() else "close"
    if may_open != may_close:
        return "open" if may_open else "close"
    return "either"


def _pair_double(text: str, start: int, end: int) -> tuple[list[Span], _Open | None]:
    """Closed outermost pairs of double marks in a paragraph, and the outermost that stays open, if one does."""
    closed: list[Span] = []
    stack: list[_Open] = []
    for found in DOUBLE.finditer(text, start, end):
        mark, at = found.group(), found.start()
        role = _role(text, at, mark, start, end)
        if mark == "'''":  # a single mark inside a double one
            mark, at = "''", at + 1 if role == "close" else at
        if role == "either":
            role = "close" if stack and stack[-1].mark == mark else "open"
        if role == "open" and at + len(mark) < end:
            if stack and stack[-1].mark == mark and mark not in OPENS:
                dropped = stack.pop()  # straight marks do not nest: the earlier one was never closed
                (stack[-1].inside if stack else closed).extend(dropped.inside)
            stack.append(_Open(at, mark))
        elif role == "close" and stack:
            opened = stack.pop()
            if at > opened.start + len(opened.mark):
                (stack[-1].inside if stack else closed).append((opened.start, found.end()))
    if not stack:
        return closed, None
    for opened in stack:
        closed.extend(opened.inside)
    return sorted(closed), stack[0]


def _pair_single(text: str, start: int, end: int, doubles: list[Span]) -> tuple[list[Span], _Open | None]:
    """Pairs of single marks outside ``doubles`` (they may enclose doubles); apostrophes are left alone."""
    marks = [(at, role) for at, role in _single_roles(text, start, end) if not _inside(at, doubles)]
    strong_after = _next_of(marks, "strong", stop="open")
    weak_after = _next_of(marks, "weak", stop="open")
    pairs: list[Span] = []
    unclosed: _Open | None = None
    index = 0
    while index < len(marks):
        at, role = marks[index]
        index += 1
        if role != "open":
            continue
        closer = strong_after[index - 1]
        closer = weak_after[index - 1] if closer is None else closer
        if closer is None:
            if at == start and text[at] == "‘":
                unclosed = _Open(at, "‘")
            continue
        if marks[closer][0] > at + 1:
            pairs.append((at, marks[closer][0] + 1))
            index = closer + 1
    if pairs and unclosed is not None:
        unclosed = None
    return pairs, unclosed


def _single_roles(text: str, start: int, end: int) -> list[tuple[int, str]]:
    roles = []
    for found in SINGLE.finditer(text, start, end):
        at, mark = found.start(), found.group()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if "'" in (before, after) and mark == "'":
            continue  # part of '' which stands for a double mark
        opens = (
            not after.isspace()
            and (before.isspace() or before in '([{—–/“"')
            and (after.isalnum() or after in '“"$£€[…')
        )
        if mark not in "’›" and opens and not ELISION.match(text, at + 1, end):
            roles.append((at, "open"))
        elif mark not in "‘‚" and not before.isspace() and not after.isalnum():
            possessive = (before in "szx" and after.isspace()) or text[max(start, at - 2) : at] == "in"
            roles.append((at, "weak" if possessive else "strong"))
    return roles


def _next_of(marks: list[tuple[int, str]], wanted: str, *, stop: str) -> list[int | None]:
    """For each mark the index of the next ``wanted`` one that comes before the next ``stop``."""
    after: list[int | None] = [None] * len(marks)
    nearest: int | None = None
    for index in range(len(marks) - 1, -1, -1):
        after[index] = nearest
        role = marks[index][1]
        if role == wanted:
            nearest = index
        elif role == stop:
            nearest = None
    return after


def _inside(at: int, spans: list[Span]) -> bool:
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][1] <= at:
            low = middle + 1
        else:
            high = middle
    return low < len(spans) and spans[low][0] <= at


def _outermost(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _doubtful(text: str, opening: _Open, closed: list[Span]) -> bool:
    """An opening is doubtful where a whole quotation was closed after it: it may only lack its own closing mark."""
    later = (span for span in closed if span[0] > opening.start)
    return any(len(text[a:b].split()) > LONGEST_ASIDE_QUOTATION or text[b - 2] in ",.!?" for a, b in later)


def _runs_on(text: str, opening: _Open, paragraph: Span, follows: Span | None, closed: list[Span]) -> bool:
    if follows is None or _doubtful(text, opening, closed):
        return False
    mark = opening.mark
    if not text.startswith(mark, follows[0]):
        return False
    return text[paragraph[1] - 1] in ".!?…:;,)’'" or text[paragraph[1] - 1].isalnum()


def _introduced(text: str, opening: _Open, paragraph: Span, closed: list[Span]) -> bool:
    """The text before the opening announces a quotation, and nothing after it casts doubt on its end."""
    if _doubtful(text, opening, closed):
        return False
    before = text[max(paragraph[0], opening.start - 4) : opening.start]
    return opening.start > paragraph[0] and bool(INTRODUCED.search(before)) and text[paragraph[1] - 1] in ".!?…"
