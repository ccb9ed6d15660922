"""A claim told inside another one: kept for its own speaker, tied to who tells it, joined to nothing, never counted."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.db import Database
from app.extraction import Polarity
from app.ingest.parsed import parse
from app.ingest.save import save
from app.models import Claim, Link, Speaker, Version
from app.pipeline import analyse, attribute, store
from app.search.content_hash import content_hash
from app.search.counts import counts_by_speaker, counts_by_thread
from app.search.coverage import period
from app.search.differing import differences
from app.search.listing import list_threads
from app.search.speaker_page import list_speakers
from app.values import Analysis
from tests.storing.saying import EMBEDDER, NOW, Said, analysis_of, new_index, put, put_all
from tests.storing.test_threads import DAM, FERRY, NEGATED, OTHER_FIGURE, SAME_WORDS, grouping

LUNDE, BRANDT = "Hedda Lunde", "Ilka Brandt"
TOLD = Said(FERRY, told_by=LUNDE)
EVERY = period("all", today=date(2025, 7, 1), newest=date(2025, 7, 1))
BODY = (
    "Hedda Lunde said that Ilka Brandt had promised that the ferry would run in spring. “The pier is safe,” Lunde said."
)


def by_speaker(session: Session) -> dict[str, Claim]:
    rows = session.execute(select(Speaker.name, Claim).join(Claim, Claim.speaker_id == Speaker.id))
    return dict(rows.all())


@pytest.mark.parametrize("inner_first", [False, True])
def test_both_speakers_are_kept_and_the_inner_one_does_not_count(database: Database, inner_first: bool) -> None:
    outer, inner = analysis_of(TOLD).claims
    order = (replace(inner, told_in=1), outer) if inner_first else (outer, inner)
    with database.transaction() as session:
        put(session, new_index(), TOLD, found=Analysis(order, EMBEDDER.name, "by hand"))
        claims = by_speaker(session)
        assert set(claims) == {LUNDE, BRANDT}
        assert (claims[LUNDE].told_in_id, claims[LUNDE].counts) == (None, True)
        assert (claims[BRANDT].told_in_id, claims[BRANDT].counts) == (claims[LUNDE].id, False)
        assert [claim.position for claim in claims.values()] in ([0, 1], [1, 0])


@pytest.mark.parametrize(
    "other",
    [
        Said(FERRY, outlet="The Tribune"),
        Said(SAME_WORDS, on=date(2025, 5, 20)),
        Said(FERRY, by="Fergus Orrin", on=date(2025, 3, 20)),
        Said(FERRY, on=date(2025, 3, 2)),
        Said(FERRY, outlet="The Tribune", carries=(TOLD.key,)),
        Said(FERRY, outlet="The Tribune", told_by=LUNDE),
        Said(FERRY, outlet="The Tribune", told_by=LUNDE, carries=(TOLD.key,)),
    ],
    ids=["report", "repeat", "echo", "earlier report", "copy", "told again", "told again in a copy"],
)
@pytest.mark.parametrize("turned", [False, True])
def test_it_is_linked_and_stands_alone(database: Database, other: Said, turned: bool) -> None:
    with database.transaction() as session:
        put_all(session, new_index(), [other, TOLD] if turned else [TOLD, other])
        second_hand = session.scalars(select(Claim).where(Claim.told_in_id.is_not(None))).all()
        threads, links = grouping(session), session.scalars(select(Link)).all()
    for claim in second_hand:
        mine = [link for link in links if claim.id in (link.claim_id, link.earlier_claim_id)]
        assert mine
        assert not any(link.joins for link in mine)
        assert all(claim.told_in_id not in (link.claim_id, link.earlier_claim_id) for link in mine)
        assert {claim.id} in threads


def test_nothing_is_inflated_and_nothing_dated_by_it(database: Database) -> None:
    """Counts, threads, speakers and the desk are those of an archive in which nobody is told of inside another's
    words."""
    first_hand = [Said(FERRY), Said(SAME_WORDS, on=date(2025, 5, 20)), Said(DAM, by="Graham Pell")]
    telling = [
        Said(FERRY, on=date(2025, 1, 7), outlet="The Echo", told_by=LUNDE),
        Said(SAME_WORDS, on=date(2025, 6, 2), told_by=LUNDE),
        Said(DAM, by="Fergus Orrin", told_by="Tomas Verrin"),
        Said(OTHER_FIGURE, told_by=LUNDE),
        Said(NEGATED, told_by=LUNDE, polarity=Polarity.DENIED),
    ]
    shown = []
    for with_inner in (False, True):
        for order in ([*telling, *first_hand], [*first_hand, *telling]):
            with database.transaction() as session:
                index = new_index()
                for said in order:
                    found = analysis_of(said)
                    put(session, index, said, found=found if with_inner else replace(found, claims=found.claims[:1]))
                shown.append(figures(session))
                session.rollback()
    assert all(each == shown[0] for each in shown)
    assert {row[0] for row in shown[0][1]} == {BRANDT, "Graham Pell", LUNDE, "Tomas Verrin"}


def figures(session: Session) -> tuple[object, ...]:
    threads = list_threads(session, period=EVERY, sort="said").rows
    speakers = list_speakers(session, sort="name").rows
    differing = differences(session, period=EVERY, size=50)
    return (
        sorted((row.wording, str(row.counts), str(row.first), str(row.last), row.in_period) for row in threads),
        [(row.name, row.counts, row.first, row.last) for row in speakers],
        sorted((row.relation, row.claim.wording, row.earlier.wording) for row in differing.rows),
    )


def test_a_speaker_who_is_only_told_of_has_said_nothing(database: Database) -> None:
    with database.transaction() as session:
        put(session, new_index(), TOLD)
        brandt = by_speaker(session)[BRANDT]
        assert brandt.speaker_id is not None
        assert counts_by_speaker(session, [brandt.speaker_id])[brandt.speaker_id].said == 0
        (alone,) = (thread for thread in grouping(session) if brandt.id in thread)
        assert alone == {brandt.id}
        assert [row.name for row in list_speakers(session).rows] == [LUNDE]
        assert sum(each.said for each in counts_by_thread(session, range(99)).values()) == 1


def test_the_hash_of_the_archive_tells_who_told_it(database: Database) -> None:
    hashes = set()
    for told_by in (LUNDE, None):
        with database.transaction() as session:
            put(session, new_index(), TOLD)
            if told_by is None:
                by_speaker(session)[BRANDT].told_in_id = None
                session.flush()
            hashes.add(content_hash(session))
            session.rollback()
    assert len(hashes) == 2


def test_it_stays_second_hand_through_versions_and_dates(database: Database) -> None:
    """Its version is the earlier one, then the current one again; then a day is told, and the text is read anew."""
    address = "https://www.lantern.example/ferry"
    bodies = ((BODY, 5), (BODY.replace("safe", "rotten"), 6), (BODY, 7))
    first, second, last = (
        parse(body, title="Ferry", url=address, published="2025-03-05", modified=f"2025-03-0{day}T12:00:00Z")
        for body, day in bodies
    )
    index = new_index()
    with database.transaction() as session:
        for parsed in (first, second):
            version = session.get_one(Version, save(session, parsed, now=NOW).version_id)
            found = analyse(version.text, published_on=None, embedder=EMBEDDER)
            store(session, version.id, found, index=index, now=NOW)
        old = session.scalars(select(Version).where(Version.number == 1)).one()
        counts = select(Claim.counts).where(Claim.version_id == old.id).order_by(Claim.position)
        assert session.scalars(counts).all() == [False, False, False]
        save(session, last, now=NOW)
        assert session.scalars(counts).all() == [True, False, True]
        before = session.scalars(select(Claim.told_in_id).order_by(Claim.id)).all()
        assert [told_in is None for told_in in before] == [True, False, True] * 2
        old.analysed_at = None
        found = analyse(old.text, published_on=date(2025, 3, 5), embedder=EMBEDDER)
        store(session, old.id, found, index=index, now=NOW)
        assert session.scalars(counts).all() == [True, False, True]
        assert session.scalars(select(Claim.told_in_id).order_by(Claim.id)).all() == before
        inner = session.scalars(select(Claim).where(Claim.told_in_id.is_not(None)))
        tied = {frozenset((claim.id, claim.told_in_id)) for claim in inner}
        linked = {frozenset((link.claim_id, link.earlier_claim_id)) for link in session.scalars(select(Link))}
        assert linked
        assert not tied & linked


def test_its_words_are_cut_from_inside_those_it_is_told_in(database: Database) -> None:
    with database.transaction() as session:
        version_id = save(session, parse(BODY), now=NOW).version_id
        text = session.get_one(Version, version_id).text
        found = analyse(text, published_on=None, embedder=EMBEDDER)
        store(session, version_id, found, index=new_index(), now=NOW)
        outer, inner, _ = session.scalars(
            select(Claim).order_by(Claim.position).options(selectinload(Claim.spans))
        ).all()
        assert inner.told_in_id == outer.id
        cut = [text[slice(*claim.part("content")[0])] for claim in (outer, inner)]
    assert cut == ["Ilka Brandt had promised that the ferry would run in spring", "the ferry would run in spring"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ada Brenn said on Tuesday that Ola Holm had promised to resign.", [5, None]),
        ("Ada Brenn said on Tuesday that Ola Holm promised on Monday that the dam would hold.", [5, 4]),
        ("Ada Brenn said that Ola Holm had promised to resign.", [None, None]),
    ],
)
def test_the_day_of_telling_is_not_the_day_of_saying(text: str, days: list[int | None]) -> None:
    found = attribute(text, published_on=date(2024, 3, 8))
    assert [each.attribution.said_on and each.attribution.said_on.day for each in found] == days
    assert [each.resolution.name for each in found] == ["Ada Brenn", "Ola Holm"]


def test_who_is_told_of_is_nobody_that_the_next_pronoun_means() -> None:
    found = attribute("Karl Brenn said that Ola Holm had promised to resign. He said that the dam was safe.")
    of_the_article = [each for each in found if not each.attribution.within]
    assert len(found) == 3
    assert [each.resolution.name for each in of_the_article] == ["Karl Brenn", "Karl Brenn"]
