"""Roles that stand for the person introduced with them, and roles that nobody in the article has."""

import pytest

from app.speakers import How, Mention, SpeakerKind, resolve
from tests.speakers.marking import last, resolved

RESOLVED = [
    ("British Prime Minister Owen Tarrant came. ⟦The prime minister⟧ said no.", "Owen Tarrant"),
    ("Mayor Ada Quill came with Owen Tarrant. ⟦The mayor⟧ said no.", "Ada Quill"),
    ("Sen. Ruth Ansell came. ⟦The senator⟧ said no.", "Ruth Ansell"),
    ("Vermont Sen. Ruth Ansell met Ohio Sen. Rolf Brandt. ⟦The Vermont senator⟧ said no.", "Ruth Ansell"),
    ("Ada Quill, the harbour’s spokeswoman, came. ⟦The spokeswoman⟧ said no.", "Ada Quill"),
    ("Team coach Ada Quill came. ⟦The coach⟧ said no.", "Ada Quill"),
    ("Ada Quill came. “It holds,” ⟦the mayor⟧ said.", "Ada Quill"),
    ("Mayor Ada Quill came. ⟦The mayor, who had been driven home,⟧ said no.", "Ada Quill"),
    ("Ada Quill, a Norland woman and former sailor, came. ⟦Norland woman⟧ said no.", None),
]


@pytest.mark.parametrize(("marked", "name"), RESOLVED)
def test_a_role_is_the_person_introduced_with_it(marked: str, name: str | None) -> None:
    found = last(marked)
    assert found.name == name
    if name is not None:
        assert found.how is How.ROLE


TAKEN_UP = [
    ("Ada Quill opened the bridge. “It holds,” ⟦the mayor⟧ said.", "Ada Quill"),
    ("It rained.\n\nAda Quill opened the bridge.\n\n⟦The transport minister⟧ told reporters no.", "Ada Quill"),
    ("Sen. Ruth Ansell came. ⟦The Florida senator⟧ said no.", "Ruth Ansell"),
    ("Democratic candidate Ada Quill came. ⟦The candidate⟧ said no.", "Ada Quill"),
    ("Mayor Ada Quill asked Rolf Brandt to come. ⟦Quill⟧ sat; ⟦the commissioner⟧ said no.", None),
    ("Ada Quill came. “It holds,” ⟦the minister⟧ said. It rained.\n\n⟦The minister⟧ left.", "Ada Quill"),
    ("It rained.\n\n⟦Norland’s health minister⟧ gave in on Thursday.\n\n“I lost,” ⟦Ada Quill⟧ said.", "Ada Quill"),
]


@pytest.mark.parametrize(("marked", "name"), TAKEN_UP)
def test_a_role_nobody_is_introduced_with_is_the_one_person_just_named(marked: str, name: str | None) -> None:
    found = next(one for one in reversed(resolved(marked)) if one.how in (How.ROLE, How.OPEN))
    assert found.name == name
    assert found.role is not None


OPEN = [
    ("Sen. Ruth Ansell met Sen. Rolf Brandt. ⟦The senator⟧ said no.", {"Ruth Ansell", "Rolf Brandt"}),
    ("President Ada Quill came. ⟦The former president⟧ said no.", {"Quill", "Ada Quill"}),
    ("Vermont Sen. Ruth Ansell came. ⟦The Florida senator⟧ said no.", {"Ruth Ansell"}),
    ("They wrote to the mayor.\n\nAda Quill came. ⟦The mayor⟧ said no.", {"Ada Quill"}),
    ("Former governor Ada Quill met Rolf Brandt. ⟦The governor⟧ said no.", {"Ada Quill", "Rolf Brandt"}),
    ("Ada Quill appealed. ⟦The judge⟧ said no.", set()),
    ("Green vice presidential nominee Ada Quill came. ⟦The Green presidential nominee⟧ said no.", set()),
    ("Deputy mayor Ada Quill came. ⟦The mayor⟧ said no.", set()),
    ("Ada Quill met Rolf Brandt. ⟦The mayor⟧ said no.", {"Ada Quill", "Rolf Brandt"}),
    ("Coach Ada Quill came. ⟦The mayor⟧ said no.", set()),
    ("With Rolf Brandt, the Norland governor argued for hours. ⟦The governor⟧ said no.", {"Rolf Brandt"}),
    ("In a letter to the mayor, Ada Quill agreed. ⟦The mayor⟧ said no.", {"Ada Quill"}),
    ("Ada Quill came. ⟦The attorney general⟧ is suing Quill.", set()),
    ("Ada Quill came. That is what ⟦the Norland Star⟧ said.", set()),
    ("Ada Quill came. A spokesman sat. ⟦A spokesman⟧ spoke. ⟦The mayor⟧ said no.", {"Ada Quill"}),
]


@pytest.mark.parametrize(("marked", "candidates"), OPEN)
def test_a_role_that_does_not_fit_one_person_stays_open(marked: str, candidates: set[str]) -> None:
    found = last(marked)
    assert (found.name, found.how) == (None, How.OPEN)
    assert set(found.candidates) <= candidates


TOLD = [
    (
        "Ada Quill took over as finance minister of Norland. Rolf Brandt sat. ⟦The finance minister⟧ said no.",
        "Ada Quill",
    ),
    ("Ada Quill, who has been mayor since 2021, met Rolf Brandt.\n\nIt rained. ⟦The mayor⟧ said no.", "Ada Quill"),
    ("Ada Quill was mayor in 1990. Rolf Brandt met Otto Falk. ⟦The mayor⟧ said no.", None),
]


@pytest.mark.parametrize(("marked", "name"), TOLD)
def test_an_office_that_a_verb_gives_is_a_role(marked: str, name: str | None) -> None:
    assert last(marked).name == name


def test_her_father_is_the_father_named_above() -> None:
    found = last("Ada Quill came with her father, Otto Quill. It rained. ⟦Her father⟧ said no.")
    assert (found.name, found.how) == ("Otto Quill", How.ROLE)


def test_its_chief_executive_may_be_whom_the_article_calls_so() -> None:
    found = last("Ada Quill, chief executive of Kelp Water, came. It rained. ⟦Its chief executive⟧ said no.")
    assert (found.name, found.how, found.candidates, found.role) == (None, How.OPEN, ("Ada Quill",), "chief executive")


def test_words_said_through_a_spokeswoman_are_hers() -> None:
    text = "Ada Quill said through a spokeswoman that it holds."
    found = resolve(text, [Mention(((0, 9),), ((10, 14),), ((38, 46),))])[0]
    assert (found.name, found.kind) == (None, SpeakerKind.UNNAMED)


def test_her_predecessor_is_whom_she_took_over_from() -> None:
    found = last("⟦Ada Quill⟧, who took over from Rolf Brandt in May, spoke.\n\n⟦Her predecessor⟧ said no.")
    assert (found.name, found.how) == ("Rolf Brandt", How.ROLE)
