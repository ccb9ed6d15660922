"""Links as pages show them."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.db import Database
from app.search.claim_page import claim_page
from app.search.links import by_statement, relations, ties
from tests.archive import Archive, Filled


def test_a_copy_leads_to_the_claim_it_carries(session: Session, filled: Filled) -> None:
    carried = next(tie.other.id for tie in ties(session, [filled.first_claim]) if tie.other.article.id == filled.copy)
    page = claim_page(session, carried)
    assert page.copy_of is not None
    assert page.original is not None
    assert (page.copy_of.id, page.original.id) == (filled.wire, filled.first_claim)
    own = claim_page(session, filled.first_claim)
    assert (own.copy_of, own.original) == (None, None)


def test_reports_of_one_statement_stand_together(session: Session, filled: Filled) -> None:
    found = ties(session, [filled.first_claim])
    rows = by_statement(found)
    assert sum(1 + len(row.also) for row in rows) == len(found)
    echoes = [row for row in rows if row.tie.relation == "echo"]
    assert [len(row.also) for row in echoes] == [1]
    assert all(not row.also for row in rows if row.tie.relation == "same_statement")


def test_an_article_of_its_own_stands_before_its_copy(session: Session, filled: Filled) -> None:
    tie = next(tie for tie in ties(session, [filled.first_claim]) if tie.relation == "echo")
    article = replace(tie.other.article, copy_of_id=filled.wire)
    copy = replace(tie, other=replace(tie.other, article=article))
    assert by_statement([copy, tie])[0].tie == tie


def test_an_earlier_version_of_the_same_article_is_no_relation(database: Database) -> None:
    with database.transaction() as session:
        archive = Archive(session)
        body = "“It holds,” she said. “It holds well,” she said."
        old = archive.article("Bay Radio", "Quay", body, date(2025, 1, 1))
        old.is_current = False
        new = archive.version(old.article_id, "Quay\n\n" + body + " Corrected.", number=2)
        said = archive.statement(archive.thread(), date(2025, 1, 1))
        first = archive.claim(old, said, "“It holds,”")
        again, inside = archive.claim(new, said, "“It holds,”"), archive.claim(new, said, "“It holds well,”")
        archive.link(again, first, "same_statement")
        archive.link(inside, again, "same_statement")
        corrected = archive.claim(new, said, "Corrected.")
        archive.link(corrected, first, "changed")
    with database.reading() as session:
        assert relations(session, [again, inside, corrected]) == {
            inside: "same_statement",
            corrected: "changed",
        }
