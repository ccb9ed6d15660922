"""Whose a report, a poll or a leaflet is, and which documents are nobody's."""

import pytest

from app.speakers import SpeakerKind
from tests.speakers.marking import last

OWNED = [
    ("⟦The Harbour Bank’s spring report⟧ said no.", "Harbour Bank"),
    ("According to the Harbour Bank’s spring report, it rained. ⟦The report⟧ said no.", "Harbour Bank"),
    ("⟦a survey for this newspaper by Kelp Research⟧ said no.", "Kelp Research"),
    ("⟦A report from the Harbour Trust⟧ said no.", "Harbour Trust"),
    ("⟦A study conducted by the Harbour Institute⟧ said no.", "Harbour Institute"),
    ("⟦The Harbour Trust⟧ said so in a report. It rained. ⟦The report⟧ said no.", "Harbour Trust"),
    ("The Harbour Trust handed out leaflets. All laughed, according to ⟦the leaflet⟧.", "Harbour Trust"),
    ("Ada Quill came. ⟦A statement from Quill’s office⟧ said no.", "Ada Quill’s office"),
]


@pytest.mark.parametrize(("marked", "name"), OWNED)
def test_a_body_speaks_through_its_report(marked: str, name: str) -> None:
    found = last(marked)
    assert (found.name, found.kind) == (name, SpeakerKind.ORGANISATION)


NOBODYS = [
    "⟦A report by Ada Quill⟧ said no.",
    "⟦Emails from the Harbour Trust⟧ said no.",
    "⟦A poll by the Harbour Trust and the Fjord Times⟧ said no.",
    "⟦Exit polls from the Norland primary⟧ said no.",
    "⟦Norland’s constitution⟧ said no.",
    "The Harbour Bank’s report is old, the Fjord Trust’s report new. ⟦The report⟧ said no.",
    "⟦A new study of harbour pumps⟧ said no.",
]


@pytest.mark.parametrize("marked", NOBODYS)
def test_a_document_without_one_certain_owner_has_no_name(marked: str) -> None:
    found = last(marked)
    assert (found.name, found.kind) == (None, SpeakerKind.DOCUMENT)


POLLS = [
    ("⟦A Fjord News poll⟧ said no.", "Fjord News poll"),
    ("⟦the latest Fjord News/Norhaven Times survey released Sunday⟧ said no.", "Fjord News/Norhaven Times survey"),
]


@pytest.mark.parametrize(("marked", "name"), POLLS)
def test_a_poll_is_known_by_who_takes_it(marked: str, name: str) -> None:
    found = last(marked)
    assert (found.name, found.kind) == (name, SpeakerKind.DOCUMENT)
