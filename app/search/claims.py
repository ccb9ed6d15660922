"""Claims as they are shown: words cut from the stored text, who said them, when, and where they were printed.

Decision: one loader for every page, in three queries whatever the number of claims (claims with their article and
speaker, the texts of their versions, their spans).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session, aliased

from app.models import Article, Claim, Outlet, Span, Speaker, Statement, Version
from app.search.cutting import Mark, Segment, around, cut, segments
from app.search.dated import Dated

TOLD_BY = "told by "
"""How the reason begins that a claim at second hand has for not being counted."""


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """A speaker, or (without an id) the words that stand for one."""

    id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class ArticleName:
    """An article as a row names it."""

    id: int
    title: str
    url: str | None
    outlet_id: int | None
    outlet: str
    published: Dated
    published_at: datetime | None
    copy_of_id: int | None


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells of a claim at second hand: the claim in whose words it stands, and that one's source."""

    claim_id: int
    speaker: SpeakerName | None
    as_printed: str

    @property
    def in_words(self) -> str:
        """The source as the article prints it, or else the name of its speaker."""
        return self.as_printed or (self.speaker.name if self.speaker else "no source given")


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim. `wording`, `cue`, `as_printed` and `evidence` are cut from the stored text; `said` is the day of its
    statement, `told` the day that this article tells. `told_by`: who tells of it, where it is second hand.
    `not_counted`: why it does not count ("denied", "unsure", "told by Smith", "earlier version"), empty where it does.
    `context`: its paragraph, split where its parts begin and end."""

    id: int
    thread_id: int
    statement_id: int
    version_id: int
    wording: str
    cue: str
    as_printed: str
    evidence: str
    spans: tuple[tuple[int, int], ...]
    kind: str
    polarity: str
    confidence: float
    rule: str
    counts: bool
    is_unsure: bool
    told_by: Teller | None
    not_counted: tuple[str, ...]
    said: Dated
    told: Dated
    speaker: SpeakerName | None
    speaker_kind: str
    speaker_how: str
    candidates: tuple[str, ...]
    article: ArticleName
    is_current: bool
    context: tuple[Segment, ...]

    @property
    def order(self) -> tuple[tuple[bool, date], tuple[bool, float], int]:
        """Sorts claims from the earliest on: day of saying, time of publication, id."""
        at = self.article.published_at
        return (self.said.key, (at is None, at.timestamp() if at else 0.0), self.id)

    @property
    def spoken_by(self) -> str:
        """The speaker's name, or else the words that the article has for the source."""
        return self.speaker.name if self.speaker else self.as_printed or "no source given"


Spans = dict[str, list[tuple[int, int]]]
OUTER, TELLER = aliased(Claim), aliased(Speaker)


def load_claims(session: Session, ids: Iterable[int]) -> dict[int, ClaimRow]:
    """The claims with these ids, those that exist, in the order of the ids."""
    wanted = list(dict.fromkeys(ids))
    found = {row.Claim.id: row for row in session.execute(_claims().where(Claim.id.in_(wanted)))}
    outer = [row.Claim.told_in_id for row in found.values() if row.Claim.told_in_id is not None]
    versions = {row.Claim.version_id for row in found.values()}
    texts = dict(session.execute(select(Version.id, Version.text).where(Version.id.in_(versions))).all())
    spans = _spans(session, [*found, *outer])
    return {id: _row(found[id], texts[found[id].Claim.version_id], spans) for id in wanted if id in found}


def earliest(claims: Sequence[ClaimRow]) -> ClaimRow | None:
    """The claim whose words stand for a thread: the earliest that counts, or else the earliest of all."""
    return min([claim for claim in claims if claim.counts] or claims, key=lambda claim: claim.order, default=None)


def _claims() -> Select[*tuple[Any, ...]]:
    return (
        select(Claim, Statement, Article, Speaker.name.label("speaker"), Outlet.name.label("outlet"))
        .add_columns(Version.is_current, OUTER.speaker_id.label("teller_id"), TELLER.name.label("teller"))
        .join(Statement, Statement.id == Claim.statement_id)
        .join(Version, Version.id == Claim.version_id)
        .join(Article, Article.id == Version.article_id)
        .outerjoin(Outlet, Outlet.id == Article.outlet_id)
        .outerjoin(Speaker, Speaker.id == Claim.speaker_id)
        .outerjoin(OUTER, OUTER.id == Claim.told_in_id)
        .outerjoin(TELLER, TELLER.id == OUTER.speaker_id)
    )


def _spans(session: Session, ids: Sequence[int]) -> dict[int, Spans]:
    found: dict[int, Spans] = defaultdict(lambda: defaultdict(list))
    rows = select(Span.claim_id, Span.part, Span.start, Span.end).where(Span.claim_id.in_(ids))
    for claim_id, part, start, end in session.execute(rows.order_by(Span.claim_id, Span.part, Span.position)):
        found[claim_id][part].append((start, end))
    return found


def article_name(article: Article, outlet: str | None) -> ArticleName:
    """An article's name for a row; without an outlet it says so."""
    return ArticleName(
        id=article.id,
        title=article.title,
        url=article.url,
        outlet_id=article.outlet_id,
        outlet=outlet or "outlet not given",
        published=Dated(article.published_on, "day" if article.published_on else "none"),
        published_at=article.published_at,
        copy_of_id=article.copy_of_id,
    )


def _row(row: Row[Any], text: str, of: dict[int, Spans]) -> ClaimRow:
    """A row with the spans `of` its own claim and of the one that it is told in."""
    claim: Claim = row.Claim
    spans, told_by = of[claim.id], _teller(row, text, of)
    content = spans["content"]
    marks = [Mark(*span, claim.id, part) for part in ("content", "cue", "source") for span in spans[part]]
    return ClaimRow(
        id=claim.id,
        thread_id=row.Statement.thread_id,
        statement_id=claim.statement_id,
        version_id=claim.version_id,
        wording=cut(text, content),
        cue=cut(text, spans["cue"]),
        as_printed=cut(text, spans["source"]),
        evidence=cut(text, spans["evidence"]),
        spans=tuple(content),
        kind=claim.kind,
        polarity=claim.polarity,
        confidence=claim.confidence,
        rule=claim.rule,
        counts=claim.counts,
        is_unsure=claim.is_unsure,
        told_by=told_by,
        not_counted=_not_counted(claim, told_by, is_current=row.is_current),
        said=Dated(row.Statement.said_on, row.Statement.said_on_precision),
        told=Dated(claim.said_on, claim.said_on_precision),
        speaker=SpeakerName(claim.speaker_id, row.speaker) if claim.speaker_id else None,
        speaker_kind=claim.speaker_kind,
        speaker_how=claim.speaker_how,
        candidates=tuple(str(name) for name in claim.speaker_candidates),
        article=article_name(row.Article, row.outlet),
        is_current=row.is_current,
        context=segments(text, around(text, content), marks),
    )


def _teller(row: Row[Any], text: str, of: dict[int, Spans]) -> Teller | None:
    outer: int | None = row.Claim.told_in_id
    if outer is None:
        return None
    speaker = None if row.teller_id is None else SpeakerName(row.teller_id, row.teller)
    return Teller(outer, speaker, cut(text, of[outer]["source"]))


def _not_counted(claim: Claim, told_by: Teller | None, *, is_current: bool) -> tuple[str, ...]:
    """Every reason why a claim is not counted."""
    reasons = {
        claim.polarity: claim.polarity != "said",
        "unsure": claim.is_unsure,
        f"{TOLD_BY}{told_by.in_words if told_by else ''}": told_by is not None,
        "earlier version": not is_current,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)
