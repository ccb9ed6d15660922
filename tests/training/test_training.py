"""A training goes all the way on invented articles: weights that load, a card with figures, the same from one seed."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.errors import InvalidInput
from app.extraction import Tagger, extract
from app.training.run import data, run
from app.training.tagger import Recipe
from tests.training.articles import article, write

pytestmark = pytest.mark.model


def trained(folder: Path, given: Path, **changes: int) -> list[tuple[int, int]]:
    """Epochs and batches that were gone through."""
    seen: list[tuple[int, int]] = []
    run(
        data(given),
        Recipe(**({"epochs": 1, "cycles": 1, "further": 1, "batch": 4} | changes)),
        folder,
        progress=lambda epoch, batch, _, __: seen.append((epoch, batch)),
        device="cpu",
        today=date(2026, 11, 23),
    )
    return seen


def test_training_all_the_way(tmp_path: Path) -> None:
    given, out = write(tmp_path / "data"), tmp_path / "out"
    seen = trained(out, given)
    assert {epoch for epoch, _ in seen} == {0, 1}
    tagger = Tagger(out)
    assert tagger.problem() is None
    assert tagger.ready()
    assert tagger.name == f"tagger {json.loads((out / 'tagger.json').read_text())['sha256'][:8]}"
    assert isinstance(extract(article(7)["text"], tagger=tagger), list)
    card = (out / "README.md").read_text(encoding="utf-8")
    assert "28 to\nlearn from, 2 of the same file" in card
    assert "PolNeAR" not in card
    assert "| rules alone |" in card
    first = (out / "tagger.safetensors").read_bytes()
    assert trained(out, given) == []  # all epochs are done already
    assert (out / "tagger.safetensors").read_bytes() == first
    again = tmp_path / "again"
    trained(again, given)
    assert (again / "tagger.safetensors").read_bytes() == first  # same seed, data and machine


def test_a_training_that_was_stopped_goes_on(tmp_path: Path) -> None:
    given = write(tmp_path / "data")
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    trained(whole, given)

    def stop(epoch: int, batch: int, batches: int, loss: float) -> None:
        if epoch == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(
            data(given),
            Recipe(epochs=1, cycles=1, further=1, batch=4),
            stopped,
            progress=stop,
            device="cpu",
            today=date(2026, 11, 23),
        )
    seen = trained(stopped, given)
    assert {epoch for epoch, _ in seen} == {1}
    assert (stopped / "tagger.safetensors").read_bytes() == (whole / "tagger.safetensors").read_bytes()


@pytest.mark.parametrize(("train", "named"), [(None, "There is no train.jsonl"), (5, "too few to learn from")])
def test_what_is_missing_is_said(tmp_path: Path, train: int | None, named: str) -> None:
    given = write(tmp_path, train=train or 1)
    if train is None:
        (given / "train.jsonl").unlink()
    with pytest.raises(InvalidInput, match=named):
        data(given)


def test_a_training_on_other_articles_is_not_gone_on_with(tmp_path: Path) -> None:
    out = tmp_path / "out"
    trained(out, write(tmp_path / "data"))
    with pytest.raises(InvalidInput, match="choose another folder"):
        trained(out, write(tmp_path / "others", train=45))
    with pytest.raises(InvalidInput, match="choose another folder"):
        trained(out, tmp_path / "data", seed=2)
