"""Who bears a name, across articles: the speakers that a name in an article can mean, as evidence and editors have it.

A name that an editor or a file gave to somebody means them and no longer whoever was registered under it; a name that
several bear means none of them for certain.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Alias, Decision, DecisionClaim, Speaker
from app.storing.chunks import chunks
from app.storing.speakers import stands_across

Key = tuple[str, str]
"""The kind of a speaker and the key of a name."""
IMPORTED = "imported"
"""`Alias.how` of a name that a file gave."""


@dataclass(slots=True)
class Bearers:
    """By name: `registered` under it, namesakes whom editors told apart, who was `given` it by which decision (0: by a
    file), and whom it never means."""

    registered: dict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))
    given: dict[Key, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    never: dict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))

    def of(self, key: Key) -> set[int]:
        """The speakers that a name can mean, before merging."""
        return set(self.given[key]) or self.registered[key]

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
    return found


def _decided(session: Session, found: Bearers, keys: Iterable[str]) -> None:
    standing = select(Decision).where(Decision.undone_at.is_(None), Decision.name_key.in_(list(keys)))
    decisions = session.scalars(standing.order_by(Decision.id)).all()
    kinds = kinds_of(session, {id for each in decisions for id in (each.speaker_id, each.other_id) if id})
    for each in decisions:
        assert each.name_key is not None
        if each.kind in ("alias", "rename") and each.speaker_id is not None:
            found.given[kinds[each.speaker_id], each.name_key][each.speaker_id] = each.id
        elif each.kind == "split" and each.other_id is not None:
            found.registered[kinds[each.other_id], each.name_key].add(each.other_id)
        elif each.kind == "never" and each.other_id is not None:
            found.never[kinds[each.other_id], each.name_key].add(each.other_id)


def kinds_of(session: Session, speaker_ids: Collection[int]) -> dict[int, str]:
    """The kind of each of these speakers."""
    found: dict[int, str] = {}
    for chunk in chunks(speaker_ids):
        found |= dict(session.execute(select(Speaker.id, Speaker.kind).where(Speaker.id.in_(chunk))).all())
    return found


def keys_of(session: Session, speaker_ids: Collection[int]) -> set[str]:
    """Every key under which articles can find these speakers."""
    found: set[str] = set()
    for chunk in chunks(speaker_ids):
        found |= set(session.scalars(select(Speaker.name_key).where(Speaker.id.in_(chunk))))
        imported = select(Alias.name_key).where(Alias.how == IMPORTED, Alias.speaker_id.in_(chunk))
        found |= {key for key in session.scalars(imported) if key}
        decided = select(Decision.name_key).where(Decision.speaker_id.in_(chunk) | Decision.other_id.in_(chunk))
        found |= {key for key in session.scalars(decided) if key}
    return found


def named_in_decisions(session: Session, speaker_ids: Collection[int]) -> set[int]:
    """The claims that a standing decision gives to these speakers."""
    found: set[int] = set()
    for chunk in chunks(speaker_ids):
        rows = select(DecisionClaim.claim_id).join(Decision, Decision.id == DecisionClaim.decision_id)
        found |= set(session.scalars(rows.where(DecisionClaim.speaker_id.in_(chunk), Decision.undone_at.is_(None))))
    return found
