"""Overlaps: pairs of articles by different outlets of which one carries the other's text.

An overlap is a function of the two current texts, so no order of arrival changes it. Near pairs are found by MinHash
bands stored as rows, then measured exactly. `refresh` runs in the transaction that changes a text.
"""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, delete, insert, or_, select
from sqlalchemy.orm import Session, aliased

from app.ingest.originals import settle_around
from app.ingest.shingles import bands, share, shingles
from app.models import Article, Overlap, ShingleBand, Version

LEAST_SHARE = 0.5
"""Of the shorter text, to call it an overlap. Of 365,904 pairs by different outlets among the 924 articles of PolNeAR
(train and dev, one election reported by seven outlets) none reaches 0.24; the wire copies of the seeds, with other
spelling, marks and cuts, have 0.66 to 0.90."""


def add_bands(session: Session, version: Version) -> None:
    """Store the bands of a new version's text."""
    found = bands(shingles(version.text))
    rows = [{"version_id": version.id, "band": band, "digest": digest} for band, digest in found]
    if rows:
        session.execute(insert(ShingleBand), rows)


def refresh(session: Session, article: Article) -> bool:
    """Compare the current text of an article with those it could overlap, and settle which of them are copies. To be
    called whenever its current text, outlet, date or byline has changed. True if it overlaps with other articles than
    before: links depend on that."""
    session.flush()
    before = _cut(session, article)
    text = session.scalars(select(Version.text).where(Version.article_id == article.id, Version.is_current)).one()
    own, rows, after = shingles(text), [], set()
    for other_id, other_text in _candidates(session, article):
        part = share(own, shingles(other_text))
        if LEAST_SHARE <= part:
            low, high = sorted((article.id, other_id))
            rows.append({"article_id": low, "other_article_id": high, "share": part})
            after.add(other_id)
    if rows:
        session.execute(insert(Overlap), rows)
    settle_around(session, {article.id} | before | after)
    return before != after


def forget(session: Session, article: Article) -> None:
    """Undo what ties an article to others, before it is given up."""
    settle_around(session, _cut(session, article))


def _cut(session: Session, article: Article) -> set[int]:
    """Delete the overlaps of an article. Returns whom it overlapped with."""
    pairs = session.execute(select(Overlap.article_id, Overlap.other_article_id).where(_holds(article)))
    others = {article_id for pair in pairs for article_id in pair} - {article.id}
    session.execute(delete(Overlap).where(_holds(article)))
    return others


def _holds(article: Article) -> ColumnElement[bool]:
    return or_(Overlap.article_id == article.id, Overlap.other_article_id == article.id)


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
    return [(other_id, text) for other_id, text in session.execute(found)]
