"""One training, whole: annotated articles in a folder, weights with settings and card in another.

Decision: every fourteenth article of the training file is kept apart from the network; the confidences are fitted on
those, and every figure of the card is measured on the other file (``dev.jsonl``), which teaches nothing.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from safetensors.torch import save_file

from app.errors import InvalidInput
from app.extraction.reading import read
from app.extraction.rules import rule_candidates
from app.extraction.tagger import Tagger
from app.extraction.tagger.encoder import tokenizer
from app.extraction.tagger.finds import Calibration, Find, finds
from app.extraction.tagger.judging import INPUTS
from app.extraction.tagger.network import Network
from app.extraction.tagger.tagger import Loaded
from app.extraction.tagger.weights import CARD, SETTINGS, WEIGHTS, digest
from app.training import card
from app.training.calibration import fit
from app.training.examples import example, lines
from app.training.measure import Measured, Spoken
from app.training.outcome import outcome
from app.training.picture import picture
from app.training.tagger import Progress, Recipe, train

APART = 14
"""One article in so many is kept apart."""
PICTURE = "reliability.svg"
LEAST = 0.16
"""Confidence below which a find is not handed on. Of those under .3 a third are right: they are shown as unsure and not
counted, so recall leads. On PolNeAR dev F1 is .904 here, .907 at .2 and .912 at .25; recall of indirect speech .860,
.857 and .852."""
RULED = INPUTS.index("rule that finds the content")
AGREED = 0.35
"""Confidence of a rule times likeness of its content: a likeness of a half at the least."""
UNCALIBRATED = Calibration((), 0.0)


@dataclass(frozen=True, slots=True)
class Data:
    """Annotated articles to learn from, to fit confidences on, and to measure on."""

    learned: list[dict[str, Any]]
    apart: list[dict[str, Any]]
    measured: list[dict[str, Any]]
    sha256: str  # of the training file


def data(folder: Path) -> Data:
    """The articles of ``train.jsonl`` and ``dev.jsonl``. Raises InvalidInput where one is missing or cannot be read."""
    for name in ("train.jsonl", "dev.jsonl"):
        if not (folder / name).is_file():
            raise InvalidInput(f"There is no {name} in {folder}.")
    everything = list(lines(folder / "train.jsonl"))
    apart = everything[APART - 1 :: APART]
    learned = [each for at, each in enumerate(everything) if at % APART != APART - 1]
    if not apart:
        raise InvalidInput(f"{folder / 'train.jsonl'} has fewer than {APART} articles: too few to learn from.")
    return Data(learned, apart, list(lines(folder / "dev.jsonl")), digest(folder / "train.jsonl"))


def run(given: Data, recipe: Recipe, out: Path, *, progress: Progress, device: str, today: date) -> None:
    """Train, calibrate, measure, and write weights, settings and card into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    cutter = tokenizer()
    network = train([example(each, cutter) for each in given.learned], recipe, out, progress=progress, device=device)
    finish(network.cpu(), given, recipe, out, today=today)


def finish(network: Network, given: Data, recipe: Recipe, out: Path, *, today: date) -> None:
    """What follows the training of the network: rounding to half precision, confidences, figures, files."""
    save_file({name: value.half().contiguous() for name, value in network.learned().items()}, out / WEIGHTS)
    (out / WEIGHTS).chmod(0o644)  # the library keeps it to its owner; a service may run as somebody else
    network.load_state_dict({name: value.half().float() for name, value in network.learned().items()}, strict=False)
    tagger = Tagger(out)
    tagger.use(Loaded(network.eval(), tokenizer(), UNCALIBRATED))
    calibration = fit(*_known(tagger, given.apart), least=LEAST)
    settings = {
        "sha256": digest(out / WEIGHTS),
        "recipe": asdict(recipe),
        "articles": {
            "learned": len(given.learned),
            "apart": len(given.apart),
            "measured": len(given.measured),
            "sha256": given.sha256,
        },
        "calibration": {"weights": calibration.weights, "least": calibration.least},
        "trained": today.isoformat(),
    }
    (out / SETTINGS).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    measured = outcome(Tagger(out), given.measured)
    (out / PICTURE).write_text(picture(measured.table), encoding="utf-8")
    (out / CARD).write_text(card.text(settings, measured, PICTURE), encoding="utf-8")


def _known(tagger: Tagger, articles: Iterable[dict[str, Any]]) -> tuple[list[Find], list[bool | None]]:
    """Finds in annotated articles, and whether each is right. One that matches a marked belief and that the rules take
    for speech too is right: the marks tell speech from belief by a list of cues that lacks many of saying."""
    found: list[Find] = []
    right: list[bool | None] = []
    for article in articles:
        reading = read(article["text"])
        ruled = list(rule_candidates(reading))
        here = list(finds(reading, ruled, *tagger.read(reading, ruled)))
        marks = Measured().add(article, [Spoken(one.candidate.content, one.candidate.source) for one in here])
        right += [
            True if was is None and AGREED < one.known[RULED] else was for one, was in zip(here, marks, strict=True)
        ]
        found += here
    return found, right
