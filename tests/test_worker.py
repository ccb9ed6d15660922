"""The worker when the ground moves under it: a job lost while it fails, an archive that somebody else keeps busy."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from apiflask import APIFlask
from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from app import jobs, worker
from app.current import House
from app.db import Database
from app.embedding import EmbedderUnavailable
from app.errors import Conflict
from app.ingest.parsed import parse
from app.ingest.save import save
from app.models import Claim, Job, Run
from tests.taggers import TwinTagger

NOW = datetime(2025, 1, 1, tzinfo=UTC)
Handler = Callable[[House, jobs.Taken], None]


@pytest.fixture
def house(app: APIFlask, database: Database) -> House:
    with database.transaction() as session:
        save(session, parse("Ilka Brandt said that the ferry would run again.", title="Ferry"), now=NOW)
    found: House = app.extensions["house"]
    return found


@pytest.fixture
def handle(monkeypatch: pytest.MonkeyPatch) -> Callable[[Handler], None]:
    return lambda handler: monkeypatch.setattr(worker, "HANDLERS", {"analyse": handler})


def lost_to_another(house: House, job: jobs.Taken) -> None:
    with house.database.transaction() as session:
        session.execute(update(Job).values(token="of another worker"))


def only_job(house: House) -> Job:
    with house.database.reading() as session:
        return session.scalars(select(Job)).one()


def test_an_error_after_the_job_was_lost_leaves_it_to_the_other_worker(
    house: House, handle: Callable[[Handler], None]
) -> None:
    def fails(house: House, job: jobs.Taken) -> None:
        lost_to_another(house, job)
        raise ValueError("too late")

    handle(fails)
    assert worker.work(house, once=True) == 0
    job = only_job(house)
    assert (job.state, job.token, job.reason) == ("taken", "of another worker", None)


def test_a_model_that_goes_missing_after_the_job_was_lost_is_still_told(
    house: House, handle: Callable[[Handler], None]
) -> None:
    def goes_missing(house: House, job: jobs.Taken) -> None:
        lost_to_another(house, job)
        raise EmbedderUnavailable("gone")

    handle(goes_missing)
    with pytest.raises(EmbedderUnavailable, match="gone"):
        worker.work(house, once=True)
    assert only_job(house).token == "of another worker"


def test_a_job_in_hand_is_handed_back_with_its_try_when_the_model_goes_missing(
    house: House, handle: Callable[[Handler], None]
) -> None:
    def goes_missing(house: House, job: jobs.Taken) -> None:
        raise EmbedderUnavailable("gone")

    handle(goes_missing)
    with pytest.raises(EmbedderUnavailable):
        worker.work(house, once=True)
    job = only_job(house)
    assert (job.state, job.attempts, job.token) == ("waiting", 0, None)


def test_a_lease_that_could_not_be_renewed_once_is_renewed_the_next_time(
    house: House, handle: Callable[[Handler], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    renewed, tries = threading.Event(), []

    def renew(*_: object, **__: object) -> bool:
        tries.append(1)
        if len(tries) == 1:
            raise OperationalError("UPDATE job", {}, Exception("database is locked"))
        renewed.set()
        return True

    def waits(house: House, job: jobs.Taken) -> None:
        assert renewed.wait(10)

    monkeypatch.setattr(jobs, "renew", renew)
    monkeypatch.setattr(worker, "timedelta", lambda *, seconds: timedelta(seconds=seconds / 100))
    handle(waits)
    assert worker.work(house, once=True) == 1
    assert 2 <= len(tries)


def test_a_lost_job_is_not_counted_as_done(house: House, handle: Callable[[Handler], None]) -> None:
    def loses(house: House, job: jobs.Taken) -> None:
        lost_to_another(house, job)
        raise Conflict("another worker has taken this job since")

    handle(loses)
    done: list[int] = []
    assert worker.work(house, once=True, done=lambda: done.append(1)) == 0
    assert done == []


def test_a_tagger_that_cannot_be_loaded_is_told_once_and_the_rules_read(house: House) -> None:
    with capture_logs() as told:
        assert worker.work(replace(house, tagger=TwinTagger(wrong="Its weights are gone.")), once=True) == 1
    (warning,) = (entry for entry in told if entry["log_level"] == "warning")
    assert (warning["event"], warning["reason"]) == ("tagger_off", "Its weights are gone.")
    assert methods(house) == ["rules"]


@pytest.mark.parametrize(("tagger", "method"), [(None, "rules"), (TwinTagger(), "tagger 0123abcd")])
def test_every_claim_tells_what_found_it(house: House, tagger: TwinTagger | None, method: str) -> None:
    with capture_logs() as told:
        worker.work(replace(house, tagger=tagger), once=True)
    assert [entry for entry in told if entry["log_level"] == "warning"] == []
    assert methods(house) == [method]


def methods(house: House) -> list[str]:
    """What found each claim."""
    with house.database.reading() as session:
        return list(session.scalars(select(Run.method).join(Claim, Claim.run_id == Run.id)))
