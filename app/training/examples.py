"""Annotated articles as what the tagger learns from: tags for each piece, and which spans belong together.

Decision: the annotation is read as it is, offsets unchanged; text that the annotators set aside ("discard") teaches
nothing. Of two roles on one piece the cue stands before the source and the source before the content.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.errors import InvalidInput
from app.extraction.reading import read
from app.extraction.rules import rule_candidates
from app.extraction.tagger.pieces import Pieces, cut, encoded
from app.extraction.tagger.tags import Range, Role, write
from app.extraction.values import Kind

IGNORED = -100
STYLES = (("«", "»"), ("„", "“"), ("‘", "’"), ('"', '"'))


@dataclass(frozen=True, slots=True)
class Example:
    """An article to learn from. ``tags``: (pieces,), -100 where nothing is to be learned; spans in order of their
    first piece; ``source_of``: for each cue its source's index or -1; ``cue_of``: for each content its cue's."""

    doc_id: str
    pieces: Pieces
    restyled: tuple[NDArray[np.int64], ...]  # ids of the same pieces with other quotation marks, or empty
    tags: NDArray[np.int64]
    sources: tuple[Range, ...]
    cues: tuple[Range, ...]
    contents: tuple[Range, ...]
    source_of: tuple[int, ...]
    cue_of: tuple[int, ...]


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Articles of a JSONL file. Raises InvalidInput, with the line's number, on one that cannot be read."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            article = json.loads(line)
            text, attributions = article["text"], article["attributions"]
            for one in attributions:
                Kind(one["kind"])
                spans = [span for role in ("source", "cue", "content") for span in one[role]]
                if not all(0 <= start < end <= len(text) for start, end in spans):
                    raise ValueError(f"a span outside the text of {article['doc_id']}")
        except (ValueError, KeyError, TypeError) as wrong:
            raise InvalidInput(f"Line {number} of {path.name} is no annotated article.") from wrong
        yield article


def example(article: dict[str, Any], tokenizer: Any) -> Example:
    """What one annotated article teaches."""
    reading = read(article["text"])
    pieces = cut(reading, rule_candidates(reading), tokenizer)
    tags = np.zeros(len(pieces), dtype=np.int64)
    found: dict[Role, dict[Range, bool]] = {role: {} for role in Role}
    owners: list[tuple[Range | None, Range | None, list[Range]]] = []
    for one in article["attributions"]:
        speech = bool(one.get("speech", True))
        ranges = {role: _ranges(pieces, one[role.name.lower()]) for role in Role}
        for role, held in ranges.items():
            for each in held:
                found[role][each] = found[role].get(each, False) or speech
        source = ranges[Role.SOURCE][0] if ranges[Role.SOURCE] else None
        cue = ranges[Role.CUE][0] if ranges[Role.CUE] else None
        owners.append((source, cue, ranges[Role.CONTENT]))
    for role in (Role.CONTENT, Role.SOURCE, Role.CUE):
        for each in sorted(found[role]):
            write(tags, each, role, speech=found[role][each])
    for start, end in article.get("discard", ()):
        first, last = pieces.covering((start, end))
        tags[first:last] = IGNORED
    return _linked(
        article["doc_id"], pieces, _restyled(article["text"], reading.quoted, pieces, tokenizer), tags, found, owners
    )


def _ranges(pieces: Pieces, spans: Sequence[Sequence[int]]) -> list[Range]:
    covered = (pieces.covering((start, end)) for start, end in spans)
    return [each for each in covered if each[0] < each[1]]


def _linked(
    doc_id: str,
    pieces: Pieces,
    restyled: tuple[NDArray[np.int64], ...],
    tags: NDArray[np.int64],
    found: dict[Role, dict[Range, bool]],
    owners: list[tuple[Range | None, Range | None, list[Range]]],
) -> Example:
    sources = tuple(sorted(found[Role.SOURCE]))
    cues = tuple(sorted(found[Role.CUE]))
    contents = tuple(sorted(found[Role.CONTENT]))
    source_of = {owner[1]: owner[0] for owner in owners if owner[1] is not None}
    cue_of = {each: owner[1] for owner in owners for each in owner[2]}
    return Example(
        doc_id,
        pieces,
        restyled,
        tags,
        sources,
        cues,
        contents,
        tuple(-1 if (s := source_of.get(cue)) is None else sources.index(s) for cue in cues),
        tuple(-1 if (c := cue_of.get(each)) is None else cues.index(c) for each in contents),
    )


def _restyled(
    text: str, quoted: Sequence[tuple[int, int]], pieces: Pieces, tokenizer: Any
) -> tuple[NDArray[np.int64], ...]:
    """The ids with other marks in place of “ ” and " ", for a tagger that reads more than American pages."""
    variants = []
    for opening, closing in STYLES:
        letters = list(text)
        for start, end in quoted:
            if letters[start] in '“"‘' and letters[end - 1] in '”"’' and start + 1 < end:
                letters[start], letters[end - 1] = opening, closing
        ids = encoded("".join(letters), tokenizer).ids
        if len(ids) == len(pieces):
            variants.append(np.asarray(ids, dtype=np.int64))
    return tuple(variants)


def windowed(example: Example, length: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Consecutive windows over an article from a random first border, another in each epoch."""
    count = len(example.pieces)
    start = -chance.randrange(length) if length < count else 0
    while start < count:
        if max(start, 0) < min(start + length, count):
            yield max(start, 0), min(start + length, count)
        start += length


def in_window(example: Example, window: Range) -> Example:
    """The part of an example inside a window; spans are cut at its borders, links that leave it are not learned."""
    first, last = window
    kept = {}
    for name in ("sources", "cues", "contents"):
        held = [(at, (max(a, first) - first, min(b, last) - first)) for at, (a, b) in enumerate(getattr(example, name))]
        kept[name] = {at: span for at, span in held if span[0] < span[1]}
    place = {name: {old: new for new, old in enumerate(held)} for name, held in kept.items()}
    out = IGNORED
    return replace(
        example,
        tags=example.tags[first:last],
        sources=tuple(kept["sources"].values()),
        cues=tuple(kept["cues"].values()),
        contents=tuple(kept["contents"].values()),
        source_of=tuple(
            -1 if example.source_of[at] < 0 else place["sources"].get(example.source_of[at], out) for at in kept["cues"]
        ),
        cue_of=tuple(
            -1 if example.cue_of[at] < 0 else place["cues"].get(example.cue_of[at], out) for at in kept["contents"]
        ),
    )
