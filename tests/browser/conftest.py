"""A real browser (Debian's chromium) on the pages over the invented archive of `tests/archive.py`.

Where chromium is absent these tests are not run; with `CI` set they fail instead, so that nobody takes a green run
without a browser for one with it.
"""

import os
import shutil
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from werkzeug.serving import make_server

import config as settings
from app import create_app
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
    config = settings.test_config(tmp_path_factory.mktemp("browser"))
    upgrade(config.database_url)
    app = create_app(config, embedder=HashingEmbedder())
    with app.extensions["house"].database.transaction() as session:
        filled = fill(session)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", filled
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["house"].database.close()
