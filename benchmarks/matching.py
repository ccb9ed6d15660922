"""Measures of matching that have a bar: false merges on sentence pairs, and links on political claims.

    python -m benchmarks.matching DATA_DIR [--most 2000] [--links] [--fit] [--cache DIR]

DATA_DIR holds `pairs/*.jsonl` ({"a", "b", "label"}) and `politifact_2b/{claims,train,dev}.jsonl`. Nothing is kept of it
but vectors, in the folder that --cache names.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray

from app import batch
from app.embedding import Embedder, SentenceEmbedder
from app.matching import Comparable, Sameness, calibration, decide, propose
from app.matching.comparison import Comparison, Slot, compare
from app.matching.figures import compare_figures
from app.storing.links import LEAST_COSINE

Row = dict[str, Any]
WRONG = ("contradiction", "changed")
FITTED = {
    "msrp": lambda row: row["label"] == "same" if row["part"] == "train" else None,
    "sts_news": lambda row: _graded(row),
    "cannot": lambda row: False,
    "fever_symmetric": lambda row: False if row["label"] == "contradiction" else None,
    "vitaminc": lambda row: None if row["label"] == "entail" else False,
    "tweet_double_negated": lambda row: True,
}
"""Which pairs the logistic is fitted on, and what they are: the same, not the same, left out (None)."""
FIT_MOST = 1500


class Kept:
    """An embedder that keeps its vectors in a folder between runs."""

    def __init__(self, embedder: Embedder, folder: Path | None) -> None:
        self.embedder, self.folder = embedder, folder
        self.name, self.dimension = embedder.name, embedder.dimension

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As the embedder does, from the folder where the same texts were encoded before."""
        if self.folder is None or len(texts) < batch.CHUNK:
            return self.embedder.encode(texts)
        file = self.folder / f"{sha256(json.dumps(list(texts)).encode()).hexdigest()}.npy"
        if not file.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            np.save(file, self.embedder.encode(texts))
        rows: NDArray[np.float32] = np.load(file)
        return rows

    def truncates(self, text: str) -> bool:
        """As the embedder does; short texts are not asked about."""
        return len(text) > 600 and self.embedder.truncates(text)


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--most", default=2000, help="Pairs of each file, drawn evenly; 0 for all.")
@click.option("--links", is_flag=True, help="Rank the claims for the development queries too (minutes).")
@click.option("--fit", is_flag=True, help="Fit the logistic of app/matching/calibration.py and print its constants.")
@click.option("--cache", type=click.Path(path_type=Path), default=None, help="Folder to keep vectors in.")
def main(data: Path, most: int, links: bool, fit: bool, cache: Path | None) -> None:
    """Print the false-merge table, and on demand the link figures and the constants of the logistic."""
    embedder = Kept(SentenceEmbedder(threads=1), cache)
    if fit:
        _fit(data / "pairs", embedder)
        return
    _pairs(data / "pairs", embedder, most)
    if links:
        _links(data / "politifact_2b", embedder)


def _rows(path: Path, most: int = 0) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    step = max(1, len(rows) // most) if most else 1
    return rows[::step]


def _cosines(rows: Sequence[Row], embedder: Kept) -> NDArray[np.float64]:
    vectors = embedder.encode([row[side] for side in ("a", "b") for row in rows]).astype(np.float64)
    cosines: NDArray[np.float64] = (vectors[: len(rows)] * vectors[len(rows) :]).sum(axis=1)
    return cosines


def _pairs(folder: Path, embedder: Kept, most: int) -> None:
    merged, wrong, opposed, same = 0, 0, 0, 0
    near: list[bool] = []
    one_day: dict[str, list[bool]] = defaultdict(list)
    click.echo(f"{'file':22s}{'label':14s}{'pairs':>6s}  " + "  ".join(f"{kind.value:>11s}" for kind in Sameness))
    for path in sorted(folder.glob("*.jsonl")):
        rows = _rows(path, most)
        table: dict[str, Counter[Sameness]] = defaultdict(Counter)
        for row, cosine in zip(rows, _cosines(rows, embedder), strict=True):
            sameness = decide(Comparable(row["a"]), Comparable(row["b"]), cosine=float(cosine)).sameness
            label = _label(row)
            if label == "same" and path.stem == "msrp":
                near.append(bool(LEAST_COSINE <= cosine))
            table[label][sameness] += 1
            if path.stem in ("cannot", "msrp"):
                one_day[f"{path.stem} {row['label']}"].append(_joined_on_one_day(row, float(cosine)))
            if label in WRONG and path.stem in ("cannot", "tweet_negated"):
                wrong, merged = wrong + 1, merged + (sameness is Sameness.SAME)
            if label == "same" and path.stem in ("msrp", "tweet_double_negated"):
                same, opposed = same + 1, opposed + (sameness is Sameness.CONTRADICTS)
        for label, row_of in sorted(table.items()):
            shares = "  ".join(f"{row_of[kind] / row_of.total():11.4f}" for kind in Sameness)
            click.echo(f"{path.stem:22s}{label:14s}{row_of.total():6d}  {shares}")
    click.echo(f"false merges of negated pairs {merged / max(1, wrong):.4f}  (bar 0.01)")
    click.echo(f"same pairs without differing figures called contradicting {opposed / max(1, same):.4f}  (bar 0.05)")
    click.echo(f"msrp pairs called the same by people that linking looks at {sum(near) / max(1, len(near)):.4f}")
    for name, joined in sorted(one_day.items()):
        click.echo(f"{name}: as said by one person on one day, joined {sum(joined)} of {len(joined)}")


def _joined_on_one_day(row: Row, cosine: float) -> bool:
    """Whether the two would be taken for reports of one occasion without an editor."""
    day = date(2024, 1, 1)
    one, other = (Comparable(row[side], speaker="one", said_on=day) for side in ("a", "b"))
    proposal = propose(one, other, cosine=cosine)
    return proposal is not None and proposal.joins


def _label(row: Row) -> str:
    """The label; of graded pairs the rounded grade; of "same" pairs whether their figures differ."""
    label, _, grade = row["label"].partition(":")
    if grade:
        return f"{label} {round(float(grade))}"
    return (
        "same (figures)" if label == "same" and _figures_differ(compare(_claim(row, "a"), _claim(row, "b"))) else label
    )


def _claim(row: Row, side: str) -> Comparable:
    return Comparable(row[side])


def _figures_differ(comparison: Comparison) -> bool:
    found = compare_figures(comparison.new.figures, comparison.earlier.figures)
    return bool(found.changed or found.only_left or found.only_right)


def _links(folder: Path, embedder: Kept) -> None:
    claims, queries = _rows(folder / "claims.jsonl"), _rows(folder / "dev.jsonl")
    answers = {answer["id"]: answer["ranked"] for answer in batch.link(claims, queries, embedder)}
    for kind in ("all", "same_utterance", "repeat", "spread"):
        gold = {q["id"]: {m["id"] for m in q["matches"] if kind in ("all", m["type"])} for q in queries}
        scores = [_average_precision(answers[key][:5], ids) for key, ids in gold.items() if ids]
        click.echo(f"{kind:15s} MAP@5 {sum(scores) / max(1, len(scores)):.3f}  queries {len(scores)}")


def _average_precision(ranked: Sequence[str], relevant: set[str]) -> float:
    found = [place for place, key in enumerate(ranked, start=1) if key in relevant]
    return sum(n / place for n, place in enumerate(found, start=1)) / len(relevant)


def _graded(row: Row) -> bool | None:
    grade = float(row["label"].partition(":")[2])
    return True if grade >= 4.5 else False if grade <= 3 else None


def _fit(folder: Path, embedder: Kept) -> None:
    from sklearn.linear_model import LogisticRegression

    examples: list[list[float]] = []
    truths: list[bool] = []
    for name, truth in FITTED.items():
        for values, label in _examples(_rows(folder / f"{name}.jsonl", FIT_MOST * 2), embedder, truth):
            examples.append(list(values.values()))
            truths.append(label)
    model = LogisticRegression(C=10, max_iter=5000).fit(examples, truths)
    click.echo(f"{len(truths)} pairs, {sum(truths)} of them the same")
    click.echo(f"INTERCEPT = {model.intercept_[0]:.2f}")
    for name, weight in zip(calibration.WEIGHTS, model.coef_[0], strict=True):
        click.echo(f'    "{name}": {weight:.2f},')
    chances = model.predict_proba(examples)[:, 1]
    for least in (0.4, 0.6, 0.8):
        chosen = [truth for truth, chance in zip(truths, chances, strict=True) if chance >= least]
        click.echo(f"from {least}: {len(chosen)} pairs, {sum(chosen) / max(1, len(chosen)):.3f} the same")


def _examples(rows: Sequence[Row], embedder: Kept, truth: Any) -> Iterable[tuple[dict[str, float], bool]]:
    """The figures of the pairs that the logistic is asked about: those where no slot differs on both sides."""
    for row, cosine in zip(rows, _cosines(rows, embedder), strict=True):
        label = truth(row)
        comparison = compare(_claim(row, "a"), _claim(row, "b"))
        open_to_score = not comparison.opposed and not comparison.slots(both=True) - {Slot.WORDING}
        if label is not None and open_to_score:
            yield calibration.features(comparison, float(cosine)), bool(label)


if __name__ == "__main__":
    main()
