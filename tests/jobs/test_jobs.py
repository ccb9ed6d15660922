"""The queue: taken once, finished once, tried three times, and never by one whose lease has passed."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app import jobs
from app.db import Database
from app.errors import Conflict
from app.models import Job

NOW = datetime(2025, 1, 1, tzinfo=UTC)
LEASE = timedelta(seconds=30)


def add(database: Database, key: str = "version:1") -> None:
    with database.transaction() as session:
        jobs.add(session, "analyse", key, {"version_id": 1}, now=NOW)


def take(database: Database, *, now: datetime = NOW) -> jobs.Taken | None:
    with database.transaction() as session:
        return jobs.take(session, "worker", now=now, lease=LEASE)


def state(database: Database) -> Job:
    with database.reading() as session:
        return session.scalars(select(Job)).one()


def test_a_job_is_there_once_however_often_it_is_added(database: Database) -> None:
    add(database)
    add(database)
    assert take(database) is not None
    assert take(database) is None


def test_the_oldest_comes_first(database: Database) -> None:
    for key in ("version:2", "version:1"):
        with database.transaction() as session:
            jobs.add(session, "analyse", key, {"key": key}, now=NOW)
    first, second = take(database), take(database)
    assert first is not None
    assert second is not None
    assert (first.payload["key"], second.payload["key"]) == ("version:2", "version:1")


def test_a_job_whose_worker_died_comes_after_the_fresh_ones(database: Database) -> None:
    add(database, "version:1")
    assert take(database) is not None
    add(database, "version:2")
    later = NOW + 2 * LEASE
    assert [job.attempts for job in (take(database, now=later), take(database, now=later)) if job] == [1, 2]


def test_what_is_rolled_back_was_never_added(database: Database) -> None:
    def add_and_break() -> None:
        with database.transaction() as session:
            jobs.add(session, "analyse", "version:1", {}, now=NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        add_and_break()
    assert take(database) is None


def test_a_finished_job_is_not_taken_again(database: Database) -> None:
    add(database)
    job = take(database)
    assert job is not None
    with database.transaction() as session:
        jobs.finish(session, job, now=NOW)
    assert take(database, now=NOW + timedelta(days=1)) is None
    assert state(database).state == "done"


def test_a_job_is_taken_over_when_its_lease_has_passed_and_the_first_worker_is_refused(database: Database) -> None:
    add(database)
    first = take(database)
    assert take(database, now=NOW + LEASE) is None
    second = take(database, now=NOW + LEASE + timedelta(seconds=1))
    assert first is not None
    assert second is not None
    with pytest.raises(Conflict), database.transaction() as session:
        jobs.finish(session, first, now=NOW)
    with database.transaction() as session:
        jobs.finish(session, second, now=NOW)
    assert state(database).attempts == 2


def test_a_renewed_lease_holds(database: Database) -> None:
    add(database)
    job = take(database)
    assert job is not None
    with database.transaction() as session:
        assert jobs.renew(session, job, now=NOW + LEASE, lease=LEASE)
    assert take(database, now=NOW + LEASE + timedelta(seconds=1)) is None


def test_a_lost_lease_is_not_renewed(database: Database) -> None:
    add(database)
    first = take(database)
    assert first is not None
    take(database, now=NOW + 2 * LEASE)
    with database.transaction() as session:
        assert not jobs.renew(session, first, now=NOW + 2 * LEASE, lease=LEASE)


def test_three_failures_quarantine_with_the_reason_and_retry_puts_it_back(database: Database) -> None:
    add(database)
    now = NOW
    for _ in range(jobs.TRIES):
        now += timedelta(hours=1)
        job = take(database, now=now)
        assert job is not None
        with database.transaction() as session:
            jobs.fail(session, job, "ValueError: no good", now=now)
    assert take(database, now=now + timedelta(days=1)) is None
    assert (state(database).state, state(database).reason) == ("quarantined", "ValueError: no good")
    with database.transaction() as session:
        assert jobs.retry(session, now=now) == 1
    assert take(database, now=now) is not None


def test_a_failed_try_waits_before_the_next(database: Database) -> None:
    add(database)
    job = take(database)
    assert job is not None
    with database.transaction() as session:
        jobs.fail(session, job, "once", now=NOW)
    assert take(database) is None
    assert take(database, now=NOW + timedelta(minutes=1)) is not None


def test_a_job_that_ends_its_worker_three_times_is_quarantined(database: Database) -> None:
    add(database)
    now = NOW
    for _ in range(jobs.TRIES):
        assert take(database, now=now) is not None
        now += 2 * LEASE
    assert take(database, now=now) is None
    assert state(database).state == "quarantined"
    assert "stopped 3 times" in (state(database).reason or "")


def test_a_released_job_costs_no_try(database: Database) -> None:
    add(database)
    job = take(database)
    assert job is not None
    with database.transaction() as session:
        jobs.release(session, job)
    again = take(database)
    assert again is not None
    assert again.attempts == 1


def test_counts_name_every_state(database: Database) -> None:
    add(database)
    with database.reading() as session:
        assert jobs.counts(session) == {"waiting": 1, "taken": 0, "done": 0, "quarantined": 0}


@pytest.mark.parametrize("finished", [False, True])
def test_a_job_to_be_done_again_is_taken_anew_and_who_had_it_in_hand_is_refused(
    database: Database, finished: bool
) -> None:
    add(database)
    first = take(database)
    assert first is not None
    with database.transaction() as session:
        if finished:
            jobs.finish(session, first, now=NOW)
        jobs.again(session, "analyse", "version:1", now=NOW)
    with pytest.raises(Conflict), database.transaction() as session:
        jobs.finish(session, first, now=NOW)
    second = take(database)
    assert second is not None
    assert (second.attempts, state(database).finished_at) == (1, None)
    with pytest.raises(Conflict), database.transaction() as session:
        jobs.finish(session, first, now=NOW)
