"""Workers that are many, killed, paused or poisoned: the archive ends the same, and nothing is lost or doubled."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.db import Database
from app.ingest.parsed import parse
from app.migrate import upgrade
from config import Config
from tests.faults.small_archive import articles, save_all, state

ROOT = Path(__file__).resolve().parents[2]
COUNT = 36
pytestmark = [pytest.mark.faults, pytest.mark.timeout(240)]


class Workers:
    """Starts workers on one archive and sees to it that none outlives its test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.started: list[subprocess.Popen[str]] = []

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.faults.run_worker", str(self.folder), *arguments]
        with open(self.folder / "workers.log", "a", encoding="utf-8") as log:  # kept by pytest when a test fails
            process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True, bufsize=1)
        self.started.append(process)
        return process

    def start_ready(self, *arguments: str) -> subprocess.Popen[str]:
        process = self.start(*arguments)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    def end(self) -> None:
        for process in self.started:
            if process.poll() is None:
                process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()


@pytest.fixture
def workers(config: Config) -> Iterator[Workers]:
    workers = Workers(config.instance)
    yield workers
    workers.end()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The hash of the archive as one undisturbed worker makes it."""
    folder = tmp_path_factory.mktemp("undisturbed")
    database = archive_in(folder)
    alone = Workers(folder)
    assert alone.start().wait(120) == 0
    alone.end()
    found, counts = state(database)
    assert counts["done"] == COUNT
    database.close()
    return found


def archive_in(folder: Path) -> Database:
    url = f"sqlite:///{folder / 'test.sqlite3'}"
    upgrade(url)
    database = Database(url)
    save_all(database, articles(COUNT))
    return database


def test_everything_again_in_another_order_with_two_workers_changes_no_row(
    database: Database, workers: Workers, expected: str
) -> None:
    order = articles(COUNT)
    random.Random(7).shuffle(order)
    save_all(database, order)
    for process in [workers.start(), workers.start()]:
        assert process.wait(120) == 0
    assert state(database)[0] == expected
    save_all(database, articles(COUNT))
    assert workers.start().wait(60) == 0
    found, counts = state(database)
    assert found == expected
    assert counts == {"waiting": 0, "taken": 0, "done": COUNT, "quarantined": 0}


def test_eight_workers_at_once_do_each_job_once(database: Database, workers: Workers, expected: str) -> None:
    save_all(database, articles(COUNT))
    for process in [workers.start() for _ in range(8)]:
        assert process.wait(120) == 0
    assert state(database) == (expected, {"waiting": 0, "taken": 0, "done": COUNT, "quarantined": 0})


@pytest.mark.parametrize("seed", range(3))
def test_killed_in_mid_run_and_started_again_ends_the_same(
    database: Database, workers: Workers, expected: str, seed: int
) -> None:
    chance = random.Random(seed)
    save_all(database, articles(COUNT))
    bitten = 0
    for _ in range(5):
        process = workers.start_ready()
        time.sleep(chance.uniform(0.02, 0.4))
        process.kill()
        bitten += process.wait() == -signal.SIGKILL
    assert 0 < bitten, "the fault did not bite"
    assert workers.start().wait(120) == 0
    assert state(database) == (expected, {"waiting": 0, "taken": 0, "done": COUNT, "quarantined": 0})


def test_a_worker_paused_past_its_lease_is_replaced_and_its_late_commit_refused(
    database: Database, workers: Workers
) -> None:
    save_all(database, [parse("Ilka Brandt said that the ferry goes slowly now to the islands.", title="Slow")])
    paused = workers.start_ready()
    time.sleep(1.0)
    paused.send_signal(signal.SIGSTOP)
    with database.reading():
        assert state(database)[1]["taken"] == 1, "the fault did not bite"
    assert workers.start().wait(60) == 0
    before = state(database)
    assert before[1]["done"] == 1
    paused.send_signal(signal.SIGCONT)
    assert paused.wait(60) == 0
    assert state(database) == before


POISONS = ("raises", "hangs", "crashes", "eats memory")


def test_poisoned_articles_are_quarantined_and_the_good_ones_done(
    database: Database, workers: Workers, expected: str
) -> None:
    save_all(database, [parse(f"Ilka Brandt said that the poison {how} at every try.", title=how) for how in POISONS])
    save_all(database, articles(COUNT))
    deaths = 0
    while (process := workers.start("1", "2")).wait(120) != 0:
        deaths += 1
        assert deaths <= 12
    counts = state(database)[1]
    assert counts == {"waiting": 0, "taken": 0, "done": COUNT, "quarantined": len(POISONS)}
    assert process.returncode == 0
    assert 6 <= deaths, "the faults did not bite: a hang and a crash end their worker three times each"
