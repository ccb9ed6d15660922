"""What the archive covers, so that "not found" and "earliest" can be read for what they are."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Article, Outlet

STALE = timedelta(days=7)
"""An archive whose newest article is older than this is not counted back from today: every period would be empty."""

PERIODS = {"7": 7, "30": 30, "90": 90, "all": None}


@dataclass(frozen=True, slots=True)
class Coverage:
    """The first and last day of publication held, and how much there is of it."""

    earliest: date | None
    latest: date | None
    outlets: int
    articles: int


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `since` (None: all) to `until`, both included. `is_old`: counted back from the newest article."""

    name: str
    days: int | None
    since: date | None
    until: date
    is_old: bool


def coverage(session: Session) -> Coverage:
    """What the archive holds now."""
    earliest, latest, articles = session.execute(
        select(func.min(Article.published_on), func.max(Article.published_on), func.count())
    ).one()
    outlets = session.scalar(select(func.count()).select_from(Outlet)) or 0
    return Coverage(earliest, latest, outlets, articles)


def period(name: str | None, *, today: date, newest: date | None) -> Period:
    """The period of that name, 30 days where there is no such name."""
    named = name if name in PERIODS else "30"
    days = PERIODS[named]
    is_old = newest is not None and newest < today - STALE
    until = newest if newest is not None and is_old else today
    return Period(named, days, None if days is None else until - timedelta(days=days - 1), until, is_old)
