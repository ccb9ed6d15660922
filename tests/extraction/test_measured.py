"""The bars of extraction on data that is kept beside the repository; not run where it is absent."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.extraction import Tagger, extract
from app.training.measure import Measured, Spoken
from app.training.outcome import outcome

DEV = "data/polnear/dev.jsonl"
GUM = "data/gum_news/dev.jsonl"
RED_LINES = "articles/red-lines.gold.jsonl"


def articles(shared: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (shared / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def by_rules(given: list[dict[str, Any]]) -> Measured:
    measured = Measured()
    for article in given:
        measured.add(article, [Spoken(one.content, one.source) for one in extract(article["text"]) if not one.within])
    return measured


def test_rules_alone_on_polnear_dev(shared: Path) -> None:
    quality = by_rules(articles(shared, DEV)).quality
    assert quality["all"].f1 >= 0.84
    assert quality["all"].precision >= 0.87
    assert quality["all"].exact_f1 >= 0.72
    assert quality["direct"].recall >= 0.94


def test_the_long_article_is_found_whole_by_rules_alone(shared: Path) -> None:
    quality = by_rules(articles(shared, RED_LINES)).quality
    assert quality["all"].matched == quality["all"].gold == 16
    assert quality["direct"].exact == quality["direct"].gold


def test_the_long_article_is_dated(shared: Path) -> None:
    (article,) = articles(shared, RED_LINES)
    found = extract(article["text"], published_on=date(2024, 9, 13))
    dated = {article["text"][one.content[0][0] :][:30]: one.said_on for one in found}
    assert dated["“This will mean that NATO coun"] == date(2024, 9, 12)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(threads=2)


@pytest.mark.model
def test_the_tagger_on_polnear_dev(shared: Path, tagger: Tagger) -> None:
    found = outcome(tagger, articles(shared, DEV))
    whole = found.with_tagger["all"]
    assert whole.f1 >= 0.90
    assert whole.precision >= 0.89
    assert whole.exact_f1 >= 0.77
    assert whole.source / whole.matched >= 0.96
    assert found.with_tagger["indirect"].recall >= 0.86
    assert found.counted["all"].precision >= whole.precision  # the floor leaves the surer ones


@pytest.mark.model
def test_the_tagger_on_the_long_article(shared: Path, tagger: Tagger) -> None:
    quality = outcome(tagger, articles(shared, RED_LINES)).with_tagger
    assert quality["all"].matched == quality["all"].gold == 16
    assert quality["direct"].exact == quality["direct"].gold
