from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from app.db import Database
from app.embedding import HashingEmbedder
from app.errors import InvalidInput
from app.evaluation.found import claims_of
from app.evaluation.running import analyse, gold_analysis, judge_stored, save_seed
from app.extraction import Polarity
from app.models import Article, Job, Outlet, Version
from app.pipeline import store
from app.search.vectors import VectorIndex
from tests.evaluation import archive
from tests.evaluation.worlds import WORLD

NOW = datetime(2024, 4, 1, tzinfo=UTC)
EMBEDDER = HashingEmbedder()


def test_a_seed_is_saved_like_any_article_and_once(database: Database) -> None:
    for expected in (["created", "created", "new_version", "created"], ["known"] * 4):
        with database.transaction() as session:
            assert [save_seed(session, each, now=NOW).outcome for each in archive.articles()] == expected
    with database.reading() as session:
        counts = [session.scalar(select(func.count()).select_from(model)) for model in (Article, Version, Outlet, Job)]
        assert counts == [3, 4, 2, 4]
        first = session.scalars(select(Article).where(Article.url == archive.URL)).one()
        assert (first.title, first.byline, str(first.published_on)) == ("Quay to close", "Ann Other", "2024-03-05")
        copy = session.scalars(select(Article).where(Article.url == "https://tern.example/quay")).one()
        assert copy.copy_of_id == first.id


def test_gold_is_stored_and_read_back_as_it_was_marked(database: Database) -> None:
    article = archive.articles()[0]
    with database.transaction() as session:
        version_id = save_seed(session, article, now=NOW).version_id
        analysis = gold_analysis(article, WORLD, embedder=EMBEDDER)
        store(session, version_id, analysis, index=VectorIndex(EMBEDDER.name), now=NOW)
    with database.reading() as session:
        (judged,) = judge_stored(session, [(article, version_id)])
        assert [pair.overlap for pair in judged.pairs] == [1, 1, 1]
        found = claims_of(session, version_id)
    assert [claim.speaker for claim in found] == ["Una Crane", "Una Crane", "Port of Ness"]
    assert [claim.content for claim in found] == [claim.content for claim in article.claims]
    assert [str(claim.said_on) for claim in found] == ["2024-03-04", "None", "None"]
    assert found[2].polarity == Polarity.DENIED
    assert len({claim.thread for claim in found}) == 3


def test_the_machine_reads_a_seed_by_itself() -> None:
    article = archive.articles()[0]
    analysis = analyse(article, embedder=EMBEDDER)
    assert analysis.model == EMBEDDER.name
    assert "‘We have tried everything, and the sea has tried harder,’" in [claim.text for claim in analysis.claims]


def test_what_is_stored_as_second_hand_is_told_apart(database: Database) -> None:
    article = archive.articles()[0]
    gold = gold_analysis(article, WORLD, embedder=EMBEDDER)
    claims = (*gold.claims[:2], replace(gold.claims[2], told_in=0))
    with database.transaction() as session:
        version_id = save_seed(session, article, now=NOW).version_id
        store(session, version_id, replace(gold, claims=claims), index=VectorIndex(EMBEDDER.name), now=NOW)
        (judged,) = judge_stored(session, [(article, version_id)])
    assert [claim.is_second_hand for claim in (*judged.found, *judged.second_hand)] == [False, False, True]
    assert [gold.number for gold, _ in judged.told()] == [3]


def test_a_text_that_is_stored_otherwise_is_refused(database: Database) -> None:
    first, _, third, _ = archive.articles()
    with database.transaction() as session:
        version_id = save_seed(session, first, now=NOW).version_id
        with pytest.raises(InvalidInput, match="003-quay-again: its text is not stored"):
            judge_stored(session, [(third, version_id)])
