"""Who held an office on the day of saying, where an article names nobody, or has one name and the office alone: "the
finance minister", "President Holm".

Sure only where the article shows whose minister it is and one person held the office on every day on which it may have
been said (`identity.offices.holder`); an office that the article's own text gives to somebody stays with them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from app.identity import Office as DatedOffice
from app.identity import Precision, family_key, is_whole
from app.identity.offices import holder
from app.identity.titles import title_keys
from app.models import Article, Claim, Office, Speaker, Version
from app.speakers import How, SpeakerKind
from app.storing.chunks import chunks
from app.storing.comparing import day_of, last_day_of


@dataclass(frozen=True, slots=True)
class Held:
    """Who held the office: one, or the `candidates` between whom it stays open. `names`: those of the one who held it,
    as the file has them."""

    speaker_id: int | None
    candidates: tuple[int, ...]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Known:
    """An office, and the family names under which its holder is known."""

    dated: DatedOffice
    families: frozenset[str]


def held_by(session: Session, claims: Sequence[Claim]) -> dict[int, Held]:
    """The holder for each of these claims whose role is an office that the archive knows, as whom they count as; of one
    with a name only among holders of that family name."""
    asked = {claim.id: title_keys(claim.found_role or "") for claim in claims}
    offices = _offices(session, {key for keys in asked.values() for key in keys})
    asking = {claim.id: claim for claim in claims if not asked[claim.id].isdisjoint(offices)}
    found: dict[int, Held] = {}
    for chunk in chunks(asking):
        rows = select(Claim.id, Version.text, Article).join(Version, Version.id == Claim.version_id)
        rows = rows.join(Article, Article.id == Version.article_id).where(Claim.id.in_(chunk))
        for id, text, article in session.execute(rows):
            known = [office for key in sorted(asked[id]) for office in offices.get(key, [])]
            if asking[id].found_name is not None:
                family = family_key(asking[id].found_name or "")
                known = [office for office in known if family in office.families]
                if not known:
                    continue
            said = _days(asking[id], article)
            dated = [office.dated for office in known]
            answer = holder(asking[id].found_role or "", text=text, said=said, offices=dated)
            names = frozenset(office.name for office in dated if office.speaker == answer.speaker)
            found[id] = Held(answer.speaker, answer.candidates, names)
    return found


def claims_of_offices(session: Session, speaker_ids: Collection[int]) -> set[int]:
    """Every claim whose speaker the offices of these speakers could tell."""
    titles: set[str] = set()
    for chunk in chunks(speaker_ids):
        titles |= set(session.scalars(select(Office.title_key).where(Office.speaker_id.in_(chunk))))
    if not titles:
        return set()
    printed = session.scalars(select(Claim.found_role).where(Claim.found_role.is_not(None)).distinct())
    roles = {role for role in printed if role and not title_keys(role).isdisjoint(titles)}
    found: set[int] = set()
    for names in chunks(roles):
        claims = session.scalars(select(Claim).where(Claim.found_role.in_(names)))
        found |= {claim.id for claim in claims if asks_for_holder(claim)}
    return found


def asks_for_holder(claim: Claim) -> bool:
    """Whether a claim's speaker is known by an office alone, or by it and one name."""
    if claim.found_role is None or claim.found_kind != SpeakerKind.PERSON:
        return False
    if claim.found_name is None:
        return claim.found_how == How.OPEN
    return not is_whole(claim.found_name)


def _days(claim: Claim, article: Article) -> tuple[date, date] | None:
    first, last = day_of(claim, article), last_day_of(claim, article)
    return None if first is None or last is None else (first, last)


def _offices(session: Session, keys: set[str]) -> dict[str, list[_Known]]:
    """The offices of these titles by key, each as held by whom its holder counts as."""
    found: dict[str, list[_Known]] = {}
    stands_for = aliased(Speaker)
    for chunk in chunks(keys - {""}):
        rows = (
            select(Office, Speaker.found_name, stands_for.id, stands_for.found_name)
            .join(Speaker, Speaker.id == Office.speaker_id)
            .join(stands_for, stands_for.id == func.coalesce(Speaker.merged_into_id, Speaker.id))
            .where(Office.title_key.in_(chunk))
        )
        for row, name, root, shown in session.execute(rows.order_by(Office.id)):
            families = frozenset({family_key(name), family_key(shown)})
            found.setdefault(row.title_key, []).append(_Known(replace(as_dated(row, name), speaker=root), families))
    return found


def as_dated(row: Office, name: str) -> DatedOffice:
    """The office, with the name of its holder, as `identity` reads it."""
    return DatedOffice(
        speaker=row.speaker_id,
        title=row.title,
        area=row.area or None,
        body=row.body or None,
        begins=row.begins_on,
        ends=row.ends_on,
        areas=tuple(map(str, row.area_names)),
        precision=Precision(row.precision),
        name=name,
    )
