"""Marked text to plain text and spans: ``{s1 Orrin} {k1 said} {c1,2 the boat would stop}``.

Decision: the marks stand in the text itself, because an offset kept beside it is wrong after the first edit. A mark is
a letter (c content, k cue, s source), the numbers of its claims, one space and the words; marks may nest.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.extraction import Spans

OPENING = re.compile(r"\{([cks])(\d+(?:,\d+)*) ")
BRACE = re.compile(r"[{}]")


class Misread(ValueError):
    """Something in a seed file breaks the form; `line` counts from 1 within what was read."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch: half-open code points of the plain text, and the numbers of the claims it belongs to."""

    letter: str
    numbers: tuple[int, ...]
    start: int
    end: int
    line: int


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """The text without its marks, and the marks in order of their start. Raises Misread."""
    plain: list[str] = []
    length = done = 0
    marks: list[Mark] = []
    opened: list[tuple[re.Match[str], int]] = []
    for brace in BRACE.finditer(marked):
        if brace.start() < done:  # within an opening already read
            continue
        plain.append(marked[done : brace.start()])
        length += len(plain[-1])
        if brace.group() == "{":
            opening = OPENING.match(marked, brace.start())
            if opening is None:
                raise Misread(_line(marked, brace.start()), "a brace opens no mark such as {c1 words}")
            opened.append((opening, length))
            done = opening.end()
        else:
            if not opened:
                raise Misread(_line(marked, brace.start()), "a brace closes nothing")
            marks.append(_closed(marked, *opened.pop(), length))
            done = brace.end()
    if opened:
        raise Misread(_line(marked, opened[-1][0].start()), f"the mark {opened[-1][0].group().strip()} is not closed")
    text = "".join([*plain, marked[done:]])
    _check_edges(text, marks)
    return text, sorted(marks, key=lambda mark: (mark.start, -mark.end))


def spans_of(marks: Iterable[Mark], letter: str, number: int) -> Spans:
    """Where one part of one claim stands. Raises Misread where its pieces overlap."""
    found: list[Mark] = []
    for mark in marks:
        if mark.letter == letter and number in mark.numbers:
            if found and mark.start < found[-1].end:
                raise Misread(mark.line, f"{letter}{number} stands within itself")
            found.append(mark)
    return tuple((mark.start, mark.end) for mark in found)


def _closed(marked: str, opening: re.Match[str], start: int, end: int) -> Mark:
    numbers = tuple(int(number) for number in opening[2].split(","))
    if len(set(numbers)) < len(numbers):
        raise Misread(_line(marked, opening.start()), f"{opening[1]}{opening[2]} names a claim twice")
    return Mark(opening[1], numbers, start, end, _line(marked, opening.start()))


def _check_edges(text: str, marks: Iterable[Mark]) -> None:
    for mark in marks:
        words = text[mark.start : mark.end]
        if not words or words != words.strip():
            raise Misread(mark.line, f"{mark.letter}{mark.numbers[0]} is empty or begins or ends with a space")


def _line(marked: str, place: int) -> int:
    return marked.count("\n", 0, place) + 1
