"""A report inside a report has a speaker of its own; a doubtful one has none."""

import pytest

from app.extraction.nested import nested
from app.extraction.reading import read

# text, outer content, and for each inner report its source and content
FOUND = [
    ("Ames said that Cole had vowed to sue.", "Cole had vowed to sue", [("Cole", "to sue")]),
    (
        "Ames said Dr. Ruth Cole told her the arm was broken.",
        "Dr. Ruth Cole told her the arm was broken",
        [("Dr. Ruth Cole", "the arm was broken")],
    ),
    (
        "The tug was late, the pilot told the board that night, Ames wrote.",
        "The tug was late, the pilot told the board that night",
        [],
    ),
    (
        "Ames wrote that when the mayor said the well was dry, nobody stirred.",
        "when the mayor said the well was dry, nobody stirred",
        [("the mayor", "the well was dry")],
    ),
    (
        "Ames said that according to the clerk, the vote was tied.",
        "according to the clerk, the vote was tied",
        [("the clerk", "the vote was tied")],
    ),
]
LEFT = [
    ("Ames said she had promised to stay.", "she had promised to stay"),
    ("Ames said it was claimed that the well was dry.", "it was claimed that the well was dry"),
    ("Ames said the claims were false.", "the claims were false"),
    ("Ames said the judge announced a break.", "the judge announced a break"),
    ("Ames said a clerk asked them to leave the hall.", "a clerk asked them to leave the hall"),
    (
        "Ames praised the speech written by the widow says much of her.",
        "the speech written by the widow says much of her",
    ),
    ("Ames said “Cole told me the well was dry.”", "“Cole told me the well was dry.”"),
    ("Ames said he believed that Cole thought the well was dry.", "he believed that Cole thought the well was dry"),
]


def inner(text, outer):
    start = text.index(outer)
    found = nested(read(text), ((start, start + len(outer)),))
    return [(text[slice(*one.source[0])], text[slice(*one.content[0])]) for one in found]


@pytest.mark.parametrize(("text", "outer", "expected"), FOUND)
def test_an_inner_report_keeps_its_own_speaker(text, outer, expected):
    assert inner(text, outer) == expected


@pytest.mark.parametrize(("text", "outer"), LEFT)
def test_pronouns_passives_objects_requests_and_opinions_name_no_inner_speaker(text, outer):
    assert inner(text, outer) == []


def test_spans_outside_the_text_hold_no_report():
    assert list(nested(read("Ames said no."), ((400, 500), (3, 1)))) == []
