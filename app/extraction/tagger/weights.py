"""Where the tagger's weights lie and whether they are whole. Reading them needs no network and no pickle.

Decision: the digest stands in a file beside the weights (``tagger.json``), written by the training command in the same
breath, because one damaged block loads without complaint and marks wrong words.
"""

import json
from functools import lru_cache
from hashlib import file_digest
from pathlib import Path
from typing import Any

from app.extraction.tagger.encoder import TaggerUnavailable, folder
from app.extraction.tagger.finds import Calibration
from app.extraction.tagger.judging import INPUTS

FOLDER = Path(__file__).parent / "weights"
WEIGHTS = "tagger.safetensors"
SETTINGS = "tagger.json"
CARD = "README.md"


def verify(held: Path) -> None:
    """Raises TaggerUnavailable unless weights and encoder are there and the weights are those named beside them."""
    folder()
    path = held / WEIGHTS
    if not path.is_file():
        raise TaggerUnavailable("The tagger's weights are missing: claims are found by the rules alone.")
    wanted = settings(held).get("sha256")
    try:
        state = path.stat()
        found = _digest(path, state.st_mtime_ns, state.st_size)
    except OSError as wrong:
        raise TaggerUnavailable("The tagger's weights cannot be read: claims are found by the rules alone.") from wrong
    if found != wanted:
        raise TaggerUnavailable("The tagger's weights are damaged: claims are found by the rules alone.")


def settings(held: Path) -> dict[str, Any]:
    """What training wrote beside the weights. Raises TaggerUnavailable where it cannot be read."""
    try:
        found = json.loads((held / SETTINGS).read_text(encoding="utf-8"))
    except (OSError, ValueError) as wrong:
        raise TaggerUnavailable("The tagger's settings cannot be read: claims are found by the rules alone.") from wrong
    if not isinstance(found, dict):
        raise TaggerUnavailable("The tagger's settings cannot be read: claims are found by the rules alone.")
    return found


def read(held: Path) -> Any:
    """Tensors by name. Raises TaggerUnavailable."""
    verify(held)
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        return load_file(held / WEIGHTS)
    except (OSError, SafetensorError) as wrong:
        raise TaggerUnavailable("The tagger's weights cannot be read: claims are found by the rules alone.") from wrong


def calibration(held: Path) -> Calibration:
    """How the figures of this tagger become confidences. Raises TaggerUnavailable."""
    found = settings(held)
    try:
        weights = tuple(float(each) for each in found["calibration"]["weights"])
        least = float(found["calibration"]["least"])
    except (KeyError, TypeError, ValueError) as wrong:
        raise TaggerUnavailable("The tagger's settings are damaged: claims are found by the rules alone.") from wrong
    if len(weights) != len(INPUTS) + 1:
        raise TaggerUnavailable("The tagger's settings are of another edition: claims are found by the rules alone.")
    return Calibration(weights, least)


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


@lru_cache(maxsize=4)
def _digest(path: Path, changed: int, size: int) -> str:
    """Kept for a file that was not written since: a page asks at every view."""
    return digest(path)
