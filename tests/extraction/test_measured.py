"""The bars of extraction on data that is kept beside the repository; skipped where it is absent."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.extraction import extract
from benchmarks.extraction import measure

SHARED = Path(__file__).parents[2].parent / "shared"
DEV = SHARED / "data" / "polnear" / "dev.jsonl"
ARTICLE = SHARED / "articles" / "red-lines.gold.jsonl"


def articles(path):
    if not path.exists():
        pytest.skip(f"{path.name} is not beside this repository")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def test_polnear_dev_stays_above_its_bars():
    quality = measure(articles(DEV)).quality
    assert quality["all"].f1 >= 0.80
    assert quality["all"].precision >= 0.85
    assert quality["direct"].recall >= 0.93


def test_the_long_article_is_read_with_exact_words():
    (article,) = articles(ARTICLE)
    quality = measure([article]).quality
    assert quality["all"].matched >= 14
    assert quality["direct"].exact == quality["direct"].gold
    assert quality["mixed"].exact == quality["mixed"].gold


def test_the_long_article_is_dated():
    (article,) = articles(ARTICLE)
    found = extract(article["text"], published_on=date(2024, 9, 13))
    dated = {article["text"][one.content[0][0] :][:30]: one.said_on for one in found}
    assert dated["“This will mean that NATO coun"] == date(2024, 9, 12)
