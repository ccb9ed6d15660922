"""`flask serve`, as `make run` calls it: web server and worker as real processes, with the real model."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = {
    "url": "https://www.lantern.example/2025/03/05/ferry",
    "title": "Ferry to lose its subsidy",
    "outlet": "The Lantern",
    "published_at": "2025-03-05T09:00:00+00:00",
    "text": "Ilka Brandt, the mayor of Averil, said on Tuesday that the ferry would lose its subsidy.\n\n“We were told "
    "nothing,” Brandt said. “Nothing at all.”",
}
pytestmark = [pytest.mark.server, pytest.mark.model, pytest.mark.timeout(180)]


class Service:
    """One `flask serve` on a free port."""

    def __init__(self, folder: Path, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.started = time.monotonic()
        env = os.environ | {"INSTANCE": str(folder), "PORT": str(port)}
        command = [sys.executable, "-m", "flask", "--app", "wsgi", "serve", "--no-seeds"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def ready(self) -> float:
        """Wait until pages are answered. Returns the seconds since the start."""
        eventually(lambda: self.get("/index.json"))
        return time.monotonic() - self.started

    def get(self, path: str) -> Any:
        with urllib.request.urlopen(self.address + path, timeout=20) as response:
            return json.load(response)

    def post(self, path: str, body: object) -> tuple[int, Any]:
        request = urllib.request.Request(
            self.address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, json.load(response)

    def stop(self) -> tuple[int, str]:
        """End it as Ctrl-C does. Returns its exit status and what it printed."""
        self.process.send_signal(signal.SIGINT)
        printed, _ = self.process.communicate(timeout=30)
        return self.process.returncode, printed


def eventually(look: Any, seconds: float = 60) -> Any:
    """What `look` returns as soon as it is something; errors of connecting count as nothing yet."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            if found := look():
                return found
        except (urllib.error.URLError, ConnectionError):
            pass
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.2)


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def service(tmp_path: Path, port: int) -> Iterator[Service]:
    service = Service(tmp_path, port)
    yield service
    if service.process.poll() is None:
        service.stop()


def children_of(process: int) -> list[str]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True)
    return listed.stdout.split()


def test_an_article_posted_is_read_and_shown_and_both_processes_stop(service: Service) -> None:
    service.ready()
    status, body = service.post("/api/v1/articles", ARTICLE)
    assert status == 202
    article = body["articles"][0]["id"]
    read = eventually(lambda: (page := service.get(f"/articles/{article}.json")) and page.get("claims") and page)
    assert {claim["kind"] for claim in read["claims"].values()} == {"direct", "indirect"}
    children = children_of(service.process.pid)
    assert len(children) == 2
    status, printed = service.stop()
    assert status == 0
    assert service.address in printed
    assert not [child for child in children if Path(f"/proc/{child}").exists()]


def test_a_second_start_keeps_the_archive_and_takes_no_longer_than_the_first(tmp_path: Path, port: int) -> None:
    first = Service(tmp_path, port)
    seconds = [first.ready()]
    first.post("/api/v1/articles", ARTICLE)
    first.stop()
    again = Service(tmp_path, port)
    seconds.append(again.ready())
    kept = again.get("/articles.json")["rows"]
    again.stop()
    assert len(kept) == 1
    assert seconds[1] <= 1.5 * seconds[0] + 2  # a ratio of one run: machines are noisy


def test_a_port_that_is_taken_is_said_in_a_sentence(tmp_path: Path, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        service = Service(tmp_path, port)
        printed, _ = service.process.communicate(timeout=60)
    assert service.process.returncode == 1
    assert "Is the port taken?" in printed
