"""Stored claims as matching wants to see them: words, speaker, day, place in the order of time.

`order` sorts claims by when they were said, then by publication, then by the article's own key: which of two claims is
the earlier one never depends on which was stored first.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.matching import Comparable
from app.models import Article, Claim, Embedding, Version

LAST_DAY = date.max
LAST_TIME = datetime.max.replace(tzinfo=UTC)
BATCH = 500  # ids in one IN (...)


@dataclass(frozen=True, slots=True)
class Compared:
    """One stored claim, its comparable form, its unit vector (dimension,) and its place in time."""

    claim_id: int
    article_id: int
    speaker_id: int | None
    said_on: date | None
    order: tuple[Any, ...]
    comparable: Comparable
    vector: NDArray[np.float32]


def compared(session: Session, claim_ids: Collection[int], *, model: str) -> dict[int, Compared]:
    """These claims by id, those without a vector of this model left out."""
    ids = sorted(claim_ids)
    found: dict[int, Compared] = {}
    for first in range(0, len(ids), BATCH):
        rows = session.execute(
            select(Claim, Version, Article, Embedding.vector, Embedding.is_windowed)
            .join(Version, Claim.version_id == Version.id)
            .join(Article, Version.article_id == Article.id)
            .join(Embedding, (Embedding.claim_id == Claim.id) & (Embedding.model == model))
            .where(Claim.id.in_(ids[first : first + BATCH]))
            .options(selectinload(Claim.spans))
        )
        for claim, version, article, vector, is_windowed in rows:
            found[claim.id] = _compared(claim, version, article, np.frombuffer(vector, dtype="<f4"), is_windowed)
    return found


def day_of(claim: Claim, article: Article) -> date | None:
    """The day a claim counts for: the one the text tells, or else that of publication."""
    return claim.said_on if claim.said_on is not None else article.published_on


def order_of(claim: Claim, version: Version, article: Article) -> tuple[Any, ...]:
    day = day_of(claim, article) or LAST_DAY
    published = article.published_at or LAST_TIME
    return (day, published, article.natural_key, version.text_sha256, claim.position)


def _compared(
    claim: Claim, version: Version, article: Article, vector: NDArray[np.float32], is_windowed: bool
) -> Compared:
    day = day_of(claim, article)
    comparable = Comparable(
        text=" ".join(version.text[start:end] for start, end in claim.part("content")),
        speaker=None if claim.speaker_id is None else str(claim.speaker_id),
        said_on=day,
        polarity=claim.polarity,
        partly_read=is_windowed,
    )
    order = order_of(claim, version, article)
    return Compared(claim.id, article.id, claim.speaker_id, day, order, comparable, vector)
