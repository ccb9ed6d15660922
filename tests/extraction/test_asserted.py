"""A claim begins after the "that" which ties it to its cue."""

import pytest

from app.extraction import asserted


@pytest.mark.parametrize(
    ("content", "claim"),
    [
        ("that many lines were crossed", "many lines were crossed"),
        ("That, in her view, nothing had changed", "That, in her view, nothing had changed"),
        ("that, in her view, nothing had changed", "in her view, nothing had changed"),
        ("That woman robbed the bank", "That woman robbed the bank"),
        ("that same night he left", "that same night he left"),
        ("that of the mayor was better", "that of the mayor was better"),
        ("that “we were never asked”", "“we were never asked”"),
        ("that is wrong", "that is wrong"),
        ("That’s wrong", "That’s wrong"),
        ("that would be a mistake", "that would be a mistake"),
        ("that May had told him", "May had told him"),
        ("thatch was used", "thatch was used"),
        ("many lines were crossed", "many lines were crossed"),
        ("that", "that"),
        ("“That was then”", "“That was then”"),
    ],
)
def test_an_opening_conjunction_is_left_out(content: str, claim: str) -> None:
    ((start, end),) = asserted(content, ((0, len(content)),))
    assert content[start:end] == claim


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("called that figure a joke", "that figure a joke"),
        ("dismissed that reading", "that reading"),
        ("said that figure was a joke", "figure was a joke"),
    ],
)
def test_after_a_cue_that_names_a_thing_it_points(text: str, claim: str) -> None:
    cue = len(text.split()[0])
    ((start, end),) = asserted(text, ((cue + 1, len(text)),), ((0, cue),))
    assert text[start:end] == claim


def test_later_pieces_stay_as_they_are() -> None:
    text = "that it rains, she said, that it pours"
    assert asserted(text, ((0, 13), (25, 38))) == ((5, 13), (25, 38))


def test_nothing_stays_nothing() -> None:
    assert asserted("", ()) == ()
