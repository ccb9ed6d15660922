"""Statements and threads from links: what joins, what never does, and the same outcome in any order of arrival."""

import random
from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import pipeline
from app.db import Database
from app.extraction import Polarity
from app.ingest.parsed import parse
from app.ingest.save import save
from app.models import Article, Claim, Link, Statement, Thread, Version
from app.search.content_hash import content_hash
from tests.storing.saying import EMBEDDER, NOW, Said, analysis_of, new_index, put, put_all

FERRY = "the ferry to the outer islands would lose its state subsidy of 14 million crowns at the end of next year"
SAME_WORDS = "the ferry to the outer islands will lose its state subsidy of 14 million crowns at the end of next year"
OTHER_FIGURE = (
    "the ferry to the outer islands would lose its state subsidy of 19 million crowns at the end of next year"
)
NEGATED = "the ferry to the outer islands would not lose its state subsidy of 14 million crowns at the end of next year"
DAM = "the crack in the old dam above the valley had been known to the engineers for many years"


def grouping(session: Session) -> set[frozenset[int]]:
    """The threads as sets of claim ids."""
    threads: dict[int, set[int]] = {}
    for claim_id, thread_id in session.execute(select(Claim.id, Statement.thread_id).join(Statement)):
        threads.setdefault(thread_id, set()).add(claim_id)
    return {frozenset(claims) for claims in threads.values()}


def counted(database: Database, *sayings: Said) -> tuple[int, int]:
    """How many threads and statements these make."""
    with database.transaction() as session:
        put_all(session, new_index(), sayings)
        return len(grouping(session)), session.scalar(select(func.count()).select_from(Statement)) or 0


def test_one_claim_is_a_statement_and_a_thread(database: Database) -> None:
    assert counted(database, Said(FERRY)) == (1, 1)


def test_a_report_of_the_same_occasion_adds_no_statement(database: Database) -> None:
    assert counted(database, Said(FERRY), Said(FERRY, outlet="The Tribune")) == (1, 1)


def test_saying_it_again_later_is_another_statement_of_the_thread(database: Database) -> None:
    assert counted(database, Said(FERRY), Said(SAME_WORDS, on=date(2025, 5, 20))) == (1, 2)


def test_another_speaker_is_another_statement_of_the_thread(database: Database) -> None:
    assert counted(database, Said(FERRY), Said(FERRY, by="Fergus Orrin", on=date(2025, 3, 20))) == (1, 2)


@pytest.mark.parametrize(
    "other",
    [
        Said(OTHER_FIGURE, on=date(2025, 4, 1)),
        Said(NEGATED, on=date(2025, 4, 1)),
        Said(FERRY, polarity=Polarity.DENIED, on=date(2025, 4, 1)),
        Said(FERRY, polarity=Polarity.ASKED, on=date(2025, 4, 1)),
        Said(DAM, on=date(2025, 4, 1)),
        Said(FERRY, by=None, on=date(2025, 4, 1)),
    ],
    ids=["figure", "negation", "denied", "asked", "other topic", "nobody named"],
)
def test_these_never_share_a_thread(database: Database, other: Said) -> None:
    assert counted(database, Said(FERRY), other) == (2, 2)


def test_words_of_somebody_unnamed_are_one_statement_only_where_one_article_carries_the_other(
    database: Database,
) -> None:
    wire = Said(DAM, by=None)
    with database.transaction() as session:
        put_all(session, new_index(), [wire, Said(DAM, by=None, outlet="The Tribune")])
        assert len(grouping(session)) == 2
        session.rollback()
    assert counted(database, wire, Said(DAM, by=None, outlet="The Tribune", carries=(wire.key,))) == (1, 1)


def test_a_changed_figure_is_linked_with_its_reason(database: Database) -> None:
    with database.transaction() as session:
        put_all(session, new_index(), [Said(FERRY), Said(OTHER_FIGURE, on=date(2025, 4, 1))])
        link = session.scalars(select(Link)).one()
    assert (link.relation, link.joins) == ("changed", False)
    assert any("14" in reason and "19" in reason for reason in link.reasons)


def test_only_what_was_said_counts(database: Database) -> None:
    with database.transaction() as session:
        put_all(session, new_index(), [Said(FERRY), Said(DAM, polarity=Polarity.DENIED)])
        counts = {claim.polarity: claim.counts for claim in session.scalars(select(Claim))}
    assert counts == {"said": True, "denied": False}


def test_the_link_points_to_what_was_said_earlier_whichever_was_stored_first(database: Database) -> None:
    with database.transaction() as session:
        late = put(session, index := new_index(), Said(SAME_WORDS, on=date(2025, 5, 20)))
        early = put(session, index, Said(FERRY))
        link = session.scalars(select(Link)).one()
        assert session.get_one(Claim, link.claim_id).version_id == late
        assert session.get_one(Claim, link.earlier_claim_id).version_id == early


def test_a_thread_keeps_its_id_when_an_earlier_claim_joins(database: Database) -> None:
    with database.transaction() as session:
        put(session, index := new_index(), Said(SAME_WORDS, on=date(2025, 5, 20)))
        known = session.scalars(select(Thread.id)).one()
        put(session, index, Said(FERRY))
        assert session.scalars(select(Thread.id)).all() == [known]


def test_storing_twice_changes_nothing(database: Database) -> None:
    with database.transaction() as session:
        version = put(session, index := new_index(), Said(FERRY))
    with database.transaction() as session:
        before = content_hash(session)
        pipeline.store(session, version, analysis_of(Said(FERRY)), index=index, now=NOW)
        assert content_hash(session) == before


def test_a_rolled_back_analysis_leaves_nothing_in_the_index(database: Database) -> None:
    index = new_index()

    def store_and_break() -> None:
        with database.transaction() as session:
            put(session, index, Said(FERRY))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        store_and_break()
    with database.transaction() as session:
        put_all(session, index, [Said(DAM), Said(SAME_WORDS)])
        assert len(grouping(session)) == 2
        assert session.scalars(select(Link)).all() == []


ARCHIVE = [
    Said(FERRY),
    Said(FERRY, outlet="The Tribune"),
    Said(FERRY, outlet="The Tribune", by="Fergus Orrin", on=date(2025, 3, 9)),
    Said(SAME_WORDS, on=date(2025, 4, 2)),
    Said(SAME_WORDS, on=date(2025, 5, 20), outlet="The Echo"),
    Said(OTHER_FIGURE, on=date(2025, 4, 11)),
    Said(OTHER_FIGURE, on=date(2025, 4, 12), outlet="The Echo"),
    Said(NEGATED, on=date(2025, 4, 1)),
    Said(FERRY, polarity=Polarity.DENIED, on=date(2025, 4, 1)),
    Said(DAM, by="Graham Pell"),
    Said(DAM, by="Graham Pell", on=date(2025, 3, 4), outlet="The Echo"),
    Said(DAM, by=None, on=date(2025, 3, 20), outlet="The Tribune"),
    Said("the subsidy of the ferry to the outer islands ends next year", on=date(2025, 3, 30)),
    Said(FERRY, on=date(2025, 2, 28), outlet="The Echo", confidence=0.2),
    Said(SAME_WORDS, on=date(2025, 5, 21), outlet="The Lantern", confidence=0.2),
]


@pytest.mark.faults
@pytest.mark.parametrize("seed", range(12))
def test_any_order_gives_the_same_archive(database: Database, seed: int) -> None:
    order = list(ARCHIVE)
    with database.transaction() as session:
        put_all(session, new_index(), order)
        expected = content_hash(session)
        session.rollback()
    random.Random(seed).shuffle(order)
    with database.transaction() as session:
        put_all(session, new_index(), order)
        assert content_hash(session) == expected


def test_a_day_told_after_the_reading_is_taken_over_with_links_and_threads(database: Database) -> None:
    body = (
        "Ilka Brandt, the mayor of Averil, said on Tuesday that the ferry would lose its subsidy of 14 million crowns."
    )
    address = "https://www.lantern.example/ferry"
    bare = parse(body, title="Ferry", url=address)
    dated = parse(body, title="Ferry", url=address, published="2025-03-05")
    repeat = parse(body, title="Again", url="https://www.echo.example/1", outlet="The Echo", published="2025-04-02")
    hashes, days = set(), []
    for order in ([bare, repeat, dated], [dated, repeat], [repeat, bare, dated]):
        index = new_index()
        with database.transaction() as session:
            for parsed in order:
                saved = save(session, parsed, now=NOW)
                version = session.get_one(Version, saved.version_id)
                day = session.get_one(Article, saved.article_id).published_on
                analysis = pipeline.analyse(version.text, published_on=day, embedder=EMBEDDER)
                pipeline.store(session, version.id, analysis, index=index, now=NOW)
            hashes.add(content_hash(session))
            days.append(sorted(str(day) for day in session.scalars(select(Claim.said_on))))
            session.rollback()
    assert days == [["2025-03-04", "2025-04-01"]] * 3
    assert len(hashes) == 1
