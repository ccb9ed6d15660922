"""How errors reach people: one translation for pages (HTML) and one for programs (RFC 9457 problem+json).

A user's mistake gets its sentence and status; a bug gets a traceback in the log and a generic page, never its details.
"""

from http import HTTPStatus
from typing import Any

import structlog
from flask import Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException, SecurityError

from app.errors import UserError

log = structlog.get_logger(__name__)

SENTENCES = {
    400: "The request could not be read.",
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
    413: "That is more than 5 MB, which is the most that is read at once.",
    415: "This media type is not read here.",
}


def register(app: Flask) -> None:
    app.register_error_handler(UserError, _user_error)
    app.register_error_handler(SecurityError, _strange_host)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _bug)


def problem(status: int, code: str, sentence: str, **more: Any) -> Response:
    """A problem document (RFC 9457): `code` is the stable word, `detail` the sentence."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "code": code}
    response = jsonify(body | {"detail": sentence} | more)
    response.status_code = status
    response.mimetype = "application/problem+json"
    return response


def _answer(status: int, code: str, sentence: str) -> Response:
    if request.path.startswith("/api/") or request.path.endswith(".json"):
        return problem(status, code, sentence)
    return Response(render_template("error.html", status=status, sentence=sentence), status=status)


def _user_error(error: UserError) -> Response:
    log.info("refused", path=request.path, code=error.code, status=error.status)
    return _answer(error.status, error.code, error.sentence)


def _strange_host(_: SecurityError) -> Response:
    """Asked for under a name that is not ours (TRUSTED_HOSTS): no page can be drawn, since no address can be made."""
    return Response("This service does not answer to that host name.\n", status=400, mimetype="text/plain")


def _http_error(error: HTTPException) -> Response:
    if error.response is not None or error.code is None or error.code < 400:
        return Response(response=error.get_response().response, status=error.code, headers=error.get_headers())
    code = (error.name or "error").lower().replace(" ", "_")
    return _answer(error.code, code, SENTENCES.get(error.code, error.description or error.name))


def _bug(error: Exception) -> Response:
    log.exception("bug", path=request.path, exc_info=error)
    return _answer(500, "internal_error", "Something went wrong on our side. It has been written to the log.")
