"""`flask serve`: web server and worker together, for one machine. What `make run` calls.

Both are processes of their own, started in their own sessions, so that Ctrl-C reaches this one alone and it can end
them in order. A worker that ends by itself is started again: a job that ends its worker three times is quarantined.
"""

import signal
import subprocess
import sys
import time
from types import FrameType

import click
from flask.cli import with_appcontext

from app import migrate
from app.cli.speaking import plainly
from app.current import house
from config import ROOT, Config

GRACE = 10.0  # seconds a process is given to end by itself
PAUSE = 1.0  # before a worker that ended is started again


@click.command()
@click.option("--seeds/--no-seeds", default=True, help="Load the invented archive into a new database (default: yes).")
@click.option("--workers", default=1, show_default=True, help="How many workers to run.")
@with_appcontext
@plainly
def serve(seeds: bool, workers: int) -> None:
    """Bring the database up to date, then run web server and workers until Ctrl-C."""
    config = house().config
    config.instance.mkdir(parents=True, exist_ok=True)
    is_new = migrate.standing(house().database)[0] is None
    migrate.upgrade(config.database_url)
    if is_new and seeds:
        _load_seeds()
    house().database.close()
    _Household(config, workers).live()


def _load_seeds() -> None:
    from app.cli.seed import load

    click.echo(f"{load()} invented articles are in the queue; they appear as they are read.")


class _Household:
    """The processes under this one's care."""

    def __init__(self, config: Config, workers: int) -> None:
        self._config = config
        self._web = _start(_web_command(config))
        self._workers = [_start(_worker_command()) for _ in range(workers)]
        self._stopping = False

    def live(self) -> None:
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, self._stop)
        click.echo(f"Said Before: http://{self._config.host}:{self._config.port}/  (Ctrl-C stops it)")
        while not self._stopping and self._web.poll() is None:
            for place, worker in enumerate(self._workers):
                if worker.poll() is not None:
                    time.sleep(PAUSE)
                    self._workers[place] = _start(_worker_command())
            time.sleep(0.2)
        self._end()
        if not self._stopping:
            raise click.ClickException("The web server ended. Is the port taken? Set PORT to another one.")

    def _stop(self, _sign: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _end(self) -> None:
        children = [self._web, *self._workers]
        for child in children:
            child.terminate()
        deadline = time.monotonic() + GRACE
        for child in children:
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        click.echo("Stopped.")


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True)


def _web_command(config: Config) -> list[str]:
    bind = f"{config.host}:{config.port}"
    options = ["--bind", bind, "--workers", "1", "--threads", "8", "--timeout", "60", "--log-level", "warning"]
    return [sys.executable, "-m", "gunicorn", "--config", "python:app.cli.web", *options, "wsgi:app"]


def _worker_command() -> list[str]:
    return [sys.executable, "-m", "flask", "--app", "wsgi", "work"]
