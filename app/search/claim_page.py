"""One claim with all that is known of it: the page that a citation points to."""

from dataclasses import dataclass

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, aliased

from app.errors import NotFound
from app.identity import name_key, title_key
from app.models import Claim, Run, Speaker, Version
from app.search.articles import named_article
from app.search.claims import ArticleName, ClaimRow, SpeakerName, load_claims
from app.search.counts import Counts, counts_by_thread
from app.search.decisions import DecisionRow, counting_as, decision_row
from app.search.links import Tie, ties
from app.search.listing import ThreadRow, thread_rows
from app.search.speaker_names import HeldOffice, offices_of


@dataclass(frozen=True, slots=True)
class Attributed:
    """How it is known who said a claim: what the article shows by itself (`name`, `role`, `how`), and the decision that
    put the claim where it is. `candidates` have an id where a speaker has the name, and namesakes stand one by one; the
    name alone that the article has is no candidate for itself. `offices`: where it was
    the office on the day that told, those that the speaker held on it."""

    name: str | None
    role: str | None
    how: str
    candidates: tuple[SpeakerName, ...]
    offices: tuple[HeldOffice, ...]
    decision: DecisionRow | None


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """`earlier` and `later` are its links, strongest first. `copy_of`: the article whose text its own carries, and
    `original` the claim of the same statement there. `told_in`: the claim in whose words this one is told, and `inside`
    those that are told in its own words. `method` and `edition` say what found it, `floor` under which
    confidence it held a claim to be unsure; None where that was not yet told apart."""

    claim: ClaimRow
    known: Attributed
    version_number: int
    text_sha256: str
    thread: ThreadRow | None
    counts: Counts
    earlier: tuple[Tie, ...]
    later: tuple[Tie, ...]
    method: str
    edition: str
    floor: float | None
    told_in: ClaimRow | None
    inside: tuple[ClaimRow, ...]
    copy_of: ArticleName | None
    original: ClaimRow | None


def claim_page(session: Session, claim_id: int) -> ClaimPage:
    """The page of a claim. Raises NotFound."""
    near = load_claims(session, session.scalars(_with_those_around(claim_id)))
    if (claim := near.get(claim_id)) is None:
        raise NotFound("There is no such claim.")
    number, sha256, run, row = session.execute(
        select(Version.number, Version.text_sha256, Run, Claim)
        .join(Claim, Claim.version_id == Version.id)
        .join(Run, Run.id == Claim.run_id)
        .where(Claim.id == claim_id)
    ).one()
    found = ties(session, [claim_id])
    return ClaimPage(
        claim=claim,
        known=_known(session, claim, row),
        version_number=number,
        text_sha256=sha256,
        thread=next(iter(thread_rows(session, [claim.thread_id])), None),
        counts=counts_by_thread(session, [claim.thread_id])[claim.thread_id],
        earlier=tuple(tie for tie in found if not tie.is_later),
        later=tuple(tie for tie in found if tie.is_later),
        method=run.method,
        edition=run.version,
        floor=run.parameters.get("floor"),
        told_in=near[claim.told_by.claim_id] if claim.told_by else None,
        inside=tuple(other for other in near.values() if other.told_by and other.told_by.claim_id == claim_id),
        copy_of=named_article(session, claim.article.copy_of_id),
        original=_original(session, claim),
    )


def _known(session: Session, claim: ClaimRow, row: Claim) -> Attributed:
    return Attributed(
        name=row.found_name,
        role=row.found_role,
        how=row.found_how,
        candidates=_candidates(session, claim.candidates, row.found_key),
        offices=_offices(session, claim, row.found_role) if claim.speaker_how == "office" else (),
        decision=decision_row(session, row.decision_id),
    )


def _candidates(session: Session, names: tuple[str, ...], found_key: str | None) -> tuple[SpeakerName, ...]:
    if not names:
        return ()
    keys = {name_key(name) for name in names}
    rows = select(Speaker.name_key, Speaker.name, Speaker.id, Speaker.merged_into_id)
    bearers: dict[str, set[int]] = {key: set() for key in keys}
    for key, name, id, merged in session.execute(rows.where(Speaker.name_key.in_(keys) | Speaker.name.in_(names))):
        for called in {key, name_key(name)} & keys:
            bearers[called].add(merged or id)
    found = []
    for name in dict.fromkeys(names):
        known = sorted(bearers[name_key(name)])
        found += [SpeakerName(id, name) for id in known]
        if not known and name_key(name) != found_key:
            found.append(SpeakerName(None, name))
    return tuple(found)


def _offices(session: Session, claim: ClaimRow, role: str | None) -> tuple[HeldOffice, ...]:
    """Those of the speaker that cover the day of saying: those of the role's title, or else all."""
    if claim.speaker is None or claim.speaker.id is None or (day := claim.said.on) is None:
        return ()
    held = offices_of(session, (claim.speaker.id, *counting_as(session, claim.speaker.id)))
    then = tuple(
        office
        for office in held
        if (office.begins.on is None or office.begins.on <= day) and (office.ends.on is None or day <= office.ends.on)
    )
    return tuple(office for office in then if title_key(office.title) == title_key(role or "")) or then


def _with_those_around(claim_id: int) -> Select[int]:
    """Selects the claim, the one that it is told in, and those that are told in it, in the order of the text."""
    itself = aliased(Claim)
    outer = select(itself.told_in_id).where(itself.id == claim_id)
    around = or_(Claim.id == claim_id, Claim.told_in_id == claim_id, Claim.id.in_(outer))
    return select(Claim.id).where(around).order_by(Claim.position)


def _original(session: Session, claim: ClaimRow) -> ClaimRow | None:
    """The first claim of the same statement in the article that this one's article is a copy of."""
    if claim.article.copy_of_id is None:
        return None
    wanted = select(Claim.id).join(Version, Version.id == Claim.version_id).where(Version.is_current)
    wanted = wanted.where(Version.article_id == claim.article.copy_of_id, Claim.statement_id == claim.statement_id)
    id = session.scalar(wanted.order_by(Claim.position).limit(1))
    return None if id is None else load_claims(session, [id])[id]
