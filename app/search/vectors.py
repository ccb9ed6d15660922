"""The nearest claims by vector, exactly. The embedding table is the truth; this index only mirrors it.

On SQLite the index is a float32 matrix in memory that tops itself up with the rows newer than the last one it saw
(their ids are never used again). It must be topped up before a transaction writes rows of its own: rows of a
transaction that is later rolled back would stay in the matrix.
"""

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Embedding

FIRST_ROWS = 1024


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A claim and its cosine with what was asked for; higher is nearer."""

    claim_id: int
    score: float


class VectorIndex:
    """Exact nearest neighbours over the vectors of one model. Threads may share it."""

    def __init__(self, model: str) -> None:
        self.model = model
        self._lock = threading.Lock()
        self._rows: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)
        self._claims: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._size = 0
        self._last_seen = 0

    def __len__(self) -> int:
        return self._size

    def top_up(self, session: Session) -> None:
        """Take in the vectors stored since the last call."""
        with self._lock:
            newer = select(Embedding.id, Embedding.claim_id, Embedding.vector).where(
                Embedding.model == self.model, Embedding.id > self._last_seen
            )
            for row_id, claim_id, vector in session.execute(newer.order_by(Embedding.id)):
                self._append(claim_id, np.frombuffer(vector, dtype="<f4"))
                self._last_seen = row_id

    def nearest(
        self, session: Session, vector: NDArray[np.float32], k: int, *, least: float = -1.0, fresh: bool = True
    ) -> list[Neighbour]:
        """Up to `k` neighbours of a unit `vector` (dimension,) with a cosine of at least `least`, nearest first; of two
        with the same score the lower claim id first. `fresh=False` leaves out the top-up."""
        if fresh:
            self.top_up(session)
        with self._lock:
            rows, claims = self._rows[: self._size], self._claims[: self._size]
        if not len(rows):
            return []
        scores = rows @ vector
        found = np.flatnonzero(scores >= least)
        if k < len(found):
            found = found[np.argpartition(-scores[found], k - 1)[:k]]
        order = np.lexsort((claims[found], -scores[found]))
        return [Neighbour(int(claims[i]), float(scores[i])) for i in found[order]]

    def _append(self, claim_id: int, vector: NDArray[np.float32]) -> None:
        if self._size == len(self._claims):
            self._grow(max(FIRST_ROWS, 2 * self._size), len(vector))
        self._rows[self._size], self._claims[self._size] = vector, claim_id
        self._size += 1

    def _grow(self, rows: int, dimension: int) -> None:
        """Make room by doubling, so that taking in n vectors costs O(n)."""
        old_rows, old_claims = self._rows, self._claims
        self._rows = np.zeros((rows, dimension), dtype=np.float32)
        self._claims = np.zeros(rows, dtype=np.int64)
        if self._size:
            self._rows[: self._size], self._claims[: self._size] = old_rows, old_claims


def stored_form(vector: NDArray[np.float32]) -> bytes:
    """The bytes that the embedding table keeps of a vector."""
    return vector.astype("<f4").tobytes()
