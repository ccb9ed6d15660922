"""The list of articles, and the stored text of one with its claims marked."""

from flask import Blueprint, Response

from app.access import anyone_reads
from app.current import database
from app.dashboard import given
from app.dashboard.answers import answer, known
from app.search.articles import article_page, list_articles
from app.search.reading_state import queue
from app.search.results import outlets

blueprint = Blueprint("articles", __name__)


@blueprint.get("/articles")
@blueprint.get("/articles.json", endpoint="index_json")
@anyone_reads
def index() -> Response:
    since, until = given.day("from"), given.day("to")
    with database().reading() as session:
        rows = list_articles(
            session,
            number=given.page(),
            state=given.word("state") or None,
            outlet=given.whole("outlet"),
            since=since,
            until=until,
        )
        choices, unread = outlets(session), queue(session)
    return answer("articles.html", rows, outlets=choices, queue=unread, since=since, until=until)


@blueprint.get("/articles/<int:id>")
@blueprint.get("/articles/<int:id>.json", endpoint="show_json")
@anyone_reads
def show(id: int) -> Response:
    with database().reading() as session:
        model = article_page(session, known(id), version=given.whole("version"), opened=given.whole("claim"))
    return answer("article.html", model, opened=given.whole("claim"))
