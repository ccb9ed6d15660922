"""The forms of the API as its OpenAPI description shows them. They only describe: `ingest.records` reads."""

from apiflask import Schema
from apiflask.fields import Boolean, Date, DateTime, Dict, Integer, List, Nested, String


class ArticleIn(Schema):
    """One article. Either text or html is needed; a list of up to 100 of these is taken too."""

    url = String(metadata={"description": "http or https; the same address again is the same article"})
    title = String()
    outlet = String(metadata={"description": "name of who published it; told by the address's host where missing"})
    byline = String()
    published_at = String(metadata={"description": "ISO 8601 or RFC 2822; a time without a zone keeps only its day"})
    modified_at = String(metadata={"description": "when this text was last changed"})
    text = String(metadata={"description": "plain text, paragraphs parted by an empty line"})
    html = String(metadata={"description": "the page; read where no text is given"})


class SavedOut(Schema):
    """What became of one article, in the order given; only `error` where it was refused."""

    id = Integer()
    version_id = Integer()
    outcome = String(metadata={"enum": ["created", "known", "new_version"]})
    url = String(allow_none=True)
    error = Dict(keys=String(), values=String(), metadata={"description": "code and detail of a refusal"})


class ArticlesOut(Schema):
    articles = List(Nested(SavedOut))


class VersionOut(Schema):
    id = Integer()
    number = Integer()
    text_sha256 = String()
    modified_at = DateTime(allow_none=True)
    stored_at = DateTime()
    analysed_at = DateTime(allow_none=True, metadata={"description": "null while it waits to be read"})
    is_current = Boolean()
    is_partial = Boolean()


class ArticleOut(Schema):
    """An article as it is stored; its claims stand at `/articles/<id>.json`."""

    id = Integer()
    url = String(allow_none=True)
    title = String()
    outlet = String(allow_none=True)
    byline = String(allow_none=True)
    published_at = DateTime(allow_none=True)
    published_on = Date(allow_none=True)
    published_precision = String(metadata={"enum": ["time", "day", "none"]})
    published_as_given = String(allow_none=True)
    copy_of_id = Integer(allow_none=True)
    versions = List(Nested(VersionOut))
