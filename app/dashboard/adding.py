"""The page to paste or upload one article. What is wrong is said beside its field, and what was typed is kept."""

from collections.abc import Mapping
from datetime import UTC, datetime

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import anyone_reads, owner_writes
from app.current import database
from app.errors import InvalidInput, UserError
from app.ingest.dates import read_date
from app.ingest.files import parse_file
from app.ingest.html import HtmlReader
from app.ingest.parsed import ParsedArticle, parse
from app.ingest.save import save

FIELDS = ("title", "text", "outlet", "byline", "url", "published")
FIELD_OF = {"no_text": "text", "invalid_url": "url", "invalid_date": "published", "binary": "file", "too_large": "file"}
FIELD_OF |= {"unknown_kind": "file", "too_complex": "file"}

blueprint = Blueprint("adding", __name__, url_prefix="/articles")


@blueprint.get("/add")
@anyone_reads
def form() -> ResponseReturnValue:
    return _draw({}, None)


@blueprint.post("/add")
@owner_writes
def add() -> ResponseReturnValue:
    typed = {name: request.form.get(name, "") for name in FIELDS}
    try:
        parsed = _read(typed)
    except UserError as error:
        return _draw(typed, error)
    with database().transaction() as session:
        saved = save(session, parsed, now=datetime.now(UTC))
    return redirect(url_for("articles.show", id=saved.article_id), code=303)


def _read(typed: Mapping[str, str]) -> ParsedArticle:
    """The article that was typed or uploaded. Raises UserError. A date that cannot be read is refused here: whoever
    typed it is there to mend it."""
    if typed["published"].strip() and read_date(typed["published"]).precision == "none":
        raise InvalidInput("This date cannot be read. Write it as 2024-09-13.", code="invalid_date")
    told = {name: typed[name] or None for name in FIELDS if name != "text"}
    file = request.files.get("file")
    if file is None or not file.filename:
        return parse(typed["text"], **told)
    if typed["text"].strip():
        raise InvalidInput("Paste a text or choose a file, not both.", code="no_text")
    with HtmlReader() as pages:
        return parse_file(file.filename, file.read(), pages, **told)


def _draw(typed: Mapping[str, str], error: UserError | None) -> Response:
    wrong = FIELD_OF.get(error.code, "form") if error else None
    page = render_template("add.html", typed=typed, error=error, wrong=wrong)
    return Response(page, status=error.status if error else 200)
