"""The network: the packaged MiniLM encoder told about casing, marks, breaks and rules; a head for tags, two for links.

Decision: word embeddings stay those of the package and are not stored again; the six layers above them are trained
whole (10.6 m numbers, 21 MB at half precision). Links are scored for the eight nearest candidates on either side, which
holds all true ones of PolNeAR train and makes the cost linear in the text.
"""

from typing import Any

import torch
from torch import Tensor, nn

from app.extraction.tagger.geometry import BETWEEN, DISTANCES, PARAGRAPHS, SENTENCES
from app.extraction.tagger.pieces import FEATURES
from app.extraction.tagger.tags import SIZE

LINK = 128
"""Width of the space in which an anchor and its candidates are compared."""


class Linker(nn.Module):
    """Scores each candidate of each anchor, and none of them; anchors and candidates are spans of pieces."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.anchor = nn.Linear(2 * hidden, LINK)
        self.candidate = nn.Linear(2 * hidden, LINK)
        self.none = nn.Parameter(torch.zeros(LINK))
        self.places = nn.ModuleList(nn.Embedding(n, LINK) for n in (DISTANCES, SENTENCES, PARAGRAPHS, BETWEEN))
        self.score = nn.Linear(LINK, 1)
        for place in self.places:
            nn.init.normal_(place.weight, std=0.02)  # type: ignore[arg-type]

    def forward(self, anchors: Tensor, candidates: Tensor, which: Tensor, places: Tensor) -> Tensor:
        """Scores of shape (m, k + 1), the last column for none. ``anchors``: (m, 2, hidden) and ``candidates``: (c, 2,
        hidden) states of their first and last pieces; ``which``: (m, k) indices of candidates or -1; ``places``:
        (m, k, 4), see ``geometry``."""
        anchored = self.anchor(anchors.flatten(1))
        offered = self.candidate(candidates.flatten(1))
        picked = offered[which.clamp(min=0)]
        for column, place in enumerate(self.places):
            picked = picked + place(places[..., column])
        picked = torch.cat([picked, self.none.expand(len(anchors), 1, LINK)], dim=1)
        joint = nn.functional.gelu(anchored[:, None, :] + picked) + anchored[:, None, :] * picked / LINK**0.5
        scores = self.score(joint).squeeze(-1)
        missing = nn.functional.pad(which < 0, (0, 1), value=False)
        masked: Tensor = scores.masked_fill(missing, -1e4)
        return masked


class Network(nn.Module):
    """Word pieces with features to states, tags and links. ``encoder``: a transformers BertModel without a pooler."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        hidden = int(encoder.config.hidden_size)
        self.features = nn.ModuleList(nn.Embedding(n, hidden) for n in FEATURES)
        for feature in self.features:
            nn.init.normal_(feature.weight, std=0.01)  # type: ignore[arg-type]
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(hidden, SIZE)
        self.source_of_cue = Linker(hidden)
        self.cue_of_content = Linker(hidden)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """States (b, n, hidden) and tag scores (b, n, 13) of windows ``ids`` (b, n) with ``features`` (b, n, 4)."""
        words = self.encoder.embeddings.word_embeddings(ids)
        for column, feature in enumerate(self.features):
            words = words + feature(features[..., column])
        states = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state.float()
        return states, self.tags(self.dropout(states))

    def learned(self) -> dict[str, Tensor]:
        """What training changes: every number but the word embeddings."""
        return {name: value for name, value in self.state_dict().items() if ".word_embeddings." not in name}
