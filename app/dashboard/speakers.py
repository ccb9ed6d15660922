"""The list of speakers, and the page of one."""

from flask import Blueprint, Response, url_for

from app.access import anyone_reads
from app.current import database
from app.dashboard import given
from app.dashboard.answers import answer, known, moved, wants_json
from app.search.decisions import decision_row
from app.search.speaker_page import counts_as, list_speakers, speaker_page

blueprint = Blueprint("speakers", __name__)


@blueprint.get("/speakers")
@blueprint.get("/speakers.json", endpoint="index_json")
@anyone_reads
def index() -> Response:
    with database().reading() as session:
        rows = list_speakers(session, sort=given.word("sort") or "said", number=given.page(), name=given.word("q"))
    return answer("speakers.html", rows)


@blueprint.get("/speakers/<int:id>")
@blueprint.get("/speakers/<int:id>.json", endpoint="show_json")
@blueprint.get("/speakers/<int:id>-<slug>")
@blueprint.get("/speakers/<int:id>-<slug>.json", endpoint="named_json")
@anyone_reads
def show(id: int, slug: str | None = None) -> Response:
    with database().reading() as session:
        now = counts_as(session, known(id))
        model = speaker_page(session, now)
        done = decision_row(session, given.whole("decided"))
    if now != id or (slug != model.speaker.slug and not (wants_json() and slug is None)):
        return moved(url_for("speakers.show", id=now, slug=model.speaker.slug))
    return answer("speaker.html", model, done=done)
