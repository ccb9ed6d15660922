"""Whatever editors decide, and in whatever order it is taken back, leaves nothing behind."""

from datetime import UTC, datetime
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import pipeline
from app.cli.seed import SEEDS
from app.db import Database
from app.embedding import SentenceEmbedder
from app.errors import UserError
from app.evaluation import running
from app.evaluation.gold import read_articles
from app.evaluation.world import read_world
from app.models import Claim, Decision, Speaker
from app.review import Act, decide, undo
from app.search.content_hash import content_hash
from app.search.vectors import VectorIndex
from app.storing.joining import rejoin
from app.storing.settling import settle
from tests.review.town import fill, talk

NOW = datetime(2025, 6, 1, tzinfo=UTC)
DECISIONS = 200
KINDS = ("merge", "merge", "split", "split", "reassign", "reassign", "never", "alias", "rename", "apart")


def act(session: Session, chance: Random) -> Act:
    """One thing that an editor could do to this archive, sensible or not."""
    speakers = session.scalars(select(Speaker.id).where(Speaker.merged_into_id.is_(None)).order_by(Speaker.id)).all()
    everybody = session.scalars(select(Speaker.id).order_by(Speaker.id)).all()
    claims = session.scalars(select(Claim.id).order_by(Claim.id)).all()
    some = tuple(chance.sample(list(claims), chance.randint(1, 4)))
    one, other = chance.choice(speakers), chance.choice(speakers)
    kind = chance.choice(
        ("merge", "merge", "split", "split", "reassign", "reassign", "never", "alias", "rename", "apart")
    )
    if kind == "split":
        theirs = session.scalars(select(Claim.id).where(Claim.speaker_id == one).order_by(Claim.id)).all()
        some = tuple(chance.sample(list(theirs), chance.randint(1, max(1, len(theirs) - 1)))) if theirs else ()
        return Act(kind, speaker_id=one, name=chance.choice(("Ada Holm", "The other one")), claims=some)
    if kind == "reassign":
        return Act(kind, speaker_id=chance.choice((one, None)), claims=some)
    if kind == "never":
        name = chance.choice((None, "Ada Holm", "Holm"))
        return Act(kind, other_id=one, name=name, claims=() if name else some)
    if kind == "apart":
        return Act(kind, speaker_id=chance.choice(everybody), other_id=chance.choice(everybody))
    name = chance.choice(("Holm", "Quist", "Ada Lind", "Lord Holm", "Per Lundh"))
    return Act(
        kind, speaker_id=one, other_id=other if kind == "merge" else None, name=None if kind == "merge" else name
    )


def decide_at_random(session: Session, index: VectorIndex, chance: Random, number: int) -> list[int]:
    taken: list[int] = []
    while len(taken) < number:
        try:
            taken.append(decide(session, act(session, chance), by="An editor", now=NOW, index=index).decision_id)
        except UserError:
            continue
    return taken


@pytest.fixture(params=range(1))
def chance(request: pytest.FixtureRequest) -> Random:
    return Random(request.param)


def undone_without_trace(database: Database, index: VectorIndex, chance: Random) -> None:
    with database.transaction() as session:
        before = content_hash(session)
        taken = decide_at_random(session, index, chance, DECISIONS)
        assert {"merge", "split", "reassign"} <= set(session.scalars(select(Decision.kind)))
        assert content_hash(session) != before
    chance.shuffle(taken)
    with database.transaction() as session:
        for decision_id in taken:
            undo(session, decision_id, by="Another editor", now=NOW, index=index)
        assert content_hash(session) == before


@pytest.mark.faults
def test_two_hundred_decisions_undone_in_any_order_leave_nothing(database: Database, chance: Random) -> None:
    with database.transaction() as session:
        index = fill(session, talk(chance, 60))
    undone_without_trace(database, index, chance)


@pytest.mark.model
def test_two_hundred_decisions_on_the_seeds_undone_leave_nothing(database: Database) -> None:
    """The invented archive of the seeds, with the model that the product uses."""
    embedder, world = SentenceEmbedder(), read_world(SEEDS)
    index = VectorIndex(embedder.name)
    with database.transaction() as session:
        for article in read_articles(SEEDS):
            saved = running.save_seed(session, article, now=NOW)
            analysis = running.gold_analysis(article, world, embedder=embedder)
            pipeline.store(session, saved.version_id, analysis, index=index, now=NOW)
    undone_without_trace(database, index, Random(4))


def test_decisions_and_articles_in_any_order_come_to_the_same(database: Database, chance: Random) -> None:
    """What is decided about names holds for articles that come later: the archive is the same as if they had been
    there before."""
    sayings = talk(chance, 40)
    hashes = []
    for late in (0, 15):
        with database.rehearsal() as session:
            index = fill(session, sayings[: len(sayings) - late])
            ids = dict(session.execute(select(Speaker.name_key, Speaker.id)).all())
            merge = Act("merge", speaker_id=ids["ada holm"], other_id=ids["ada quist"])
            for each in (merge, Act("alias", speaker_id=ids["ezra holm"], name="Holm")):
                decide(session, each, by="An editor", now=NOW, index=index)
            rest = sayings[len(sayings) - late :]
            if late:
                fill(session, rest)
            hashes.append(content_hash(session))
    assert hashes[0] == hashes[1]


def test_after_any_decisions_working_everything_out_anew_changes_nothing(database: Database, chance: Random) -> None:
    """No decision leaves a claim behind with the speaker, or the candidates, of before."""
    with database.rehearsal() as session:
        index = fill(session, talk(chance, 25))
        taken = decide_at_random(session, index, chance, 30)
        for decision_id in chance.sample(taken, 10):
            undo(session, decision_id, by="Another editor", now=NOW, index=index)
        before = content_hash(session)
        assert rejoin(session, set(session.scalars(select(Speaker.id)))) == set()
        assert settle(session, session.scalars(select(Claim.id)).all()) == ()
        assert content_hash(session) == before
