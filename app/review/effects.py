"""What a decision moves, for people: claims, speakers' counts before and after, and the threads that change.

It is not foretold but read off: the decision is taken in a transaction that is rolled back, and the archive is looked
at before and after."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Claim, Decision, Speaker, Statement
from app.review.decide import Decided
from app.search.claims import ClaimRow, load_claims
from app.search.counts import Counts, counts_by_speaker, counts_by_thread
from app.storing.chunks import chunks

CLAIMS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class MovedClaim:
    """A claim with whom it was said by before, and after; None is open or unnamed."""

    claim: ClaimRow
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A speaker with name and counts before and after."""

    id: int
    name: str
    renamed: str
    before: Counts
    after: Counts


@dataclass(frozen=True, slots=True)
class Effect:
    """What moves. `claims` are the first of `claims_total`; `threads_total` is how many threads hold one of them before
    or after, `threads_changed` how many of these have other counts then. `fingerprint` tells two effects apart."""

    claims_total: int
    claims: tuple[MovedClaim, ...]
    speakers: tuple[Counted, ...]
    threads_total: int
    threads_changed: int
    fingerprint: str

    def saw(self) -> dict[str, object]:
        """What is kept with a decision of what the editor saw."""
        return {
            "claims": self.claims_total,
            "threads": self.threads_total,
            "threads_changed": self.threads_changed,
            "speakers": {
                each.name: {
                    "said": [each.before.said, each.after.said],
                    "claims": [each.before.claims, each.after.claims],
                }
                for each in self.speakers
            },
        }


def effect_of(before: Session, after: Session, decided: Decided) -> Effect:
    """The effect of a decision, from a session that sees the archive without it and one that sees it taken."""
    moved = decided.moved
    ids = [each.claim_id for each in moved]
    decision = after.get_one(Decision, decided.decision_id)
    concerned = {id for each in moved for id in (each.before, each.after)}
    concerned |= {_root(after, decision.speaker_id), _root(after, decision.other_id)}
    concerned |= {decision.speaker_id, decision.other_id}
    threads = _threads(before, ids) | _threads(after, ids)
    was, will_be = counts_by_thread(before, threads), counts_by_thread(after, threads)
    names = _names(before, concerned) | _names(after, concerned)
    rows = load_claims(before, ids[:CLAIMS_SHOWN])
    lines = sorted(f"{each.claim_id} {each.before} {each.after}" for each in moved)
    return Effect(
        claims_total=len(moved),
        claims=tuple(
            MovedClaim(rows[each.claim_id], names.get(each.before), names.get(each.after))
            for each in moved[:CLAIMS_SHOWN]
        ),
        speakers=_counted(before, after, concerned),
        threads_total=len(threads),
        threads_changed=sum(was[id] != will_be[id] for id in threads),
        fingerprint=sha256("\n".join(lines).encode()).hexdigest()[:16],
    )


def _root(session: Session, id: int | None) -> int | None:
    return None if id is None else session.get_one(Speaker, id).merged_into_id or id


def _counted(before: Session, after: Session, ids: Collection[int | None]) -> tuple[Counted, ...]:
    wanted = sorted(id for id in ids if id is not None)
    was, will_be = counts_by_speaker(before, wanted), counts_by_speaker(after, wanted)
    old, new = _names(before, ids), _names(after, ids)
    return tuple(Counted(id, old.get(id, new[id]), new[id], was[id], will_be[id]) for id in wanted)


def _names(session: Session, ids: Collection[int | None]) -> dict[int | None, str]:
    wanted = [id for id in ids if id is not None]
    rows = session.execute(select(Speaker.id, Speaker.name).where(Speaker.id.in_(wanted)))
    return dict(rows.all())


def _threads(session: Session, claim_ids: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for chunk in chunks(claim_ids):
        rows = select(Statement.thread_id).join(Claim, Claim.statement_id == Statement.id).where(Claim.id.in_(chunk))
        found |= set(session.scalars(rows))
    return found
