"""Who bears a name, across articles: the speakers that a name in an article can mean, as evidence and editors have it.

A name that an editor or a file gave to somebody means them and no longer whoever was registered under it; a name that
several bear means none of them for certain. Whom an editor split off bears what the claims were found under that moved,
but only as long as it means the one they were split off from: a name never comes to mean a namesake alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Alias, Claim, Decision, DecisionClaim, Speaker
from app.storing.chunks import chunks
from app.storing.speakers import stands_across

Key = tuple[str, str]
"""The kind of a speaker and the key of a name."""
IMPORTED = "imported"
"""`Alias.how` of a name that a file gave."""


@dataclass(slots=True)
class Bearers:
    """By name: `registered` under it, who was `given` it by which decision (0: by a file), who was `parted` there from
    somebody who bears it, and whom it never means."""

    registered: dict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))
    given: dict[Key, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    parted: dict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))
    never: dict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))

    def of(self, key: Key) -> set[int]:
        """The speakers that a name can mean, before merging."""
        return (set(self.given[key]) or self.registered[key]) | self.parted[key]

    def decided_by(self, key: Key) -> int | None:
        """The latest decision that gave the name, None where none did."""
        return max(self.given[key].values(), default=0) or None


def bearers(session: Session, keys: Collection[str]) -> Bearers:
    """Who bears these names, of whatever kind."""
    found = Bearers()
    for chunk in chunks(keys):
        rows = select(Speaker.id, Speaker.kind, Speaker.name_key, Speaker.found_name)
        for id, kind, key, name in session.execute(rows.where(Speaker.name_key.in_(chunk))):
            if stands_across(kind, name):
                found.registered[kind, key].add(id)
        imported = select(Speaker.id, Speaker.kind, Alias.name_key).join(Alias, Alias.speaker_id == Speaker.id)
        for id, kind, given in session.execute(imported.where(Alias.how == IMPORTED, Alias.name_key.in_(chunk))):
            found.given[kind, given or ""].setdefault(id, 0)
        _decided(session, found, chunk)
    _part(session, found, keys)
    return found


def _decided(session: Session, found: Bearers, keys: Iterable[str]) -> None:
    standing = select(Decision).where(Decision.undone_at.is_(None), Decision.name_key.in_(list(keys)))
    decisions = session.scalars(standing.order_by(Decision.id)).all()
    kinds = kinds_of(session, {id for each in decisions for id in (each.speaker_id, each.other_id) if id})
    for each in decisions:
        assert each.name_key is not None
        if each.kind in ("alias", "rename") and each.speaker_id is not None:
            kind = kinds[each.speaker_id]
            # "Holm" shown for a person takes no claims from other Holms; that is for an alias to say.
            if each.kind == "alias" or stands_across(kind, each.name or ""):
                found.given[kind, each.name_key][each.speaker_id] = each.id
        elif each.kind == "never" and each.other_id is not None:
            found.never[kinds[each.other_id], each.name_key].add(each.other_id)


def _part(session: Session, found: Bearers, keys: Collection[str]) -> None:
    """Let those who were split off bear the names under which their claims were found."""
    splits = _splits(session)
    if not splits or not keys:
        return
    bearing = {id for by_key in (found.registered, found.given) for ids in by_key.values() for id in ids}
    counts_as = _roots(session, bearing | {id for each in splits for id in each[1:]})
    kinds = kinds_of(session, [other for _, _, other in splits])
    names = _names_of_splits(session, splits, keys)
    for decision_id, one, other in splits:
        for key in ((kinds[other], name) for name in names[decision_id]):
            if counts_as[one] in {counts_as[id] for id in found.of(key)}:
                found.parted[key].add(other)


def _splits(session: Session) -> list[tuple[int, int, int]]:
    """Every standing split, the earliest first: its id, whom it split, and who was split off."""
    rows = select(Decision.id, Decision.speaker_id, Decision.other_id).where(
        Decision.kind == "split", Decision.undone_at.is_(None)
    )
    found = session.execute(rows.order_by(Decision.id))
    return [(id, one, other) for id, one, other in found if one is not None and other is not None]


def _names_of_splits(
    session: Session, splits: Collection[tuple[int, int, int]], keys: Collection[str] | None = None
) -> dict[int, set[str]]:
    """By split the name it was decided about, and those under which the claims were found that moved; of `keys`."""
    found: dict[int, set[str]] = defaultdict(set)
    for chunk in chunks({id for id, _, _ in splits}):
        about = select(Decision.id, Decision.name_key).where(Decision.id.in_(chunk))
        moved = (
            select(DecisionClaim.decision_id, Claim.found_key)
            .join(Decision, Decision.id == DecisionClaim.decision_id)
            .join(Claim, Claim.id == DecisionClaim.claim_id)
            .where(DecisionClaim.decision_id.in_(chunk), DecisionClaim.speaker_id == Decision.other_id)
            .distinct()
        )
        for rows in (about, moved):
            for id, key in session.execute(rows):
                if key and (keys is None or key in keys):
                    found[id].add(key)
    return found


def _roots(session: Session, speaker_ids: Collection[int]) -> dict[int, int]:
    """Whom each of these speakers counts as."""
    found: dict[int, int] = {}
    for chunk in chunks(speaker_ids):
        rows = select(Speaker.id, Speaker.merged_into_id).where(Speaker.id.in_(chunk))
        found |= {id: root or id for id, root in session.execute(rows)}
    return found


def kinds_of(session: Session, speaker_ids: Collection[int]) -> dict[int, str]:
    """The kind of each of these speakers."""
    found: dict[int, str] = {}
    for chunk in chunks(speaker_ids):
        found |= dict(session.execute(select(Speaker.id, Speaker.kind).where(Speaker.id.in_(chunk))).all())
    return found


def keys_of(session: Session, speaker_ids: Set[int]) -> set[str]:
    """Every key under which articles can find these speakers."""
    found: set[str] = set()
    for chunk in chunks(speaker_ids):
        found |= set(session.scalars(select(Speaker.name_key).where(Speaker.id.in_(chunk))))
        imported = select(Alias.name_key).where(Alias.how == IMPORTED, Alias.speaker_id.in_(chunk))
        found |= {key for key in session.scalars(imported) if key}
        decided = select(Decision.name_key).where(Decision.speaker_id.in_(chunk) | Decision.other_id.in_(chunk))
        found |= {key for key in session.scalars(decided) if key}
    splits = [each for each in _splits(session) if not speaker_ids.isdisjoint(each[1:])]
    return found.union(*_names_of_splits(session, splits).values())


def named_in_decisions(session: Session, speaker_ids: Collection[int]) -> set[int]:
    """The claims that a standing decision gives to these speakers, or says that they never made."""
    found: set[int] = set()
    for chunk in chunks(speaker_ids):
        rows = select(DecisionClaim.claim_id).join(Decision, Decision.id == DecisionClaim.decision_id)
        standing = rows.where(Decision.undone_at.is_(None))
        found |= set(session.scalars(standing.where(DecisionClaim.speaker_id.in_(chunk))))
        barred = standing.where(Decision.kind.in_(("never", "split")), Decision.other_id.in_(chunk))
        found |= set(session.scalars(barred))
    return found
