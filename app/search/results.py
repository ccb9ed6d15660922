"""What a search found, as a page shows it: grouped by thread, each hit with why it matched."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Claim, Outlet, Statement
from app.search.claims import ClaimRow, load_claims
from app.search.coverage import Coverage, coverage
from app.search.find import FOUND_AT_MOST, Filters, Hit, by_meaning, by_words, fuse, how_many, matched_words, newest
from app.search.listing import ThreadRow, thread_rows
from app.search.paging import Page, slice_of
from app.search.vectors import VectorIndex
from app.search.words import Words, marked, telling

GROUPS_A_PAGE = 20
MODES = ("both", "keyword", "meaning")


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for, and how: "keyword", "meaning" or "both"."""

    typed: str
    words: Words
    mode: str
    filters: Filters

    @property
    def is_empty(self) -> bool:
        """Nothing was asked for: neither words nor filters."""
        return not self.typed.strip() and self.filters == Filters()


@dataclass(frozen=True, slots=True)
class Found:
    """A claim with its wording in stretches (text, whether it matched) and the reasons in words."""

    claim: ClaimRow
    stretches: tuple[tuple[str, bool], ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The hits in one thread, best first; `thread` is empty for one that nothing counts for."""

    thread_id: int
    thread: ThreadRow | None
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """`claims` is how many were found (`is_cut`: the best 300 of more). `meaning_off`: why meaning was not searched."""

    groups: Page[Group]
    claims: int
    is_cut: bool
    meaning_off: str | None
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class OutletChoice:
    """An outlet to narrow a search by."""

    id: int
    name: str


def search(
    session: Session,
    index: VectorIndex,
    query: Query,
    vector: NDArray[np.float32] | None,
    *,
    meaning_off: str | None = None,
    number: int = 1,
) -> Results:
    """Run a search. `vector` is the query's unit row where meaning is searched; encode it before the session is opened,
    so that no transaction waits for a model. Without words the newest claims that pass the filters are found."""
    hits, claims = _hits(session, index, query, vector)
    threads = _by_thread(session, hits)
    page = slice_of(list(threads), number, GROUPS_A_PAGE)
    shown = [hit for thread_id in page.rows for hit in threads[thread_id]]
    loaded = load_claims(session, [hit.claim_id for hit in shown])
    words = matched_words(session, query.words, [hit.claim_id for hit in shown])
    rows = {row.id: row for row in thread_rows(session, page.rows)}
    asked = query.words.wanted
    groups = tuple(
        Group(id, rows.get(id), tuple(_found(loaded[hit.claim_id], hit, words, asked) for hit in threads[id]))
        for id in page.rows
    )
    return Results(
        groups=Page(groups, page.number, page.size, page.total),
        claims=claims,
        is_cut=FOUND_AT_MOST <= len(hits),
        meaning_off=meaning_off,
        coverage=coverage(session),
    )


def outlets(session: Session) -> tuple[OutletChoice, ...]:
    """All outlets by name."""
    return tuple(OutletChoice(*row) for row in session.execute(select(Outlet.id, Outlet.name).order_by(Outlet.name)))


def _hits(
    session: Session, index: VectorIndex, query: Query, vector: NDArray[np.float32] | None
) -> tuple[list[Hit], int]:
    if query.is_empty:
        return [], 0
    if not query.typed.strip():
        ids = newest(session, query.filters)
        return [Hit(id, 0.0, None, None, None) for id in ids], how_many(session, query.filters)
    by_word = by_words(session, query.words, query.filters) if query.mode != "meaning" or vector is None else []
    meaning = {} if vector is None else by_meaning(session, index, vector, query.words, query.filters)
    hits = fuse(by_word, meaning)[:FOUND_AT_MOST]
    return hits, len(hits)


def _by_thread(session: Session, hits: Sequence[Hit]) -> dict[int, list[Hit]]:
    """The hits by thread, both in the order of the best hit."""
    wanted = select(Claim.id, Statement.thread_id).join(Statement).where(Claim.id.in_([hit.claim_id for hit in hits]))
    place = dict(session.execute(wanted).all())
    threads: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.claim_id in place:
            threads.setdefault(place[hit.claim_id], []).append(hit)
    return threads


def _found(claim: ClaimRow, hit: Hit, words: dict[int, tuple[str, ...]], asked: str) -> Found:
    matched: Sequence[str] = telling(words.get(claim.id, ()), asked)
    why = []
    if hit.word_rank is not None:
        why.append("words: " + ", ".join(matched) if matched else "words")
    if hit.cosine is not None:
        why.append(f"meaning {hit.cosine:.2f}")
    return Found(claim, marked(claim.wording, matched), tuple(why))
