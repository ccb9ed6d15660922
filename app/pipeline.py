"""The way of an article, to be read first: article -> attributions -> speakers -> vectors -> links -> rows.

Two halves. `analyse` is slow and pure: it knows no session, so no lock is held while a model works. `store` is short
and runs in one transaction: neighbours, decisions, rows. Running it again for the same version changes nothing.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.embedding import Embedder
from app.errors import NotFound
from app.extraction import extract
from app.models import Claim, Version
from app.search.vectors import Neighbour, VectorIndex
from app.speakers import Mention, resolve
from app.storing.claims import add_claim, date_anew
from app.storing.links import LEAST_COSINE, SLACK, add_links, drop_links, most_neighbours
from app.storing.runs import the_run
from app.storing.threads import regroup, thread_mates
from app.values import AnalysedClaim, Analysis, Attributed

METHOD = "rules"
METHOD_VERSION = "1"
"""To be raised whenever the same text would give other claims, speakers or links."""


def attribute(text: str, *, published_on: date | None = None) -> list[Attributed]:
    """The attributions of a text, in its order, each with who is meant. No model, no database."""
    attributions = extract(text, published_on=published_on)
    mentions = [Mention(source=each.source, cue=each.cue, content=each.content) for each in attributions]
    return [Attributed(*pair) for pair in zip(attributions, resolve(text, mentions), strict=True)]


def analyse(text: str, *, published_on: date | None, embedder: Embedder) -> Analysis:
    """Everything that can be told of a version from its text alone. Raises EmbedderUnavailable without a model."""
    found = attribute(text, published_on=published_on)
    contents = [" ".join(text[start:end] for start, end in each.attribution.content) for each in found]
    vectors = embedder.encode(contents)
    claims = tuple(
        AnalysedClaim(each.attribution, each.resolution, content, vector, embedder.truncates(content))
        for each, content, vector in zip(found, contents, vectors, strict=True)
    )
    return Analysis(claims, embedder.name)


def warm_up(embedder: Embedder) -> None:
    """Load what the slow half needs, before a job is in hand. Raises EmbedderUnavailable without a model."""
    analyse("Nobody said that it was so.", published_on=None, embedder=embedder)
    embedder.encode(["Nothing was said."])


def store(session: Session, version_id: int, analysis: Analysis, *, index: VectorIndex, now: datetime) -> None:
    """Store what was found in a version, once, in the caller's transaction. Raises NotFound without the version.

    A version whose date was told after it had been read keeps its claims; their days and links are made anew."""
    version = session.get(Version, version_id)
    if version is None:
        raise NotFound(f"There is no version {version_id}.")
    if version.analysed_at is not None:
        return
    run_id = the_run(session, METHOD, METHOD_VERSION, {"embedding": analysis.model}, now=now)
    near = _neighbours(session, analysis, index)
    known = session.scalars(select(Claim).where(Claim.version_id == version_id).order_by(Claim.position)).all()
    if known:
        claims = [claim.id for claim in known]
        touched = thread_mates(session, claims)
        date_anew(known, analysis.claims)
        drop_links(session, claims)
    else:
        claims = [
            add_claim(session, version, found, position=position, run_id=run_id, model=analysis.model).id
            for position, found in enumerate(analysis.claims)
        ]
        touched = set(claims)
    session.flush()
    add_links(session, claims, dict(zip(claims, near, strict=False)), model=analysis.model, run_id=run_id)
    regroup(session, touched, new=() if known else claims)
    version.analysed_at = now


def _neighbours(session: Session, analysis: Analysis, index: VectorIndex) -> Sequence[Sequence[Neighbour]]:
    """The stored claims near each new one. Asked before a row is written: the index must never see rows that could
    still be rolled back."""
    index.top_up(session)
    most = most_neighbours(len(analysis.claims))
    return [
        index.nearest(session, claim.vector, most, least=LEAST_COSINE - SLACK, fresh=False) for claim in analysis.claims
    ]
