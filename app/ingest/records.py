"""An article as a JSON object: of the API, and of each line of a .jsonl file.

Only the fields named here are read, each by name; whatever else an object holds is never assigned to anything.
"""

from collections.abc import Mapping
from typing import Any

from app.errors import InvalidInput
from app.ingest.html import HtmlReader
from app.ingest.parsed import ParsedArticle, parse

FIELDS = ("url", "title", "outlet", "byline", "published_at", "date", "modified_at", "text", "html")
_KINDS = {str: "a string", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def parse_record(value: object, pages: HtmlReader, *, path: str = "") -> ParsedArticle:
    """The article that a JSON object tells. `date` is another name for `published_at`; `text` goes before `html`.

    Raises InvalidInput: `wrong_type` with the path of the field under `path` ("[3].title"), `no_text`, and what the
    parsers raise."""
    if not isinstance(value, Mapping):
        raise InvalidInput(f"{path or 'The article'} must be an object, not {_kind(value)}.", code="wrong_type")
    given = {name: _words(value, name, path) for name in FIELDS}
    text, page = given["text"], given["html"]
    told = {
        "url": given["url"],
        "title": given["title"],
        "outlet": given["outlet"],
        "byline": given["byline"],
        "published": given["published_at"] or given["date"],
        "modified": given["modified_at"],
    }
    if text is not None:
        return parse(text, **told)
    if page is not None:
        return pages.read(page.encode("utf-8", "ignore"), **told)
    raise InvalidInput(f"{_field(path, 'text')} is missing: an article needs text or html.", code="no_text")


def _words(value: Mapping[str, Any], name: str, path: str) -> str | None:
    found = value.get(name)
    if found is None or isinstance(found, str):
        return found
    raise InvalidInput(f"{_field(path, name)} must be a string, not {_kind(found)}.", code="wrong_type")


def _field(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "null")
