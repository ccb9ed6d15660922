"""Which articles carry another outlet's text. Kept up to date by `refresh` in the transaction that changes a text.

Overlaps are a function of two texts, copies one of the articles tied by overlaps: the earliest published is the
original, whatever the order of arrival. An article is the copy of an earlier one where most of its own text stands
there; a long report that swallowed a short item is none, though the item overlaps with it wholly.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import ColumnElement, delete, insert, or_, select
from sqlalchemy.orm import Session, aliased

from app.ingest.parsed import fold
from app.ingest.shingles import bands, share, shingles
from app.models import Article, Outlet, Overlap, ShingleBand, Version

LEAST_SHARE = 0.5
"""Of the shorter text, to call it an overlap. Of 365,904 pairs by different outlets among the 924 articles of PolNeAR
(train and dev, one election reported by seven outlets) none reaches 0.24; the wire copies of the seeds, with other
spelling, marks and cuts, have 0.66 to 0.90."""
LEAST_OWN_SHARE = 0.5  # of the later text, to call it a copy: half of it or more is not its own

_DATELINE = re.compile(r"\(([^()\n]{2,40})\)\s*[-–—]")
_NEVER = datetime.max.replace(tzinfo=UTC)


def add_bands(session: Session, version: Version) -> None:
    """Store the bands of a new version's text."""
    found = bands(shingles(version.text))
    rows = [{"version_id": version.id, "band": band, "digest": digest} for band, digest in found]
    if rows:
        session.execute(insert(ShingleBand), rows)


def refresh(session: Session, article: Article) -> None:
    """Compare the current text of an article with those it could overlap, and settle which of them are copies. To be
    called whenever its current text, outlet, date or byline has changed."""
    session.flush()
    touched = {article.id, *_neighbours(session, [article.id])}
    session.execute(delete(Overlap).where(_holds([article.id])))
    own = shingles(_current_text(session, article.id))
    for other_id, text in _candidates(session, article):
        part = share(own, shingles(text))
        if LEAST_SHARE <= part:
            low, high = sorted((article.id, other_id))
            session.add(Overlap(article_id=low, other_article_id=high, share=part))
            touched.add(other_id)
    session.flush()
    _settle_around(session, touched)


def forget(session: Session, article: Article) -> None:
    """Undo what ties an article to others, before it is given up."""
    neighbours = _neighbours(session, [article.id]) - {article.id}
    session.execute(delete(Overlap).where(_holds([article.id])))
    _settle_around(session, neighbours)


def _candidates(session: Session, article: Article) -> Iterable[tuple[int, str]]:
    """Articles of other outlets whose current text shares a band. An unknown outlet is another one: the same text twice
    is never two independent reports."""
    mine, theirs, current = aliased(ShingleBand), aliased(ShingleBand), aliased(Version)
    sharing = (
        select(theirs.version_id)
        .join(mine, (mine.band == theirs.band) & (mine.digest == theirs.digest))
        .join(current, (current.id == mine.version_id) & current.is_current & (current.article_id == article.id))
    )
    found = (
        select(Article.id, Version.text)
        .join(Version, (Version.article_id == Article.id) & Version.is_current)
        .where(Version.id.in_(sharing), Article.id != article.id)
    )
    if article.outlet_id is not None:
        found = found.where(or_(Article.outlet_id.is_(None), Article.outlet_id != article.outlet_id))
    return session.execute(found).all()


def _current_text(session: Session, article_id: int) -> str:
    return session.scalars(select(Version.text).where(Version.article_id == article_id, Version.is_current)).one()


def _holds(ids: Iterable[int]) -> ColumnElement[bool]:
    ids = list(ids)
    return or_(Overlap.article_id.in_(ids), Overlap.other_article_id.in_(ids))


def _neighbours(session: Session, ids: Iterable[int]) -> set[int]:
    pairs = session.execute(select(Overlap.article_id, Overlap.other_article_id).where(_holds(ids)))
    return {article_id for pair in pairs for article_id in pair}


def _component(session: Session, start: int) -> set[int]:
    """All articles that overlaps lead to from this one, itself included."""
    reached, frontier = {start}, {start}
    while frontier:
        frontier = _neighbours(session, frontier) - reached
        reached |= frontier
    return reached


def _settle_around(session: Session, touched: set[int]) -> None:
    while touched:
        component = _component(session, touched.pop())
        touched -= component
        _settle(session, component)


def _settle(session: Session, component: set[int]) -> None:
    """Leader clustering in the order of publication: an article is the copy of the first original that holds most of
    its text, or else an original itself."""
    articles = session.scalars(select(Article).where(Article.id.in_(component))).all()
    if len(articles) == 1:
        articles[0].copy_of_id = None
        return
    texts = {article.id: _current_text(session, article.id) for article in articles}
    of_component = select(Outlet.id, Outlet.name).where(Outlet.id.in_({article.outlet_id for article in articles}))
    names = dict(session.execute(of_component).all())
    shares = _shares(session, component)
    originals: list[int] = []
    for article in sorted(articles, key=lambda each: _order(each, names.get(each.outlet_id or 0), texts[each.id])):
        length = len(texts[article.id])
        carried = (
            original
            for original in originals
            if LEAST_OWN_SHARE
            <= shares.get(frozenset((article.id, original)), 0.0) * min(length, len(texts[original])) / length
        )
        article.copy_of_id = next(carried, None)
        if article.copy_of_id is None:
            originals.append(article.id)
    session.flush()


def _shares(session: Session, component: set[int]) -> dict[frozenset[int], float]:
    rows = session.scalars(select(Overlap).where(_holds(component)))
    return {frozenset((row.article_id, row.other_article_id)): row.share for row in rows}


def _order(article: Article, outlet: str | None, text: str) -> tuple[datetime, bool, str]:
    """Earliest first. Of an article dated by the day alone, an agency's is taken for the day's first and any other's
    for its last, since wire copy goes out before it is carried; undated ones come last."""
    at_home = outlet is not None and credits(outlet, article.byline, text)
    return _moment(article, at_home=at_home), not at_home, article.natural_key


def _moment(article: Article, *, at_home: bool) -> datetime:
    if article.published_at is not None:
        return article.published_at
    if article.published_on is None:
        return _NEVER
    midnight = datetime.combine(article.published_on, time(), UTC)
    return midnight if at_home else midnight + timedelta(days=1)


def credits(outlet: str, byline: str | None, text: str) -> bool:
    """Whether byline or dateline, as in `PORT AVERIL (SNA) —`, credit this outlet by its name or its initials."""
    dateline = _DATELINE.search(text[:600])
    printed = [fold(byline or ""), fold(dateline[1]) if dateline else ""]
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper()).lower()
    names = [fold(outlet).removeprefix("the "), initials]
    return any(
        re.search(rf"\b{re.escape(name)}\b", credit) for name in names if 1 < len(name) for credit in printed if credit
    )
