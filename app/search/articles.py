"""Articles: the list, and one article's stored text with its claims marked exactly where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, null, or_, select
from sqlalchemy.orm import Session

from app.errors import InvalidInput, NotFound
from app.models import Article, Claim, Outlet, Span, Version
from app.search.claims import ArticleName, ClaimRow, article_name, load_claims
from app.search.cutting import Mark, Segment, paragraphs, segments
from app.search.links import relations
from app.search.paging import PAGE_SIZE, Page
from app.search.reading_state import UNFINISHED, ReadingState, articles_in, state_of_version, states_of


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list: its claims that count, its versions, and the state of its reading."""

    article: ArticleName
    claims: int
    versions: int
    state: ReadingState | None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One of the texts that an article had. `modified_at`: when the outlet changed it, where that was told. `claims`
    are those that the article itself reports."""

    number: int
    text_sha256: str
    stored_at: datetime
    modified_at: datetime | None
    is_current: bool
    is_partial: bool
    claims: int


@dataclass(frozen=True, slots=True)
class Note:
    """What the margin says beside a claim."""

    claim: ClaimRow
    relation: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the stored text, split at every boundary of a claim, with notes on the claims that begin in it."""

    start: int
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article in one of its versions."""

    article: ArticleName
    byline: str | None
    copy_of: ArticleName | None
    copies: tuple[ArticleName, ...]
    version: VersionRow
    versions: tuple[VersionRow, ...]
    paragraphs: tuple[Paragraph, ...]
    claims: dict[int, ClaimRow]
    state: ReadingState | None


def list_articles(
    session: Session,
    *,
    number: int = 1,
    state: str | None = None,
    outlet: int | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Page[ArticleRow]:
    """Articles, newest first. `state`: only those that wait to be read, or could not be; `since` and `until`: the days
    of publication. Raises InvalidInput for another state."""
    if state is not None and state not in UNFINISHED:
        raise InvalidInput(f"Articles are listed by the states {' and '.join(UNFINISHED)}, not by {state!r}.")
    wanted: list[ColumnElement[bool]] = []
    if state is not None:
        wanted.append(Article.id.in_(articles_in(state)))
    if outlet is not None:
        wanted.append(Article.outlet_id == outlet)
    if since is not None:
        wanted.append(since <= Article.published_on)
    if until is not None:
        wanted.append(Article.published_on <= until)
    total = session.scalar(select(func.count()).select_from(Article).where(*wanted)) or 0
    rows = session.execute(
        _named()
        .where(*wanted)
        .order_by(Article.published_on.desc().nulls_last(), Article.id.desc())
        .limit(PAGE_SIZE)
        .offset((number - 1) * PAGE_SIZE)
    ).all()
    return Page(_rows(session, [article_name(row.Article, row.outlet) for row in rows]), number, PAGE_SIZE, total)


def article_page(
    session: Session, article_id: int, *, version: int | None = None, opened: int | None = None
) -> ArticlePage:
    """An article in its current version, or in the one of that number; source and cue are marked of the claim `opened`
    alone. Raises NotFound."""
    row = session.execute(_named().where(Article.id == article_id)).one_or_none()
    if row is None:
        raise NotFound("There is no such article.")
    versions = _versions(session, article_id)
    shown = next((v for v in versions if (v.is_current if version is None else v.number == version)), None)
    if shown is None:
        raise NotFound("This article has no such version.")
    version_id, text = session.execute(
        select(Version.id, Version.text).where(Version.article_id == article_id, Version.number == shown.number)
    ).one()
    claims = load_claims(session, session.scalars(_claims_of(version_id)))
    return ArticlePage(
        article=article_name(row.Article, row.outlet),
        byline=row.Article.byline,
        copy_of=named_article(session, row.Article.copy_of_id),
        copies=_copies(session, article_id),
        version=shown,
        versions=versions,
        paragraphs=_paragraphs(session, text, claims, opened),
        claims=claims,
        state=state_of_version(session, version_id),
    )


def _named() -> Select[*tuple[Any, ...]]:
    return select(Article, Outlet.name.label("outlet")).outerjoin(Outlet, Outlet.id == Article.outlet_id)


def _rows(session: Session, articles: Sequence[ArticleName]) -> tuple[ArticleRow, ...]:
    ids = [article.id for article in articles]
    claims = session.execute(
        select(Version.article_id, func.count())
        .join(Claim, Claim.version_id == Version.id)
        .where(Version.article_id.in_(ids), Claim.counts)
        .group_by(Version.article_id)
    )
    versions = session.execute(
        select(Version.article_id, func.count()).where(Version.article_id.in_(ids)).group_by(Version.article_id)
    )
    said, texts, states = dict(claims.all()), dict(versions.all()), states_of(session, ids)
    return tuple(
        ArticleRow(article, said.get(article.id, 0), texts.get(article.id, 0), states.get(article.id))
        for article in articles
    )


def _versions(session: Session, article_id: int) -> tuple[VersionRow, ...]:
    first_hand = (Claim.version_id == Version.id, Claim.told_in_id.is_(None))
    claims = select(func.count()).where(*first_hand).scalar_subquery()
    rows = session.execute(
        select(
            Version.number,
            Version.text_sha256,
            Version.stored_at,
            case((_not_told(), null()), else_=Version.modified_at),
            Version.is_current,
            Version.is_partial,
            claims,
        )
        .join(Article, Article.id == Version.article_id)
        .where(Version.article_id == article_id)
        .order_by(Version.number.desc())
    )
    return tuple(VersionRow(*row) for row in rows)


def _not_told() -> ColumnElement[bool]:
    """Without a time of its own a text is stored as modified when it was published: that is no change."""
    on_that_day = and_(Article.published_at.is_(None), func.date(Version.modified_at) == Article.published_on)
    return or_(Version.modified_at == Article.published_at, on_that_day)


def named_article(session: Session, id: int | None) -> ArticleName | None:
    """The article of this id as a row names it; None where there is none."""
    row = session.execute(_named().where(Article.id == id)).one_or_none() if id is not None else None
    return article_name(row.Article, row.outlet) if row else None


def _copies(session: Session, article_id: int) -> tuple[ArticleName, ...]:
    rows = session.execute(_named().where(Article.copy_of_id == article_id).order_by(Article.id))
    return tuple(article_name(row.Article, row.outlet) for row in rows)


def _claims_of(version_id: int) -> Select[int]:
    return select(Claim.id).where(Claim.version_id == version_id).order_by(Claim.position)


def _paragraphs(session: Session, text: str, claims: dict[int, ClaimRow], opened: int | None) -> tuple[Paragraph, ...]:
    marks = [
        Mark(span.start, span.end, span.claim_id, span.part)
        for span in session.scalars(select(Span).where(Span.claim_id.in_(claims), Span.part != "evidence"))
        if span.part == "content" or span.claim_id == opened
    ]
    related = relations(session, list(claims))
    found = []
    for start, end in paragraphs(text):
        begun = [claim for claim in claims.values() if claim.spans and start <= claim.spans[0][0] < end]
        notes = tuple(Note(claim, related.get(claim.id)) for claim in sorted(begun, key=lambda claim: claim.spans))
        found.append(Paragraph(start, segments(text, (start, end), marks), notes))
    return tuple(found)
