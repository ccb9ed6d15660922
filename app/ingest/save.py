"""A parsed article becomes rows: a new article, a new version of a known one, or nothing at all.

The same article twice, by address or by text, is one article. What is kept of it (address, outlet, date, current
version) is a function of all that was told of it and not of the order of telling, so that ingesting everything again,
in any order and by any number of workers, ends with the same content. (One thing stays to chance: a byline or date
told with a bare text, without address or outlet, where several outlets printed that text.) Everything happens in the
caller's writing transaction, which on SQLite is IMMEDIATE: nobody can slip in between the check and the insert. The job
is added in it, so neither article nor job exists without the other.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Literal

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from app import jobs
from app.ingest import copies, outlets
from app.ingest.parsed import ParsedArticle, natural_key
from app.models import Article, Claim, Outlet, Version

Outcome = Literal["created", "known", "new_version"]
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Saved:
    """`version_id` is the version that holds the text that was given, current or not."""

    article_id: int
    version_id: int
    outcome: Outcome


def save(session: Session, parsed: ParsedArticle, *, now: datetime) -> Saved:
    """Store a parsed article and add the job to analyse it; never commits. `session` must be in a transaction that has
    begun as a writing one."""
    article = _find(session, parsed)
    if article is None:
        article = _new_article(session, parsed, now=now)
        saved = Saved(article.id, _new_version(session, article, parsed, number=1, now=now).id, "created")
    else:
        saved = _save_known(session, article, parsed, now=now)
    for moved in outlets.gather(session, article, parsed):
        _name(session, moved)
        _read_again(session, moved, now=now)
        _compare(session, moved, now=now)
    return saved


def _save_known(session: Session, article: Article, parsed: ParsedArticle, *, now: datetime) -> Saved:
    """Take over what is new of a known article: facts about it, a version, or nothing."""
    changed = _fill_in(session, article, parsed)
    of_article = select(Version).where(Version.article_id == article.id)
    version = session.scalars(of_article.where(Version.text_sha256 == parsed.text_sha256)).one_or_none()
    if version is None and (orphan := _orphan(session, article, parsed)) is not None:
        version, changed = _take_over(session, article, orphan), True
    if changed:
        _read_again(session, article, now=now)
    if version is not None:
        _note_sighting(session, article, version, parsed, changed=changed, now=now)
        return Saved(article.id, version.id, "known")
    number = 1 + max(session.scalars(of_article.with_only_columns(Version.number)))
    version = _new_version(session, article, parsed, number=number, now=now)
    return Saved(article.id, version.id, "new_version")


def _find(session: Session, parsed: ParsedArticle) -> Article | None:
    """The article with this address; or the one with this text from the same outlet, or where it is not known of both
    which outlet it is. Another outlet's article with the same text is another article: a copy."""
    if parsed.url:
        by_address = session.scalars(select(Article).where(Article.url == parsed.url)).one_or_none()
        if by_address is not None:
            return by_address
    outlet = outlets.find(session, parsed)
    same_text = select(Version.article_id).where(Version.text_sha256 == parsed.text_sha256)
    found = select(Article).where(Article.id.in_(same_text))
    if parsed.url or parsed.outlet:
        own = Article.outlet_id == (outlet.id if outlet else None)
        found = found.where(or_(own, Article.outlet_id.is_(None)) if outlet else Article.outlet_id.is_(None))
    return session.scalars(found.order_by(Article.outlet_id.is_(None), Article.natural_key)).first()


def _orphan(session: Session, article: Article, parsed: ParsedArticle) -> Article | None:
    """The article that was stored by this text alone before its address was told."""
    same_text = select(Version.article_id).where(Version.text_sha256 == parsed.text_sha256)
    whose = or_(Article.outlet_id == article.outlet_id, Article.outlet_id.is_(None))
    found = select(Article).where(Article.url.is_(None), Article.id.in_(same_text), whose, Article.id != article.id)
    return session.scalars(found).first()


def _take_over(session: Session, article: Article, orphan: Article) -> Version:
    """Make the one version of an article that has no address a version of this one; what was read of it goes along."""
    copies.forget(session, orphan)
    _take_date(article, orphan)
    article.byline = article.byline or orphan.byline
    version = session.scalars(select(Version).where(Version.article_id == orphan.id)).one()
    numbers = session.scalars(select(Version.number).where(Version.article_id == article.id))
    version.number, version.is_current, version.article_id = 1 + max(numbers), False, article.id
    session.flush()
    session.execute(update(Claim).where(Claim.version_id == version.id, Claim.counts).values(counts=False))
    session.delete(orphan)
    session.flush()
    return version


def _new_article(session: Session, parsed: ParsedArticle, *, now: datetime) -> Article:
    outlet = outlets.find_or_make(session, parsed)
    article = Article(
        natural_key=natural_key(parsed.url, parsed.text_sha256, outlet.name_key if outlet else None),
        outlet_id=outlet.id if outlet else None,
        url=parsed.url,
        title=parsed.title,
        byline=parsed.byline,
        published_at=parsed.published_at,
        published_on=parsed.published_on,
        published_precision=parsed.published_precision,
        published_as_given=parsed.published_as_given,
        stored_at=now,
    )
    session.add(article)
    session.flush()
    return article


def _new_version(session: Session, article: Article, parsed: ParsedArticle, *, number: int, now: datetime) -> Version:
    version = Version(
        article_id=article.id,
        number=number,
        text=parsed.text,
        text_sha256=parsed.text_sha256,
        modified_at=parsed.modified_at,
        stored_at=now,
        is_current=number == 1,
        is_partial=parsed.is_partial,
    )
    session.add(version)
    session.flush()
    copies.add_bands(session, version)
    if 1 < number and _settle_current(session, article) and version.is_current:
        article.title, article.byline = parsed.title, parsed.byline or article.byline
    jobs.add(session, "analyse", f"version:{version.id}", {"version_id": version.id}, now=now)
    _compare(session, article, now=now)
    return version


def _compare(session: Session, article: Article, *, now: datetime) -> None:
    """Find whom the article overlaps with now. Where that has changed, what was read of it is linked anew: of two
    articles that share a text more is joined."""
    if copies.refresh(session, article):
        _read_again(session, article, now=now)


def _read_again(session: Session, article: Article, *, now: datetime) -> None:
    """Have the versions read once more after a date, an outlet, an address or an overlap was told: "on Thursday", which
    of two claims is the earlier and which of them are joined depend on them."""
    for version in session.scalars(select(Version).where(Version.article_id == article.id)):
        version.analysed_at = None
        jobs.again(session, "analyse", f"version:{version.id}", now=now)


def _note_sighting(
    session: Session, article: Article, version: Version, parsed: ParsedArticle, *, changed: bool, now: datetime
) -> None:
    """A known text was told again. Told with a later time of change, it may be current once more; read whole, it is no
    longer partial."""
    if (version.modified_at or _NEVER) < (parsed.modified_at or _NEVER):
        version.modified_at = parsed.modified_at
    if not parsed.is_partial:
        version.is_partial = False
    moved = _settle_current(session, article)
    if moved and version.is_current:
        article.title, article.byline = parsed.title, parsed.byline or article.byline
    if moved or changed:
        _compare(session, article, now=now)


def _fill_in(session: Session, article: Article, parsed: ParsedArticle) -> bool:
    """Take over what was not known of the article before. True if that can change which articles are copies."""
    changed = outlets.told_since(session, article, parsed)
    if parsed.url and (article.url is None or parsed.url < article.url):
        article.url = parsed.url  # of two addresses of one text the first in the alphabet, whichever came first
        changed = True
    if article.byline is None and parsed.byline:
        article.byline = parsed.byline
        changed = True
    changed = _take_date(article, parsed) or changed
    _name(session, article)
    return changed


def _take_date(article: Article, told: Article | ParsedArticle) -> bool:
    """Take over a date that goes before the article's own. True if it does."""
    if not _published(told) < _published(article):
        return False
    article.published_at, article.published_on = told.published_at, told.published_on
    article.published_precision, article.published_as_given = told.published_precision, told.published_as_given
    return True


def _published(told: Article | ParsedArticle) -> tuple[bool, object, bool, datetime, bool, str]:
    """The order by which one date is kept of several: a day before none, the earliest day, a time before none on it,
    the earliest time."""
    at, given = told.published_at, told.published_as_given
    day = told.published_on
    return day is None, day.toordinal() if day else 0, at is None, at or _NEVER, given is None, given or ""


def _name(session: Session, article: Article) -> None:
    """Keep the natural key in step with address and outlet. Where an outlet told late brings two articles of one text
    together, the second keeps the key it has."""
    outlet = session.get(Outlet, article.outlet_id) if article.outlet_id else None
    text = session.scalars(select(Version.text_sha256).where(Version.article_id == article.id)).first() or ""
    key = natural_key(article.url, text, outlet.name_key if outlet else None)
    if session.scalar(select(Article.id).where(Article.natural_key == key, Article.id != article.id)) is None:
        article.natural_key = key
    session.flush()


def _settle_current(session: Session, article: Article) -> bool:
    """Make the version that was changed last the current one, and count the claims of no other. True if it moved."""
    versions = session.scalars(select(Version).where(Version.article_id == article.id)).all()
    first = article.published_at or (
        datetime.combine(article.published_on, time(), UTC) if article.published_on else _NEVER
    )
    newest = max(versions, key=lambda each: (each.modified_at or first, each.number))
    if newest.is_current:
        return False
    for version in versions:
        version.is_current = False
    session.flush()  # before the next line: one current version at most, by a unique index
    newest.is_current = True
    session.flush()
    others = [version.id for version in versions if version is not newest]
    session.execute(update(Claim).where(Claim.version_id.in_(others), Claim.counts).values(counts=False))
    said_now = (Claim.version_id == newest.id, Claim.polarity == "said", ~Claim.is_unsure, Claim.told_in_id.is_(None))
    session.execute(update(Claim).where(*said_now, ~Claim.counts).values(counts=True))
    return True
