"""How a read model reaches the reader: as a page, or as JSON where the path ends in ".json"."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from flask import Response, jsonify, render_template, request

from app.errors import NotFound

LARGEST_ID = 2**63 - 1


def answer(template: str, model: Any, **more: Any) -> Response:
    """The model as JSON or, with what else the template needs, as a page."""
    if wants_json():
        return jsonify(plain(model))
    return Response(render_template(template, page=model, **more))


def wants_json() -> bool:
    return request.path.endswith(".json")


def moved(address: str) -> Response:
    """To the address that this page has for good (301), as JSON where that was asked for, with the same query."""
    query = request.query_string.decode("ascii", "replace")
    ending = ".json" if wants_json() else ""
    return Response(status=301, headers={"Location": address + ending + (f"?{query}" if query else "")})


def known(id: int) -> int:
    """The id, if a database could hold it. Raises NotFound for one that is out of range."""
    if LARGEST_ID < id:
        raise NotFound("There is nothing at this address.")
    return id


def plain(value: Any) -> Any:
    """The value in what JSON has: records as objects, days and times in ISO 8601."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
