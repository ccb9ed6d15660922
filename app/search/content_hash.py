"""A hash of what the archive holds, by natural keys: equal for two archives that hold the same, however filled.

Two workers, another order or a kill in between must not change it (tests hold that).

Left out is what tells of the way and not of the content: ids, times of storing, jobs and their workers, the rows of
threads that were joined to another, decisions that were undone, and speakers whom only these made.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.models import (
    Alias,
    Article,
    Claim,
    CoNaming,
    Decision,
    DecisionClaim,
    Embedding,
    Link,
    Office,
    Outlet,
    Overlap,
    Span,
    Speaker,
    Statement,
    Version,
)

Row = tuple[Any, ...]


def content_hash(session: Session) -> str:
    """SHA-256 (64 hexadecimal digits) over every row in natural order."""
    digest = sha256()
    for name, rows in _tables(session):
        for row in sorted(json.dumps([name, *row], default=str, ensure_ascii=False) for row in rows):
            digest.update(row.encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()


def _tables(session: Session) -> Iterator[tuple[str, list[Row]]]:
    articles = {row.id: row.natural_key for row in session.execute(select(Article.id, Article.natural_key))}
    speakers = {row.id: f"{row.kind}:{row.name_key}" for row in session.scalars(select(Speaker))}
    claims = _claim_keys(session)
    versions = {row.id: row.text_sha256 for row in session.execute(select(Version.id, Version.text_sha256))}
    yield "outlet", [tuple(row) for row in session.execute(select(Outlet.name, Outlet.name_key, Outlet.host))]
    yield "article", _articles(session, articles)
    yield "version", _versions(session, articles)
    yield "speaker", _speakers(session, speakers)
    named = session.scalars(select(Alias))
    yield "alias", [(speakers[alias.speaker_id], alias.name, alias.how, alias.name_key) for alias in named]
    yield "office", _offices(session, speakers)
    yield (
        "co_naming",
        [
            (*sorted((speakers[row.speaker_id], speakers[row.other_id])), versions[row.version_id])
            for row in session.scalars(select(CoNaming))
        ],
    )
    yield "decision", _decisions(session, speakers, claims)
    yield "overlap", _overlaps(session, articles)
    yield "claim", _claims(session, claims, speakers)
    yield "statement", _statements(session, claims, speakers)
    yield "link", _links(session, claims)
    yield "embedding", _embeddings(session, claims)


def _speakers(session: Session, speakers: dict[int, str]) -> list[Row]:
    """Every speaker that anything stands for: one whom an editor made, and unmade, is none."""
    used = {id for each in (Claim, Alias, Office) for id in session.scalars(select(each.speaker_id))}
    used |= {id for row in session.scalars(select(CoNaming)) for id in (row.speaker_id, row.other_id)}
    used |= {id for row in _standing(session) for id in (row.speaker_id, row.other_id)}
    found = {tuple(row) for row in session.execute(select(Claim.found_kind, Claim.found_key).distinct())}
    return [
        (
            speakers[row.id],
            row.name,
            row.found_name,
            row.wikidata,
            speakers.get(row.merged_into_id or 0),
        )
        for row in session.scalars(select(Speaker))
        if row.id in used or (row.found_name and (row.kind, row.name_key) in found)
    ]


def _standing(session: Session) -> list[Decision]:
    return list(session.scalars(select(Decision).where(Decision.undone_at.is_(None)).order_by(Decision.id)))


def _decisions(session: Session, speakers: dict[int, str], claims: dict[int, str]) -> list[Row]:
    """What stands, in the order in which it was decided."""
    named: dict[int, list[Row]] = {}
    for row in session.scalars(select(DecisionClaim)):
        named.setdefault(row.decision_id, []).append((claims[row.claim_id], speakers.get(row.speaker_id or 0)))
    return [
        (place, row.kind, speakers.get(row.speaker_id or 0), speakers.get(row.other_id or 0), row.name, row.name_key)
        + (row.note, row.decided_by, sorted(named.get(row.id, []), key=str))
        for place, row in enumerate(_standing(session))
    ]


def _offices(session: Session, speakers: dict[int, str]) -> list[Row]:
    return [
        (speakers[row.speaker_id], row.title, row.area, row.area_names, row.body, row.begins_on, row.ends_on)
        for row in session.scalars(select(Office))
    ]


def _claim_keys(session: Session) -> dict[int, str]:
    """Claim id -> a key that says which claim it is: article, text and place."""
    rows = session.execute(
        select(Claim.id, Article.natural_key, Version.text_sha256, Claim.position)
        .join(Version, Claim.version_id == Version.id)
        .join(Article, Version.article_id == Article.id)
    )
    return {claim_id: f"{article}|{text}|{position}" for claim_id, article, text, position in rows}


def _articles(session: Session, articles: dict[int, str]) -> list[Row]:
    outlet = aliased(Outlet)
    rows = session.execute(select(Article, outlet.name_key).outerjoin(outlet, Article.outlet_id == outlet.id))
    return [
        (
            article.natural_key,
            name,
            article.title,
            article.byline,
            article.published_at,
            article.published_on,
            article.published_precision,
            article.published_as_given,
            articles.get(article.copy_of_id or 0),
        )
        for article, name in rows
    ]


def _versions(session: Session, articles: dict[int, str]) -> list[Row]:
    return [
        (articles[row.article_id], row.text_sha256, sha256(row.text.encode()).hexdigest(), row.modified_at)
        + (row.is_current, row.is_partial, row.analysed_at is not None)
        for row in session.scalars(select(Version))
    ]


def _overlaps(session: Session, articles: dict[int, str]) -> list[Row]:
    rows = session.scalars(select(Overlap))
    return [(*sorted((articles[row.article_id], articles[row.other_article_id])), row.share) for row in rows]


def _claims(session: Session, claims: dict[int, str], speakers: dict[int, str]) -> list[Row]:
    spans: dict[int, list[Row]] = {}
    for span in session.scalars(select(Span)):
        spans.setdefault(span.claim_id, []).append((span.part, span.position, span.start, span.end))
    return [
        (claims[row.id], row.kind, row.polarity, row.confidence, row.rule, row.said_on, row.said_on_precision)
        + (speakers.get(row.speaker_id or 0), row.speaker_kind, row.speaker_how, row.speaker_candidates)
        + (row.found_name, row.found_key, row.found_role, row.found_kind, row.found_how, row.found_candidates)
        + (row.decision_id is not None,)
        + (row.counts, row.is_unsure, claims.get(row.told_in_id or 0))
        + (sorted(spans.get(row.id, [])),)
        for row in session.scalars(select(Claim))
    ]


def _statements(session: Session, claims: dict[int, str], speakers: dict[int, str]) -> list[Row]:
    """A statement is its claims; so is a thread: it is written as all the claims that hang on it."""
    members: dict[int, list[str]] = {}
    for claim_id, statement_id in session.execute(select(Claim.id, Claim.statement_id)):
        members.setdefault(statement_id, []).append(claims[claim_id])
    statements = list(session.scalars(select(Statement)))
    threads: dict[int, list[str]] = {}
    for row in statements:
        threads.setdefault(row.thread_id, []).extend(members.get(row.id, []))
    return [
        (sorted(members.get(row.id, [])), sorted(threads[row.thread_id]))
        + (speakers.get(row.speaker_id or 0), row.said_on, row.said_on_precision)
        for row in statements
    ]


def _links(session: Session, claims: dict[int, str]) -> list[Row]:
    return [
        (claims[row.claim_id], claims[row.earlier_claim_id], row.relation, row.score, row.reasons, row.joins)
        for row in session.scalars(select(Link))
    ]


def _embeddings(session: Session, claims: dict[int, str]) -> list[Row]:
    rows = session.scalars(select(Embedding))
    return [
        (claims[row.claim_id], row.model, row.text_sha256, sha256(row.vector).hexdigest(), row.is_windowed)
        for row in rows
    ]
