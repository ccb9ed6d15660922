"""The dashboard, at "/"."""

from datetime import UTC, datetime

from flask import Blueprint, Response

from app.access import anyone_reads
from app.current import database, house
from app.dashboard import given
from app.dashboard.answers import answer
from app.search.desk import desk

blueprint = Blueprint("desk", __name__)


@blueprint.get("/")
@blueprint.get("/index.json", endpoint="show_json")
@anyone_reads
def show() -> Response:
    tagger = house().tagger
    off = None if tagger is None else tagger.problem()
    with database().reading() as session:
        model = desk(session, named=given.word("period"), today=datetime.now(UTC).date(), tagger_off=off)
    return answer("desk.html", model)
