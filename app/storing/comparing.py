"""Stored claims as matching wants to see them: words, speaker, day, place in the order of time.

`order` sorts claims by when they were said, then by publication, then by the article's own key: which of two claims is
the earlier one never depends on which was stored first.
"""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.matching import Comparable
from app.models import Article, Claim, Embedding, Version
from app.storing.chunks import chunks

LAST_DAY = date.max
LAST_TIME = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Compared:
    """One stored claim, its comparable form, its unit vector (dimension,) and its place in time. `told_in`: the claim
    in whose words it is told. `stands_alone`: it may be linked, but joins nothing, since it is not sure that it is a
    claim at all, or it is second hand."""

    claim_id: int
    article_id: int
    order: tuple[Any, ...]
    comparable: Comparable
    vector: NDArray[np.float32]
    told_in: int | None
    stands_alone: bool


def compared(session: Session, claim_ids: Collection[int], *, model: str) -> dict[int, Compared]:
    """These claims by id, those without a vector of this model left out."""
    found: dict[int, Compared] = {}
    for chunk in chunks(claim_ids):
        rows = session.execute(
            select(Claim, Version, Article, Embedding.vector, Embedding.is_windowed)
            .join(Version, Claim.version_id == Version.id)
            .join(Article, Version.article_id == Article.id)
            .join(Embedding, (Embedding.claim_id == Claim.id) & (Embedding.model == model))
            .where(Claim.id.in_(chunk))
            .options(selectinload(Claim.spans))
        )
        for claim, version, article, vector, is_windowed in rows:
            found[claim.id] = _compared(claim, version, article, np.frombuffer(vector, dtype="<f4"), is_windowed)
    return found


def day_of(claim: Claim, article: Article) -> date | None:
    """The day a claim counts for: the one the text tells, or else that of publication."""
    return claim.said_on if claim.said_on is not None else article.published_on


def last_day_of(claim: Claim, article: Article) -> date | None:
    """The last day on which it may have been said: of "in April" the thirtieth, but no day after publication."""
    day = day_of(claim, article)
    if day is None or claim.said_on_precision in ("day", "none"):
        return day
    last = {
        "week": day + timedelta(days=6),
        "month": day.replace(day=monthrange(day.year, day.month)[1]),
        "year": day.replace(month=12, day=31),
    }[claim.said_on_precision]
    return last if article.published_on is None else max(day, min(last, article.published_on))


def looks_back(claim: Claim, text: str) -> bool:
    """Whether a claim is told as one of an earlier occasion without its day: "had said". Only the pluperfect is that
    sure; it is then no new occasion of saying."""
    spans = claim.part("cue")
    return claim.said_on is None and bool(spans) and text[slice(*spans[0])].lower().startswith(("had ", "’d ", "'d "))


def order_of(claim: Claim, version: Version, article: Article) -> tuple[Any, ...]:
    """The place of a claim in time. What was said "in April" comes after what was said on the ninth: nothing is called
    the earliest that may have been said later."""
    day = last_day_of(claim, article) or LAST_DAY
    published = article.published_at or LAST_TIME
    return (day, published, article.natural_key, version.text_sha256, claim.position)


def _compared(
    claim: Claim, version: Version, article: Article, vector: NDArray[np.float32], is_windowed: bool
) -> Compared:
    comparable = Comparable(
        text=" ".join(version.text[start:end] for start, end in claim.part("content")),
        speaker=None if claim.speaker_id is None else str(claim.speaker_id),
        said_on=day_of(claim, article),
        said_until=last_day_of(claim, article),
        looks_back=looks_back(claim, version.text),
        polarity=claim.polarity,
        partly_read=is_windowed,
    )
    order = order_of(claim, version, article)
    stands_alone = claim.is_unsure or claim.told_in_id is not None
    return Compared(claim.id, article.id, order, comparable, vector, claim.told_in_id, stands_alone)
