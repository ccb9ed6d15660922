"""What gunicorn does besides serving: load the model and the index once the web process is up.

Pages answer at once; without this the first search by meaning would wait for the model, 5 to 10 s.
"""

import threading
from typing import Any

import structlog
from flask import Flask

from app import pipeline
from app.current import database, house
from app.embedding import EmbedderUnavailable

log = structlog.get_logger(__name__)


def post_worker_init(worker: Any) -> None:
    """Called by gunicorn in the process that answers requests."""
    threading.Thread(target=_warm_up, args=(worker.app.wsgi(),), daemon=True).start()


def _warm_up(app: Flask) -> None:
    with app.app_context():
        try:
            pipeline.warm_up(house().embedder)
        except EmbedderUnavailable as error:
            log.warning("meaning_off", reason=str(error))
            return
        with database().reading() as session:
            house().index.top_up(session)
