"""Days with how exactly they are known."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db import Database
from app.models import Statement
from app.search.coverage import period
from app.search.dated import Dated
from app.search.listing import SURELY_BY, list_threads
from app.search.speaker_page import speaker_page
from app.search.thread_page import thread_page
from tests.archive import Archive

ALL = period("all", today=date(2025, 9, 1), newest=None)
CASES = [
    (date(2024, 4, 9), "day", date(2024, 4, 9)),
    (date(2024, 4, 9), "published", date(2024, 4, 9)),
    (date(2024, 9, 9), "week", date(2024, 9, 15)),
    (date(2024, 9, 11), "week", date(2024, 9, 15)),
    (date(2024, 9, 15), "week", date(2024, 9, 15)),
    (date(2024, 2, 1), "month", date(2024, 2, 29)),
    (date(2024, 12, 31), "month", date(2024, 12, 31)),
    (date(2023, 1, 1), "year", date(2023, 12, 31)),
]


@pytest.mark.parametrize(("on", "precision", "expected"), CASES)
def test_the_last_day_it_can_have_been(database: Database, on: date, precision: str, expected: date) -> None:
    assert Dated(on, precision).surely_by == expected
    with database.transaction() as session:
        archive = Archive(session)
        id = archive.statement(archive.thread(), on, None, precision)
    with database.reading() as session:
        assert session.scalar(select(SURELY_BY).where(Statement.id == id)) == expected.isoformat()


def _told_twice(session: Session) -> tuple[int, int, int]:
    """Said on 9 April, and said again by an article of October that has it "in April"."""
    archive = Archive(session)
    thread = archive.thread()
    claims = []
    for outlet, on, precision in (("Bay Radio", date(2024, 4, 9), "day"), ("Holm", date(2024, 4, 1), "month")):
        version = archive.article(outlet, f"Quay, {outlet}", "It holds, she said.", date(2024, 10, 1))
        claims.append(
            archive.claim(version, archive.statement(thread, on, "Ann Moe", precision), "It holds", speaker="Ann Moe")
        )
    return thread, claims[0], archive.speaker("Ann Moe").id


def test_a_day_is_earlier_than_its_month(database: Database) -> None:
    with database.transaction() as session:
        thread, first, speaker = _told_twice(session)
    with database.reading() as session:
        page, row = thread_page(session, thread), list_threads(session, period=ALL).rows[0]
        who = speaker_page(session, speaker).speaker
    assert (page.claim_id, row.claim_id) == (first, first)
    assert page.first == row.first == who.first == Dated(date(2024, 4, 9), "day")
