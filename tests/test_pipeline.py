"""From text to analysis: with the tagger, without it, and with one that is not whole. The real tagger is given folders
that lack its weights or hold damaged ones; what a whole one finds is judged elsewhere."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import selectinload

from app import pipeline
from app.db import Database
from app.embedding import HashingEmbedder
from app.extraction import FLOOR, Tagger, TaggerUnavailable
from app.ingest.parsed import parse
from app.ingest.save import save
from app.models import Claim, Embedding, Run, Version
from app.search.claims import load_claims
from app.search.vectors import VectorIndex
from tests.taggers import TwinTagger

NOW = datetime(2025, 6, 1, tzinfo=UTC)
EMBEDDER = HashingEmbedder()
TEXT = "“The dam is safe,” Ada Brenn said on Tuesday. Ola Holm said that the wall of the dam had moved."


def empty(folder: Path) -> None:
    """Nothing lies there."""


def without_settings(folder: Path) -> None:
    (folder / "tagger.safetensors").write_bytes(b"weights")


def damaged(folder: Path) -> None:
    (folder / "tagger.safetensors").write_bytes(b"weights of which a block went wrong")
    (folder / "tagger.json").write_text(json.dumps({"sha256": sha256(b"weights").hexdigest()}), encoding="utf-8")


def no_weights_at_all(folder: Path) -> None:
    """The digest is right, but of a file that holds something else."""
    (folder / "tagger.safetensors").write_bytes(b"a letter to the editor")
    digest = sha256(b"a letter to the editor").hexdigest()
    (folder / "tagger.json").write_text(json.dumps({"sha256": digest}), encoding="utf-8")


NOT_WHOLE = [empty, without_settings, damaged, no_weights_at_all]


@pytest.mark.parametrize("lay", NOT_WHOLE)
def test_without_whole_weights_the_rules_find_claims(lay: Callable[[Path], None], tmp_path: Path) -> None:
    lay(tmp_path)
    tagger = Tagger(tmp_path)
    found = pipeline.analyse(TEXT, published_on=None, embedder=EMBEDDER, tagger=tagger)
    assert (found.method, len(found.claims)) == ("rules", 2)
    assert pipeline.working(tagger) is None
    problem = tagger.problem()
    assert problem is not None
    assert problem.endswith("claims are found by the rules alone.")
    with pytest.raises(TaggerUnavailable):
        pipeline.attribute(TEXT, tagger=tagger)


def test_the_tagger_reads_where_there_is_one() -> None:
    tagger = TwinTagger()
    found = pipeline.analyse(TEXT, published_on=None, embedder=EMBEDDER, tagger=tagger)
    assert (found.method, {claim.attribution.rule for claim in found.claims}) == ("tagger 0123abcd", {"twin"})
    assert pipeline.analyse(TEXT, published_on=None, embedder=EMBEDDER).method == "rules"
    assert tagger.read_times == 1


def test_warming_up_loads_the_tagger_and_does_without_one() -> None:
    tagger = TwinTagger()
    pipeline.warm_up(EMBEDDER, tagger)
    assert tagger.read_times == 1
    pipeline.warm_up(EMBEDDER, TwinTagger(wrong="Its weights are gone."))
    pipeline.warm_up(EMBEDDER)


def test_a_claim_begins_after_the_that_which_its_attribution_keeps(database: Database) -> None:
    (_, attributed) = pipeline.attribute(TEXT, tagger=TwinTagger())
    assert [TEXT[slice(*span)] for span in attributed.attribution.content] == ["that the wall of the dam had moved"]
    version_id = stored(database, TEXT, TwinTagger())
    wording = "the wall of the dam had moved"
    with database.reading() as session:
        claim = session.scalars(select(Claim).where(Claim.position == 1).options(selectinload(Claim.spans))).one()
        (span,) = claim.part("content")
        assert session.get_one(Version, version_id).text[slice(*span)] == wording
        assert load_claims(session, [claim.id])[claim.id].wording == wording
        words = session.execute(text("SELECT content FROM claim_words WHERE rowid = :id"), {"id": claim.id})
        assert words.scalar_one() == wording
        hashed = session.scalars(select(Embedding.text_sha256).where(Embedding.claim_id == claim.id)).one()
        assert hashed == sha256(wording.encode()).hexdigest()


def test_a_line_of_a_transcript_keeps_its_that() -> None:
    debate = "HASK: It costs a crown.\n\nVERRIN: That sounds right to me.\n\nHASK: That figure is old."
    found = pipeline.analyse(debate, published_on=None, embedder=EMBEDDER).claims
    assert [claim.text for claim in found] == ["It costs a crown.", "That sounds right to me.", "That figure is old."]


def test_a_that_before_quotation_marks_is_left_out() -> None:
    said = "Ada Brenn said that “the wall of the dam has moved.”"
    (found,) = pipeline.analyse(said, published_on=None, embedder=EMBEDDER, tagger=TwinTagger()).claims
    assert found.text == "“the wall of the dam has moved.”"


def test_the_run_names_method_edition_model_and_floor(database: Database) -> None:
    stored(database, TEXT, TwinTagger())
    stored(database, TEXT.replace("dam", "weir"), None)
    with database.reading() as session:
        runs = session.scalars(select(Run).join(Claim, Claim.run_id == Run.id).distinct().order_by(Run.id)).all()
    assert [(run.method, run.version) for run in runs] == [("tagger 0123abcd", "3"), ("rules", "3")]
    assert runs[0].parameters == {"embedding": EMBEDDER.name, "floor": FLOOR}


def test_a_day_told_late_leaves_what_another_method_found_as_it_was(database: Database) -> None:
    """The rules found two claims, the tagger one: of the other nothing new is told."""
    version_id = stored(database, TEXT, None)
    found = pipeline.analyse(TEXT, published_on=date(2025, 3, 7), embedder=EMBEDDER, tagger=None)
    with database.transaction() as session:
        session.get_one(Version, version_id).analysed_at = None
        only = type(found)(found.claims[:1], found.model, "tagger 0123abcd")
        pipeline.store(session, version_id, only, index=VectorIndex(EMBEDDER.name), now=NOW)
    with database.reading() as session:
        claims = session.execute(select(Claim.said_on, Run.method).join(Run).order_by(Claim.position)).all()
    assert [tuple(row) for row in claims] == [(date(2025, 3, 4), "rules"), (None, "rules")]


def stored(database: Database, body: str, tagger: Tagger | None) -> int:
    """The id of a version that was read with this tagger."""
    with database.transaction() as session:
        version_id = save(session, parse(body), now=NOW).version_id
        words = session.get_one(Version, version_id).text
        found = pipeline.analyse(words, published_on=None, embedder=EMBEDDER, tagger=tagger)
        pipeline.store(session, version_id, found, index=VectorIndex(EMBEDDER.name), now=NOW)
    return version_id
