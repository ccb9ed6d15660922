"""The list of threads, and the page of one."""

from datetime import UTC, datetime

from flask import Blueprint, Response, url_for

from app.access import anyone_reads
from app.current import database
from app.dashboard import given
from app.dashboard.answers import answer, known, moved, wants_json
from app.search.coverage import PERIODS, coverage, period
from app.search.listing import list_threads
from app.search.thread_page import merged_into, thread_page

blueprint = Blueprint("threads", __name__)


@blueprint.get("/threads")
@blueprint.get("/threads.json", endpoint="index_json")
@anyone_reads
def index() -> Response:
    named = given.word("period")
    least = 2 if given.word("said") == "repeated" else 1
    with database().reading() as session:
        held = coverage(session)
        chosen = period(named if named in PERIODS else "all", today=datetime.now(UTC).date(), newest=held.latest)
        rows = list_threads(session, period=chosen, sort=given.word("sort") or "last", number=given.page(), least=least)
    return answer("threads.html", rows, period=chosen, coverage=held, least=least)


@blueprint.get("/threads/<int:id>")
@blueprint.get("/threads/<int:id>.json", endpoint="show_json")
@blueprint.get("/threads/<int:id>-<slug>")
@blueprint.get("/threads/<int:id>-<slug>.json", endpoint="named_json")
@anyone_reads
def show(id: int, slug: str | None = None) -> Response:
    with database().reading() as session:
        now = merged_into(session, known(id))
        model = thread_page(session, now, number=given.page())
    if now != id or (slug != model.slug and not (wants_json() and slug is None)):
        return moved(url_for("threads.show", id=now, slug=model.slug))
    return answer("thread.html", model)
