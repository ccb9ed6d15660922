"""Takes jobs and does them, one after the other, until it is asked to stop.

The slow half of a job holds no transaction; a thread renews its lease meanwhile. A job that takes longer than
`job_seconds` ends the whole process (a hang inside a library cannot be interrupted otherwise): its lease runs out,
another worker tries, and after three tries it is quarantined. Workers need not know of each other.
"""

import os
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app import jobs, pipeline
from app.current import House
from app.embedding import EmbedderUnavailable
from app.errors import Conflict
from app.models import Article, Version

log = structlog.get_logger(__name__)

IDLE_SECONDS = 0.5
GIVEN_UP = 75  # exit status: the job took too long
Handler = Callable[[House, jobs.Taken], None]


def analyse_version(house: House, job: jobs.Taken) -> None:
    """Read a version, find its claims, store them and finish the job: the last two in one transaction."""
    version_id = int(job.payload["version_id"])
    with house.database.reading() as session:
        version = session.get_one(Version, version_id)
        article = session.get_one(Article, version.article_id)
        text, published_on = version.text, article.published_on
    analysis = pipeline.analyse(text, published_on=published_on, embedder=house.embedder, tagger=house.tagger)
    with house.database.transaction() as session:
        now = datetime.now(UTC)
        jobs.finish(session, job, now=now)
        pipeline.store(session, version_id, analysis, index=house.index, now=now)
    log.info("analysed", version=version_id, claims=len(analysis.claims), method=analysis.method)


HANDLERS: Mapping[str, Handler] = {"analyse": analyse_version}


def work(
    house: House, *, once: bool = False, stop: threading.Event | None = None, done: Callable[[], None] = lambda: None
) -> int:
    """Do jobs until `stop` is set or, with `once`, until none is due; `done` is called after each that was done.
    Returns how many were.

    Raises EmbedderUnavailable where the model cannot be loaded; no job is touched then, and a job that was in hand is
    handed back. Where the tagger cannot be loaded, claims are found by the rules, with one warning."""
    stop = stop or threading.Event()
    name = f"{socket.gethostname()}:{os.getpid()}"
    lease = timedelta(seconds=house.config.lease_seconds)
    pipeline.warm_up(house.embedder, house.tagger)
    if house.tagger is not None and pipeline.working(house.tagger) is None:
        log.warning("tagger_off", reason=house.tagger.problem())
    count = 0
    while not stop.is_set():
        with house.database.transaction() as session:
            job = jobs.take(session, name, now=datetime.now(UTC), lease=lease)
        if job is not None:
            if _do(house, job):
                count += 1
                done()
        elif once:
            break
        else:
            stop.wait(IDLE_SECONDS)
    return count


def _do(house: House, job: jobs.Taken) -> bool:
    """One job, with its lease renewed; what it raises becomes the reason of a failed try."""
    try:
        with _leased(house, job):
            HANDLERS[job.kind](house, job)
    except EmbedderUnavailable:
        _unless_lost(house, job, lambda session: jobs.release(session, job))
        raise
    except Conflict as lost:
        log.warning("job_lost", job=job.id, reason=str(lost))
        return False
    except Exception as error:
        log.exception("job_failed", job=job.id, attempt=job.attempts)
        reason = f"{type(error).__name__}: {error}"[:500]
        _unless_lost(house, job, lambda session: jobs.fail(session, job, reason, now=datetime.now(UTC)))
        return False
    return True


def _unless_lost(house: House, job: jobs.Taken, note: Callable[[Session], None]) -> None:
    """Note what became of a job, unless another worker has it by now: then it is that one's to tell."""
    try:
        with house.database.transaction() as session:
            note(session)
    except Conflict as lost:
        log.warning("job_lost", job=job.id, reason=str(lost))


@contextmanager
def _leased(house: House, job: jobs.Taken) -> Iterator[None]:
    """Renew the lease every third of its length, for at most `job_seconds`; then end the process."""
    done = threading.Event()
    thread = threading.Thread(target=_renew, args=(house, job, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _renew(house: House, job: jobs.Taken, done: threading.Event) -> None:
    lease = timedelta(seconds=house.config.lease_seconds)
    started = datetime.now(UTC)
    while not done.wait(lease.total_seconds() / 3):
        now = datetime.now(UTC)
        if timedelta(seconds=house.config.job_seconds) < now - started:
            log.error("job_given_up", job=job.id, seconds=house.config.job_seconds)
            os._exit(GIVEN_UP)
        try:
            with house.database.transaction() as session:
                if not jobs.renew(session, job, now=now, lease=lease):
                    return
        except OperationalError as error:  # somebody writes for long: try again, and go on watching the time
            log.warning("lease_not_renewed", job=job.id, reason=str(error.orig))
