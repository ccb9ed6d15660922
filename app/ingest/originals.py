"""Of articles that are tied by overlaps: which is the original, and which are copies of it.

The earliest published is the original, whatever the order of arrival; so the whole tied part is settled anew whenever
one of its articles changes. An article is the copy of an earlier one where most of its own text stands there: a long
report that swallowed a short item is none, though the item overlaps with it wholly.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from app.ingest.parsed import fold
from app.models import Article, Outlet, Overlap, Version

LEAST_OWN_SHARE = 0.5
"""Of the later text: half of it or more is not its own."""
_HEAD = 600  # code points, in which a dateline stands

_DATELINE = re.compile(r"\(([^()\n]{2,40})\)\s*[-–—]")
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Printed:
    """An article with what its place in the order depends on; `length` of its current text in code points."""

    article: Article
    outlet: str | None
    head: str
    length: int


def settle_around(session: Session, touched: set[int]) -> None:
    """Find the copies among these articles and all that overlaps lead to from them."""
    while touched:
        start = touched.pop()
        shares = _shares_around(session, start)
        component = {start, *(article_id for pair in shares for article_id in pair)}
        touched = touched - component
        _settle(_printed(session, component), shares)
    session.flush()


def _shares_around(session: Session, start: int) -> Mapping[tuple[int, int], float]:
    """The overlaps of the connected part that holds this article; pairs are in ascending order."""
    reached = select(literal(start).label("id")).cte("reached", recursive=True)
    back = select(Overlap.article_id).join(reached, Overlap.other_article_id == reached.c.id)
    forth = select(Overlap.other_article_id).join(reached, Overlap.article_id == reached.c.id)
    reached = reached.union(back, forth)
    pair = select(Overlap.article_id, Overlap.other_article_id, Overlap.share)
    rows = session.execute(pair.where(Overlap.article_id.in_(select(reached.c.id))))
    return {(low, high): share for low, high, share in rows}


def _printed(session: Session, ids: set[int]) -> list[_Printed]:
    rows = session.execute(
        select(Article, Outlet.name, func.substr(Version.text, 1, _HEAD), func.length(Version.text))
        .join(Version, (Version.article_id == Article.id) & Version.is_current)
        .outerjoin(Outlet, Outlet.id == Article.outlet_id)
        .where(Article.id.in_(ids))
    )
    return [_Printed(*row) for row in rows]


def _settle(printed: list[_Printed], shares: Mapping[tuple[int, int], float]) -> None:
    """Leader clustering in the order of publication: an article is the copy of the first original that holds most of
    its text, or else an original itself."""
    originals: list[_Printed] = []
    for later in sorted(printed, key=_order):
        of = next((original for original in originals if _is_copy(later, original, shares)), None)
        later.article.copy_of_id = of.article.id if of else None
        if of is None:
            originals.append(later)


def _is_copy(later: _Printed, original: _Printed, shares: Mapping[tuple[int, int], float]) -> bool:
    """The share is of the shorter text; here it is put in proportion to the later one."""
    a, b = later.article.id, original.article.id
    share = shares.get((min(a, b), max(a, b)), 0.0)
    return LEAST_OWN_SHARE <= share * min(later.length, original.length) / later.length


def _order(printed: _Printed) -> tuple[datetime, bool, str]:
    """Earliest first. Of articles dated by the day alone, an agency's is taken for the day's first and any other for
    its last, since wire copy goes out before it is carried; undated ones come last."""
    article = printed.article
    at_home = printed.outlet is not None and credits(printed.outlet, article.byline, printed.head)
    return _moment(article, at_home=at_home), not at_home, article.natural_key


def _moment(article: Article, *, at_home: bool) -> datetime:
    if article.published_at is not None:
        return article.published_at
    if article.published_on is None:
        return _NEVER
    midnight = datetime.combine(article.published_on, time(), UTC)
    return midnight if at_home else midnight + timedelta(days=1)


def credits(outlet: str, byline: str | None, head: str) -> bool:
    """Whether byline or dateline, as in `PORT AVERIL (SNA) —`, credit this outlet by its name or its initials."""
    dateline = _DATELINE.search(head)
    printed = [fold(byline or ""), fold(dateline[1]) if dateline else ""]
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper()).lower()
    names = [name for name in (fold(outlet).removeprefix("the "), initials) if 1 < len(name)]
    return any(re.search(rf"\b{re.escape(name)}\b", credit) for name in names for credit in printed)
