"""Every quotation shown is, to the byte, the stored text at its spans."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db import Database
from app.models import Claim, Span, Version
from app.search.articles import article_page
from app.search.claims import earliest, load_claims
from app.search.thread_page import thread_page
from tests.archive import Archive, Filled


def test_quotations_are_cut_from_the_stored_text(session: Session) -> None:
    texts = dict(session.execute(select(Version.id, Version.text)).all())
    claims = load_claims(session, session.scalars(select(Claim.id)))
    assert len(claims) == 39
    for claim in claims.values():
        wanted = select(Span.start, Span.end).where(Span.claim_id == claim.id, Span.part == "content")
        spans = session.execute(wanted.order_by(Span.position)).all()
        text = texts[claim.version_id]
        assert claim.wording == " … ".join(text[start:end] for start, end in spans)
        assert "".join(segment.text for segment in claim.context) in text
        inside = [part.text for part in claim.context if any(mark.part == "content" for mark in part.marks)]
        assert "".join(inside) == "".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(
    ("source", "speaker", "more", "reasons"),
    [
        ("The chief", "Ann Moe", {}, ("told by The chief",)),
        ("", "Ann Moe", {}, ("told by Ann Moe",)),
        ("", None, {}, ("told by no source given",)),
        ("The chief", None, {"polarity": "denied", "is_unsure": True}, ("denied", "unsure", "told by The chief")),
    ],
)
def test_why_what_is_told_second_hand_does_not_count(
    database: Database, source: str, speaker: str | None, more: dict[str, Any], reasons: tuple[str, ...]
) -> None:
    with database.transaction() as session:
        archive = Archive(session)
        version = archive.article(None, "Pier", "The chief said that Lund had said it holds.", None)
        outer, inner = (archive.statement(archive.thread(), None) for _ in range(2))
        whole = archive.claim(version, outer, "Lund had said it holds", source=source, speaker=speaker)
        told = archive.claim(version, inner, "it holds", source="Lund", told_in_id=whole, **more)
        (claim,) = load_claims(session, [told]).values()
    assert claim.not_counted == reasons
    assert claim.told_by is not None
    assert (claim.told_by.claim_id, claim.told_by.as_printed) == (whole, source)
    assert (claim.told_by.speaker.name if claim.told_by.speaker else None) == speaker


def test_an_article_shows_its_text_whole_and_its_claims_in_place(session: Session, filled: Filled) -> None:
    page = article_page(session, filled.revised)
    text = session.scalars(select(Version.text).where(Version.article_id == filled.revised, Version.is_current)).one()
    shown = ["".join(part.text for part in paragraph.segments) for paragraph in page.paragraphs]
    assert shown == [line for line in text.split("\n") if line.strip()]
    nested = [part for part in page.paragraphs[1].segments if part.text == "‘not one crown more’"]
    assert [len(part.marks) for part in nested] == [2]
    assert [note.claim.spoken_by for note in page.paragraphs[1].notes] == ["Samuel Okafor", "Ingrid Vestergaard"]


def test_an_earlier_version_is_shown_by_its_number(session: Session, filled: Filled) -> None:
    page = article_page(session, filled.revised, version=1)
    assert (page.version.number, page.version.is_current, list(page.claims)) == (1, False, [filled.old_claim])


def test_the_wording_of_a_thread_is_that_of_its_earliest_counting_claim(session: Session, filled: Filled) -> None:
    page = thread_page(session, filled.tunnel)
    assert page.claim_id == filled.first_claim
    claims = list(load_claims(session, session.scalars(select(Claim.id))).values())
    found = earliest(claims)
    assert found is not None
    assert found.counts
    assert found.said.on == min(claim.said.on for claim in claims if claim.counts and claim.said.on)


def test_statements_newest_first_with_why(session: Session, filled: Filled) -> None:
    page = thread_page(session, filled.tunnel)
    assert [(row.speaker.name, row.when.precision) for row in page.statements.rows] == [
        ("Samuel Okafor", "published"),
        ("Ingrid Vestergaard", "month"),
        ("Ingrid Vestergaard", "day"),
    ]
    assert [row.why.relation if row.why else None for row in page.statements.rows] == ["echo", "repeat", None]
    assert [row.is_earliest for row in page.statements.rows] == [False, False, True]
    reports = page.statements.rows[2].reports
    assert [report.why.relation if report.why else None for report in reports] == [
        None,
        "same_statement",
        "same_statement",
    ]


def test_links_that_do_not_join_are_shown_apart(session: Session, filled: Filled) -> None:
    page = thread_page(session, filled.tunnel)
    assert [(link.relation, link.thread_id, link.is_later, link.counts.said) for link in page.linked] == [
        ("changed", filled.changed, True, 1),
        ("related", filled.denied, True, 0),
    ]
    assert page.linked[1].claim.polarity == "denied"
    assert page.linked[0].reasons == ("same but: November -> March 2026",)


def test_months_of_which_nothing_is_held_are_named(session: Session, filled: Filled) -> None:
    assert thread_page(session, filled.tunnel).silent_months == ()
    assert thread_page(session, filled.changed).silent_months == ()
