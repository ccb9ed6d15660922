"""The real model: unit rows, the same to the bit in any company, long texts read whole, errors as sentences."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from app.embedding import EmbedderUnavailable, SentenceEmbedder, sentences, weights

TEXTS = [
    "The mill at Holm will close in June.",
    "In June they are going to shut the factory in Holm.",
    "Herring is back in the bay of Skell.",
    "",
    "Rents rose.",
]
LONG = "Rents in Averby rose by 4 percent. " * 60


@pytest.fixture(scope="module")
def embedder() -> SentenceEmbedder:
    return SentenceEmbedder(threads=1)


def test_the_dimension_is_known_without_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "_load", lambda *_: pytest.fail("loaded"))
    fresh = SentenceEmbedder()
    assert (fresh.name, fresh.dimension) == ("all-MiniLM-L6-v2", 384)
    assert fresh.encode([]).shape == (0, 384)


@pytest.mark.model
def test_rows_are_of_length_one_and_near_in_meaning(embedder: SentenceEmbedder) -> None:
    rows = embedder.encode(TEXTS)
    assert rows.shape == (5, 384)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-6)
    assert rows[0] @ rows[1] > 0.6 > rows[0] @ rows[2]


@pytest.mark.model
def test_a_vector_does_not_depend_on_its_company(embedder: SentenceEmbedder) -> None:
    texts = [f"{text} {'More of it. ' * n}" for n in range(8) for text in TEXTS]
    together = embedder.encode(texts)
    assert (together == np.vstack([embedder.encode([text]) for text in texts])).all()
    assert (embedder.encode(texts[::-1])[::-1] == together).all()


@pytest.mark.model
def test_the_same_text_twice_is_encoded_once(embedder: SentenceEmbedder) -> None:
    rows = embedder.encode([TEXTS[0], TEXTS[2], TEXTS[0]])
    assert (rows[0] == rows[2]).all()
    assert embedder.encode([]).shape == (0, 384)


@pytest.mark.model
def test_a_long_text_is_read_to_its_end(embedder: SentenceEmbedder) -> None:
    assert embedder.truncates(LONG)
    assert not embedder.truncates(TEXTS[0])
    whole, other_end = embedder.encode([LONG, LONG + TEXTS[2] * 20])
    assert whole @ other_end < 0.99
    assert np.linalg.norm(other_end) == pytest.approx(1, abs=1e-6)


@pytest.mark.model
def test_strange_texts_have_vectors(embedder: SentenceEmbedder) -> None:
    assert np.isfinite(embedder.encode(["\ud800", "\x00", "🙃" * 300, "\u202e", "a" * 5000])).all()


@pytest.mark.model
def test_a_folder_can_be_named(tmp_path: Path, embedder: SentenceEmbedder) -> None:
    folder = tmp_path / "own-model"
    shutil.copytree(weights.locate(weights.PACKAGED), folder)
    own = SentenceEmbedder(str(folder))
    assert own.name == "own-model"
    assert (own.encode(TEXTS[:1]) == embedder.encode(TEXTS[:1])).all()


@pytest.mark.model
def test_a_damaged_model_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    shutil.copytree(weights.locate(weights.PACKAGED), folder)
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:100_000])
    with pytest.raises(EmbedderUnavailable, match=r"The model broken cannot be loaded: .+"):
        SentenceEmbedder(str(folder)).load()


@pytest.mark.model
def test_a_name_that_is_not_here_is_told() -> None:
    with pytest.raises(EmbedderUnavailable, match="nobody/no-model cannot be loaded"):
        SentenceEmbedder("nobody/no-model").encode(["Rents rose."])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmbedderUnavailable, match="There is no folder"):
        SentenceEmbedder(str(tmp_path / "none")).encode(["Rents rose."])


def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "PACKAGE", "no_such_package")
    with pytest.raises(EmbedderUnavailable, match="not installed"):
        SentenceEmbedder().load()


def test_weights_that_changed_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "DIGEST", "0" * 64)
    with pytest.raises(EmbedderUnavailable, match="damaged"):
        SentenceEmbedder().load()
