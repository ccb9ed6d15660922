"""HTML pages read in another process, which is killed when it takes too long or too much.

Extraction is quadratic in attributes (measured: 341 KB of them 4.9 s, 2.6 MB over a minute) and nothing inside a
process can stop it. One process reads many pages and is replaced after it was killed.
"""

import json
import os
import selectors
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

import structlog

from app.errors import InvalidInput
from app.ingest.addresses import canonical
from app.ingest.encoding import refuse_binary
from app.ingest.parsed import ParsedArticle, parse

log = structlog.get_logger(__name__)

SECONDS = 10
START_SECONDS = 30
_REFUSALS = {
    "too_complex": "This page is too complex to be read in reasonable time.",
    "no_text": "There is no text on this page.",
}
_SCRIPT = Path(__file__).with_name("html_worker.py")


class _Stopped(Exception):
    """The process gave no answer: it took too long, or it died."""


class HtmlReader:
    """Use it in a `with`; the process starts with the first page. Not for several threads at once."""

    def __init__(self, *, seconds: int = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "HtmlReader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def read(
        self,
        page: bytes,
        *,
        url: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        byline: str | None = None,
        published: str | None = None,
        modified: str | None = None,
    ) -> ParsedArticle:
        """The article of a page. What is given goes before what the page says of itself; its own word on its address is
        taken only where none is given, since any page can claim to be another outlet's.

        Raises UserError: `binary` (415), `too_complex`, `no_text` and whatever else `parse` raises."""
        refuse_binary(page)
        found = self._ask(page)
        article = parse(
            found["text"],
            title=title or found["title"],
            url=url or _own_address(found["url"]),
            outlet=outlet or found["outlet"],
            byline=byline or found["byline"],
            published=published or found["published"],
            modified=modified or found["modified"],
        )
        return replace(article, is_partial=found["is_partial"])

    def _ask(self, page: bytes) -> dict[str, Any]:
        try:
            process = self._process or self._start()
            deadline = time.monotonic() + self._seconds
            _send(process, page, deadline)
            found = _receive(process, deadline)
        except _Stopped:
            log.warning("page_given_up", bytes=len(page), seconds=self._seconds, exit_status=self._stop())
            found = {"error": "too_complex"}
        if "error" in found:
            raise InvalidInput(_REFUSALS[found["error"]], code=found["error"])
        return found

    def _start(self) -> subprocess.Popen[bytes]:
        """-I: isolated from the environment and from this folder, whose `html.py` would hide Python's own."""
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-W", "ignore", str(_SCRIPT), str(self._seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        for pipe in (self._process.stdin, self._process.stdout):
            os.set_blocking(pipe.fileno(), False)  # type: ignore[union-attr]
        _receive(self._process, time.monotonic() + START_SECONDS)
        return self._process

    def _stop(self) -> int | None:
        """End the process. Returns its exit status: -9 where it had to be killed; None where there was none."""
        process, self._process = self._process, None
        if process is None:
            return None
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        return process.wait()


def _own_address(url: str | None) -> str | None:
    """A page's word on its own address, if it is one; a front page's is none: some sites claim it for every article."""
    try:
        address = canonical(url or "")
    except InvalidInput:
        return None
    return address if urlsplit(address).path != "/" else None


def _send(process: subprocess.Popen[bytes], page: bytes, deadline: float) -> None:
    assert process.stdin is not None
    left = memoryview(len(page).to_bytes(4, "big") + page)
    with selectors.DefaultSelector() as ready:
        ready.register(process.stdin, selectors.EVENT_WRITE)
        while left:
            _wait(ready, deadline)
            try:
                left = left[os.write(process.stdin.fileno(), left[:65536]) :]
            except BrokenPipeError as error:
                raise _Stopped from error


def _receive(process: subprocess.Popen[bytes], deadline: float) -> dict[str, Any]:
    assert process.stdout is not None
    got = b""
    with selectors.DefaultSelector() as ready:
        ready.register(process.stdout, selectors.EVENT_READ)
        while len(got) < 4 or len(got) < 4 + int.from_bytes(got[:4], "big"):
            _wait(ready, deadline)
            chunk = os.read(process.stdout.fileno(), 1 << 20)
            if not chunk:
                raise _Stopped
            got += chunk
    return dict(json.loads(got[4:]))


def _wait(ready: selectors.BaseSelector, deadline: float) -> None:
    left = deadline - time.monotonic()
    if left <= 0 or not ready.select(left):
        raise _Stopped
