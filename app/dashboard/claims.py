"""The page of one claim: the permalink of a quotation."""

from flask import Blueprint, Response

from app.access import anyone_reads
from app.current import database
from app.dashboard import given
from app.dashboard.answers import answer, known
from app.review.alike import alike
from app.search.claim_page import claim_page
from app.search.decisions import decision_row

blueprint = Blueprint("claims", __name__)


@blueprint.get("/claims/<int:id>")
@blueprint.get("/claims/<int:id>.json", endpoint="show_json")
@anyone_reads
def show(id: int) -> Response:
    with database().reading() as session:
        model = claim_page(session, known(id))
        like, done = alike(session, id), decision_row(session, given.whole("decided"))
    return answer("claim.html", model, alike=like, done=done)
