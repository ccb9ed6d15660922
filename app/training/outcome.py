"""What a tagger reaches on annotated articles, with the rules and against the rules alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.extraction import FLOOR, Attribution, Tagger, extract
from app.training.calibration import Bin, reliability
from app.training.measure import Measured, Quality, Spoken


@dataclass(frozen=True, slots=True)
class Outcome:
    """Quality by kind with the tagger, by the rules alone, and of what counts (confidence of FLOOR or more); the table
    of reliability."""

    with_tagger: dict[str, Quality]
    by_rules: dict[str, Quality]
    counted: dict[str, Quality]
    table: list[Bin]


def outcome(tagger: Tagger, articles: Sequence[dict[str, Any]]) -> Outcome:
    """Measure on ``articles``. Raises TaggerUnavailable."""
    whole, counted, ruled = Measured(), Measured(), Measured()
    confidence: list[float] = []
    right: list[bool | None] = []
    for article in articles:
        found = _told(extract(article["text"], tagger=tagger))
        right += whole.add(article, [Spoken(one.content, one.source) for one in found])
        confidence += [one.confidence for one in found]
        counted.add(article, [Spoken(one.content, one.source) for one in found if FLOOR <= one.confidence])
        ruled.add(article, [Spoken(one.content, one.source) for one in _told(extract(article["text"]))])
    table = reliability(confidence, right)
    return Outcome(whole.quality, ruled.quality, counted.quality, table)


def _told(found: list[Attribution]) -> list[Attribution]:
    """What the article itself reports: people marked no reports inside reports."""
    return [one for one in found if not one.within]
