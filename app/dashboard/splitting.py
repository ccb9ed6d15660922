"""The page on which an editor chooses the claims that are another person's of the same name.

Decision: turning the pages of the list is a form too, so that what was ticked on one page is still ticked on the next,
without any script.
"""

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from app.access import anyone_reads, owner_writes
from app.current import database
from app.dashboard import given
from app.dashboard.answers import known
from app.dashboard.asked import Typed, read
from app.search.paging import page_number
from app.search.split_page import split_page

blueprint = Blueprint("splitting", __name__)


@blueprint.get("/speakers/<int:id>/split")
@anyone_reads
def show(id: int) -> ResponseReturnValue:
    return _draw(id, read(request.form), by=given.word("by"), number=given.page())


@blueprint.post("/speakers/<int:id>/split")
@owner_writes
def turn(id: int) -> ResponseReturnValue:
    """Another page of the list, with what was ticked so far. Nothing is changed."""
    number = page_number(request.form.get("page"))
    return _draw(id, read(request.form), by=request.form.get("group_by", ""), number=number)


def _draw(id: int, typed: Typed, *, by: str, number: int) -> Response:
    with database().reading() as session:
        model = split_page(session, known(id), by="thread" if by == "thread" else "article", number=number)
    here = {claim.id for group in model.groups for claim in group.claims}
    groups = {group.id for group in model.groups}
    ticked = typed.threads if model.by == "thread" else typed.articles
    elsewhere = [
        *(("claims", id) for id in typed.claims if id not in here),
        *(("articles", id) for id in typed.articles if model.by != "article" or id not in groups),
        *(("threads", id) for id in typed.threads if model.by != "thread" or id not in groups),
    ]
    page = render_template("split.html", page=model, typed=typed, ticked=ticked, elsewhere=elsewhere)
    return Response(page)
