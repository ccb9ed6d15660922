"""By what a speaker is known, read from the records."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.db import Database
from app.models import Claim, Decision
from app.search.claim_page import claim_page
from app.search.decisions import decision_row, decisions_about, list_decisions
from app.search.speaker_names import joined_to, names_of, offices_of, together_with
from app.search.speaker_page import speaker_page
from app.search.split_page import split_page
from tests.archive import LATER, Archive
from tests.people import MIXED, People, fill_people


@pytest.fixture
def town(database: Database) -> Iterator[tuple[Session, People]]:
    with database.rehearsal() as session:
        yield session, fill_people(session)


def test_names_are_told_apart_by_how_they_were_learned(town: tuple[Session, People]) -> None:
    session, people = town
    names = names_of(session, people.brandt, [people.brandt, people.brandt_long])
    assert [(each.name, each.claims) for each in names.found] == [("Ilka Brandt", 1), ("Ilka M. Brandt", 1)]
    assert [(each.name, each.how) for each in names.given] == [("Ilka Brandt-Sehl", "imported")]
    assert [(each.name, each.how, each.times) for each in names.printed] == [
        ("Ilka Brandt", "full name", 1),
        ("Ilka M. Brandt", "full name", 1),
        ("the finance minister", "office", 1),
    ]


def test_words_that_differ_in_capitals_are_one_and_pieces_are_left_out(database: Database) -> None:
    with database.rehearsal() as session:
        archive = Archive(session)
        version = archive.article(
            "Bay Radio", "x", "“One,” The mayor said. “Two,” the mayor said. “Three,” she, a", None
        )
        for words, source in (("“One,”", "The mayor"), ("“Two,”", "the mayor"), ("“Three,”", "she")):
            statement = archive.statement(archive.thread(), None)
            id = archive.claim(version, statement, words, source=source, speaker="Ada Lie", speaker_how="role")
        printed = names_of(session, 1, [1]).printed
        assert [(each.name.casefold(), each.times) for each in printed] == [("the mayor", 2), ("she", 1)]
        claim = session.get_one(Claim, id)
        session.refresh(claim, ["spans"])
        source = next(span for span in claim.spans if span.part == "source")
        archive.add(type(source)(claim_id=id, part="source", position=1, start=source.end + 2, end=source.end + 3))
        assert names_of(session, 1, [1]).printed_total == 1


def test_who_counts_as_somebody_and_why(town: tuple[Session, People]) -> None:
    session, people = town
    joined = joined_to(session, [people.brandt, people.brandt_long])
    assert [each.name for each in joined.speakers] == ["Ilka M. Brandt"]
    (pair,) = joined.shown
    assert (pair.one.id, pair.other.id, pair.total) == (people.brandt, people.brandt_long, 1)
    assert joined.merges == ()


def test_offices_are_known_as_exactly_as_the_file_tells(town: tuple[Session, People]) -> None:
    session, people = town
    (office,) = offices_of(session, [people.brandt])
    assert (office.begins.on, office.begins.precision) == (date(2024, 10, 15), "day")
    assert claim_page(session, people.by_office).known.offices == (office,)
    assert claim_page(session, people.by_name_alone).known.candidates == ()


def test_what_is_said_together_is_found_by_any_of_the_names(town: tuple[Session, People]) -> None:
    session, people = town
    assert together_with(session, ["Edda Harlow"], 20) == [people.together]
    assert together_with(session, ["Harlow", MIXED], 20) == []
    assert [claim.id for claim in speaker_page(session, people.brandt).together] == [people.together]


def test_decisions_are_listed_newest_first(town: tuple[Session, People]) -> None:
    session, people = town
    told = {"saw": {"claims": 3, "threads_changed": 1}, "note": "", "decided_by": "Una Reed", "decided_at": LATER}
    for kind, one, other in (("merge", people.harlow, people.harlowe), ("apart", people.brandt_long, people.mixed)):
        session.add(Decision(kind=kind, speaker_id=one, other_id=other, **told))
    session.flush()
    assert [row.kind for row in list_decisions(session).rows] == ["apart", "merge"]
    assert [row.kind for row in list_decisions(session, speaker=people.brandt).rows] == ["apart"]
    rows, total = decisions_about(session, [people.harlowe], most=1)
    assert ([row.moved for row in rows], total) == ([3], 1)
    assert decision_row(session, 99) is decision_row(session, None) is None


def test_claims_to_split_stand_by_article_or_thread(town: tuple[Session, People]) -> None:
    session, people = town
    page = split_page(session, people.brandt)
    assert (page.total, page.last, [group.total for group in page.groups]) == (3, 1, [1, 1, 1])
    by_thread = split_page(session, people.brandt, by="thread")
    assert {claim.id for group in by_thread.groups for claim in group.claims} == {
        claim.id for group in page.groups for claim in group.claims
    }
    assert split_page(session, people.brandt, number=9).groups == ()
