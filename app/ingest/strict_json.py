"""JSON read strictly: what two readers could understand differently is refused."""

import json
from typing import Any

from app.errors import UserError


def read_json(data: bytes) -> Any:
    """The value of a JSON document in UTF-8. Raises UserError, status 400: `empty`, `broken_json`, `duplicate_key`."""
    if not data.strip():
        raise UserError("There is nothing in this request.", code="empty")
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once_each, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise UserError("This JSON is not in UTF-8.", code="broken_json") from error
    except RecursionError as error:
        raise UserError("This JSON is nested too deep.", code="broken_json") from error
    except json.JSONDecodeError as error:
        sentence = f"This JSON is broken at line {error.lineno}, column {error.colno}: {error.msg}."
        raise UserError(sentence, code="broken_json") from error
    except ValueError as error:
        raise UserError(f"This JSON is broken: {error}.", code="broken_json") from error


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if 1 < names.count(name))
        raise UserError(f"The key {twice[:60]!r} stands twice in one object of this JSON.", code="duplicate_key")
    return found


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")
