"""A real browser (Debian's chromium) on the pages over the invented archive of `tests/archive.py`.

Where chromium is absent these tests are not run; with `CI` set they fail instead, so that nobody takes a green run
without a browser for one with it.
"""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from werkzeug.serving import make_server

import config as settings
from app import create_app
from app.db import Database
from app.embedding import HashingEmbedder
from app.migrate import upgrade
from tests.archive import Filled, fill

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    chromium = shutil.which("chromium")
    if chromium is None and not os.environ.get("CI"):
        pytest.skip("not run: there is no chromium on this machine (apt-get install chromium)")
    assert chromium is not None, "CI is set and there is no chromium"
    return {"executable_path": chromium, "args": [*QUIET, "--disable-sync", "--no-first-run"]}


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Filled]]:
    """The address of the pages, and the ids of what stands there."""
    with serving(tmp_path_factory.mktemp("browser")) as (address, database):
        with database.transaction() as session:
            filled = fill(session)
        yield address, filled


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, Database]]:
    """The address of a service over an empty archive in this folder, and its database."""
    config = settings.test_config(folder)
    upgrade(config.database_url)
    app = create_app(config, embedder=HashingEmbedder())
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", app.extensions["house"].database
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["house"].database.close()
