"""Where the model cannot be loaded, search goes on by word and says that meaning is off."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

import config as settings
from app import create_app
from app.db import Database
from app.embedding import EmbedderUnavailable, HashingEmbedder
from tests.archive import fill


class MissingEmbedder(HashingEmbedder):
    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise EmbedderUnavailable("The model is not installed.")


def test_words_are_searched_all_the_same(config: settings.Config, database: Database) -> None:
    with database.transaction() as session:
        fill(session)
    app = create_app(config, embedder=MissingEmbedder())
    for mode in ("both", "meaning"):
        page = app.test_client().get(f"/search?q=tunnel&mode={mode}")
        assert page.status_code == 200
        assert "Search by meaning is off: The model is not installed." in page.text
        assert "words: tunnel" in page.text
    app.extensions["house"].database.close()
