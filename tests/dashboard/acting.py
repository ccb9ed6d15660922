"""A short way to send the forms about speakers as a browser would: with the token of the page, and what it carried."""

import re
from html import unescape
from typing import Any

from flask.testing import FlaskClient

Fields = list[tuple[str, str]]
PREVIEW = "/decisions/preview"


def token(client: FlaskClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/articles/add").text)
    assert found is not None
    return found[1]


def send(client: FlaskClient, address: str, fields: Fields) -> Any:
    data: dict[str, list[str]] = {"csrf_token": [token(client)]}
    for name, value in fields:
        data.setdefault(name, []).append(value)
    return client.post(address, data=data)


def look(client: FlaskClient, **fields: Any) -> Any:
    """The preview of an act."""
    return send(client, PREVIEW, [*of(fields)])


def of(fields: dict[str, Any]) -> Fields:
    many = {name: value if isinstance(value, (list, tuple)) else [value] for name, value in fields.items()}
    return [(name, str(one)) for name, values in many.items() for one in values]


def carried(page: str, form: str = "confirm") -> tuple[str, Fields]:
    """Where the form of this class goes, and its hidden fields but for the token."""
    found = re.search(rf'<form class="{form}" method="post" action="([^"]+)">(.*?)</form>', page, re.DOTALL)
    assert found is not None, page
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', found[2])
    return found[1], [(name, unescape(value)) for name, value in fields if name != "csrf_token"]


def confirm(client: FlaskClient, page: str, *, by: str = "Una Reed", **more: str) -> Any:
    """Confirm a preview."""
    address, fields = carried(page)
    return send(client, address, [*fields, ("by", by), *more.items()])


def decide(client: FlaskClient, **fields: Any) -> Any:
    """Look at the preview of an act and confirm it; the answer sends on to what was decided about."""
    seen = look(client, **fields)
    assert seen.status_code == 200, seen.text
    answer = confirm(client, seen.text)
    assert answer.status_code == 303, answer.text
    return answer
