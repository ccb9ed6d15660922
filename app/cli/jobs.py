"""`flask work` does the queue's jobs, `flask jobs` shows the state of the queue."""

import signal
import threading
import time
from datetime import UTC, datetime

import click
from flask.cli import with_appcontext
from sqlalchemy import func, select

from app import jobs as queue
from app import worker
from app.cli.speaking import plainly, progress
from app.current import database, house
from app.embedding import EmbedderUnavailable
from app.models import Claim, Job

MODEL_PAUSE = 30.0  # seconds until a worker without a model looks again


@click.command()
@click.option("--once", is_flag=True, help="Stop as soon as no job is due.")
@with_appcontext
@plainly
def work(once: bool) -> None:
    """Read waiting articles: find their claims, link and store them.

    Any number of these may run at the same time. Stops after the job in hand on Ctrl-C or SIGTERM.
    """
    stop = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: stop.set())
    if once:
        _work_off(stop)
        return
    while not stop.is_set():
        try:
            worker.work(house(), stop=stop)
        except EmbedderUnavailable as error:
            click.echo(f"The model cannot be loaded, articles wait: {error}", err=True)
            stop.wait(MODEL_PAUSE)


def _work_off(stop: threading.Event) -> None:
    """Do what is due, with a bar that follows the queue."""
    with database().reading() as session:
        waiting = queue.counts(session)["waiting"]
        before = session.scalar(select(func.count()).select_from(Claim)) or 0
    started, done = time.monotonic(), 0
    with progress("Reading articles", waiting) as move:
        done = worker.work(house(), once=True, stop=stop, done=lambda: move(1))
    seconds = time.monotonic() - started
    with database().reading() as session:
        claims = (session.scalar(select(func.count()).select_from(Claim)) or 0) - before
    click.echo(f"{done} articles read, {claims} claims found in {seconds:.1f} s")


@click.command()
@click.option("--all", "every", is_flag=True, help="List the finished jobs too.")
@click.option("--retry", is_flag=True, help="Put quarantined jobs back into the queue.")
@with_appcontext
@plainly
def jobs(every: bool, retry: bool) -> None:
    """Show the queue: how many jobs are in each state, and why any failed."""
    if retry:
        with database().transaction() as session:
            click.echo(f"{queue.retry(session, now=datetime.now(UTC))} jobs put back")
    with database().reading() as session:
        for state, n in queue.counts(session).items():
            click.echo(f"{state:12s}{n:8d}")
        listed = select(Job).order_by(Job.id)
        for job in session.scalars(listed if every else listed.where(Job.state != "done")):
            why = f"  {job.reason}" if job.reason else ""
            click.echo(f"{job.id:6d}  {job.state:12s}  {job.kind} {job.key}  tries {job.attempts}{why}")
