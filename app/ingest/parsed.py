"""A parsed article: what every door makes of what it was given, and all that `save` reads.

Built only by `parse`, so that text, hash and natural key always agree.
"""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from app.errors import InvalidInput
from app.ingest.addresses import canonical
from app.ingest.dates import Told, read_date
from app.ingest.texts import clean, clean_line, compose, cut_title, headline_of

LONGEST_LINE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedArticle:
    """One article as it was read. Times are aware UTC; `published_on` is the day in the zone the outlet told it in;
    `published_precision` is "time", "day" or "none"; `text` is headline, empty line, body. `modified_at` is when this
    text was last changed: as told, or else when it was published (a day alone counts from its midnight UTC)."""

    url: str | None
    title: str
    outlet: str | None
    byline: str | None
    published_at: datetime | None
    published_on: date | None
    published_precision: str
    published_as_given: str | None
    modified_at: datetime | None
    text: str
    is_partial: bool
    natural_key: str
    text_sha256: str


def parse(
    body: str,
    *,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    modified: str | None = None,
) -> ParsedArticle:
    """Everything as given, unclean. Without a title the first line is one where it stands alone.

    Raises InvalidInput: `no_text`, `invalid_url`, `too_long`."""
    body = clean(body)
    if not any(character.isalnum() for character in body):
        raise InvalidInput("There is no text in this article.", code="no_text")
    headline = _line("title", title) or headline_of(body)
    text = compose(headline or "", body)
    outlet_name = _line("outlet", outlet)
    address = canonical(url) if url and url.strip() else None
    told, modified_told = read_date(published), read_date(modified)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return ParsedArticle(
        url=address,
        title=headline or cut_title(body),
        outlet=outlet_name,
        byline=_line("byline", byline),
        published_at=told.at,
        published_on=told.on,
        published_precision=told.precision,
        published_as_given=clean_line(told.as_given) if told.as_given else None,
        modified_at=_moment(modified_told) or _moment(told),
        text=text,
        is_partial=False,
        natural_key=natural_key(address, sha256, fold(outlet_name) if outlet_name else None),
        text_sha256=sha256,
    )


def natural_key(url: str | None, text_sha256: str, outlet_key: str | None) -> str:
    """What names an article whatever the order of arrival: its address, or else its text (and its outlet, since
    another outlet's article with the same text is another article)."""
    return url or (f"text:{text_sha256}" + (f":{outlet_key}" if outlet_key else ""))


def fold(name: str) -> str:
    """The form of an outlet's name that is compared: compatibility forms, case and white space folded."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _line(field: str, given: str | None) -> str | None:
    line = clean_line(given or "")
    if LONGEST_LINE < len(line):
        raise InvalidInput(f"{field} is longer than {LONGEST_LINE:,} characters.", code="too_long")
    return line or None


def _moment(told: Told) -> datetime | None:
    if told.at is not None or told.on is None:
        return told.at
    return datetime.combine(told.on, time(), UTC)
