"""Quality, reliability, speed and memory of extraction on annotated articles.

    python -m benchmarks.extraction GOLD.jsonl [--rules] [--worst 10] [--speed]

GOLD.jsonl holds one article a line: {"doc_id", "text", "attributions": [{"content": [[start, end], ...], "cue",
"source", "kind", "speech"?}]}, offsets in half-open code points. What counts as found is said in
``app/training/measure.py``.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from app.extraction import Attribution, Tagger, extract
from app.extraction.tagger.weights import FOLDER
from app.training.calibration import error, reliability
from app.training.measure import KINDS, Measured, Spoken, matches, words
from benchmarks.phenomena import PHENOMENA, words_of

Article = dict[str, Any]
Extract = Callable[[str], list[Attribution]]


@dataclass(frozen=True, slots=True)
class Read:
    """An article with what was found in it and, for each find, whether it is right (None: neither)."""

    article: Article
    found: list[Attribution]
    right: list[bool | None]


def measured(articles: Sequence[Article], extractor: Extract) -> tuple[Measured, list[Read]]:
    """Extract from each article and count against its gold."""
    quality, read = Measured(), []
    with click.progressbar(articles, label="reading", file=sys.stderr) as shown:
        for article in shown:
            found = [one for one in extractor(article["text"]) if not one.within]  # not marked in what people annotate
            right = quality.add(article, [Spoken(one.content, one.source) for one in found])
            read.append(Read(article, found, right))
    return quality, read


def show_quality(quality: Measured) -> None:
    total = quality.quality["all"]
    click.echo(f"all       precision {total.precision:.3f}  recall {total.recall:.3f}  F1 {total.f1:.3f}")
    click.echo(f"          exact F1 {total.exact_f1:.3f}")
    for kind in KINDS:
        each = quality.quality[kind]
        found = max(1, each.matched)
        click.echo(
            f"{kind:9s} gold {each.gold:6d}  recall {each.recall:.3f}  "
            f"exact {each.exact / found:.3f}  source {each.source / found:.3f}"
        )


def missed(one: Read) -> list[tuple[Article, bool]]:
    """Each marked speech attribution of an article, and whether it was found."""
    text, gold = one.article["text"], one.article["attributions"]
    pairs = dict(
        matches([words(text, each["content"]) for each in gold], [words(text, each.content) for each in one.found])
    )
    return [(each, at in pairs) for at, each in enumerate(gold) if each.get("speech", True)]


def show_phenomena(read: Sequence[Read]) -> None:
    click.echo("recall by construction")
    for name, holds in PHENOMENA.items():
        of_kind = [was for one in read for gold, was in missed(one) if holds(one.article["text"], gold)]
        if of_kind:
            click.echo(f"  {name:22s} gold {len(of_kind):5d}  recall {sum(of_kind) / len(of_kind):.3f}")


def show_rules(read: Sequence[Read]) -> None:
    click.echo("right finds by what found them")
    names = sorted({find.rule for one in read for find in one.found})
    for name in names:
        of_rule = [was for one in read for find, was in zip(one.found, one.right, strict=True) if find.rule == name]
        right = sum(was is not False for was in of_rule)
        click.echo(f"  {name:32s} finds {len(of_rule):5d}  right {right / len(of_rule):.2f}")


def show_reliability(read: Sequence[Read]) -> None:
    confidence = [find.confidence for one in read for find in one.found]
    table = reliability(confidence, [was for one in read for was in one.right])
    click.echo(f"reliability (expected calibration error {error(table):.3f})")
    for each in table:
        bar = "#" * round(30 * each.right)
        click.echo(
            f"  {each.least:.1f}-{each.most:.1f}  finds {each.finds:5d}  confidence {each.confidence:.3f}  "
            f"right {each.right:.3f}  {bar}"
        )


def show_worst(read: Sequence[Read], most: int) -> None:
    """The wrong finds of which extraction is surest, and the longest marked speech that it missed."""
    wrong = [
        (find.confidence, one.article, find)
        for one in read
        for find, was in zip(one.found, one.right, strict=True)
        if was is False
    ]
    click.echo(f"the {most} surest wrong finds of {len(wrong)}")
    for chance, article, find in sorted(wrong, key=lambda each: -each[0])[:most]:
        text = article["text"]
        said = words_of(text, [list(span) for span in find.content])
        named = words_of(text, [list(span) for span in find.source])
        cue = words_of(text, [list(span) for span in find.cue])
        click.echo(f"  {chance:.2f} {article['doc_id'][:24]} [{named}] {cue!r}: {said[:140]!r}")
    lost = [(gold, one.article) for one in read for gold, was in missed(one) if not was]
    click.echo(f"the {most} longest missed of {len(lost)}")
    for gold, article in sorted(lost, key=lambda each: -len(words(each[1]["text"], each[0]["content"])))[:most]:
        text = article["text"]
        said = words_of(text, gold["content"])
        click.echo(
            f"  {gold['kind']:8s} {article['doc_id'][:24]} [{words_of(text, gold['source'])}] "
            f"{words_of(text, gold.get('cue', []))!r}: {said[:140]!r}"
        )


def show_speed(articles: Sequence[Article], extractor: Extract) -> None:
    """Words a second over all articles; a text ten times longer against ten times the time; the most memory held."""
    texts = [article["text"] for article in articles]
    began = time.perf_counter()
    for text in texts:
        extractor(text)
    taken = time.perf_counter() - began
    count = sum(len(text.split()) for text in texts)
    click.echo(f"{count} words in {taken:.2f} s: {count / taken:,.0f} words a second")
    short = "\n\n".join(texts)[:30_000]
    long = "\n\n".join([short] * 10)
    ratios = []
    for _ in range(3):
        times = []
        for text in (short, long):
            began = time.perf_counter()
            extractor(text)
            times.append(time.perf_counter() - began)
        ratios.append(times[1] / times[0])
    click.echo(f"a text 10 times longer takes {sorted(ratios)[1]:.1f} times as long (of three: the middle one)")
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    click.echo(f"most memory held {held:.2f} GiB")


@click.command()
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--rules", is_flag=True, help="The rules alone, without the tagger.")
@click.option("--weights", type=click.Path(file_okay=False, path_type=Path), default=FOLDER, help="Folder of a tagger.")
@click.option("--worst", type=click.IntRange(0), default=0, help="Print so many of the worst errors of both sorts.")
@click.option("--speed", is_flag=True, help="Also measure speed, growth and memory.")
@click.option("--threads", type=click.IntRange(1), default=2, show_default=True, help="Processor cores to use.")
def main(gold: Path, *, rules: bool, weights: Path, worst: int, speed: bool, threads: int) -> None:
    """Print the quality of extraction on the annotated articles of GOLD, by kind and by construction."""
    articles = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    tagger = None if rules else Tagger(weights, threads=threads)
    if tagger is not None and not tagger.ready():
        raise click.ClickException(str(tagger.problem()))

    def extractor(text: str) -> list[Attribution]:
        return extract(text, tagger=tagger)

    extractor("“It is warm,” she said.")  # loads the models outside any clock
    quality, read = measured(articles, extractor)
    show_quality(quality)
    show_phenomena(read)
    show_rules(read)
    show_reliability(read)
    if worst:
        show_worst(read, worst)
    if speed:
        show_speed(articles, extractor)


if __name__ == "__main__":
    main()
