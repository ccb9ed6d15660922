"""Sentence vectors by sentence-transformers, from weights on this machine; torch is imported at the first text.

Decision: a text is padded to the next multiple of eight word pieces and only batched with texts of that length. So its
vector is the same to the bit whatever it was encoded with and in whichever order (400 claims in batches of 1, 3, 7 and
32: all equal; batches as the library makes them: half of them differ in the last bits), and nothing stored depends on
the order of arrival. Over 256 word pieces, where MiniLM drops the rest silently, the vector is the mean of windows.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.embedding import weights
from app.embedding.embedder import EmbedderUnavailable

STEP = 8
"""Word pieces between two padded lengths: an article of 25 claims takes 0.41 s, by exact lengths 0.52 s."""
BATCH = 32
OVERLAP = 32
"""Word pieces that two neighbouring windows of a long text share, so that no clause is cut in both."""


class SentenceEmbedder:
    """Encodes with ``model``: the packaged MiniLM, a folder, or a name in the local cache. Never opens a connection.

    `threads` is handed to torch; several busy processes on one machine do best with one each. Any error of loading,
    and vectors that are not numbers, are told as EmbedderUnavailable; the next call tries again, so that a repair
    needs no restart.
    """

    def __init__(self, model: str | None = None, *, threads: int | None = None, batch_size: int = BATCH) -> None:
        self.model = model or weights.PACKAGED
        self.name = weights.short_name(self.model)
        self.batch_size = max(1, batch_size)
        self.threads = threads
        self._loaded: Any = None
        self._lock = Lock()

    @property
    def dimension(self) -> int:
        """The number of columns; read from the model's settings where they state it, else by loading the model."""
        stated = None if self._loaded is not None else weights.stated_dimension(weights.locate(self.model))
        return stated or int(self.load().get_embedding_dimension())

    def load(self) -> Any:
        """Load the model now (about 10 s of imports, then 1 s) rather than at the first text."""
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self.model, self.threads)
            return self._loaded

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows of shape (len(texts), dimension), each distinct text encoded once."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        distinct = {text: row for row, text in enumerate(dict.fromkeys(texts))}
        rows = self._encode_distinct(list(distinct))
        return rows[[distinct[text] for text in texts]]

    def truncates(self, text: str) -> bool:
        """Whether the text has more word pieces than the model reads in one piece (256)."""
        return len(self._windows([text])[0]) > 1

    def _encode_distinct(self, texts: list[str]) -> NDArray[np.float32]:
        windows, owners = self._windows(texts)
        vectors = np.zeros((len(windows), self.dimension), dtype=np.float64)
        for length, places in _batches(windows, self.batch_size, int(self.load().max_seq_length)):
            vectors[places] = self._forward([windows[place] for place in places], length)
        sums = np.zeros((len(texts), vectors.shape[1]), dtype=np.float64)
        np.add.at(sums, owners, vectors * np.array([[len(window)] for window in windows]))
        return _unit(sums, self.name)

    def _windows(self, texts: list[str]) -> tuple[list[list[int]], list[int]]:
        model = self.load()
        readable = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        with self._lock:  # a fast tokenizer keeps its truncation in itself and refuses a second thread
            pieces = model.tokenizer(
                readable,
                truncation=True,
                max_length=model.max_seq_length,
                stride=OVERLAP,
                return_overflowing_tokens=True,
            )
        return pieces["input_ids"], list(pieces["overflow_to_sample_mapping"])

    def _forward(self, windows: list[list[int]], length: int) -> NDArray[np.float32]:
        import torch

        model = self.load()
        ids = torch.full((len(windows), length), int(model.tokenizer.pad_token_id or 0))
        mask = torch.zeros((len(windows), length), dtype=torch.long)
        for row, window in enumerate(windows):
            ids[row, : len(window)] = torch.tensor(window)
            mask[row, : len(window)] = 1
        with torch.inference_mode():
            found = model({"input_ids": ids, "attention_mask": mask})["sentence_embedding"]
            rows: NDArray[np.float32] = torch.nn.functional.normalize(found, dim=1).numpy()
        return rows


def _load(model: str, threads: int | None) -> Any:
    place = weights.locate(model)
    weights.verify(model)
    try:
        import huggingface_hub.constants

        huggingface_hub.constants.HF_HUB_OFFLINE = True  # read by transformers at each look-up of a file
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        if threads is not None:
            torch.set_num_threads(threads)
        return SentenceTransformer(place, device="cpu", local_files_only=True).eval()
    except Exception as error:  # each library raises its own for a missing file, a cut file, a wrong shape
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise EmbedderUnavailable(f"The model {weights.short_name(model)} cannot be loaded: {reason}") from error


def _batches(windows: list[list[int]], size: int, longest: int) -> Iterator[tuple[int, list[int]]]:
    """Padded length and places of each batch, shortest first."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for place, window in enumerate(windows):
        by_length[min(longest, -(-len(window) // STEP) * STEP)].append(place)
    for length in sorted(by_length):
        places = by_length[length]
        yield from ((length, places[start : start + size]) for start in range(0, len(places), size))


def _unit(rows: NDArray[np.float64], name: str) -> NDArray[np.float32]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    if not np.isfinite(rows).all() or not (lengths > 0).all():
        raise EmbedderUnavailable(f"The model {name} gives vectors that are not numbers: its weights are damaged.")
    unit: NDArray[np.float32] = (rows / lengths).astype(np.float32)
    return unit
