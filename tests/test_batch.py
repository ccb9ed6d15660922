"""Rows in, rows out: linking and comparing with the deterministic embedder."""

from app import batch
from app.embedding import HashingEmbedder

CLAIMS = [
    {"id": "a", "text": "The mill at Holm will close in June.", "speaker": "Ilka Tamm", "date": "2020-01-01"},
    {"id": "b", "text": "Herring is back in the bay of Skell.", "speaker": None, "date": None, "title": "Herring"},
    {"id": "c", "text": "The mill at Holm will close in June.", "speaker": "Jonas Rehm", "date": "2020-03-01"},
    {"id": "d", "text": "The mill at Holm will not close in June.", "speaker": "Ilka Tamm", "date": "2020-01-05"},
]


def test_pairs_are_decided_in_order() -> None:
    rows = [
        {"a": "The mill will close in June.", "b": "The mill will close in June."},
        {"a": "The mill cost 350 m crowns.", "b": "The mill cost 250 m crowns."},
        {"a": "The mill will close in June.", "b": "The mill will not close in June."},
        {"a": "The mill will close in June.", "b": "Herring is back."},
    ]
    answers = list(batch.compare(iter(rows * 100), HashingEmbedder()))
    assert [answer["relation"] for answer in answers] == ["same", "changed", "contradicts", "different"] * 100
    assert answers[1]["reasons"] == ["same but: 250 m crowns -> 350 m crowns"]
    assert all(0 <= answer["score"] <= 1 for answer in answers)


def test_a_query_is_linked_to_earlier_claims() -> None:
    query = {"id": 7, "text": "The mill at Holm will close in June.", "speaker": "MS. TAMM", "date": "2020-02-01"}
    (answer,) = batch.link(CLAIMS, [query | {"context": ["It is sad.", "We know it."]}], HashingEmbedder())
    assert answer["id"] == 7
    assert answer["ranked"][0] == "a"
    assert "c" not in answer["ranked"]
    relations = {link["id"]: link["relation"] for link in answer["links"]}
    assert relations["a"] == "repeat"
    assert relations["d"] == "contradicts"
    assert relations["b"] == "different"


def test_the_line_before_may_be_one_text() -> None:
    query = {
        "id": "q",
        "text": "It will close in June.",
        "speaker": "",
        "date": "",
        "context": "The mill at Holm is old.",
    }
    (answer,) = batch.link(CLAIMS, [query], HashingEmbedder())
    assert set(answer["ranked"]) == {"a", "b", "c", "d"}
    assert len(answer["links"]) == 4


def test_nothing_in_gives_nothing() -> None:
    assert list(batch.compare([], HashingEmbedder())) == []
    assert list(batch.link(CLAIMS, [], HashingEmbedder())) == []
    query = {"id": "q", "text": "The mill", "speaker": None, "date": "no day"}
    assert list(batch.link([], [query], HashingEmbedder())) == [{"id": "q", "ranked": [], "links": []}]
