"""Who published: outlets are found by their folded name, or by the host of the address, or made.

An outlet known by its host alone bears the host as its name until somebody tells the name; then it is renamed, so that
articles with and without an outlet's name belong together in whichever order they come.
"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.ingest.addresses import host_of
from app.ingest.parsed import ParsedArticle, fold
from app.models import Article, Outlet


def find(session: Session, parsed: ParsedArticle) -> Outlet | None:
    """The outlet of a parsed article if it is known; nothing is made or renamed."""
    host = host_of(parsed.url) if parsed.url else None
    if parsed.outlet:
        return _by_name(session, parsed.outlet) or _placeholder(session, host)
    return _by_host(session, host)


def find_or_make(session: Session, parsed: ParsedArticle) -> Outlet | None:
    """The outlet of a parsed article; None where neither a name nor an address tells it."""
    host = host_of(parsed.url) if parsed.url else None
    name = parsed.outlet or host
    if name is None:
        return None
    outlet = find(session, parsed)
    if outlet is None:
        outlet = Outlet(name=name, name_key=fold(name), host=host)
        session.add(outlet)
    elif parsed.outlet and outlet.name_key != fold(parsed.outlet):
        outlet.name, outlet.name_key = parsed.outlet, fold(parsed.outlet)
    _note_host(outlet, host)
    session.flush()
    return outlet


def told_since(session: Session, article: Article, parsed: ParsedArticle) -> bool:
    """Give a known article the outlet that is told now, where none was, or only the host. True if it moved."""
    before = session.get(Outlet, article.outlet_id) if article.outlet_id is not None else None
    if before is not None and not (parsed.outlet and _is_placeholder(before)):
        if before.name_key == fold(parsed.outlet or ""):
            _note_host(before, host_of(parsed.url) if parsed.url else None)
        return False
    outlet = find_or_make(session, parsed)
    if outlet is None or outlet is before:
        return False
    article.outlet_id = outlet.id
    session.flush()
    if before is not None:
        _drop_if_empty(session, before)
    return True


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
