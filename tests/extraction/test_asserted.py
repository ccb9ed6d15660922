"""A claim begins after the "that" which ties it to its cue."""

import pytest

from app.extraction import asserted


@pytest.mark.parametrize(
    ("content", "claim"),
    [
        ("that many lines were crossed", "many lines were crossed"),
        ("That, in her view, nothing had changed", "in her view, nothing had changed"),
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


def test_later_pieces_stay_as_they_are() -> None:
    text = "that it rains, she said, that it pours"
    assert asserted(text, ((0, 13), (25, 38))) == ((5, 13), (25, 38))


def test_nothing_stays_nothing() -> None:
    assert asserted("", ()) == ()
