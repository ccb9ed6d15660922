"""The header of a seed article: where, when and under which title it was published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.evaluation.marks import Misread

NEEDED = ("url", "outlet", "title", "byline", "published_at")
ALLOWED = (*NEEDED, "modified_at", "copy_of")


@dataclass(frozen=True, slots=True)
class Header:
    """As printed; times are aware. `modified_at` marks a later version, `copy_of` names the slug of the original."""

    url: str
    outlet: str
    title: str
    byline: str
    published_at: datetime
    modified_at: datetime | None = None
    copy_of: str | None = None


def read_header(lines: Sequence[str]) -> Header:
    """The header in the lines before the first parting. Raises Misread."""
    given: dict[str, tuple[int, str]] = {}
    for at, line in enumerate(lines, start=1):
        name, colon, value = line.partition(": ")
        if name not in ALLOWED or not colon or not value.strip():
            raise Misread(at, f"{line!r} is no line of a header")
        if name in given:
            raise Misread(at, f"{name} is given twice")
        given[name] = (at, value.strip())
    if missing := [name for name in NEEDED if name not in given]:
        raise Misread(1, f"{missing[0]} is missing")
    times = {name: _time(*given[name]) for name in ("published_at", "modified_at") if name in given}
    if "modified_at" in times and times["modified_at"] <= times["published_at"]:
        raise Misread(given["modified_at"][0], "modified_at is not after published_at")
    words = {name: value for name, (_, value) in given.items() if name not in times}
    return Header(
        url=words["url"],
        outlet=words["outlet"],
        title=words["title"],
        byline=words["byline"],
        published_at=times["published_at"],
        modified_at=times.get("modified_at"),
        copy_of=words.get("copy_of"),
    )


def _time(at: int, given: str) -> datetime:
    try:
        time = datetime.fromisoformat(given)
    except ValueError:
        raise Misread(at, f"{given!r} is no time") from None
    if time.tzinfo is None:
        raise Misread(at, f"{given!r} has no zone")
    return time
