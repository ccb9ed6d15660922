"""Every seed file is whole, agrees with its world, and together they are the world that was asked for."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from app.evaluation.checks import faults
from app.evaluation.gold import GoldArticle, GoldClaim, read_article, read_articles
from app.evaluation.world import World, read_world
from app.extraction import Kind, Polarity
from app.speakers import SpeakerKind

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


def test_the_world_is_as_large_as_was_asked_for(articles: list[GoldArticle], world: World) -> None:
    claims = [claim for article in articles for claim in article.claims]
    speaking = {claim.speaker for claim in claims if claim.speaker is not None}
    days = [article.published_at for article in articles]
    assert len({article.outlet for article in articles}) >= 8
    assert len(speaking) >= 30
    assert len({article.url for article in articles}) >= 80
    assert timedelta(days=500) <= max(days) - min(days) <= timedelta(days=560)
    assert len(world.threads & {claim.thread for claim in claims}) >= 25
    assert set(world.statements) <= {claim.statement for claim in claims}
    assert {article.slug for article in articles} == set(world.articles)


def test_the_world_has_what_misleads_a_careless_reader(articles: list[GoldArticle], world: World) -> None:
    claims = [claim for article in articles for claim in article.claims]
    surnames = Counter(each.name.split()[-1] for each in world.speakers.values() if each.kind == SpeakerKind.PERSON)
    assert max(surnames.values()) > 1
    assert {claim.kind for claim in claims} == set(Kind)
    assert {claim.polarity for claim in claims} == set(Polarity)
    assert any(not each.name.isascii() for each in world.speakers.values())
    assert sum(claim.speaker is None for claim in claims) > 100
    assert sum(article.copy_of is not None for article in articles) > 5
    assert sum(article.modified_at is not None for article in articles) > 1
    assert any(_crosses_paragraphs(article, claim) for article in articles for claim in article.claims)


def _crosses_paragraphs(article: GoldArticle, claim: GoldClaim) -> bool:
    return "\n\n" in article.text[claim.content[0][0] : claim.content[-1][1]]
