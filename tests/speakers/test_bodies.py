"""Which body a noun, "it", "they" or a shortened name takes up, and which names tell a body from others."""

import pytest

from app.speakers import How, SpeakerKind
from app.speakers.body_names import tells_apart
from tests.speakers.marking import last

NOUNS = [
    ("Kelp Water, the private company that runs the dam, met. It rained. ⟦The company⟧ said no.", "Kelp Water"),
    ("The boss of Kelp Water sat. Ada Quill came. ⟦The company⟧ said no.", "Kelp Water"),
    ("It was sold by the pump firm Frobnitz. Later ⟦the firm⟧ said no.", "Frobnitz"),
    ("The Strait Water Authority met. ⟦The watchdog⟧ said no.", "Strait Water Authority"),
    ("The Norhaven Divers’ Federation met. ⟦The union⟧ said no.", "Norhaven Divers’ Federation"),
    ("The Norhaven Fishermen’s Association met. ⟦The association⟧ said no.", "Norhaven Fishermen’s Association"),
    ("The Norhaven Gazette broke it. ⟦The newspaper⟧ said no.", "Norhaven Gazette"),
    ("The Harbour Trust met. ⟦The trust⟧ said no.", "Harbour Trust"),
    ("Ada Quill, the health minister, sat. ⟦The ministry⟧ said no.", "health ministry"),
    ("The request was the Municipality of Norhaven’s. ⟦The city⟧ said no.", "Norhaven"),
    ("⟦Kelp Water⟧ said its pumps ran. They were old, ⟦the company⟧ said.", "Kelp Water"),
    ("Kelp News broke it. ⟦Kelp.example⟧ said no.", "Kelp News"),
    ("⟦Frobnitz⟧ said its pumps ran. ⟦The company⟧ said so twice.", "Frobnitz"),
    ("The St. Brannock Town Council met. ⟦The council⟧ said no.", "St. Brannock Town Council"),
    ("Ostrem Ferries met. ⟦Ostrem⟧ said no.", "Ostrem Ferries"),
    ("Norland’s auditor general met them. ⟦The auditors⟧ said no.", "Norland’s auditor general"),
    ("Norland’s transport ministry met. It rained. ⟦The transport ministry⟧ said no.", "Norland’s transport ministry"),
]


@pytest.mark.parametrize(("marked", "name"), NOUNS)
def test_a_noun_takes_up_the_body_that_the_article_introduced(marked: str, name: str) -> None:
    found = last(marked)
    assert (found.name, found.kind, found.how) == (name, SpeakerKind.ORGANISATION, How.BODY)


OPEN = [
    "The Harbour Bank met a rival bank. ⟦The bank⟧ said no.",
    "Kelp Inc and Drift Inc met. ⟦The company⟧ said no.",
    "Ada Quill, the health minister, met the transport minister. ⟦The ministry⟧ said no.",
    "Norland’s government met. Sarland’s government met. ⟦The government⟧ said no.",
    "⟦The government⟧ said no.",
    "⟦The Harbour Council⟧ agreed. ⟦The company⟧ said no.",
    "The Quill campaign met. It rained. It rained. ⟦The campaign⟧ said no.",
]


@pytest.mark.parametrize("marked", OPEN)
def test_a_noun_that_another_body_could_have_stays_open(marked: str) -> None:
    found = last(marked)
    assert (found.name, found.kind, found.how) == (None, SpeakerKind.ORGANISATION, How.OPEN)


def test_an_unnamed_government_is_a_candidate_and_no_name() -> None:
    assert last("⟦The government⟧ said no.").candidates == ("government",)


NO_NAMES = [
    "It rained. ⟦Maddox⟧ was angry and said no.",
    "It rained. ⟦The prominent Jewish group⟧ said no.",
    "It rained. ⟦A Norhaven newspaper⟧ said no.",
    "It rained. ⟦big super PACs⟧ said no.",
    "It rained. ⟦Democrats on the Harbour Committee⟧ said no.",
    "It rained. ⟦the Vermonter⟧ said no.",
    "It rained. ⟦TELLING THE TRUTH AT LAST⟧ they said.",
    "It rained. ⟦Frisk v. Norhaven Divers Union⟧ said no.",
    "The company Maddox left is gone. Maddox sat. Maddox ate. Maddox rose. Maddox ran. ⟦Maddox⟧ said no.",
]


@pytest.mark.parametrize("marked", NO_NAMES)
def test_what_nothing_shows_to_be_a_body_gets_no_name(marked: str) -> None:
    assert last(marked).name is None


OWNED = [
    ("Ada Quill came. ⟦Quill’s presidential campaign⟧ said no.", "Ada Quill’s campaign"),
    ("Ada Quill came. ⟦Rival Ada Quill’s campaign⟧ said no.", "Ada Quill’s campaign"),
    ("Ada Quill came. ⟦Mayor Quill’s office⟧ said no.", "Ada Quill’s office"),
    ("It rained. ⟦Norland’s Supreme Court⟧ said no.", "Norland’s Supreme Court"),
    ("It rained. ⟦Norland’s Kelp Board⟧ said no.", "Kelp Board"),
    ("It rained. ⟦The Harbour Council’s⟧ claim is old.", "Harbour Council"),
    ("It rained. ⟦Norhaven-based Kelp Group⟧ said no.", "Kelp Group"),
]


@pytest.mark.parametrize(("marked", "name"), OWNED)
def test_a_name_is_as_full_as_telling_it_apart_asks(marked: str, name: str) -> None:
    assert last(marked).name == name


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("transport ministry", False),
        ("Supreme Court", False),
        ("National Bank", False),
        ("Treasury Department", False),
        ("government", False),
        ("department of foreign affairs", False),
        ("Water Services Authority", True),
        ("Quill campaign", False),
        ("Norland’s transport ministry", True),
        ("Ada Quill’s campaign", True),
        ("Norland government", True),
        ("White House", True),
        ("Harbour Bank", True),
        ("Frobnitz", True),
    ],
)
def test_a_plain_name_tells_no_body_from_that_of_another_country(name: str, telling: bool) -> None:
    assert tells_apart(name) is telling


PRONOUNS = [
    ("⟦The Harbour Trust⟧ agreed. ⟦It⟧ said so.", "Harbour Trust"),
    ("Kelp Research put them ahead. ⟦It⟧ found that many were unsure.", "Kelp Research"),
    ("In a statement, the Harbour Trust denied this:\n\n“No.” ⟦They⟧ also said more.", "Harbour Trust"),
    ("The Harbour Trust met residents. ⟦They⟧ said so.", None),
    ("⟦The Harbour Trust⟧ told residents. ⟦They⟧ said so.", None),
    ("The Harbour Trust, ⟦which⟧ said no, met.", "Harbour Trust"),
    ("They met in rain, ⟦which⟧ said it all.", None),
    ("The Harbour Trust case is old. ⟦It⟧ says no.", None),
]


@pytest.mark.parametrize(("marked", "name"), PRONOUNS)
def test_it_and_they_take_up_the_body_right_before(marked: str, name: str | None) -> None:
    found = last(marked)
    assert found.name == name
    assert (found.how is How.PRONOUN) == (name is not None)


TOGETHER = [
    ("⟦The Harbour Bank and the Diver Union⟧ said no.", ("Harbour Bank", "Diver Union")),
    ("⟦Fjord News and KBC News⟧ said no.", ("Fjord News", "KBC News")),
    ("Ada Quill came. ⟦Quill and the Harbour Bank⟧ said no.", ("Ada Quill", "Harbour Bank")),
]


@pytest.mark.parametrize(("marked", "names"), TOGETHER)
def test_named_bodies_speak_together(marked: str, names: tuple[str, ...]) -> None:
    found = last(marked)
    assert (found.name, found.kind, found.how, found.candidates) == (
        None,
        SpeakerKind.COLLECTIVE,
        How.TOGETHER,
        names,
    )


@pytest.mark.parametrize("source", ["the Harbour Bank and residents", "The company and the union"])
def test_a_group_with_somebody_unnamed_in_it_has_no_names(source: str) -> None:
    found = last(f"It rained. ⟦{source}⟧ said no.")
    assert (found.name, found.candidates) == (None, ())


def test_an_and_inside_a_name_parts_nothing() -> None:
    assert last("⟦The Ministry of Food and Fish⟧ said no.").name == "Ministry of Food and Fish"
