"""Sources that are no person with a name: unnamed people, groups, bodies and documents."""

import pytest

from app.speakers import How, SpeakerKind
from tests.speakers.marking import last

PEOPLE = "Mayor Ada Quill met Rolf Brandt on Monday. "

UNNAMED = [
    "officials",
    "Russian officials",
    "Many defense officials in the U.S. and NATO",
    "Experts",
    "a source",
    "a source close to Ada Quill",
    "a spokesman",
    "A spokesman for Ada Quill",
    "a spokeswoman for Mayor Quill",
    "an aide to Rolf Brandt",
    "people familiar with the talks",
    "critics",
    "Someone",
    "a friend of Ada Quill",
    "a teacher",
    "one resident",
    "researchers",
    "Quill aides",
    "the report’s authors",
]


@pytest.mark.parametrize("source", UNNAMED)
def test_unnamed_people_are_never_somebody(source: str) -> None:
    found = last(f"{PEOPLE}⟦{source}⟧ said no.")
    assert found.name is None
    assert found.kind in (SpeakerKind.UNNAMED, SpeakerKind.COLLECTIVE)
    assert found.how is How.NONE
    assert found.candidates == ()


COLLECTIVE = [
    "residents",
    "Quill supporters",
    "supporters of Ada Quill",
    "Republicans",
    "Twenty-four percent",
    "the crowd",
    "the Quills",
    "Many",
    "some of his supporters",
    "They",
    "the Harbour Office and the Baltic Times",
    "voters",
]


@pytest.mark.parametrize("source", COLLECTIVE)
def test_groups_are_collective_and_have_no_name(source: str) -> None:
    found = last(f"{PEOPLE}⟦{source}⟧ said no.")
    assert (found.name, found.kind) == (None, SpeakerKind.COLLECTIVE)


BODIES = [
    ("⟦The State Department⟧ said no.", "State Department"),
    ("⟦the Harbour Police Department⟧ said no.", "Harbour Police Department"),
    ("⟦The University of Norland⟧ said no.", "University of Norland"),
    ("⟦The Department of Justice⟧ said no.", "Department of Justice"),
    ("⟦The Baltic Times⟧ said no.", "Baltic Times"),
    ("Officials met. ⟦Norland’s Civil Defense Authority⟧ said no.", "Norland’s Civil Defense Authority"),
    ("Later ⟦Frobnitz⟧ said its pumps were safe.", "Frobnitz"),
    ("The pump firm met. ⟦The pump firm Frobnitz⟧ said no.", "Frobnitz"),
    ("Ada Quill came. ⟦The Quill campaign⟧ said no.", "Ada Quill’s campaign"),
    ("The World Harbour Organization (WHO) met. ⟦WHO⟧ said no.", "World Harbour Organization"),
    ("The Federal Bureau of Harbours met. ⟦The FBH⟧ said no.", "Federal Bureau of Harbours"),
    ("The Church of Lanterns met. ⟦The Church⟧ said no.", "Church of Lanterns"),
    ("It rained. ⟦The Harbour Divers’ Trust⟧ said no.", "Harbour Divers’ Trust"),
    ("It rained. ⟦Save Gannet’s, a campaign group,⟧ said no.", "Save Gannet’s"),
    ("Kelp Water met. Ada Quill, chief executive of Kelp Water, sat. ⟦The company⟧ said no.", "Kelp Water"),
    ("The Union of Harbour Divers met. ⟦The union⟧ said no.", "Union of Harbour Divers"),
    ("The Strait Commission met. ⟦The Commission⟧ said no.", "Strait Commission"),
    ("It rained. ⟦The transport ministry⟧ said no.", "transport ministry"),
    ("The transport ministry met. ⟦The ministry⟧ said no.", "transport ministry"),
    ("Talks went on. ⟦Norland⟧ said no. In Norland it rained.", "Norland"),
]


@pytest.mark.parametrize(("marked", "name"), BODIES)
def test_a_body_keeps_its_fullest_printed_name(marked: str, name: str) -> None:
    found = last(marked)
    assert (found.name, found.kind, found.how) == (name, SpeakerKind.ORGANISATION, How.BODY)


NO_NAMES = [
    "The Harbour Bank and the Norland Bank met. ⟦The bank⟧ said no.",
    "The Norland government met. ⟦The government⟧ said no.",
    "It rained. ⟦The Trust⟧ said no.",
    "It rained. ⟦The company⟧ said no. Kelp Inc met.",
    "Later ⟦Senior Greens⟧ said no.",
]


@pytest.mark.parametrize("marked", NO_NAMES)
def test_a_noun_that_several_bodies_or_none_could_have_is_no_name(marked: str) -> None:
    assert last(marked).name is None


IT = [
    ("⟦The Harbour Divers’ Trust⟧ agreed. ⟦It⟧ said so.", "Harbour Divers’ Trust"),
    ("⟦The Harbour Trust⟧ agreed. Ada Quill sat. It rained. ⟦It⟧ said so.", None),
    ("⟦The Harbour Trust⟧ agreed. ⟦Ada Quill⟧ said no. ⟦It⟧ said so.", None),
    ("⟦The Harbour Trust⟧ agreed.\n\n⟦It⟧ said so.", None),
]


@pytest.mark.parametrize(("marked", "name"), IT)
def test_it_is_the_body_that_spoke_right_before(marked: str, name: str | None) -> None:
    found = last(marked)
    assert (found.name, found.kind) == (name, SpeakerKind.ORGANISATION)
    assert found.how is (How.PRONOUN if name else How.OPEN)


@pytest.mark.parametrize("source", ["the company", "The administration", "his party", "a policy institute", "it"])
def test_a_body_without_a_name_has_none(source: str) -> None:
    found = last(f"{PEOPLE}Later ⟦{source}⟧ said no.")
    assert (found.name, found.kind) == (None, SpeakerKind.ORGANISATION)


DOCUMENTS = [
    ("the report", None),
    ("A new study of harbour pumps", None),
    ("a Baltic Times poll released Sunday", "Baltic Times poll"),
    ("an email from Ada Quill", None),
    ("the Norland Harbour Pump Study", "Norland Harbour Pump Study"),
]


@pytest.mark.parametrize(("source", "name"), DOCUMENTS)
def test_documents(source: str, name: str | None) -> None:
    found = last(f"{PEOPLE}Later ⟦{source}⟧ said no.")
    assert (found.name, found.kind) == (name, SpeakerKind.DOCUMENT)


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("It was a long night. ⟦Packers⟧ said the fish was late.", None),
        ("It was a long night at Packers. ⟦Packers⟧ said the fish was late.", "Packers"),
        ("It was a long night. ⟦Ostrem⟧ said the fish was late.", None),
        ("It was a long night at the pump firm Ostrem. ⟦Ostrem⟧ said the fish was late.", "Ostrem"),
        ("It was a long night. ⟦Fjordnews⟧ has learned it.", "Fjordnews"),
    ],
)
def test_capitals_name_a_body_only_where_something_shows_it(marked: str, name: str | None) -> None:
    assert last(marked).name == name
