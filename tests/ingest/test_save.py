"""The same article twice, by address or by text; versions; outlets. Whatever the order, the same content."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest
from sqlalchemy import func, select

from app.db import Database
from app.ingest.parsed import ParsedArticle
from app.ingest.save import save
from app.models import Article, Claim, Job, Outlet, Run, Statement, Thread, Version
from tests.ingest.archive import NOW, WIRE, content, copy_of_wire, store, told
from tests.ingest.conftest import Fresh

URL = "https://tarnpost.example/dam"
MARCH = "2024-03-05T10:00:00+00:00"


def count(database: Database, model: type) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def current(database: Database, article_id: int) -> Version:
    with database.reading() as session:
        return session.scalars(select(Version).where(Version.article_id == article_id, Version.is_current)).one()


def in_order(articles: list[ParsedArticle], database: Database) -> list[str]:
    """The content of a fresh archive after these articles, in this order, and once more in reverse."""
    store(database, *articles)
    first = content(database)
    assert {saved.outcome for saved in store(database, *reversed(articles))} == {"known"}
    assert content(database) == first
    return first


def test_a_new_article_with_its_job(database: Database) -> None:
    (saved,) = store(database, told(WIRE, url=URL, outlet="Tarn Post", byline="Una Vale", published=MARCH))
    assert saved.outcome == "created"
    with database.reading() as session:
        article, job = session.get_one(Article, saved.article_id), session.scalars(select(Job)).one()
        assert (article.natural_key, article.url, article.byline) == (URL, URL, "Una Vale")
        assert article.published_at == datetime(2024, 3, 5, 10, tzinfo=UTC)
        assert session.get_one(Outlet, article.outlet_id).host == "tarnpost.example"
        assert (job.kind, job.key, job.payload) == (
            "analyse",
            f"version:{saved.version_id}",
            {"version_id": saved.version_id},
        )
    version = current(database, saved.article_id)
    assert (version.id, version.number, version.text) == (saved.version_id, 1, f"Dam repair to cost 90m\n\n{WIRE}")


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ({"url": URL}, {"url": URL + "?utm_source=x#top"}),
        ({"url": URL}, {"url": URL, "outlet": "Tarn Post"}),
        ({"url": URL, "outlet": "Tarn Post"}, {"url": URL}),
        ({"url": URL}, {}),
        ({}, {"url": URL}),
        ({}, {}),
        ({"outlet": "Tarn Post"}, {"outlet": "THE TARN POST".replace("THE ", "")}),
        ({"outlet": "Tarn Post"}, {}),
        ({}, {"outlet": "Tarn Post"}),
        ({"url": URL, "outlet": "Tarn Post"}, {"outlet": "Tarn Post"}),
        ({"url": URL}, {"url": "http://www.tarnpost.example/dam/"}),
        ({"url": URL, "outlet": "Tarn Post"}, {"url": "https://m.tarnpost.example/dam", "outlet": "Tarn Post"}),
    ],
)
def test_the_same_article_twice_is_one(
    first: dict[str, str], again: dict[str, str], database: Database, fresh: Fresh
) -> None:
    one, other = told(WIRE, **first), told(WIRE, **again)
    a, b = store(database, one, other)
    assert (b.outcome, b.article_id, b.version_id) == ("known", a.article_id, a.version_id)
    assert count(database, Article) == count(database, Version) == count(database, Job) == 1
    if "THE" not in str(again) and first.get("outlet") != "Tarn Post":
        assert in_order([one, other], fresh()) == in_order([other, one], fresh())


def test_what_was_not_known_is_filled_in(database: Database) -> None:
    (first, _) = store(database, told(WIRE), told(WIRE, url=URL, byline="Una Vale", published=MARCH))
    with database.reading() as session:
        article = session.get_one(Article, first.article_id)
        assert (article.url, article.natural_key, article.byline) == (URL, URL, "Una Vale")
        assert (article.published_at, article.published_precision) == (datetime(2024, 3, 5, 10, tzinfo=UTC), "time")
        assert session.get_one(Outlet, article.outlet_id).name == "tarnpost.example"


def test_another_outlet_with_the_same_text_is_another_article(database: Database) -> None:
    saved = store(database, told(WIRE, outlet="Tarn Post"), told(WIRE, outlet="Osk Herald"))
    assert [each.outcome for each in saved] == ["created", "created"]


def test_changed_text_is_a_new_version(database: Database) -> None:
    first, second, again = store(
        database,
        told(WIRE, url=URL, published=MARCH),
        told(WIRE + " More.", url=URL, published=MARCH, title="Dam repair dearer", byline="Una Vale"),
        told(WIRE, url=URL, published=MARCH),
    )
    assert (second.outcome, second.article_id) == ("new_version", first.article_id)
    assert (again.outcome, again.version_id) == ("known", first.version_id)
    version = current(database, first.article_id)
    assert (version.id, version.number) == (second.version_id, 2)
    with database.reading() as session:
        article = session.get_one(Article, first.article_id)
        assert (article.title, article.byline) == ("Dam repair dearer", "Una Vale")
        assert len(session.scalars(select(Job)).all()) == 2


def test_an_article_that_came_without_address_becomes_a_version(database: Database) -> None:
    alone, newer, found = store(
        database,
        told(WIRE, published="2024-03-04", byline="Una Vale"),
        told(WIRE + " More.", url=URL, published=MARCH),
        told(WIRE, url=URL, published=MARCH),
    )
    assert (found.outcome, found.article_id, found.version_id) == ("known", newer.article_id, alone.version_id)
    with database.reading() as session:
        (article,) = session.scalars(select(Article))
        assert (article.byline, str(article.published_on)) == ("Una Vale", "2024-03-04")


def test_the_id_of_an_article_that_became_a_version_is_not_used_again(database: Database) -> None:
    _, orphan, _, other = store(
        database,
        told(WIRE + " More.", url=URL, published=MARCH),
        told(WIRE),
        told(WIRE, url=URL, published=MARCH),
        told("Something else entirely, said Per Holm.", outlet="Sarn Weekly"),
    )
    assert other.article_id not in (0, orphan.article_id)


def test_an_older_version_that_comes_late_is_not_current(database: Database) -> None:
    newer, older = store(
        database,
        told(WIRE + " More.", url=URL, title="New", published=MARCH, modified="2024-03-06T08:00:00Z"),
        told(WIRE, url=URL, title="Old", published=MARCH),
    )
    assert older.outcome == "new_version"
    assert current(database, newer.article_id).id == newer.version_id
    with database.reading() as session:
        assert session.get_one(Article, newer.article_id).title == "New"


def test_a_text_that_comes_back_later_is_current_again(database: Database) -> None:
    first, _, back = store(
        database,
        told(WIRE, url=URL, published=MARCH),
        told(WIRE + " Wrong.", url=URL, published=MARCH, modified="2024-03-05T11:00:00Z"),
        told(WIRE, url=URL, published=MARCH, modified="2024-03-05T12:00:00Z"),
    )
    assert (back.outcome, back.version_id) == ("known", first.version_id)
    assert current(database, first.article_id).id == first.version_id


def add_claim(database: Database, version_id: int, polarity: str) -> None:
    with database.transaction() as session:
        run = session.scalars(select(Run)).first() or Run(
            method="m", version="1", parameters={}, parameters_key="{}", first_used_at=NOW
        )
        thread = Thread()
        session.add_all([run, thread])
        session.flush()
        statement = Statement(thread_id=thread.id, said_on_precision="none")
        session.add(statement)
        session.flush()
        position = session.scalar(select(func.count()).where(Claim.version_id == version_id)) or 0
        session.add(
            Claim(version_id=version_id, position=position, kind="direct", polarity=polarity, confidence=1.0, rule="x")
        )
        claim = next(iter(session.new))
        claim.said_on_precision, claim.speaker_kind, claim.speaker_how = "none", "unnamed", "none"
        claim.speaker_candidates, claim.statement_id, claim.run_id = [], statement.id, run.id
        claim.counts = polarity == "said"


def test_only_claims_of_the_current_version_count(database: Database) -> None:
    (first,) = store(database, told(WIRE, url=URL, published=MARCH))
    add_claim(database, first.version_id, "said")
    add_claim(database, first.version_id, "denied")

    def counting() -> list[bool]:
        with database.reading() as session:
            return list(session.scalars(select(Claim.counts).order_by(Claim.position)))

    assert counting() == [True, False]
    store(database, told(WIRE + " More.", url=URL, published=MARCH))
    assert counting() == [False, False]
    store(database, told(WIRE, url=URL, published=MARCH, modified="2024-03-07T00:00:00Z"))
    assert counting() == [True, False]


def test_a_whole_text_is_no_longer_partial(database: Database) -> None:
    (saved, _) = store(database, replace(told(WIRE, url=URL), is_partial=True), told(WIRE, url=URL))
    assert not current(database, saved.article_id).is_partial


def test_an_outlet_known_by_its_host_is_renamed(database: Database) -> None:
    store(
        database,
        told(WIRE, url=URL),
        told("Another text.", url="https://www.tarnpost.example/2", outlet="The Tarn Post"),
        told("A third text.", url="https://tarnpost.example/3"),
    )
    with database.reading() as session:
        (outlet,) = session.scalars(select(Outlet))
        assert (outlet.name, outlet.name_key, outlet.host) == ("The Tarn Post", "the tarn post", "tarnpost.example")


def test_an_outlet_that_is_told_later_takes_the_article(database: Database) -> None:
    store(
        database,
        told("A text.", outlet="Tarn Post", url="https://press.example/1"),
        told(WIRE, url=URL),
        told(WIRE, url=URL, outlet="Tarn Post"),
    )
    with database.reading() as session:
        assert [outlet.name for outlet in session.scalars(select(Outlet))] == ["Tarn Post"]


def test_without_outlet_and_address_there_is_no_outlet(database: Database) -> None:
    store(database, told(WIRE))
    assert count(database, Outlet) == 0


VERSIONS = [
    told(WIRE, url=URL, outlet="Tarn Post", published=MARCH),
    told(WIRE + " More.", url=URL, outlet="Tarn Post", published=MARCH, modified="2024-03-05T12:00:00Z"),
    told(WIRE + " And more.", url=URL, outlet="Tarn Post", modified="2024-03-06T12:00:00Z", byline="Una Vale"),
    told(WIRE),
]


@pytest.mark.faults
def test_any_order_of_versions_gives_the_same(fresh: Fresh) -> None:
    contents = [in_order(list(order), fresh()) for order in permutations(VERSIONS)]
    assert all(each == contents[0] for each in contents)


@pytest.mark.faults
def test_any_order_of_many_gives_the_same(fresh: Fresh) -> None:
    articles = [
        *VERSIONS,
        told(copy_of_wire(), url="https://oskherald.example/1", published="2024-03-05T15:00:00Z"),
        told(copy_of_wire(), url="https://oskherald.example/1?utm_source=a", outlet="Osk Herald"),
        told(copy_of_wire(without=3), outlet="Sarn Weekly", published="2024-03-06"),
        told(WIRE, url="https://vna.example/9", outlet="Valley News Agency", published="2024-03-05T09:00:00Z"),
        told("Something else entirely, said Per Holm.", outlet="Sarn Weekly"),
        told("Something else entirely, said Per Holm.", published="2024-02-30"),
    ]
    expected = in_order(articles, fresh())
    for seed in range(12):
        random.Random(seed).shuffle(articles)
        assert in_order(articles, fresh()) == expected


def test_many_writers_of_one_article_store_it_once(database: Database) -> None:
    variants = [
        told(WIRE, url=URL),
        told(WIRE, url=URL + "?utm_source=a", outlet="Tarn Post"),
        told(WIRE, url="https://www.tarnpost.example/dam"),
        told(WIRE),
    ]
    with ThreadPoolExecutor(8) as writers:
        saved = list(writers.map(lambda number: store(database, variants[number % 4])[0], range(64)))
    assert sorted(each.outcome for each in saved) == ["created"] + ["known"] * 63
    assert len({(each.article_id, each.version_id) for each in saved}) == 1
    assert [count(database, model) for model in (Article, Version, Outlet, Job)] == [1, 1, 1, 1]


def test_nothing_is_half_written_when_a_batch_breaks(database: Database) -> None:
    def batch() -> None:
        with database.transaction() as session:
            save(session, told(WIRE, url=URL), now=NOW)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        batch()
    assert content(database) == []
