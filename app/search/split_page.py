"""The claims of one speaker in groups, to choose those that are another's: by article, or by thread."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.models import Article, Claim, Speaker, Statement, Version
from app.search.claims import ClaimRow, SpeakerName, load_claims

CLAIMS_A_PAGE = 200


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one article or thread, as far as they stand on this page; `total` is how many there are."""

    id: int
    claims: tuple[ClaimRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SplitPage:
    """One page of the speaker's claims; `by` is "article" or "thread", `total` counts claims and `last` pages."""

    speaker: SpeakerName
    by: str
    groups: tuple[Group, ...]
    number: int
    last: int
    total: int


def split_page(session: Session, speaker_id: int, *, by: str = "article", number: int = 1) -> SplitPage:
    """A page of the claims of a speaker, the newest articles or the largest threads first. Raises NotFound."""
    speaker = session.get(Speaker, speaker_id)
    if speaker is None:
        raise NotFound("There is no such speaker.")
    total = session.scalar(select(func.count(Claim.id)).where(Claim.speaker_id == speaker_id)) or 0
    chosen = _ordered(speaker_id, by).limit(CLAIMS_A_PAGE).offset((number - 1) * CLAIMS_A_PAGE)
    rows = session.execute(chosen).all()
    claims = load_claims(session, [row[0] for row in rows])
    groups = tuple(
        Group(id, tuple(claims[row[0]] for row in same), same[0][2])
        for id, same in ((id, list(each)) for id, each in groupby(rows, key=lambda row: row[1]))
    )
    last = max(1, -(-total // CLAIMS_A_PAGE))
    return SplitPage(SpeakerName(speaker.id, speaker.name), by, groups, number, last, total)


def _ordered(speaker_id: int, by: str) -> Select[*tuple[Any, ...]]:
    """Claims with the id of their group and how many of the speaker's claims it holds."""
    group = Statement.thread_id if by == "thread" else Article.id
    held = func.count(Claim.id).over(partition_by=group)
    order = (held.desc(),) if by == "thread" else (Article.published_on.desc().nulls_last(),)
    return (
        select(Claim.id, group, held)
        .join(Statement, Statement.id == Claim.statement_id)
        .join(Version, Version.id == Claim.version_id)
        .join(Article, Article.id == Version.article_id)
        .where(Claim.speaker_id == speaker_id)
        .order_by(*order, group, Version.number.desc(), Claim.position, Claim.id)
    )
