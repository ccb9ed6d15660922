"""Which registered names are one speaker: joined where an article names one person by both, or where an editor merged
them; never where the names or an editor forbid it.

A chain of evidence that would join two who cannot be one ("George W." and "George H. W.", both called "George" in some
article) proves nothing, and none of it joins; nor does evidence that would join two whom an editor holds apart, be it
through those whom an editor merged with them. The outcome depends on the set of evidence and decisions, not on their
order: of names that are one, an editor's choice stands for all, or else the one of fewest words.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.identity import conflict
from app.models import CoNaming, Decision, Speaker
from app.speakers import SpeakerKind
from app.storing.chunks import chunks

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Ties:
    """What ties these speakers, or keeps them apart: pairs of ids, ascending but for `merged` (who stays, who goes)."""

    shown: frozenset[Pair]
    merged: frozenset[Pair]
    apart: frozenset[Pair]


def rejoin(session: Session, speaker_ids: Collection[int]) -> set[int]:
    """Find these speakers, and all that ties lead to from them, whom they count as. Returns those who count as somebody
    else than before."""
    ids, ties = _reach(session, speaker_ids)
    speakers = {id: session.get_one(Speaker, id) for id in ids}
    shown = _sound(ties, speakers)
    changed = set()
    for group in _groups(ids, shown | {_ascending(pair) for pair in ties.merged}):
        first = min(group, key=lambda id: _rank(speakers[id], ties.merged))
        for id in group:
            counts_as = None if id == first else first
            if speakers[id].merged_into_id != counts_as:
                speakers[id].merged_into_id = counts_as
                changed.add(id)
    session.flush()
    return changed


def held_apart(session: Session, one: int, other: int) -> tuple[int, int] | None:
    """Two whom an editor holds apart, one of whom counts as the first of these and one as the second."""
    rows = select(Decision.speaker_id, Decision.other_id).where(Decision.kind == "apart", Decision.undone_at.is_(None))
    for first, second in session.execute(rows.order_by(Decision.id)):
        if first is None or second is None:
            continue
        roots = {session.get_one(Speaker, id).merged_into_id or id for id in (first, second)}
        if roots == {one, other}:
            return first, second
    return None


def merged_by_hand(session: Session, one: int, other: int) -> bool:
    """Whether editors merged these two, be it one after the other with a third."""
    ids, ties = _reach(session, {one})
    return any(one in group and other in group for group in _groups(ids, ties.merged))


def _rank(speaker: Speaker, merged: Collection[Pair]) -> tuple[bool, bool, int, str]:
    """Who stands for a group: whom an editor kept and never merged into another, then the shortest name."""
    gone = any(other == speaker.id for _, other in merged)
    kept = any(one == speaker.id for one, _ in merged)
    return (gone, not kept, len(speaker.name_key.split()), speaker.name_key)


def _sound(ties: _Ties, speakers: dict[int, Speaker]) -> set[Pair]:
    """The pairs shown by articles, but for those of a group in which two cannot be one."""
    sound: set[Pair] = set()
    for group in _groups(speakers, ties.shown):
        if any(_excluded(speakers, ties, pair) for pair in combinations(sorted(group), 2)):
            continue
        sound |= {pair for pair in ties.shown if pair[0] in group}
    for group in _groups(speakers, sound | {_ascending(pair) for pair in ties.merged}):
        if any(pair[0] in group and pair[1] in group for pair in ties.apart):
            sound = {pair for pair in sound if pair[0] not in group}
    return sound


def _excluded(speakers: dict[int, Speaker], ties: _Ties, pair: Pair) -> bool:
    one, other = speakers[pair[0]], speakers[pair[1]]
    if pair in ties.apart or one.kind != other.kind:
        return True
    return one.kind == SpeakerKind.PERSON and conflict(one.found_name, other.found_name)


def _groups(ids: Iterable[int], pairs: Collection[Pair]) -> list[set[int]]:
    """The connected groups of these ids."""
    beside: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    left, found = set(ids), []
    while left:
        group, frontier = set(), {left.pop()}
        while frontier:
            group |= frontier
            frontier = {near for id in frontier for near in beside[id]} - group
        left -= group
        found.append(group)
    return found


def _reach(session: Session, speaker_ids: Collection[int]) -> tuple[set[int], _Ties]:
    """Everybody whom ties lead to, and the ties."""
    reached, frontier = set(speaker_ids), set(speaker_ids)
    shown: set[Pair] = set()
    merged: set[Pair] = set()
    apart: set[Pair] = set()
    while frontier:
        for chunk in chunks(frontier):
            named = select(CoNaming.speaker_id, CoNaming.other_id).distinct()
            named = named.where(or_(CoNaming.speaker_id.in_(chunk), CoNaming.other_id.in_(chunk)))
            shown |= {_ascending((one, other)) for one, other in session.execute(named)}
            decided = select(Decision.kind, Decision.speaker_id, Decision.other_id).where(
                Decision.kind.in_(("merge", "apart")),
                Decision.undone_at.is_(None),
                or_(Decision.speaker_id.in_(chunk), Decision.other_id.in_(chunk)),
            )
            for kind, one, other in session.execute(decided):
                if one is None or other is None:
                    continue
                if kind == "merge":
                    merged.add((one, other))
                else:
                    apart.add(_ascending((one, other)))
            pointing = select(Speaker.id, Speaker.merged_into_id).where(
                or_(Speaker.id.in_(chunk), Speaker.merged_into_id.in_(chunk))
            )
            frontier |= {id for pair in session.execute(pointing) for id in pair if id is not None}
        tied = {id for pair in (*shown, *merged) for id in pair} | frontier
        frontier = tied - reached
        reached |= frontier
    return reached, _Ties(frozenset(shown), frozenset(merged), frozenset(apart))


def _ascending(pair: Pair) -> Pair:
    return (min(pair), max(pair))
