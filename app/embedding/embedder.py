"""What an embedder is to the rest of the house: texts in, unit rows of float32 out.

Decision: rows are always of length one, so that a cosine is a dot product everywhere, and every embedder can say which
texts it could not read whole, because a claim compared on the part read must never be called the same.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class EmbedderUnavailable(Exception):
    """The model is missing, damaged or of another kind; the message is a sentence that can be shown to a person."""


class Embedder(Protocol):
    """Turns texts into vectors. `name` is stored beside each vector: vectors of two names are never compared."""

    @property
    def name(self) -> str:
        """The model and its variant, for example "all-MiniLM-L6-v2"."""
        ...

    @property
    def dimension(self) -> int:
        """The number of columns of what `encode` gives."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows of shape (len(texts), dimension); no text at all is allowed. Raises EmbedderUnavailable."""
        ...

    def truncates(self, text: str) -> bool:
        """Whether the text is longer than the model reads in one piece."""
        ...
