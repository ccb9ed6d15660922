"""The open questions about speakers, each with the forms that answer it."""

from flask import Blueprint, Response

from app.access import anyone_reads
from app.current import database
from app.dashboard import given
from app.dashboard.answers import answer
from app.search.claims import load_claims
from app.search.decisions import decision_row
from app.search.questions import list_questions, questions_by_kind

blueprint = Blueprint("questions", __name__)


@blueprint.get("/speakers/questions")
@blueprint.get("/speakers/questions.json", endpoint="index_json")
@anyone_reads
def index() -> Response:
    kind = given.word("kind")
    with database().reading() as session:
        rows = list_questions(session, kind=kind, number=given.page())
        claims = load_claims(session, [question.claim_ids[0] for question in rows.rows if question.claim_ids])
        totals = questions_by_kind(session)
        done = decision_row(session, given.whole("decided"))
    return answer("questions.html", rows, kind=kind, claims=claims, totals=totals, done=done)
