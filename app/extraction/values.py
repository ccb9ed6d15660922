"""The named values that extraction hands on: an attribution and its three spans.

Decision: spans are half-open code points of the text that was read, and an attribution holds nothing but spans
and judgements; whoever wants the words cuts them from the stored text.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Span = tuple[int, int]
Spans = tuple[Span, ...]


class Kind(StrEnum):
    """How much of the content stands in quotation marks: all of it, none of it, or part of it."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """What the source did with the content. Only ``SAID`` counts as saying it."""

    SAID = "said"
    DENIED = "denied"
    DECLINED = "declined"
    ASKED = "asked"
    HYPOTHETICAL = "hypothetical"


class Precision(StrEnum):
    """How exactly the text dates the saying; with ``NONE`` there is no date."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source-cue-content relation found in a text.

    ``content``, ``cue`` and ``source`` are spans in order that do not overlap; cue and source may be empty, content
    never is. ``confidence`` is 0 to 1: the share of right ones that ``rule`` reached where it was measured.
    ``within`` is the content of the report in which this one is told ("Smith said that Jones had promised ..."), empty
    where the article itself reports it. ``said_on`` is the day of saying, or the first day of the week, month or year
    that ``said_on_precision`` names.
    """

    content: Spans
    cue: Spans
    source: Spans
    kind: Kind
    polarity: Polarity
    confidence: float
    said_on: date | None
    said_on_precision: Precision
    rule: str
    within: Spans = ()
