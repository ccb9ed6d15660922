"""Statements and threads, grouped anew where new links touch them.

The grouping itself is `matching.threads.group`, a function of the claims and the links that join them. Here the part of
the archive that a new claim can change is loaded, grouped, and written back so that a thread keeps its id, and with it
its address, through whatever joins it; one that is emptied points to where its claims went.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from app.matching import Relation
from app.matching.threads import Join, Member, group
from app.models import Article, Claim, Link, Statement, Thread, Version
from app.storing.chunks import chunks
from app.storing.comparing import day_of, order_of


@dataclass(frozen=True, slots=True)
class _Held:
    """A claim of the touched part with what its grouping needs."""

    claim: Claim
    article: Article
    member: Member
    statement_id: int  # before
    thread_id: int  # before


def regroup(session: Session, claim_ids: Collection[int], *, new: Collection[int]) -> None:
    """Find these claims, and every claim that joins lead to from them, their statements and threads. Of them the `new`
    ones have threads that nobody has seen yet."""
    joins = _joins_around(session, claim_ids)
    held = _hold(session, {*claim_ids, *(link.claim_id for link in joins), *(link.earlier_claim_id for link in joins)})
    threads = group(
        [each.member for each in held.values()],
        [Join(link.claim_id, link.earlier_claim_id, Relation(link.relation), link.score) for link in joins],
    )
    fresh = {held[key].thread_id for key in new}
    placed = _place(session, threads, held, fresh)
    session.flush()
    _leave_statements(session, held)
    _leave_threads(session, held, placed, fresh)


def _place(
    session: Session, threads: Sequence[Sequence[Sequence[int]]], held: dict[int, _Held], fresh: set[int]
) -> dict[int, int]:
    """Write the grouping to the rows. Returns the thread of each claim."""
    thread_ids = _share_out(
        [[key for keys in statements for key in keys] for statements in threads],
        {key: each.thread_id for key, each in held.items()},
        fresh,
    )
    statement_ids = iter(
        _share_out(
            [keys for statements in threads for keys in statements],
            {key: each.statement_id for key, each in held.items()},
            set(),
        )
    )
    rows = _statements(session, {each.statement_id for each in held.values()})
    new_threads = iter(_new_threads(session, thread_ids.count(0)))
    placed: dict[int, int] = {}
    written: list[tuple[Statement, Sequence[int]]] = []
    for statements, known in zip(threads, thread_ids, strict=True):
        thread_id = known or next(new_threads)
        for keys in statements:
            statement = rows.get(next(statement_ids)) or Statement()
            _settle(statement, [held[key] for key in keys], thread_id)
            written.append((statement, keys))
            placed |= dict.fromkeys(keys, thread_id)
    session.add_all([statement for statement, _ in written])
    session.flush()  # all at once: a merge of 5,000 claims writes thousands
    for statement, keys in written:
        for key in keys:
            held[key].claim.statement_id = statement.id
    return placed


def thread_mates(session: Session, claim_ids: Collection[int]) -> set[int]:
    """Every claim of the threads that these claims are in."""
    found: set[int] = set()
    for chunk in chunks(claim_ids):
        theirs = select(Statement.thread_id).join(Claim).where(Claim.id.in_(chunk))
        mates = select(Claim.id).join(Statement).where(Statement.thread_id.in_(theirs))
        found |= set(session.scalars(mates))
    return found


def _joins_around(session: Session, claim_ids: Collection[int]) -> list[Link]:
    """The joining links of the connected part of the archive that holds these claims."""
    reached, frontier, links = set(claim_ids), set(claim_ids), dict[int, Link]()
    while frontier:
        touched: set[int] = set()
        for chunk in chunks(frontier):
            touching = or_(Link.claim_id.in_(chunk), Link.earlier_claim_id.in_(chunk))
            for link in session.scalars(select(Link).where(Link.joins, touching)):
                links[link.id] = link
                touched |= {link.claim_id, link.earlier_claim_id}
        frontier = touched - reached
        reached |= frontier
    return list(links.values())


def _hold(session: Session, claim_ids: Collection[int]) -> dict[int, _Held]:
    held: dict[int, _Held] = {}
    for chunk in chunks(claim_ids):
        rows = session.execute(
            select(Claim, Version, Article, Statement.thread_id)
            .join(Version, Claim.version_id == Version.id)
            .join(Article, Version.article_id == Article.id)
            .join(Statement, Claim.statement_id == Statement.id)
            .where(Claim.id.in_(chunk))
        )
        for claim, version, article, thread_id in rows:
            order = order_of(claim, version, article)
            member = Member(claim.id, order, claim.speaker_id, day_of(claim, article), article.id)
            held[claim.id] = _Held(claim, article, member, claim.statement_id, thread_id)
    return held


def _share_out(groups: Sequence[Sequence[int]], had: dict[int, int], fresh: set[int]) -> list[int]:
    """An id for each group of claims: of those its claims had, the one with most of them, others before `fresh` ones.
    No id is given twice; a group that is left without one, as after a split, gets 0."""
    wishes = []
    for position, keys in enumerate(groups):
        counted = Counter(had[key] for key in keys)
        wishes += [(wished in fresh, -n, position, wished) for wished, n in counted.items()]
    given: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, position, wished in sorted(wishes):
        if position not in given and wished not in taken:
            given[position] = wished
            taken.add(wished)
    return [given.get(position, 0) for position in range(len(groups))]


def _new_threads(session: Session, number: int) -> list[int]:
    new = [Thread() for _ in range(number)]
    session.add_all(new)
    session.flush()
    return [thread.id for thread in new]


def _statements(session: Session, statement_ids: Collection[int]) -> dict[int, Statement]:
    found: dict[int, Statement] = {}
    for chunk in chunks(statement_ids):
        found |= {row.id: row for row in session.scalars(select(Statement).where(Statement.id.in_(chunk)))}
    return found


def _settle(statement: Statement, claims: Sequence[_Held], thread_id: int) -> None:
    """One statement: its thread, and speaker and day as its earliest claim has them."""
    first = min(claims, key=lambda each: each.member.order)
    statement.thread_id = thread_id
    statement.speaker_id = first.claim.speaker_id
    statement.said_on = first.member.said_on
    statement.said_on_precision = _precision(first)


def _precision(first: _Held) -> str:
    if first.claim.said_on is not None:
        return first.claim.said_on_precision
    return "none" if first.article.published_on is None else "published"


def _leave_statements(session: Session, held: dict[int, _Held]) -> None:
    emptied = {each.statement_id for each in held.values()} - {each.claim.statement_id for each in held.values()}
    for chunk in chunks(emptied):
        session.execute(delete(Statement).where(Statement.id.in_(chunk)))


def _leave_threads(session: Session, held: dict[int, _Held], placed: dict[int, int], fresh: set[int]) -> None:
    """A thread that was emptied points to where its earliest claim went; one that nobody has ever seen is deleted."""
    first: dict[int, int] = {}
    for key, each in sorted(held.items(), key=lambda item: item[1].member.order):
        first.setdefault(each.thread_id, key)
    emptied = first.keys() - placed.values()
    for chunk in chunks(emptied & fresh):
        session.execute(delete(Thread).where(Thread.id.in_(chunk)))
    for chunk in chunks(emptied - fresh):
        for thread in session.scalars(select(Thread).where(Thread.id.in_(chunk))):
            thread.merged_into_id = placed[first[thread.id]]
    session.flush()
