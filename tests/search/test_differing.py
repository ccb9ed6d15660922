"""What is said differently: one row a thread, proposed and never counted."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.db import Database
from app.search.coverage import period
from app.search.desk import desk
from app.search.differing import differences
from tests.archive import Archive, Filled

TODAY = date(2025, 9, 1)
ALL = period("all", today=TODAY, newest=date(2025, 8, 28))


def test_a_changed_figure_stands_with_what_was_said_before(session: Session, filled: Filled) -> None:
    found = {row.claim.thread_id: row for row in differences(session, period=ALL, size=50).rows}
    changed = found[filled.changed]
    assert (changed.relation, changed.reasons) == ("changed", ("same but: November -> March 2026",))
    assert changed.earlier.id == filled.first_claim
    assert filled.tunnel not in found


def test_rows_are_as_many_as_counted_and_lie_in_the_period(session: Session) -> None:
    every = differences(session, period=ALL, size=50)
    assert every.total == len(every.rows) == len({row.claim.thread_id for row in every.rows})
    assert differences(session, period=ALL, size=1).total == every.total
    week = period("7", today=TODAY, newest=date(2025, 8, 28))
    for row in differences(session, period=week, size=50).rows:
        assert week.since is not None
        assert row.claim.said.on is not None
        assert week.since <= row.claim.said.on <= week.until


def test_a_thread_shows_its_last_step(database: Database) -> None:
    with database.transaction() as session:
        archive = Archive(session)
        told = []
        for month, figure in ((1, "ten"), (2, "twenty"), (3, "thirty")):
            version = archive.article("Bay Radio", f"Quay {figure}", f"The quay costs {figure}.", date(2025, month, 1))
            statement = archive.statement(archive.thread(), date(2025, month, 1))
            told.append(archive.claim(version, statement, f"The quay costs {figure}"))
        for later, earlier in ((1, 0), (2, 0), (2, 1)):
            archive.link(told[later], told[earlier], "changed", "same but: a -> b", score=0.05)
    with database.reading() as session:
        rows = differences(session, period=ALL, size=9).rows
    assert [(row.claim.id, row.earlier.id) for row in rows] == [(told[2], told[1]), (told[1], told[0])]


@pytest.mark.parametrize("second_hand", [None, "earlier", "later"])
def test_what_is_told_second_hand_contradicts_nobody(database: Database, second_hand: str | None) -> None:
    words = ("It holds", "It does not hold")
    with database.transaction() as session:
        archive, told = Archive(session), []
        for place, said in zip(("earlier", "later"), words, strict=True):
            version = archive.article("Bay Radio", place, f"Moe said Lund said: {said}.", date(2025, 8, 1))
            outer = archive.claim(version, archive.statement(archive.thread(), None), f"Lund said: {said}")
            inside = {"told_in_id": outer if place == second_hand else None}
            told.append(archive.claim(version, archive.statement(archive.thread(), None), said, **inside))
        archive.link(told[1], told[0], "contradicts")
    with database.reading() as session:
        assert differences(session, period=ALL, size=9).total == (second_hand is None)


@pytest.mark.parametrize(
    ("day", "named", "shown", "is_widened"),
    [
        (date(2025, 8, 20), None, "30", False),
        (date(2025, 7, 1), None, "90", True),
        (date(2025, 1, 1), "x", "all", True),
        (date(2025, 7, 1), "30", "30", False),
        (None, None, "30", False),
    ],
)
def test_the_first_look_shows_something_repeated(
    database: Database, day: date | None, named: str | None, shown: str, is_widened: bool
) -> None:
    with database.transaction() as session:
        archive = Archive(session)
        thread = archive.thread()
        for on in (date(2024, 6, 1), day):
            version = archive.article("Bay Radio", f"Quay {on}", "“It holds,” she said.", on)
            where = thread if on else archive.thread()
            archive.claim(version, archive.statement(where, on, "Ann Moe"), "“It holds,”", speaker="Ann Moe")
        archive.article("Bay Radio", "Nothing said", "It rained.", date(2025, 8, 28))
    with database.reading() as session:
        page = desk(session, named=named, today=date(2025, 8, 30))
    assert (page.period.name, page.is_widened) == (shown, is_widened)
