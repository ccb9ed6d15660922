"""Claims as rows: the claim, its spans, its words for search and its vector.

A new claim begins as a statement and a thread of its own; `storing.threads` then finds it its place.
"""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.extraction import FLOOR, Attribution
from app.models import Claim, Embedding, Span, Statement, Thread, Version
from app.search.vectors import stored_form
from app.storing.chunks import chunks
from app.storing.speakers import Learned, found_name, learn
from app.values import AnalysedClaim, Analysis

ADD_WORDS = text("INSERT INTO claim_words (rowid, content, speaker) VALUES (:id, :content, :speaker)")


def add_claims(session: Session, version: Version, analysis: Analysis, *, run_id: int) -> tuple[list[int], Learned]:
    """Add the claims of this version, each tied to the one in whose words it is told, and register the names of their
    speakers; who is meant by them is still to be settled. Returns the ids of the claims, in order, and what the version
    teaches of speakers."""
    claims = [
        _add_claim(session, version, each, position=position, run_id=run_id, model=analysis.model)
        for position, each in enumerate(analysis.claims)
    ]
    learned = Learned()
    for claim, each in zip(claims, analysis.claims, strict=True):
        printed = " ".join(version.text[start:end] for start, end in each.attribution.source)
        learn(session, each.resolution, printed, learned, version_id=version.id, claim_id=claim.id)
    for claim, each in zip(claims, analysis.claims, strict=True):  # when all are there: the outer one may come later
        claim.told_in_id = None if each.told_in is None else claims[each.told_in].id
    session.flush()
    return [claim.id for claim in claims], learned


def _add_claim(
    session: Session, version: Version, found: AnalysedClaim, *, position: int, run_id: int, model: str
) -> Claim:
    """Add one claim, with everything that hangs on it. The claim is flushed, so that it has its id."""
    attribution, resolution = found.attribution, found.resolution
    as_printed = " ".join(version.text[start:end] for start, end in attribution.source)
    name, key = found_name(resolution)
    thread = Thread()
    session.add(thread)
    session.flush()
    statement = Statement(thread_id=thread.id, said_on_precision="none")
    session.add(statement)
    session.flush()
    is_unsure, is_first_hand = attribution.confidence < FLOOR, found.told_in is None
    claim = Claim(
        version_id=version.id,
        position=position,
        kind=attribution.kind.value,
        polarity=attribution.polarity.value,
        confidence=attribution.confidence,
        rule=attribution.rule,
        said_on=attribution.said_on,
        said_on_precision=attribution.said_on_precision.value,
        found_name=name,
        found_key=key,
        found_role=resolution.role,
        found_kind=resolution.kind.value,
        found_how=resolution.how.value,
        found_candidates=list(resolution.candidates),
        speaker_kind=resolution.kind.value,
        speaker_how=resolution.how.value,
        speaker_candidates=list(resolution.candidates),
        statement_id=statement.id,
        run_id=run_id,
        is_unsure=is_unsure,
        counts=attribution.polarity == "said" and not is_unsure and is_first_hand and version.is_current,
        spans=_spans(attribution, resolution.evidence),
    )
    session.add(claim)
    session.flush()
    session.execute(ADD_WORDS, {"id": claim.id, "content": found.text, "speaker": resolution.name or as_printed})
    session.add(_embedding(claim.id, found, model))
    return claim


def date_anew(known: Sequence[Claim], found: Sequence[AnalysedClaim]) -> None:
    """Give stored claims, their spans loaded, the days that a new reading tells. One that the new reading does not find
    with the same content, as where another method reads, stays as it was stored."""
    read = {(each.attribution.content, each.told_in is None): each.attribution for each in found}
    for claim in known:
        if (again := read.get((claim.part("content"), claim.told_in_id is None))) is not None:
            claim.said_on = again.said_on
            claim.said_on_precision = again.said_on_precision.value


def vectors_of(session: Session, claim_ids: Sequence[int], *, model: str) -> dict[int, NDArray[np.float32]]:
    """The stored vectors (dimension,) of these claims by this model, by claim."""
    found: dict[int, NDArray[np.float32]] = {}
    for chunk in chunks(claim_ids):
        rows = select(Embedding.claim_id, Embedding.vector)
        for claim_id, vector in session.execute(rows.where(Embedding.model == model, Embedding.claim_id.in_(chunk))):
            found[claim_id] = np.frombuffer(vector, dtype="<f4")
    return found


def _spans(attribution: Attribution, evidence: tuple[int, int] | None) -> list[Span]:
    parts = {
        "content": attribution.content,
        "cue": attribution.cue,
        "source": attribution.source,
        "evidence": () if evidence is None else (evidence,),
    }
    return [
        Span(part=part, position=position, start=start, end=end)
        for part, spans in parts.items()
        for position, (start, end) in enumerate(spans)
    ]


def _embedding(claim_id: int, found: AnalysedClaim, model: str) -> Embedding:
    return Embedding(
        claim_id=claim_id,
        model=model,
        text_sha256=sha256(found.text.encode()).hexdigest(),
        vector=stored_form(found.vector),
        is_windowed=found.is_windowed,
    )
