"""Measured on real articles where they are at hand; nothing of them is kept here."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.speakers import Mention, resolve

SHARED = Path(__file__).resolve().parents[3] / "shared"
RED_LINES = SHARED / "articles" / "red-lines.gold.jsonl"
GUM = SHARED / "data" / "gum_news" / "dev.jsonl"


def _articles(path: Path) -> Iterator[dict[str, Any]]:
    if not path.exists():
        pytest.skip(f"{path.name} is not at hand")
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _resolved(article: dict[str, Any]) -> list[tuple[dict[str, Any], str | None]]:
    mentions = [
        Mention(*(tuple((start, end) for start, end in one[part]) for part in ("source", "cue", "content")))
        for one in article["attributions"]
    ]
    found = resolve(article["text"], mentions)
    return [(one, resolution.name) for one, resolution in zip(article["attributions"], found, strict=True)]


def test_every_speaker_of_the_red_lines_article() -> None:
    for article in _articles(RED_LINES):
        for one, name in _resolved(article):
            assert name == one["speaker"]


def test_people_of_wikinews_are_right_or_open() -> None:
    """Names only: a surname alone, as its gold has for one student, counts as right if the last word agrees."""
    right = wrong = open_ = 0
    for article in _articles(GUM):
        for one, name in _resolved(article):
            gold = one["speaker"]
            if gold is None or gold["type"] != "person" or not gold["name"][:1].isupper():
                continue
            last = gold["name"].split(",")[0].split()[-1]
            open_ += name is None
            right += name is not None and name.split()[-1] == last
            wrong += name is not None and name.split()[-1] != last
    assert 0.8 * (right + wrong + open_) <= right
    assert wrong <= 0.02 * (right + wrong + open_)
