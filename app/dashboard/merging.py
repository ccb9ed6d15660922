"""The page of speakers that one speaker could be merged with: those whose names are alike, or that hold a typed
name."""

from flask import Blueprint, Response

from app.access import anyone_reads
from app.current import database
from app.dashboard import given
from app.dashboard.answers import answer, known
from app.search.candidates import candidates

blueprint = Blueprint("merging", __name__)


@blueprint.get("/speakers/<int:id>/merge")
@blueprint.get("/speakers/<int:id>/merge.json", endpoint="show_json")
@anyone_reads
def show(id: int) -> Response:
    with database().reading() as session:
        model = candidates(session, known(id), name=given.word("q"), number=given.page())
    return answer("merge.html", model)
