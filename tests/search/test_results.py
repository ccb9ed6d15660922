"""Search finds by word and by meaning, says why, and says what it searched."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.embedding import HashingEmbedder
from app.search.find import FUSION, Filters, fuse
from app.search.results import Query, Results, search
from app.search.vectors import VectorIndex
from app.search.words import read_words
from tests.archive import Filled


def run(session: Session, typed: str, *, mode: str = "both", number: int = 1, **filters: object) -> Results:
    embedder = HashingEmbedder()
    query = Query(typed, read_words(typed), mode, Filters(**filters))  # type: ignore[arg-type]
    vector = embedder.encode([query.words.wanted])[0] if mode != "keyword" and query.words.wanted else None
    return search(session, VectorIndex(embedder.name), query, vector, number=number)


def ids(results: Results) -> set[int]:
    return {found.claim.id for group in results.groups.rows for found in group.found}


def test_both_lists_are_fused_by_rank() -> None:
    hits = fuse([7, 5], {5: 0.9, 3: 0.4})
    assert [hit.claim_id for hit in hits] == [5, 7, 3]
    assert hits[0].score == 1 / (FUSION + 2) + 1 / (FUSION + 1)
    assert (hits[0].word_rank, hits[0].meaning_rank, hits[2].word_rank) == (2, 1, None)


def test_a_hit_says_why_it_matched(session: Session, filled: Filled) -> None:
    group = run(session, "tunnels november").groups.rows[0]
    assert group.thread_id == filled.tunnel
    assert group.thread is not None
    assert group.thread.counts.said == 3
    best = group.found[0]
    assert best.why[0] == "words: tunnel, november"
    assert [words for words, is_match in best.stretches if is_match] == ["tunnel", "November"]
    assert "".join(words for words, _ in best.stretches) == best.claim.wording


def test_by_meaning_alone(session: Session) -> None:
    results = run(session, "the harbour tunnel opens on budget in November", mode="meaning")
    best = results.groups.rows[0].found[0]
    assert best.why[0].startswith("meaning 0.")
    assert "tunnel" in best.claim.wording


def test_what_is_ruled_out_is_ruled_out_by_meaning_too(session: Session) -> None:
    for mode in ("both", "keyword", "meaning"):
        results = run(session, "harbour tunnel november -budget", mode=mode)
        assert all("budget" not in f.claim.wording for g in results.groups.rows for f in g.found)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"speaker": "okafor"}, {"Samuel Okafor"}),
        ({"speaker": "VESTERGAARD"}, {"Ingrid Vestergaard"}),
        ({"speaker": "nobody here"}, set()),
        ({"speaker": "%"}, set()),
        ({"since": date(2025, 7, 1), "until": date(2025, 7, 31)}, {"Samuel Okafor"}),
    ],
)
def test_filters(session: Session, filters: dict[str, object], expected: set[str]) -> None:
    results = run(session, "tunnel", mode="keyword", **filters)
    assert {f.claim.spoken_by for g in results.groups.rows for f in g.found} == expected


def test_without_words_the_newest_that_pass(session: Session, filled: Filled) -> None:
    assert ids(run(session, "", is_open=True)) == {filled.open_claim}
    assert run(session, "").claims == 0
    assert run(session, "", counted=True).claims == 36


def test_a_denial_is_found_and_never_counted(session: Session, filled: Filled) -> None:
    results = run(session, "leaking", mode="keyword")
    assert ids(results) == {filled.denial}
    assert results.groups.rows[0].thread is None
    assert not results.groups.rows[0].found[0].claim.counts


def test_beyond_the_end_is_empty(session: Session) -> None:
    results = run(session, "tunnel", number=9)
    assert results.groups.rows == ()
    assert 0 < results.claims


def test_an_exact_phrase_stands_in_every_hit(session: Session) -> None:
    for mode in ("both", "keyword", "meaning"):
        results = run(session, 'tunnel "in November"', mode=mode)
        assert results.claims
        assert all("in november" in f.claim.wording.casefold() for g in results.groups.rows for f in g.found)
        assert run(session, '"november in"', mode=mode).claims == 0
