"""Reads the written cases of this folder; ``README.md`` here gives their form."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.extraction import Kind, Polarity, Spans

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Expected:
    """An attribution that must be found; ``source`` is "" where none is named, ``kind`` None for any."""

    polarity: Polarity
    source: str
    content: Spans
    kind: Kind | None
    inner: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A text with all its attributions; ``phenomenon`` is the name of its file without "held_"."""

    phenomenon: str
    held: bool
    text: str
    expected: tuple[Expected, ...]


def cases() -> Iterator[Case]:
    """Every case of every file, in order."""
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if line and not line.startswith("#")]
            if lines:
                yield _case(path.stem, lines)


def _case(stem: str, lines: list[str]) -> Case:
    text = lines[0].replace("¶", "\n\n")
    expected = [_expected(text, line.removeprefix("+ ")) for line in lines[1:] if line != "+ nothing"]
    if len(lines) < 2 or not all(line.startswith("+ ") for line in lines[1:]):
        raise ValueError(f"no case: {lines}")
    return Case(stem.removeprefix("held_"), stem.startswith("held_"), text, tuple(expected))


def _expected(text: str, line: str) -> Expected:
    how, source, content, *kind = line.split(" | ")
    return Expected(
        Polarity(how.removeprefix("inner ")),
        "" if source == "-" else source,
        _located(text, content.split(" // ")),
        Kind(kind[0]) if kind else None,
        how.startswith("inner "),
    )


def _located(text: str, pieces: list[str]) -> Spans:
    spans = []
    at = 0
    for piece in pieces:
        at = text.index(piece, at)
        spans.append((at, at + len(piece)))
        at += len(piece)
    return tuple(spans)
