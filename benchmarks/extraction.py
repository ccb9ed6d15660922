"""Quality and speed of extraction on annotated articles: ``python -m benchmarks.extraction GOLD.jsonl``.

GOLD.jsonl holds one article a line: {"doc_id", "text", "attributions": [{"content": [[start, end], ...], "source":
[[start, end], ...], "kind", "speech"?}]}, offsets in half-open code points. A found attribution matches a gold one, one
to one and best first, where the sets of words of their contents overlap by half or more of their union. Gold
attributions with "speech": false are no speech: a find that matches one is neither right nor wrong.
"""

import json
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from app.extraction import Attribution, extract

WORD = re.compile(r"\w+")
LEAST_OVERLAP = 0.5
KINDS = ("all", "direct", "mixed", "indirect")


@dataclass(slots=True)
class Quality:
    """Counts over gold attributions of one kind; ``found`` is counted for all kinds together only."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    exact: int = 0
    source: int = 0

    @property
    def precision(self) -> float:
        return self.matched / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.matched / max(1, self.gold)

    @property
    def f1(self) -> float:
        return 2 * self.matched / max(1, self.found + self.gold)


@dataclass(slots=True)
class Measured:
    """Quality by kind, right ones and finds by rule, and words a second."""

    quality: dict[str, Quality] = field(default_factory=lambda: {kind: Quality() for kind in KINDS})
    rules: dict[str, list[int]] = field(default_factory=dict)
    words: int = 0
    seconds: float = 0.0

    @property
    def speed(self) -> float:
        return self.words / max(1e-9, self.seconds)


def measure(articles: Iterable[dict[str, Any]]) -> Measured:
    """Extract from each article and count against its gold."""
    measured = Measured()
    extract("“It is warm,” she said.")  # loads the sentence model outside the clock
    for article in articles:
        began = time.perf_counter()
        found = extract(article["text"])
        measured.seconds += time.perf_counter() - began
        measured.words += len(article["text"].split())
        _count(measured, article, found)
    return measured


def _count(measured: Measured, article: dict[str, Any], found: list[Attribution]) -> None:
    text, gold = article["text"], article["attributions"]
    gold_words = [words(text, one["content"]) for one in gold]
    found_words = [words(text, one.content) for one in found]
    pairs = matches(gold_words, found_words)
    by_found = {j: i for i, j in pairs}
    for j, one in enumerate(found):
        right = measured.rules.setdefault(one.rule, [0, 0])
        right[0] += j in by_found
        right[1] += 1
        measured.quality["all"].found += j not in by_found or gold[by_found[j]].get("speech", True)
    by_gold = dict(pairs)
    for i, one in enumerate(gold):
        if not one.get("speech", True):
            continue
        for kind in ("all", one["kind"]):
            quality = measured.quality[kind]
            quality.gold += 1
            if i not in by_gold:
                continue
            quality.matched += 1
            quality.exact += gold_words[i] == found_words[by_gold[i]]
            named, read = words(text, one["source"]), words(text, found[by_gold[i]].source)
            quality.source += bool(named & read) or not (named or read)


def words(text: str, spans: Sequence[Sequence[int]]) -> frozenset[int]:
    """Where the words that ``spans`` cover begin."""
    return frozenset(start + found.start() for start, end in spans for found in WORD.finditer(text[start:end]))


def matches(gold: list[frozenset[int]], found: list[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs of indices, one to one, greatest overlap first."""
    overlaps = sorted(
        (
            (len(a & b) / len(a | b), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(found)
            if a & b and LEAST_OVERLAP <= len(a & b) / len(a | b)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in overlaps:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


@click.command()
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--rules", is_flag=True, help="Also print each rule with its finds and the share of right ones.")
def main(gold: Path, *, rules: bool) -> None:
    """Print quality by kind and words a second on the annotated articles of GOLD."""
    lines = gold.read_text(encoding="utf-8").splitlines()
    measured = measure(json.loads(line) for line in lines if line.strip())
    total = measured.quality["all"]
    click.echo(f"all       precision {total.precision:.3f}  recall {total.recall:.3f}  F1 {total.f1:.3f}")
    for kind, quality in measured.quality.items():
        matched = max(1, quality.matched)
        click.echo(
            f"{kind:9s} gold {quality.gold:6d}  recall {quality.recall:.3f}  "
            f"exact {quality.exact / matched:.3f}  source {quality.source / matched:.3f}"
        )
    for rule, (right, finds) in sorted(measured.rules.items()) if rules else ():
        click.echo(f"  {rule:32s} finds {finds:5d}  right {right / finds:.2f}")
    click.echo(f"{measured.words} words in {measured.seconds:.2f} s: {measured.speed:,.0f} words a second")


if __name__ == "__main__":
    main()
