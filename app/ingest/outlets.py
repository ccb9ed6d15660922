"""Who published: outlets are found by their folded name, or by the host of the address, or made.

An outlet known by its host alone bears the host as its name until somebody tells the name; then it is renamed, or its
articles go to the outlet of that name, so that articles with and without an outlet's name belong together in whichever
order they come. A name that is spelled like a host is taken for one.
"""

import re
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.ingest.addresses import host_of
from app.ingest.parsed import ParsedArticle, fold
from app.models import Article, Outlet

_HOST = re.compile(r"(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})")


def find(session: Session, parsed: ParsedArticle) -> Outlet | None:
    """The outlet of a parsed article if it is known; nothing is made or renamed."""
    name, host = _told(parsed)
    if name:
        return _by_name(session, name) or _placeholder(session, host)
    return _by_host(session, host)


def find_or_make(session: Session, parsed: ParsedArticle) -> Outlet | None:
    """The outlet of a parsed article; None where neither a name nor an address tells it."""
    name, host = _told(parsed)
    if name is None and host is None:
        return None
    outlet = find(session, parsed)
    if outlet is None:
        outlet = Outlet(name=name or host, name_key=fold(name or host or ""), host=host)
        session.add(outlet)
    elif name and outlet.name_key != fold(name):
        outlet.name, outlet.name_key = name, fold(name)
    _note_host(outlet, host)
    session.flush()
    return outlet


def told_since(session: Session, article: Article, parsed: ParsedArticle) -> bool:
    """Give a known article the outlet that is told now, where none was, or only the host. True if it moved."""
    before = session.get(Outlet, article.outlet_id) if article.outlet_id is not None else None
    name, host = _told(parsed)
    if before is not None and not (name and _is_placeholder(before)):
        if before.name_key == fold(name or ""):
            _note_host(before, host)
        return False
    outlet = find_or_make(session, parsed)
    if outlet is None or outlet is before:
        return False
    article.outlet_id = outlet.id
    session.flush()
    if before is not None:
        _drop_if_empty(session, before)
    return True


def gather(session: Session, article: Article, parsed: ParsedArticle) -> list[Article]:
    """Where an article told its outlet's name and address, move the articles of that host that waited for the name to
    this outlet. Returns those whose outlet moved or was renamed and that are known by their text alone."""
    name, host = _told(parsed)
    outlet = session.get(Outlet, article.outlet_id) if article.outlet_id is not None else None
    if outlet is None or not name or outlet.name_key != fold(name):
        return []
    waiting = _placeholder(session, host)
    moved = session.scalars(select(Article).where(Article.outlet_id == waiting.id)).all() if waiting else []
    for each in moved:
        each.outlet_id = outlet.id
    session.flush()
    if waiting is not None:
        _drop_if_empty(session, waiting)
    return [*moved, *_misnamed(session, outlet)]


def _misnamed(session: Session, outlet: Outlet) -> Sequence[Article]:
    """Articles known by text and outlet whose key still names the outlet by its host."""
    by_text = select(Article).where(Article.outlet_id == outlet.id, Article.url.is_(None))
    return session.scalars(by_text.where(~Article.natural_key.endswith(f":{outlet.name_key}", autoescape=True))).all()


def _told(parsed: ParsedArticle) -> tuple[str | None, str | None]:
    """Name and host of the outlet as far as they are told."""
    host = host_of(parsed.url) if parsed.url else None
    as_host = _HOST.fullmatch(fold(parsed.outlet or ""))
    if as_host is None or host not in (None, as_host[1]):
        return parsed.outlet, host
    return None, as_host[1]


def _by_name(session: Session, name: str) -> Outlet | None:
    return session.scalars(select(Outlet).where(Outlet.name_key == fold(name))).one_or_none()


def _by_host(session: Session, host: str | None) -> Outlet | None:
    """Of several outlets on one host the one first in the alphabet."""
    if host is None:
        return None
    return session.scalars(select(Outlet).where(Outlet.host == host).order_by(Outlet.name_key)).first()


def _placeholder(session: Session, host: str | None) -> Outlet | None:
    outlet = _by_name(session, host) if host else None
    return outlet if outlet is not None and _is_placeholder(outlet) else None


def _note_host(outlet: Outlet, host: str | None) -> None:
    """Keep the shortest host of all, not the first to come, so that the order of arrival does not matter."""
    if host and (outlet.host is None or (len(host), host) < (len(outlet.host), outlet.host)):
        outlet.host = host


def _is_placeholder(outlet: Outlet) -> bool:
    return outlet.name_key == outlet.host


def _drop_if_empty(session: Session, outlet: Outlet) -> None:
    if not session.scalar(select(func.count()).where(Article.outlet_id == outlet.id)):
        session.delete(outlet)
        session.flush()
