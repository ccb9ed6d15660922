"""Every seed file is whole, agrees with its world, and together they are the world that was asked for."""

from pathlib import Path

import pytest

from app.evaluation.checks import faults
from app.evaluation.gold import GoldArticle, read_article, read_articles
from app.evaluation.world import World, read_world

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FILES = sorted((SEEDS / "articles").glob("*.txt"))


@pytest.fixture(scope="module")
def articles() -> list[GoldArticle]:
    return read_articles(SEEDS)


@pytest.fixture(scope="module")
def world() -> World:
    return read_world(SEEDS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_seed_file_is_read_and_its_spans_cut_exactly(path: Path) -> None:
    article = read_article(path)
    assert article.claims
    assert not set("{}") & set(article.text)
    for claim in article.claims:
        for part in (claim.content, claim.cue, claim.source):
            assert list(part) == sorted(part)
            for start, end in part:
                assert article.body_start <= start < end <= len(article.text)
                assert article.text[start:end] == article.text[start:end].strip()


def test_gold_and_world_agree(articles: list[GoldArticle], world: World) -> None:
    assert faults(articles, world) == []


def test_addresses_are_told_apart_and_versions_share_one(articles: list[GoldArticle]) -> None:
    firsts = [article.url for article in articles if article.modified_at is None]
    assert len(set(firsts)) == len(firsts)
    assert {article.url for article in articles if article.modified_at is not None} <= set(firsts)
