"""How much of one text stands in another, and the bands by which such pairs are found."""

import pytest

from app.ingest.shingles import BANDS, bands, share, shingles

WIRE = " ".join(f"word{number} of the dam report" for number in range(80))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", frozenset()),
        ("— … !", frozenset()),
        ("Two words", {"two words"}),
        ("“One, two; three’s FOUR”", {"one two three s four"}),
        ("one two three four five six", {"one two three four five", "two three four five six"}),
    ],
)
def test_shingles(text: str, runs: frozenset[str]) -> None:
    assert shingles(text) == runs


def test_marks_make_no_difference() -> None:
    assert shingles("‘It isn’t safe,’ she said on Tuesday") == shingles('"It isn\'t safe," she said on Tuesday')


def test_share_is_of_the_shorter_text() -> None:
    whole, half = shingles(WIRE), shingles(WIRE[: len(WIRE) // 2])
    assert share(whole, half) == share(half, whole)
    assert 0.98 < share(whole, half) <= 1.0
    assert share(whole, shingles("nothing in common with it at all")) == 0.0
    assert share(whole, frozenset()) == 0.0


def test_bands_are_of_the_text_alone() -> None:
    found = dict(bands(shingles(WIRE)))
    assert found == dict(bands(shingles(WIRE.upper())))
    assert sorted(found) == list(range(BANDS))
    assert all(-(2**63) <= digest < 2**63 for digest in found.values())
    assert list(bands(frozenset())) == []


def test_a_copy_of_half_the_length_shares_a_band() -> None:
    whole, half = set(bands(shingles(WIRE))), set(bands(shingles(WIRE[: len(WIRE) // 2])))
    assert whole & half
