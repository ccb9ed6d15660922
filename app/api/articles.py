"""`/api/v1/articles`: articles come in, one or up to a hundred at a time, and are looked at again.

The body is read by our own strict reader, not by the schema: it must refuse what two readers could understand
differently, and say which field of which article is wrong. What of a list can be read is stored, in one transaction.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from apiflask import APIBlueprint
from flask import Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from werkzeug.exceptions import RequestEntityTooLarge

from app.access import anyone_reads, owner_writes
from app.api.schemas import ArticleIn, ArticleOut, ArticlesOut
from app.current import database
from app.errors import InvalidInput, NotFound, UserError
from app.faults import problem
from app.ingest.html import HtmlReader
from app.ingest.parsed import ParsedArticle
from app.ingest.records import parse_record
from app.ingest.save import Saved, save
from app.ingest.strict_json import read_json
from app.models import Article, Outlet, Version

MOST = 100
LARGEST_ID = 2**63 - 1
REFUSALS = {
    400: "Empty, broken, too deep, or a key twice in one object",
    401: "The token may not write",
    403: "Only this machine may write here",
    413: "More than 5 MB",
    415: "Not JSON, compressed, or binary data for a page",
    422: "A field of the wrong type, no text, an address that is none, or more than 100 articles",
}
View = TypeVar("View", bound=Callable[..., Any])
Parsed = ParsedArticle | UserError

blueprint = APIBlueprint("articles_api", __name__, url_prefix="/api/v1", tag="Articles")


def describes_body(view: View) -> View:
    """Name the schema of the body in the description of the API, and leave the reading of it to the view."""
    view._spec = getattr(view, "_spec", {}) | {  # type: ignore[attr-defined]
        "body": ArticleIn(),
        "content_type": "application/json",
    }
    return view


@blueprint.post("/articles")
@blueprint.doc(
    summary="Add articles",
    description="One article, or a list of up to 100. The same one again, by address or by text, is `known` and "
    "changes nothing; changed text is a `new_version`. They are read for claims afterwards.",
    responses=REFUSALS,
)
@blueprint.output(ArticlesOut, status_code=202, description="What became of each, in order")
@describes_body
@owner_writes
def add_articles() -> ResponseReturnValue:
    value = read_json(_body())
    if isinstance(value, list) and not 0 < len(value) <= MOST:
        raise InvalidInput(f"A list must hold 1 to {MOST} articles, not {len(value)}.", code="wrong_length")
    many = value if isinstance(value, list) else [value]
    with HtmlReader() as pages:
        parsed = [
            _parse(each, pages, f"[{place}]" if isinstance(value, list) else "") for place, each in enumerate(many)
        ]
    errors = [each for each in parsed if isinstance(each, UserError)]
    if len(errors) == len(parsed):
        return _all_refused(errors)
    return {"articles": _store(parsed)}, 202


@blueprint.get("/articles/<int:article_id>")
@blueprint.doc(summary="An article and its versions", responses={404: "There is no such article"})
@blueprint.output(ArticleOut)
@anyone_reads
def show_article(article_id: int) -> ResponseReturnValue:
    with database().reading() as session:
        article = session.get(Article, article_id) if article_id <= LARGEST_ID else None
        if article is None:
            raise NotFound(f"There is no article {article_id}.")
        outlet = session.get(Outlet, article.outlet_id) if article.outlet_id is not None else None
        versions = session.scalars(select(Version).where(Version.article_id == article.id).order_by(Version.number))
        columns = {name: getattr(article, name) for name in ArticleOut().fields if name not in ("outlet", "versions")}
        return columns | {"outlet": outlet.name if outlet else None, "versions": versions.all()}


def _body() -> bytes:
    """The body as sent. Raises UserError, status 415; the framework refuses more than 5 MB before it is read."""
    if request.content_encoding not in (None, "", "identity"):
        raise UserError("A compressed body is not read here.", code="compressed", status=415)
    if not request.is_json:
        raise UserError("Articles must be sent as application/json.", code="unsupported_media_type", status=415)
    data = request.get_data(cache=False)
    if request.content_length is None and (request.max_content_length or LARGEST_ID) <= len(data):
        raise RequestEntityTooLarge  # sent in chunks: the framework cuts such a body at the limit without a word
    return data


def _parse(value: object, pages: HtmlReader, path: str) -> Parsed:
    try:
        return parse_record(value, pages, path=path)
    except UserError as error:
        return error


def _store(parsed: Sequence[Parsed]) -> list[dict[str, Any]]:
    """Save what could be read, in one transaction, and tell what became of each."""
    now = datetime.now(UTC)
    with database().transaction() as session:
        return [
            _refusal(each) if isinstance(each, UserError) else _told(each, save(session, each, now=now))
            for each in parsed
        ]


def _told(article: ParsedArticle, saved: Saved) -> dict[str, Any]:
    told = {"id": saved.article_id, "version_id": saved.version_id, "outcome": saved.outcome}
    return told | {"url": article.url}


def _refusal(error: UserError) -> dict[str, Any]:
    return {"error": {"code": error.code, "detail": error.sentence}}


def _all_refused(errors: Sequence[UserError]) -> Response:
    """The one refusal, or all of them under the first one's status."""
    if len(errors) == 1:
        raise errors[0]
    statuses = {error.status for error in errors}
    status = statuses.pop() if len(statuses) == 1 else InvalidInput.status
    sentence = f"None of the {len(errors)} articles could be read."
    return problem(status, errors[0].code, sentence, articles=[_refusal(error) for error in errors])
