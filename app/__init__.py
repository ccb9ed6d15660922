"""Said Before: who said it, in which words, how often, and since when.

`create_app` reads the settings, opens the database, hangs models and index on the application and registers the
doors. Nothing here loads a model: that happens at the first claim or the first search by meaning.
"""

from typing import TYPE_CHECKING

from apiflask import APIFlask

from app import access, api, cli, dashboard, faults
from app.current import House
from app.db import Database
from app.embedding import SentenceEmbedder
from app.extraction import Tagger
from app.logs import configure_logs
from app.search.vectors import VectorIndex

if TYPE_CHECKING:
    from app.embedding import Embedder
    from config import Config

__version__ = "0.3.0"


def create_app(config: "Config", *, embedder: "Embedder | None" = None, tagger: Tagger | None = None) -> APIFlask:
    """The application. `embedder` and `tagger` replace the models that `config` names (tests hand in twins)."""
    app = APIFlask(
        "app",
        title="Said Before",
        version=__version__,
        spec_path="/api/v1/openapi.json",
        docs_path=None,
        json_errors=False,
    )
    app.config.update(
        SECRET_KEY=config.secret_key,
        TRUSTED_HOSTS=list(config.trusted_hosts),
        MAX_CONTENT_LENGTH=config.largest_body,
        MAX_FORM_MEMORY_SIZE=config.largest_body,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        WTF_CSRF_TIME_LIMIT=None,
        TESTING=config.testing,
        OPENAPI_VERSION="3.1.0",
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]
    configure_logs(testing=config.testing)
    embedder = embedder or SentenceEmbedder(config.embedding_model, threads=config.torch_threads)
    if tagger is None and config.tagger is not None:
        tagger = Tagger(config.tagger, threads=config.torch_threads)
    app.extensions["house"] = House(
        config=config,
        database=Database(config.database_url),
        embedder=embedder,
        tagger=tagger,
        index=VectorIndex(embedder.name),
    )
    for room in (access, faults, api, dashboard, cli):
        room.register(app)
    return app
