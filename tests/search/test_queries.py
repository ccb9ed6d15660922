"""Pages take a fixed number of queries, however many rows they show."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.db import Database
from app.models import Decision
from app.search.articles import article_page, list_articles
from app.search.candidates import candidates
from app.search.claim_page import claim_page
from app.search.coverage import period
from app.search.decisions import list_decisions
from app.search.desk import desk
from app.search.listing import list_threads
from app.search.speaker_page import list_speakers, speaker_page
from app.search.split_page import split_page
from app.search.thread_page import thread_page
from tests.archive import LATER, Archive, Filled, fill
from tests.search.test_results import run

TODAY = date(2025, 9, 1)
ALL = period("all", today=TODAY, newest=TODAY)

PAGES: dict[str, tuple[int, Callable[[Session, Filled], Any]]] = {
    "desk": (23, lambda session, _: desk(session, named="all", today=TODAY)),
    "threads": (8, lambda session, _: list_threads(session, period=ALL)),
    "thread": (19, lambda session, ids: thread_page(session, ids.tunnel)),
    "claim": (16, lambda session, ids: claim_page(session, ids.first_claim)),
    "articles": (5, lambda session, _: list_articles(session)),
    "article": (11, lambda session, ids: article_page(session, ids.wire)),
    "speakers": (3, lambda session, _: list_speakers(session)),
    "speaker": (31, lambda session, ids: speaker_page(session, ids.vestergaard)),
    "split": (6, lambda session, ids: split_page(session, ids.vestergaard)),
    "merge": (6, lambda session, ids: candidates(session, ids.vestergaard, name="a")),
    "decisions": (4, lambda session, _: list_decisions(session)),
    "search": (17, lambda session, _: run(session, "tunnel november")),
}


@pytest.fixture
def statements(database: Database) -> list[str]:
    """The SQL that is run on `database` from now on."""
    run: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *given: run.append(given[2]))
    return run


@pytest.mark.parametrize("name", PAGES)
def test_queries_are_few_and_do_not_grow(database: Database, statements: list[str], name: str) -> None:
    with database.transaction() as session:
        filled = fill(session)
        decided = {"saw": {}, "note": "", "decided_by": "Una Reed", "decided_at": LATER}
        session.add(Decision(kind="alias", speaker_id=1, name="Nan", name_key="nan", **decided))
    most, show = PAGES[name]
    counted = []
    for grow in (False, True):
        if grow:
            _add_reports(database, filled)
        with database.reading() as session:
            session.connection()
            statements.clear()
            show(session, filled)
            counted.append(len([sql for sql in statements if not sql.startswith("BEGIN")]))
    assert counted[1] == counted[0] <= most


def _add_reports(database: Database, filled: Filled) -> None:
    """Forty more reports in the tunnel's thread, by speakers of their own, and in the wire's article."""
    with database.transaction() as session:
        archive = Archive(session)
        for number in range(40):
            speaker = archive.speaker(f"Speaker {number}")
            body = f"“The harbour tunnel will open in November {number},” {speaker.name} said."
            version = archive.article(f"Outlet {number}", f"Report {number}", body, date(2025, 8, 1))
            statement = archive.statement(filled.tunnel, date(2025, 8, 1), speaker.name)
            claim = archive.claim(version, statement, body.split(" Speaker")[0], speaker=speaker.name)
            archive.link(claim, filled.first_claim, "echo", "the same words")
            decided = {"saw": {}, "note": "", "decided_by": "Una Reed", "decided_at": LATER}
            archive.add(Decision(kind="alias", speaker_id=speaker.id, name="Nan", name_key="nan", **decided))
