"""Articles: their list by day, and what is told of their versions."""

from datetime import UTC, date, datetime

import pytest

from app.db import Database
from app.models import Article
from app.search.articles import article_page, list_articles
from tests.archive import Archive

NOON = datetime(2025, 1, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("published_at", "modified_at", "shown"),
    [
        (NOON, NOON, None),
        (NOON, None, None),
        (NOON, datetime(2025, 1, 2, 15, tzinfo=UTC), datetime(2025, 1, 2, 15, tzinfo=UTC)),
        (None, datetime(2025, 1, 2, tzinfo=UTC), None),
        (None, datetime(2025, 1, 3, tzinfo=UTC), datetime(2025, 1, 3, tzinfo=UTC)),
    ],
)
def test_a_change_is_shown_only_where_one_was_told(
    database: Database, published_at: datetime | None, modified_at: datetime | None, shown: datetime | None
) -> None:
    with database.transaction() as session:
        version = Archive(session).article("Bay Radio", "Quay", "It rained.", date(2025, 1, 2))
        version.modified_at = modified_at
        id = version.article_id
        session.get_one(Article, id).published_at = published_at
    with database.reading() as session:
        assert article_page(session, id).version.modified_at == shown


def test_articles_by_the_days_of_publication(database: Database) -> None:
    with database.transaction() as session:
        archive = Archive(session)
        for day in (1, 2, 3, None):
            archive.article("Bay Radio", f"Quay {day}", "It rained.", date(2025, 1, day) if day else None)
    with database.reading() as session:
        assert list_articles(session).total == 4
        assert list_articles(session, since=date(2025, 1, 2)).total == 2
        assert list_articles(session, since=date(2025, 1, 2), until=date(2025, 1, 2)).total == 1
