"""Who may do what. Every route carries one of two decisions, and one without is a bug that stops the application.

`anyone_reads`: whoever reaches the server. `owner_writes`: who holds `API_TOKEN`, sent as a bearer token; while no
token is set, only this very machine, asked for directly (a request that came through a proxy is never taken for local).
Forms are guarded against other sites by Flask-WTF's token and a strict same-site cookie; requests that bear the token
carry no cookie, so they need none.
"""

import hmac
from collections.abc import Callable
from ipaddress import ip_address
from typing import Any, TypeVar

from flask import Flask, current_app, request
from flask_wtf import CSRFProtect
from flask_wtf.csrf import CSRFError

from app.current import house
from app.errors import Forbidden, UserError

View = TypeVar("View", bound=Callable[..., Any])
PROXY_HEADERS = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")
FRAMEWORK_ROUTES = {"static": "reads", "openapi.spec": "reads"}

protect = CSRFProtect()


def anyone_reads(view: View) -> View:
    view.access = "reads"  # type: ignore[attr-defined]
    return view


def owner_writes(view: View) -> View:
    view.access = "writes"  # type: ignore[attr-defined]
    return view


def decision(app: Flask, endpoint: str) -> str | None:
    """The access decision of a route: "reads", "writes" or None."""
    return FRAMEWORK_ROUTES.get(endpoint) or getattr(app.view_functions.get(endpoint), "access", None)


def takes_forms() -> bool:
    """Whether whoever asks may write by form: pages leave out those that would be refused."""
    return house().config.api_token is None and _is_local()


def register(app: Flask) -> None:
    app.add_template_global(takes_forms)
    app.config["WTF_CSRF_CHECK_DEFAULT"] = False
    protect.init_app(app)
    app.before_request(_guard)


def _guard() -> None:
    endpoint = request.endpoint
    if endpoint is None:
        return  # no such page: the error handler answers
    needed = decision(current_app, endpoint)
    if needed is None:
        raise RuntimeError(f"the route {endpoint} has no access decision")
    if needed == "writes":
        _must_own()


def _must_own() -> None:
    token = house().config.api_token
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        if token is None or not hmac.compare_digest(given.strip().encode(), token.encode()):
            raise Forbidden("This token may not write here.", status=401, code="unauthorised")
        return
    if token is not None:
        raise Forbidden("Changing anything here needs the API token.", status=401, code="unauthorised")
    if not _is_local():
        raise Forbidden("Only the machine that runs this service may change anything. Set API_TOKEN to allow others.")
    if request.is_json:
        return  # another site cannot send JSON here unasked: the browser asks first, and is refused
    if request.path.startswith("/api/"):
        raise UserError("This must be sent as application/json.", code="unsupported_media_type", status=415)
    _check_form()


def _check_form() -> None:
    try:
        protect.protect()
    except CSRFError as error:
        raise Forbidden(f"The form could not be checked: {error.description}", code="form_expired") from error


def _is_local() -> bool:
    if any(header in request.headers for header in PROXY_HEADERS):
        return False
    try:
        return ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False
