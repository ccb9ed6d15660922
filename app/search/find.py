"""Search by word, by meaning, and by both at once.

Decision: the two rankings are fused by reciprocal rank (Cormack, Clarke and Büttcher 2009, k = 60), which needs no
common scale: a claim's score is the sum of 1 / (60 + rank) over the lists it stands in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Integer, Select, column, func, literal_column, select, table
from sqlalchemy.orm import Session

from app.identity import name_key
from app.models import Article, Claim, Speaker, Statement, Version
from app.search.vectors import VectorIndex
from app.search.words import Words, any_of

FUSION = 60
FOUND_AT_MOST = 300
RANKED_AT_MOST = 20_000
"""More matches than this are not ranked but taken newest first: one very common word costs 0.7 s to rank over 300,000
rows."""
NEIGHBOURS = 2_000
NEAR = 0.35
"""The least cosine that is called near. Of pairs of claims of different seed articles 95 % lie below 0.30, 99 % below
0.41 (all-MiniLM-L6-v2; median 0.11), while a short query lies lower than a whole claim that says the same."""

INDEX = table("claim_words", column("rowid", Integer), column("rank"))
ITSELF: ColumnElement[str] = literal_column("claim_words")
OPENS, CLOSES = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search. `speaker` is an id or a part of a name; the days are those of saying. `is_open`: only
    claims whose speaker is not resolved; `counted`: only claims that count."""

    speaker: str = ""
    outlet: int | None = None
    since: date | None = None
    until: date | None = None
    is_open: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that was found, with its place in each list (from 1) and its cosine with the query."""

    claim_id: int
    score: float
    word_rank: int | None
    meaning_rank: int | None
    cosine: float | None


def by_words(session: Session, words: Words, filters: Filters) -> list[int]:
    """Ids of claims that hold the words, best first (BM25), 300 at most."""
    if words.match is None:
        return []
    found = select(INDEX.c.rowid).where(_matches(words.match))
    many = session.scalar(select(func.count()).select_from(found.limit(RANKED_AT_MOST + 1).subquery())) or 0
    order = INDEX.c.rowid.desc() if RANKED_AT_MOST < many else INDEX.c.rank
    narrowed = found.where(*_narrowed(filters))
    return list(session.scalars(narrowed.order_by(order, INDEX.c.rowid).limit(FOUND_AT_MOST)))


def by_meaning(
    session: Session, index: VectorIndex, vector: NDArray[np.float32], words: Words, filters: Filters
) -> dict[int, float]:
    """Cosines of the claims nearest to a unit `vector` (dimension,), best first, 300 at most; what was put in quotation
    marks stands in each of them."""
    near = {found.claim_id: found.score for found in index.nearest(session, vector, NEIGHBOURS, least=NEAR)}
    kept = _placed(select(Claim.id)).where(Claim.id.in_(near), *_conditions(filters))
    if words.required is not None:
        kept = kept.where(Claim.id.in_(select(INDEX.c.rowid).where(_matches(words.required))))
    if words.unwanted is not None:
        kept = kept.where(Claim.id.not_in(select(INDEX.c.rowid).where(_matches(words.unwanted))))
    allowed = set(session.scalars(kept))
    best = [id for id in near if id in allowed][:FOUND_AT_MOST]
    return {id: near[id] for id in best}


def newest(session: Session, filters: Filters) -> list[int]:
    """Ids of the claims that pass the filters, last said first, where no words are asked for; 300 at most."""
    claims = _placed(select(Claim.id)).where(*_conditions(filters))
    order = (Statement.said_on.desc().nulls_last(), Claim.id.desc())
    return list(session.scalars(claims.order_by(*order).limit(FOUND_AT_MOST)))


def how_many(session: Session, filters: Filters) -> int:
    """How many claims pass the filters."""
    return session.scalar(_placed(select(func.count(Claim.id))).where(*_conditions(filters))) or 0


def fuse(by_word: Sequence[int], meaning: dict[int, float]) -> list[Hit]:
    """Both lists as one, best first; of two with the same score the lower id first."""
    places = {id: rank for rank, id in enumerate(by_word, 1)}
    nearest = {id: rank for rank, id in enumerate(meaning, 1)}
    hits = [
        Hit(id, _share(places.get(id)) + _share(nearest.get(id)), places.get(id), nearest.get(id), meaning.get(id))
        for id in dict.fromkeys([*places, *nearest])
    ]
    return sorted(hits, key=lambda hit: (-hit.score, hit.claim_id))


def matched_words(session: Session, words: Words, claim_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The words of these claims that the index takes for those asked for: "lines" where "line" was typed."""
    wanted = any_of(term for group in words.groups for term in group)
    if wanted is None:
        return {}
    shown = (func.highlight(ITSELF, place, OPENS, CLOSES) for place in (0, 1))
    rows = session.execute(select(INDEX.c.rowid, *shown).where(_matches(wanted), INDEX.c.rowid.in_(list(claim_ids))))
    return {id: tuple(dict.fromkeys(_between(content) + _between(speaker))) for id, content, speaker in rows}


def _share(rank: int | None) -> float:
    return 0.0 if rank is None else 1 / (FUSION + rank)


def _between(text: str) -> list[str]:
    return [part.split(CLOSES, 1)[0].casefold() for part in text.split(OPENS)[1:]]


def _matches(query: str) -> ColumnElement[bool]:
    return ITSELF.op("MATCH", is_comparison=True)(query)


def _placed(claims: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        claims.join(Statement, Statement.id == Claim.statement_id)
        .join(Version, Version.id == Claim.version_id)
        .join(Article, Article.id == Version.article_id)
        .outerjoin(Speaker, Speaker.id == Claim.speaker_id)
    )


def _narrowed(filters: Filters) -> list[ColumnElement[bool]]:
    """What the words index is narrowed by: asked for each match, for the matches are fewer than the claims."""
    conditions = _conditions(filters)
    if not conditions:
        return []
    return [_placed(select(Claim.id)).where(Claim.id == INDEX.c.rowid, *conditions).correlate(INDEX).exists()]


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if (speaker := filters.speaker.strip()).isdecimal() and len(speaker) < 18:
        wanted.append(Claim.speaker_id == int(speaker))
    elif speaker:
        wanted.append(Speaker.name_key.contains(name_key(speaker), autoescape=True))
    if filters.outlet is not None:
        wanted.append(Article.outlet_id == filters.outlet)
    if filters.since is not None:
        wanted.append(filters.since <= Statement.said_on)
    if filters.until is not None:
        wanted.append(Statement.said_on <= filters.until)
    if filters.is_open:
        wanted.append(Claim.speaker_how == "open")
    if filters.counted:
        wanted.append(Claim.counts.is_(True))
    return wanted
