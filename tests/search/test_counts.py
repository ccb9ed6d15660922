"""Said, reports and copies are told apart, and are the same wherever they are shown."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.errors import InvalidInput
from app.search.counts import Counts, counts_by_speaker, counts_by_thread
from app.search.coverage import coverage, period
from app.search.desk import desk
from app.search.find import Filters, how_many
from app.search.listing import SORTS, list_threads
from app.search.speaker_page import list_speakers
from app.search.thread_page import thread_page
from tests.archive import Filled

ALL = period("all", today=date(2025, 9, 1), newest=date(2025, 8, 28))


def test_the_three_counts_of_a_thread(session: Session, filled: Filled) -> None:
    found = counts_by_thread(session, [filled.tunnel, filled.denied, 999])
    assert found[filled.tunnel] == Counts(said=3, reports=5, copies=1, outlets=3, claims=6)
    assert found[filled.denied] == found[999] == Counts()


def test_a_copy_adds_to_nothing_but_copies(session: Session, filled: Filled) -> None:
    page = thread_page(session, filled.tunnel)
    march = page.statements.rows[-1]
    assert [report.claim.article.copy_of_id is not None for report in march.reports] == [False, True, False]
    assert page.counts.said == page.statements.total == len(page.ticks) == 3


def test_an_earlier_version_counts_for_nothing(session: Session, filled: Filled) -> None:
    from app.search.claims import load_claims

    old = load_claims(session, [filled.old_claim])[filled.old_claim]
    assert (old.counts, old.is_current) == (False, False)
    assert counts_by_thread(session, [old.thread_id])[old.thread_id].reports == 1


def test_the_counts_are_the_same_everywhere(session: Session) -> None:
    for row in list_threads(session, period=ALL).rows:
        page = thread_page(session, row.id)
        assert row.counts == page.counts
        assert row.counts.said == sum(speaker.times for speaker in page.speakers) == row.in_period
        assert (row.wording, row.first, row.last) == (page.wording, page.first, page.last)
    for speaker in list_speakers(session).rows:
        assert speaker.counts == counts_by_speaker(session, [speaker.id])[speaker.id]


def test_a_thread_that_nothing_counts_for_is_not_listed(session: Session, filled: Filled) -> None:
    listed = [row.id for row in list_threads(session, period=ALL).rows]
    assert filled.tunnel in listed
    assert filled.denied not in listed
    denial = thread_page(session, filled.denied)
    assert (denial.counts.said, denial.statements.rows[0].counts, denial.ticks) == (0, False, ())


@pytest.mark.parametrize("named", ["7", "30", "90", "all"])
def test_each_number_of_the_desk_is_that_of_its_list(session: Session, named: str) -> None:
    page = desk(session, named=named, today=date(2025, 9, 1))
    days = Filters(since=page.period.since, until=page.period.until if page.period.since else None)
    assert page.new_claims.value == how_many(session, Filters(since=days.since, until=days.until, counted=True))
    repeated = list_threads(session, period=page.period, sort="outlets", least=2)
    assert page.repeated.value == repeated.total == len(repeated.rows)
    assert page.repeated_now.rows == repeated.rows
    assert all(2 <= row.counts.said and 1 <= row.in_period for row in repeated.rows)


def test_the_order_of_repeated_now(session: Session) -> None:
    rows = desk(session, named="all", today=date(2025, 9, 1)).repeated_now.rows
    keys = [(row.counts.outlets, row.in_period, row.counts.said) for row in rows]
    assert keys == sorted(keys, reverse=True)
    assert 5 <= len(rows)


def test_a_quiet_period_shows_what_was_repeated_before(session: Session) -> None:
    page = desk(session, named="7", today=date(2025, 9, 1))
    assert page.repeated_now.rows == ()
    assert [row.last.on for row in page.repeated_before] == sorted(
        (row.last.on for row in page.repeated_before if row.last.on), reverse=True
    )
    assert len(page.repeated_before) == 5


@pytest.mark.parametrize("sort", SORTS)
def test_sorts(session: Session, sort: str) -> None:
    assert list_threads(session, period=ALL, sort=sort).total == 12


def test_an_unknown_sort_is_refused(session: Session) -> None:
    with pytest.raises(InvalidInput):
        list_threads(session, period=ALL, sort="colour")


@pytest.mark.parametrize(
    ("named", "today", "since", "until", "is_old"),
    [
        ("7", date(2025, 8, 30), date(2025, 8, 24), date(2025, 8, 30), False),
        ("7", date(2026, 8, 30), date(2025, 8, 22), date(2025, 8, 28), True),
        ("all", date(2026, 8, 30), None, date(2025, 8, 28), True),
        ("nonsense", date(2025, 8, 28), date(2025, 7, 30), date(2025, 8, 28), False),
        (None, date(2025, 8, 28), date(2025, 7, 30), date(2025, 8, 28), False),
    ],
)
def test_periods(
    session: Session, named: str | None, today: date, since: date | None, until: date, is_old: bool
) -> None:
    found = period(named, today=today, newest=coverage(session).latest)
    assert (found.since, found.until, found.is_old) == (since, until, is_old)
