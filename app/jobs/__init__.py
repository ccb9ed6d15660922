"""The queue of work: a table with leases. `add` in the transaction that makes the work, `take`, `finish`, `fail`.

A job is taken by one conditional UPDATE ... RETURNING, which hands out a token; only its holder may finish, in the
transaction that stores the result, so that a worker paused past its lease cannot store a second time. After three
tries a job is quarantined with its reason. No broker: huey lost 2 of 6 tasks at a kill -9, Celery's visibility timeout
runs long tasks twice.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from app.errors import Conflict
from app.models import Job

TRIES = 3
PAUSE = timedelta(seconds=5)  # before the next try; grows with the tries
KINDS = ("analyse",)


@dataclass(frozen=True, slots=True)
class Taken:
    """A job in the hands of one worker until its lease ends."""

    id: int
    kind: str
    payload: Mapping[str, Any]
    token: str
    attempts: int


def add(session: Session, kind: str, key: str, payload: Mapping[str, Any], *, now: datetime) -> None:
    """Add a job, once for each kind and key: a second time changes nothing."""
    values = {"kind": kind, "key": key, "payload": dict(payload), "state": "waiting", "attempts": 0}
    session.execute(insert(Job).values(**values, due_at=now, added_at=now).on_conflict_do_nothing())


def again(session: Session, kind: str, key: str, *, now: datetime) -> None:
    """Have a job done once more, with all its tries. Whoever has it in hand can no longer finish it."""
    fresh = {"state": "waiting", "attempts": 0, "token": None, "reason": None, "finished_at": None, "due_at": now}
    session.execute(update(Job).where(Job.kind == kind, Job.key == key).values(**fresh))


def take(session: Session, worker: str, *, now: datetime, lease: timedelta) -> Taken | None:
    """Take the due job with the fewest tries, of these the oldest; None where there is none. So a job whose worker was
    killed comes after the fresh ones, and an unlucky one is not the first to be hit again."""
    _free_lapsed(session, now)
    due = select(Job.id).where(Job.state == "waiting", Job.due_at <= now).order_by(Job.attempts, Job.id).limit(1)
    taken = (
        update(Job)
        .where(Job.id == due.scalar_subquery())
        .values(
            state="taken",
            attempts=Job.attempts + 1,
            token=(token := secrets.token_hex(16)),
            worker=worker,
            leased_until=now + lease,
        )
        .returning(Job.id, Job.kind, Job.payload, Job.attempts)
    )
    row = session.execute(taken).one_or_none()
    return None if row is None else Taken(row.id, row.kind, row.payload, token, row.attempts)


def _free_lapsed(session: Session, now: datetime) -> None:
    """Jobs whose lease has run out wait again; after the last try they are quarantined: they ended each worker."""
    lapsed = update(Job).where(Job.state == "taken", Job.leased_until < now)
    reason = f"its worker stopped {TRIES} times while at it"
    last = {"state": "quarantined", "token": None, "finished_at": now, "reason": reason}
    session.execute(lapsed.where(Job.attempts >= TRIES).values(last))
    session.execute(lapsed.values(state="waiting", token=None, due_at=now))


def finish(session: Session, job: Taken, *, now: datetime) -> None:
    """Mark the job done. Raises Conflict, and so undoes the transaction, where another worker has taken it since."""
    _settle(session, job, state="done", finished_at=now, reason=None)


def fail(session: Session, job: Taken, reason: str, *, now: datetime) -> None:
    """Note why a try failed; the job waits for its next try, or is quarantined after the last."""
    if job.attempts >= TRIES:
        _settle(session, job, state="quarantined", finished_at=now, reason=reason)
    else:
        _settle(session, job, state="waiting", due_at=now + PAUSE * 2**job.attempts, reason=reason)


def renew(session: Session, job: Taken, *, now: datetime, lease: timedelta) -> bool:
    """Lengthen the lease while the work goes on; False where the job is no longer this worker's."""
    mine = and_(Job.id == job.id, Job.token == job.token, Job.state == "taken")
    return (
        session.execute(update(Job).where(mine).values(leased_until=now + lease).returning(Job.id)).first() is not None
    )


def release(session: Session, job: Taken) -> None:
    """Hand a job back untouched, as a worker does that is asked to stop. The try does not count."""
    _settle(session, job, state="waiting", attempts=Job.attempts - 1)


def retry(session: Session, *, now: datetime) -> int:
    """Put every quarantined job back into the queue with all its tries. Returns how many."""
    fresh = {"state": "waiting", "attempts": 0, "reason": None, "finished_at": None, "due_at": now}
    return len(session.execute(update(Job).where(Job.state == "quarantined").values(**fresh).returning(Job.id)).all())


def counts(session: Session) -> dict[str, int]:
    """How many jobs are in each state."""
    found = {
        row.state: row.n for row in session.execute(select(Job.state, func.count().label("n")).group_by(Job.state))
    }
    return {state: found.get(state, 0) for state in ("waiting", "taken", "done", "quarantined")}


def _settle(session: Session, job: Taken, **values: Any) -> None:
    mine = and_(Job.id == job.id, Job.token == job.token, Job.state == "taken")
    settled = update(Job).where(mine).values(token=None, leased_until=None, **values).returning(Job.id)
    if session.execute(settled).first() is None:
        raise Conflict("another worker has taken this job since", code="lease_lost")
