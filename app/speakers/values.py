"""The values that pass between the extractor, this room and the records: where a source is named, and who is meant.

They are frozen, and carry spans rather than words, so that whatever is shown is cut from the stored text.
"""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]
"""Half-open code points of the article's text."""

Spans = tuple[Span, ...]
"""In order, not overlapping."""


class SpeakerKind(StrEnum):
    """What sort of speaker a source is. Only the first two can be tied to a record of their own."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COLLECTIVE = "collective"
    UNNAMED = "unnamed"
    DOCUMENT = "document"


class How(StrEnum):
    """What the resolution rests on. `TOGETHER`: several named speakers of one claim, who are its candidates. `OFFICE`:
    whoever held an office on the day, which no article tells by itself; only storing sets it."""

    FULL_NAME = "full name"
    SURNAME = "surname"
    PRONOUN = "pronoun"
    ROLE = "role"
    BODY = "body"
    TOGETHER = "together"
    OFFICE = "office"
    OPEN = "open"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an attribution names its source. `source` and `cue` may be empty, `content` is what was said."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is meant by one mention.

    `name` is the name at its fullest in this article, without title; None where the question is open or the speaker
    has no name. `candidates` are the people it could be, where open, or those who speak together. `evidence` is the
    span at which the full name stands. `role` is the title or apposition as printed, of an open source too. `forms` are
    the full names, of two words or more and without titles, that the article gives this person, in order of appearance.
    """

    name: str | None
    kind: SpeakerKind
    how: How
    candidates: tuple[str, ...]
    evidence: Span | None
    role: str | None
    forms: tuple[str, ...] = ()
