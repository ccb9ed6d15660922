"""By what a speaker is known: names with how each was learned, offices with their dates, and who counts as them.

Decision: what is printed is cut from the stored texts by the spans of the speaker's claims as they are now, so that a
name that led to a claim of somebody else's does not stay behind when the claim moves.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.models import Alias, Article, Claim, CoNaming, Decision, Office, Outlet, Span, Speaker, Version
from app.search.claims import SpeakerName
from app.search.dated import Dated
from app.search.decisions import DecisionRow, decision_rows

IMPORTED = "imported"
PRINTED_SHOWN, ARTICLES_SHOWN = 40, 3


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name under which articles find the speaker, in how many claims, and the first of them."""

    name: str
    claims: int
    claim_id: int


@dataclass(frozen=True, slots=True)
class Printed:
    """What an article has for the speaker, by which way it was tied to them, how often, and the first such claim."""

    name: str
    how: str
    times: int
    claim_id: int


@dataclass(frozen=True, slots=True)
class GivenName:
    """A name that a file gave or, by a decision, an editor."""

    name: str
    how: str
    by: str
    at: datetime | None
    decision_id: int | None


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a speaker and of all who count as them. `printed` are the most frequent of `printed_total`."""

    found: tuple[FoundName, ...]
    printed: tuple[Printed, ...]
    printed_total: int
    given: tuple[GivenName, ...]


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office of the speaker; both days as exactly as the file tells."""

    title: str
    area: str
    body: str
    begins: Dated
    ends: Dated
    told_by: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Two names that an article uses for one person; `articles` are the first of `total`, each with id and title."""

    one: SpeakerName
    other: SpeakerName
    articles: tuple[tuple[int, str, str], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Joined:
    """Who counts as a speaker, and why: by the articles that name one person by two names, by decisions of editors."""

    speakers: tuple[SpeakerName, ...]
    shown: tuple[Shown, ...]
    merges: tuple[DecisionRow, ...]


def names_of(session: Session, speaker_id: int, all_ids: Collection[int]) -> Names:
    """The names of a speaker; `all_ids` are it and all who count as it."""
    printed = _printed(session, speaker_id)
    return Names(_found(session, speaker_id), printed[:PRINTED_SHOWN], len(printed), _given(session, all_ids))


def offices_of(session: Session, all_ids: Collection[int]) -> tuple[HeldOffice, ...]:
    """The offices that these speakers hold and held, the latest first."""
    rows = select(Office).where(Office.speaker_id.in_(all_ids))
    latest = (Office.ends_on.desc().nulls_first(), Office.begins_on.desc().nulls_last(), Office.id)
    return tuple(_office(row) for row in session.scalars(rows.order_by(*latest)))


def joined_to(session: Session, all_ids: Collection[int]) -> Joined:
    """Who counts as one among these speakers, and why."""
    rows = session.execute(
        select(Speaker.id, Speaker.name, Speaker.found_name, Speaker.merged_into_id)
        .where(Speaker.id.in_(all_ids))
        .order_by(Speaker.id)
    ).all()
    names = {id: SpeakerName(id, found or name) for id, name, found, _ in rows}
    merges = select(Decision.id).where(
        Decision.kind == "merge",
        Decision.undone_at.is_(None),
        or_(Decision.speaker_id.in_(all_ids), Decision.other_id.in_(all_ids)),
    )
    return Joined(
        speakers=tuple(names[id] for id, _, _, merged in rows if merged is not None),
        shown=_shown(session, names),
        merges=tuple(decision_rows(session, session.scalars(merges.order_by(Decision.id.desc())).all())),
    )


def together_with(session: Session, names: Collection[str], most: int) -> list[int]:
    """Claims of several speakers at once, one of them by one of these names; the newest first."""
    each = func.json_each(Claim.speaker_candidates).table_valued("value")
    held = exists(select(each.c.value).where(each.c.value.in_(names)))
    wanted = select(Claim.id).where(Claim.speaker_how == "together", held)
    return list(session.scalars(wanted.order_by(Claim.id.desc()).limit(most)))


def _found(session: Session, speaker_id: int) -> tuple[FoundName, ...]:
    many = func.count()
    rows = (
        select(func.max(Claim.found_name), many, func.min(Claim.id))  # small letters sort behind capitals
        .where(Claim.speaker_id == speaker_id, Claim.found_key.is_not(None))
        .group_by(Claim.found_key)
        .order_by(many.desc(), Claim.found_key)
    )
    return tuple(FoundName(name or "", claims, first) for name, claims, first in session.execute(rows))


def _printed(session: Session, speaker_id: int) -> tuple[Printed, ...]:
    """By words and way, whatever the capitals; a source in pieces has no words of its own."""
    piece = aliased(Span)
    words = func.substr(Version.text, Span.start + 1, Span.end - Span.start)
    rows = (
        select(words, Claim.speaker_how, func.count(), func.min(Claim.id))
        .join(Version, Version.id == Claim.version_id)
        .join(Span, (Span.claim_id == Claim.id) & (Span.part == "source"))
        .where(Claim.speaker_id == speaker_id)
        .where(~exists().where(piece.claim_id == Claim.id, piece.part == "source", piece.position != Span.position))
        .group_by(words, Claim.speaker_how)
    )
    same: dict[tuple[str, str], list[Printed]] = defaultdict(list)
    for name, how, times, first in session.execute(rows):
        same[name.casefold(), how].append(Printed(name, how, times, first))
    merged = [_one_of(each) for each in same.values()]
    return tuple(sorted(merged, key=lambda each: (-each.times, each.name, each.how)))


def _one_of(same: Sequence[Printed]) -> Printed:
    most = max(same, key=lambda each: (not each.name.isupper(), each.times, each.name))
    return Printed(most.name, most.how, sum(each.times for each in same), min(each.claim_id for each in same))


def _given(session: Session, all_ids: Collection[int]) -> tuple[GivenName, ...]:
    decided = select(Decision).where(
        Decision.kind.in_(("alias", "rename")), Decision.undone_at.is_(None), Decision.speaker_id.in_(all_ids)
    )
    by_hand = [
        GivenName(row.name or "", "by hand", row.decided_by, row.decided_at, row.id)
        for row in session.scalars(decided.order_by(Decision.id))
    ]
    files = select(Alias.name).where(Alias.speaker_id.in_(all_ids), Alias.how == IMPORTED).order_by(Alias.name)
    return (*by_hand, *(GivenName(name, IMPORTED, "", None, None) for name in session.scalars(files)))


def _shown(session: Session, names: dict[int, SpeakerName]) -> tuple[Shown, ...]:
    rows = (
        select(CoNaming.speaker_id, CoNaming.other_id, Article.id, Article.title, Outlet.name)
        .join(Version, Version.id == CoNaming.version_id)
        .join(Article, Article.id == Version.article_id)
        .outerjoin(Outlet, Outlet.id == Article.outlet_id)
        .where(CoNaming.speaker_id.in_(names), CoNaming.other_id.in_(names))
        .order_by(CoNaming.speaker_id, CoNaming.other_id, Article.id)
    )
    found: dict[tuple[int, int], dict[int, tuple[int, str, str]]] = defaultdict(dict)
    for one, other, id, title, outlet in session.execute(rows):
        found[one, other][id] = (id, title, outlet or "outlet not given")
    return tuple(
        Shown(names[one], names[other], tuple(articles.values())[:ARTICLES_SHOWN], len(articles))
        for (one, other), articles in found.items()
    )


def _office(row: Office) -> HeldOffice:
    return HeldOffice(
        title=row.title,
        area=row.area,
        body=row.body,
        begins=_dated(row.begins_on, row.precision),
        ends=_dated(row.ends_on, row.precision),
        told_by=row.told_by,
    )


def _dated(on: date | None, precision: Any) -> Dated:
    return Dated(on, precision if on else "none")
