"""Roles that stand for the person introduced with them, and roles that nobody in the article has."""

import pytest

from app.speakers import How
from tests.speakers.marking import last

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


OPEN = [
    ("Sen. Ruth Ansell met Sen. Rolf Brandt. ⟦The senator⟧ said no.", {"Ruth Ansell", "Rolf Brandt"}),
    ("President Ada Quill came. ⟦The former president⟧ said no.", {"Quill", "Ada Quill"}),
    ("Sen. Ruth Ansell came. ⟦The Florida senator⟧ said no.", {"Ruth Ansell"}),
    ("They wrote to the mayor.\n\nAda Quill came. ⟦The mayor⟧ said no.", set()),
    ("Former governor Ada Quill met Rolf Brandt. ⟦The governor⟧ said no.", {"Ada Quill"}),
    ("Ada Quill appealed. ⟦The judge⟧ said no.", set()),
    ("Ada Quill met Rolf Brandt. ⟦The mayor⟧ said no.", set()),
    ("Coach Ada Quill came. ⟦The mayor⟧ said no.", set()),
    ("Democratic candidate Ada Quill came. ⟦The candidate⟧ said no.", {"Ada Quill"}),
    ("With Rolf Brandt, the Norland governor argued for hours. ⟦The governor⟧ said no.", set()),
    ("In a letter to the mayor, Ada Quill agreed. ⟦The mayor⟧ said no.", set()),
]


@pytest.mark.parametrize(("marked", "candidates"), OPEN)
def test_a_role_that_does_not_fit_one_person_stays_open(marked: str, candidates: set[str]) -> None:
    found = last(marked)
    assert (found.name, found.how) == (None, How.OPEN)
    assert set(found.candidates) <= candidates
