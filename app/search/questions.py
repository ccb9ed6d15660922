"""Open questions about speakers, those that hold most claims first: what an editor can answer once for many claims.

Five kinds. "name": one name alone, which is nobody's across articles. "namesakes": a whole name that several bear.
"role": an office or role without a name. "source": a pronoun or "the company" that stays open within its article.
"alike": two speakers whose names are alike; once an editor has held two apart they are never proposed again.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, func, select
from sqlalchemy.orm import Session, aliased

from app.errors import InvalidInput
from app.identity import family_key, name_key
from app.models import Claim, Decision, Likeness, Speaker, SpellingKey, Version
from app.search.claims import SpeakerName
from app.search.paging import Page, slice_of

CLAIMS_SHOWN = 5
NAMELESS = {
    "person": "a person whom the article does not name",
    "organisation": "a body that the article does not name",
    "document": "a document that the article does not name",
    "collective": "people whom the article does not name",
    "unnamed": "somebody whom the article does not name",
}
CANDIDATES = 6
SETTLED = select(Decision.id).where(Decision.id == Claim.decision_id, Decision.kind == "reassign").exists()
OPEN: tuple[ColumnElement[bool], ...] = (Claim.speaker_id.is_(None), Claim.speaker_how == "open", ~SETTLED)
"""That nobody known said it is an answer too, and is asked no more."""
_OFFERED = cast(Claim.speaker_candidates, Text)  # PostgreSQL neither groups by JSON nor has a least one of it


@dataclass(frozen=True, slots=True)
class Question:
    """`words` is what is open: a name, a role, what an article prints, or two names. `claims` it holds in so many
    `articles`; `claim_ids` are the first few. `candidates`, likeliest first, have an id where a speaker has the name.
    `speaker_ids` are the two of "alike"."""

    kind: str
    words: str
    claims: int
    articles: int
    reason: str
    candidates: tuple[SpeakerName, ...]
    claim_ids: tuple[int, ...]
    speaker_ids: tuple[int, ...] = ()


def list_questions(session: Session, *, kind: str = "", number: int = 1) -> Page[Question]:
    """Open questions of one kind, or of all, most claims first. Raises InvalidInput for another kind."""
    if kind and kind not in KINDS:
        raise InvalidInput(f"Open questions are {', '.join(KINDS)}, not {kind!r}.")
    asked = KINDS if not kind else {kind: KINDS[kind]}
    found = [question for ask in asked.values() for question in ask(session)]
    found.sort(key=lambda each: (-each.claims, each.kind, each.words, each.claim_ids))
    page = slice_of(found, number)
    return replace(page, rows=_completed(session, page.rows))


def questions_by_kind(session: Session) -> dict[str, int]:
    """How many questions of each kind are open."""
    return {kind: sum(1 for _ in ask(session)) for kind, ask in KINDS.items()}


def _names(session: Session) -> Iterable[Question]:
    """Names that stand for nobody alone. Who bears one as a family name is a candidate, and no more."""
    return (each for each in _by_name(session) if each.kind == "name")


def _namesakes(session: Session) -> Iterable[Question]:
    return (each for each in _by_name(session) if each.kind == "namesakes")


def _by_name(session: Session) -> Iterable[Question]:
    by_name = (Claim.found_kind, Claim.found_key)
    named = (*OPEN, Claim.found_key.is_not(None))
    offered: dict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
    for kind, key, candidates in session.execute(select(*by_name, _OFFERED).where(*named).distinct()):
        offered[kind, key] |= Counter(_names_in(candidates))  # two of one name stay two
    rows = session.execute(
        select(*by_name, func.max(Claim.found_name), *_SIZE)
        .join(Version, Version.id == Claim.version_id)
        .where(*named)
        .group_by(*by_name)
    )
    for kind, key, name, claims, articles in rows:
        bearers = tuple(SpeakerName(None, each) for each in sorted(offered[kind, key].elements()))
        words = name or ""
        if 1 < len(bearers):
            yield Question("namesakes", words, claims, articles, f"{len(bearers)} speakers bear it", bearers, ())
        else:
            yield Question("name", words, claims, articles, "one name alone tells nobody apart", (), ())


def _names_in(candidates: str) -> list[str]:
    return [str(name) for name in json.loads(candidates)]


def _completed(session: Session, questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions of a page with their first claims and with the speakers who could be meant."""
    named = {each.words: name_key(each.words) for each in questions if each.kind in ("name", "namesakes")}
    by_name = _first_claims(session, Claim.found_key, set(named.values()))
    by_role = _first_claims(session, Claim.found_role, {each.words for each in questions if each.kind == "role"})
    families = _families(session, {family_key(each.words) for each in questions if each.kind == "name"})
    known = {each.name: each for each in _speakers(session, {c.name for q in questions for c in q.candidates})}
    found = []
    for each in questions:
        ids = by_name.get(named.get(each.words, ""), ()) or by_role.get(each.words, ()) or each.claim_ids
        candidates = tuple(known.get(one.name, one) if one.id is None else one for one in each.candidates)
        if each.kind == "name":
            candidates = families.get(family_key(each.words), ())
        found.append(replace(each, claim_ids=ids, candidates=candidates[:CANDIDATES]))
    return tuple(found)


_SIZE = (func.count(Claim.id), func.count(func.distinct(Version.article_id)))


def _roles(session: Session) -> Iterable[Question]:
    rows = session.execute(
        select(Claim.found_role, _OFFERED, *_SIZE)
        .join(Version, Version.id == Claim.version_id)
        .where(*OPEN, Claim.found_role.is_not(None), Claim.found_key.is_(None))
        .group_by(Claim.found_role, _OFFERED)
    ).all()
    by_role: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        by_role[(row[0] or "").casefold()].append(row)
    for same in by_role.values():
        candidates = tuple(dict.fromkeys(name for row in same for name in _names_in(row[1])))
        reason = "held by several on that day" if candidates else "no article or office tells who it is"
        claims, articles = sum(row[2] for row in same), sum(row[3] for row in same)
        named = tuple(SpeakerName(None, name) for name in candidates)
        yield Question("role", same[0][0], claims, articles, reason, named, ())


def _sources(session: Session) -> Iterable[Question]:
    rows = session.execute(
        select(Claim.version_id, _OFFERED, Claim.found_kind, func.count(Claim.id), func.min(Claim.id))
        .where(*OPEN, Claim.found_key.is_(None), Claim.found_role.is_(None))
        .group_by(Claim.version_id, _OFFERED, Claim.found_kind)
    ).all()
    for _, candidates, kind, claims, first in rows:
        names = tuple(SpeakerName(None, name) for name in _names_in(candidates))
        words = " or ".join(each.name for each in names) or NAMELESS[kind]
        reason = "the article leaves open who of them speaks" if 1 < len(names) else "the article leaves it open"
        yield Question("source", words, claims, 1, reason, names, (first,))


def _alike(session: Session) -> Iterable[Question]:
    one, other = aliased(Speaker), aliased(Speaker)
    pairs = session.execute(
        select(Likeness.why, one.id, one.name, one.merged_into_id, other.id, other.name, other.merged_into_id)
        .join(one, one.id == Likeness.speaker_id)
        .join(other, other.id == Likeness.other_id)
    ).all()
    apart = _apart(session)
    claims, articles = _held(session, {id for row in pairs for id in (row[3] or row[1], row[6] or row[4])})
    names = {row[1]: row[2] for row in pairs} | {row[4]: row[5] for row in pairs}
    seen: dict[frozenset[int], Question] = {}
    for why, one_id, _, one_root, other_id, _, other_root in pairs:
        ids = sorted({one_root or one_id, other_root or other_id}, key=lambda id: (-claims.get(id, 0), id))
        both = frozenset(ids)
        if len(ids) < 2 or both in seen or both in apart or frozenset((one_id, other_id)) in apart:
            continue
        if not all(claims.get(id) for id in ids):
            continue
        named = tuple(SpeakerName(id, names.get(id) or session.get_one(Speaker, id).name) for id in ids)
        words = " and ".join(each.name for each in named)
        least = min(ids, key=lambda id: claims[id])
        seen[both] = Question("alike", words, claims[least], articles[least], why, named, (), tuple(ids))
    return seen.values()


def _apart(session: Session) -> set[frozenset[int]]:
    """The pairs that an editor holds apart, as named and as those whom they count as."""
    one, other = aliased(Speaker), aliased(Speaker)
    rows = session.execute(
        select(one.id, one.merged_into_id, other.id, other.merged_into_id)
        .select_from(Decision)
        .join(one, one.id == Decision.speaker_id)
        .join(other, other.id == Decision.other_id)
        .where(Decision.kind == "apart", Decision.undone_at.is_(None))
    )
    found: set[frozenset[int]] = set()
    for one_id, one_root, other_id, other_root in rows:
        found |= {frozenset((one_id, other_id)), frozenset((one_root or one_id, other_root or other_id))}
    return found


def _held(session: Session, speaker_ids: set[int]) -> tuple[dict[int, int], dict[int, int]]:
    """How many claims, and articles with one, each of these speakers has."""
    rows = (
        select(Claim.speaker_id, *_SIZE)
        .join(Version, Version.id == Claim.version_id)
        .where(Claim.speaker_id.is_not(None))
        .group_by(Claim.speaker_id)
    )
    found = [row for row in session.execute(rows) if row[0] in speaker_ids]
    return {row[0] or 0: row[1] for row in found}, {row[0] or 0: row[2] for row in found}


def _first_claims(session: Session, column: Any, values: Collection[str]) -> dict[str, tuple[int, ...]]:
    """The first open claims by the value of a column."""
    found: dict[str, list[int]] = defaultdict(list)
    rows = select(column, Claim.id).where(*OPEN, column.in_(values)).order_by(Claim.id)
    for value, id in session.execute(rows):
        if len(found[value]) < CLAIMS_SHOWN:
            found[value].append(id)
    return {value: tuple(found[value]) for value in values}


def _families(session: Session, keys: set[str]) -> dict[str, tuple[SpeakerName, ...]]:
    """By family key the speakers with a claim who bear such a family name, those with most claims first."""
    rows = (
        select(SpellingKey.key, Speaker.id, Speaker.name, func.count(Claim.id))
        .join(Speaker, Speaker.id == SpellingKey.speaker_id)
        .join(Claim, Claim.speaker_id == Speaker.id)
        .where(SpellingKey.key.in_(keys - {""}))
        .group_by(SpellingKey.key, Speaker.id)
        .order_by(func.count(Claim.id).desc(), Speaker.name)
    )
    found: dict[str, list[SpeakerName]] = defaultdict(list)
    for key, id, name, _ in session.execute(rows):
        found[key].append(SpeakerName(id, name))
    return {key: tuple(names) for key, names in found.items()}


def _speakers(session: Session, names: Iterable[str]) -> tuple[SpeakerName, ...]:
    """These names, each with the speaker who alone is shown by it."""
    wanted = [str(name) for name in names]
    rows = session.execute(
        select(Speaker.name, func.min(Speaker.id), func.count(Speaker.id))
        .where(Speaker.name.in_(wanted), Speaker.merged_into_id.is_(None))
        .group_by(Speaker.name)
    )
    ids = {name: id for name, id, bearers in rows if bearers == 1}
    return tuple(SpeakerName(ids.get(name), name) for name in wanted)


KINDS: dict[str, Callable[[Session], Iterable[Question]]] = {
    "name": _names,
    "namesakes": _namesakes,
    "role": _roles,
    "source": _sources,
    "alike": _alike,
}
