"""Search, by word and by meaning. The query is turned into a vector before the database is opened; where the model
cannot be loaded, the words alone are searched and the page says so."""

import numpy as np
from flask import Blueprint, Response
from numpy.typing import NDArray

from app.access import anyone_reads
from app.current import database, house
from app.dashboard import given
from app.dashboard.answers import answer
from app.embedding import EmbedderUnavailable
from app.search.find import Filters
from app.search.results import MODES, Query, outlets, search
from app.search.words import read_words

blueprint = Blueprint("searching", __name__)


@blueprint.get("/search")
@blueprint.get("/search.json", endpoint="show_json")
@anyone_reads
def show() -> Response:
    query = _asked()
    vector, off = _vector(query)
    with database().reading() as session:
        results = search(session, house().index, query, vector, meaning_off=off, number=given.page())
        choices = outlets(session)
    return answer("search.html", results, query=query, outlets=choices, modes=MODES)


def _asked() -> Query:
    typed, mode = given.word("q"), given.word("mode")
    filters = Filters(
        speaker=given.word("speaker"),
        outlet=given.whole("outlet"),
        since=given.day("from"),
        until=given.day("to"),
        is_open=given.word("how") == "open",
        counted=given.word("counted") == "1",
    )
    return Query(typed, read_words(typed), mode if mode in MODES else "both", filters)


def _vector(query: Query) -> tuple[NDArray[np.float32] | None, str | None]:
    if query.mode == "keyword" or not query.words.wanted:
        return None, None
    try:
        return house().embedder.encode([query.words.wanted])[0], None
    except EmbedderUnavailable as error:
        return None, str(error)
