"""A find under the floor of confidence: kept and linked, joined to nothing, never counted."""

import math
from datetime import date

import pytest
from sqlalchemy import select

from app.db import Database
from app.extraction import FLOOR, Polarity
from app.ingest.parsed import parse
from app.ingest.save import save
from app.models import Claim, Link, Statement, Version
from app.pipeline import analyse, store
from app.search.counts import counts_by_speaker, counts_by_thread
from app.search.coverage import period
from app.search.listing import list_threads
from tests.storing.saying import EMBEDDER, NOW, Said, new_index, put, put_all
from tests.storing.test_threads import DAM, FERRY, OTHER_FIGURE, SAME_WORDS, counted
from tests.taggers import TwinTagger

UNSURE = FLOOR / 2
BODY = "Ilka Brandt said that the ferry would run again in spring. “The pier is rotten,” Brandt said."
CORRECTED = BODY.replace("rotten", "broken")


@pytest.mark.parametrize(
    ("confidence", "counts"), [(0.0, False), (math.nextafter(FLOOR, 0), False), (FLOOR, True), (1.0, True)]
)
def test_what_counts_begins_at_the_floor(database: Database, confidence: float, counts: bool) -> None:
    with database.transaction() as session:
        put(session, new_index(), Said(FERRY, confidence=confidence))
        claim = session.scalars(select(Claim)).one()
    assert (claim.counts, claim.is_unsure, claim.confidence) == (counts, not counts, confidence)


@pytest.mark.parametrize(
    "other",
    [
        Said(FERRY, outlet="The Tribune", confidence=UNSURE),
        Said(SAME_WORDS, on=date(2025, 5, 20), confidence=UNSURE),
        Said(FERRY, by="Fergus Orrin", on=date(2025, 3, 20), confidence=UNSURE),
        Said(FERRY, on=date(2025, 3, 2), confidence=UNSURE),
        Said(FERRY, outlet="The Tribune", confidence=UNSURE, carries=(Said(FERRY).key,)),
    ],
    ids=["report", "repeat", "echo", "earlier report", "copy"],
)
def test_an_unsure_claim_is_linked_and_stands_alone(database: Database, other: Said) -> None:
    assert counted(database, Said(FERRY), other) == (2, 2)
    with database.reading() as session:
        assert session.scalars(select(Link.joins)).all() == [False]
        counts = counts_by_thread(session, session.scalars(select(Statement.thread_id)))
        assert sorted(each.said for each in counts.values()) == [0, 1]


def test_nothing_is_inflated_and_nothing_dated_by_an_unsure_claim(database: Database) -> None:
    """The three counts and the first day of every thread are those of an archive without it."""
    sure = [Said(FERRY), Said(SAME_WORDS, on=date(2025, 5, 20)), Said(DAM, by="Graham Pell")]
    unsure = [
        Said(FERRY, on=date(2025, 1, 7), outlet="The Echo", confidence=UNSURE),
        Said(SAME_WORDS, on=date(2025, 6, 2), confidence=UNSURE),
        Said(DAM, by="Fergus Orrin", confidence=UNSURE),
        Said(OTHER_FIGURE, confidence=UNSURE),
    ]
    shown = []
    every = period("all", today=date(2025, 7, 1), newest=date(2025, 7, 1))
    for sayings in (sure, [*unsure, *sure], [*sure, *unsure]):
        with database.transaction() as session:
            put_all(session, new_index(), sayings)
            rows = list_threads(session, period=every, sort="said").rows
            shown.append([(row.wording, row.counts, row.first, row.last, row.in_period) for row in rows])
            speakers = sorted(set(session.scalars(select(Claim.speaker_id).where(Claim.counts))))
            shown[-1] += [counts_by_speaker(session, [id])[id] for id in speakers]  # type: ignore[list-item]
            session.rollback()
    assert shown[0] == shown[1] == shown[2]
    assert len(shown[0]) == 4


def test_two_reasons_do_not_cancel_out(database: Database) -> None:
    with database.transaction() as session:
        put(session, new_index(), Said(FERRY, polarity=Polarity.DENIED, confidence=UNSURE))
        claim = session.scalars(select(Claim)).one()
    assert (claim.counts, claim.is_unsure) == (False, True)


def test_a_version_that_is_current_once_more_counts_its_sure_claims_alone(database: Database) -> None:
    address = "https://www.lantern.example/ferry"
    first, second, last = (
        parse(body, title="Ferry", url=address, published="2025-03-05", modified=f"2025-03-0{day}T12:00:00Z")
        for body, day in ((BODY, 5), (CORRECTED, 6), (BODY, 7))
    )
    tagger, index = TwinTagger(unsure={"ferry": UNSURE}), new_index()
    with database.transaction() as session:
        for parsed in (first, second):
            version = session.get_one(Version, save(session, parsed, now=NOW).version_id)
            day = date(2025, 3, 5)
            found = analyse(version.text, published_on=day, embedder=EMBEDDER, tagger=tagger)
            store(session, version.id, found, index=index, now=NOW)
        old = session.scalars(select(Version).where(Version.number == 1)).one()
        of_old = select(Claim.is_unsure, Claim.counts).where(Claim.version_id == old.id).order_by(Claim.position)
        assert [tuple(row) for row in session.execute(of_old)] == [(True, False), (False, False)]
        save(session, last, now=NOW)
        session.expire_all()
        assert [tuple(row) for row in session.execute(of_old)] == [(True, False), (False, True)]
