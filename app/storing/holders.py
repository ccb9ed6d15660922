"""Who held an office on the day of saying, where an article names nobody, or has one name and the office alone: "the
finance minister", "President Holm".

Sure only where the article shows whose minister it is and one person held the office on every day on which it may have
been said (`identity.offices.holder`); an office that the article's own text gives to somebody stays with them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

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
    """Who held the office: one, or the `candidates` between whom it stays open; `reason` in words for people."""

    speaker_id: int | None
    candidates: tuple[int, ...]
    reason: str


def held_by(session: Session, claims: Sequence[Claim]) -> dict[int, Held]:
    """The holder for each of these claims whose role is an office that the archive knows; of one with a name only among
    holders of that family name."""
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
                known = [office for office in known if family_key(office.name) == family]
                if not known:
                    continue
            said = _days(asking[id], article)
            answer = holder(asking[id].found_role or "", text=text, said=said, offices=known)
            found[id] = Held(answer.speaker, answer.candidates, answer.reason)
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


def _offices(session: Session, keys: set[str]) -> dict[str, list[DatedOffice]]:
    found: dict[str, list[DatedOffice]] = {}
    for chunk in chunks(keys - {""}):
        rows = select(Office, Speaker.found_name).join(Speaker, Speaker.id == Office.speaker_id)
        for row, name in session.execute(rows.where(Office.title_key.in_(chunk)).order_by(Office.id)):
            found.setdefault(row.title_key, []).append(as_dated(row, name))
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
