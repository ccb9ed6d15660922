"""Awkward sets of articles, saved in any order and read by the worker at any moment: always the same archive."""

import random
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
from sqlalchemy import select

from app import jobs, pipeline
from app.db import Database
from app.embedding import HashingEmbedder
from app.ingest.parsed import ParsedArticle, parse
from app.ingest.save import save
from app.models import Article, Version
from app.search.content_hash import content_hash
from app.search.vectors import VectorIndex
from app.values import Analysis
from tests.ingest.archive import NOW
from tests.ingest.conftest import Fresh

pytestmark = pytest.mark.faults

ORDERS = 8
LEASE = timedelta(minutes=1)
EMBEDDER = HashingEmbedder()
MORNING, NOON, EVENING = (f"2025-03-05T{hour}:00:00Z" for hour in ("08", "12", "18"))

LEAD = "Ilka Brandt, the mayor of Averil, said on Tuesday that the ferry would lose its subsidy of 14 million crowns."
QUOTED = "“We were told nothing of it for three long years,” Brandt said. “Nothing at all, by anybody in the ministry.”"
DENIED = "Fergus Orrin denied that the ferry would lose its subsidy of 14 million crowns next year."
REST = (
    "The ferry runs four times a day in summer and twice in winter, and takes the islands’ milk to the dairy.\n\n"
    "Officials said the council would look at the paper in the first week of May, after the holidays are over."
)
TOLD = (
    "Hedda Lunde said that Ilka Brandt had promised that the ferry would keep its subsidy of 14 million crowns. "
    "Ilka Brandt denied on Monday that she had promised that.\n\n"
    "Lunde said that Fergus Orrin denied that the ferry would lose its subsidy of 14 million crowns next year."
)
STORY = f"{LEAD}\n\n{QUOTED}\n\n{DENIED}\n\n{REST}"
CORRECTED = STORY.replace("14 million", "19 million") + "\n\nThis article was corrected on Thursday."
OWN = (
    "Hedda Lunde said that the harbour had lost 40 jobs since the cannery closed its gates.\n\n"
    "“We were told nothing of it for three long years,” Ilka Brandt said. The cannery stood for ninety years on the "
    "quay, and its whistle woke the town at six in the morning, in fog and in snow and on the day of the king’s visit."
)


def told(body: str, **given: str) -> ParsedArticle:
    return parse(body, **{"title": "Ferry to lose its subsidy"} | given)  # type: ignore[arg-type]


LANTERN = {"url": "https://lantern.example/ferry", "outlet": "The Lantern"}
ECHO = {"url": "https://echo.example/ferry", "outlet": "Morning Echo"}
AGENCY = {"url": "https://vna.example/1", "outlet": "Valley News Agency"}
SETS = {
    "pasted without address, then with it": [
        told(STORY),
        told(STORY, **LANTERN, published=NOON),
        told(CORRECTED, **LANTERN, published=NOON, modified=EVENING),
    ],
    "a corrected version in either order": [
        told(STORY, **LANTERN, published=MORNING),
        told(CORRECTED, **LANTERN, published=MORNING, modified=NOON),
        told(STORY, **ECHO, published=NOON),
    ],
    "a version that is a copy, then one that is not": [
        told(STORY, **AGENCY, published=MORNING),
        told(STORY.replace("14 million", "14m"), **ECHO, published=NOON),
        told(OWN, **ECHO, published=NOON, modified=EVENING),
    ],
    "copies whose original comes last": [
        told(STORY, **ECHO, published=NOON),
        told(STORY + " More.", **LANTERN, published=EVENING),
        told(STORY, **AGENCY, published=MORNING),
    ],
    "outlets told late": [
        told(STORY, url=LANTERN["url"], published=NOON),
        told(STORY, **LANTERN),
        told(STORY, **ECHO, published=EVENING),
        told(OWN, url="https://lantern.example/own"),
        told(OWN, url="https://lantern.example/own", outlet="The Lantern", published=EVENING),
    ],
    "an outlet named without an address": [
        told(STORY, url=LANTERN["url"], published=NOON),
        told(OWN, outlet="The Lantern", published=EVENING),
        told(CORRECTED, url="https://lantern.example/second", outlet="The Lantern", published=EVENING),
    ],
    "an outlet that bears its host as its name": [
        told(STORY, outlet="lantern.example", published=NOON),
        told(OWN, url="https://lantern.example/own", published=EVENING),
        told(STORY, **ECHO, published=EVENING),
    ],
    "articles without dates": [
        told(STORY, **LANTERN),
        told(STORY + " More.", **ECHO),
        told(OWN),
        told(STORY.replace("three", "four"), outlet="Sarn Weekly"),
    ],
    "what one tells that another said": [
        told(TOLD, **AGENCY, published=NOON),
        told(TOLD + " More.", **ECHO, published=EVENING),
        told(TOLD.replace("14 million", "19 million"), **AGENCY, published=NOON, modified=EVENING),
        told(TOLD, **AGENCY, published=NOON, modified="2025-03-06T12:00:00Z"),
        told(STORY, **LANTERN),
        told(STORY, **LANTERN, published=MORNING),
    ],
    "a date told late": [
        told(STORY, **LANTERN),
        told(STORY, **LANTERN, published=NOON),
        told(STORY.replace("14 million", "14m"), **ECHO, published=MORNING),
        told(OWN, **AGENCY),
        told(OWN, **AGENCY, published="2025-03-04"),
    ],
}


@pytest.mark.parametrize("articles", SETS.values(), ids=SETS.keys())
def test_any_order_and_any_moment_of_reading_gives_the_same_archive(
    articles: list[ParsedArticle], fresh: Fresh
) -> None:
    chance = random.Random(5)
    expected = archive(list(articles), fresh(), chance, often=0.0)
    for _ in range(ORDERS):
        order = chance.sample(articles, len(articles)) + chance.sample(articles, chance.randrange(len(articles)))
        assert archive(order, fresh(), chance, often=chance.choice([0.0, 0.5, 1.0])) == expected


def archive(order: list[ParsedArticle], database: Database, chance: random.Random, *, often: float) -> str:
    """The hash of the archive after these articles; `often` is how likely the queue is read after each."""
    index = VectorIndex(EMBEDDER.name)
    for article in order:
        with database.transaction() as session:
            save(session, article, now=NOW)
        if chance.random() < often:
            read_queue(database, index)
    read_queue(database, index)
    with database.reading() as session:
        return content_hash(session)


@cache
def analyse(text: str, day: date | None) -> Analysis:
    return pipeline.analyse(text, published_on=day, embedder=EMBEDDER)


def read_queue(database: Database, index: VectorIndex) -> None:
    """What the worker does, without its threads."""
    while True:
        now = datetime.now(UTC)
        with database.transaction() as session:
            job = jobs.take(session, "test", now=max(now, NOW), lease=LEASE)
        if job is None:
            return
        with database.reading() as session:
            version = session.get_one(Version, job.payload["version_id"])
            day = session.get_one(Article, version.article_id).published_on
        analysis = analyse(version.text, day)
        with database.transaction() as session:
            jobs.finish(session, job, now=now)
            pipeline.store(session, version.id, analysis, index=index, now=now)


def test_an_outlet_told_late_that_brings_two_articles_of_one_text_together_breaks_nothing(database: Database) -> None:
    chance = random.Random(1)
    named, by_host = told(STORY, outlet="The Lantern"), told(STORY, outlet="lantern.example")
    archive([by_host, named, told(OWN, **LANTERN), by_host, named], database, chance, often=1.0)
    with database.reading() as session:
        assert len({article.natural_key for article in session.scalars(select(Article))}) == 3
