"""What a tagger reaches on annotated articles, with the rules and against the rules alone."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.extraction import FLOOR, Attribution, Tagger, extract
from app.training.calibration import Bin, reliability
from app.training.measure import Measured, Quality, Spoken


@dataclass(frozen=True, slots=True)
class Outcome:
    """Quality by kind with the tagger, by the rules alone, and of what counts (confidence of FLOOR or more); the table
    of reliability; words a second."""

    with_tagger: dict[str, Quality]
    by_rules: dict[str, Quality]
    counted: dict[str, Quality]
    table: list[Bin]
    speed: float


def outcome(tagger: Tagger, articles: Sequence[dict[str, Any]]) -> Outcome:
    """Measure on ``articles``. Raises TaggerUnavailable."""
    whole, counted, ruled = Measured(), Measured(), Measured()
    confidence: list[float] = []
    right: list[bool | None] = []
    words, seconds = 0, 0.0
    extract("“It is warm,” she said.", tagger=tagger)  # loads the models outside the clock
    for article in articles:
        began = time.perf_counter()
        found = _told(extract(article["text"], tagger=tagger))
        seconds += time.perf_counter() - began
        words += len(article["text"].split())
        right += whole.add(article, [Spoken(one.content, one.source) for one in found])
        confidence += [one.confidence for one in found]
        counted.add(article, [Spoken(one.content, one.source) for one in found if FLOOR <= one.confidence])
        ruled.add(article, [Spoken(one.content, one.source) for one in _told(extract(article["text"]))])
    table = reliability(confidence, right)
    return Outcome(whole.quality, ruled.quality, counted.quality, table, words / max(1e-9, seconds))


def _told(found: list[Attribution]) -> list[Attribution]:
    """What the article itself reports: people marked no reports inside reports."""
    return [one for one in found if not one.within]
