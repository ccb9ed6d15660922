"""The way of an article, to be read first: article -> attributions -> speakers -> vectors -> links -> rows.

Two halves. `analyse` is slow and pure: it knows no session, so no lock is held while a model works. `store` is short
and runs in one transaction: neighbours, decisions, rows. Running it again for the same version changes nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.embedding import Embedder
from app.errors import NotFound
from app.extraction import FLOOR, LONGEST, Attribution, Tagger, asserted, extract
from app.models import Claim, Version
from app.search.vectors import Neighbour, VectorIndex
from app.speakers import Mention, Resolution, resolve
from app.storing.claims import add_claims, date_anew, vectors_of
from app.storing.joining import rejoin
from app.storing.links import LEAST_COSINE, SLACK, add_links, drop_links, most_neighbours
from app.storing.runs import the_run
from app.storing.settling import affected, offering, relink, settle
from app.storing.speakers import Learned
from app.storing.threads import regroup, thread_mates
from app.values import AnalysedClaim, Analysis, Attributed

RULES = "rules"
"""The method of a reading without a tagger."""
METHOD_VERSION = "3"
"""To be raised whenever the same text would give other claims, speakers or links."""


def working(tagger: Tagger | None) -> Tagger | None:
    """The tagger, loaded, where there is one and it can be; its `problem` tells why not."""
    return tagger if tagger is not None and tagger.ready() else None


def attribute(text: str, *, published_on: date | None = None, tagger: Tagger | None = None) -> list[Attributed]:
    """The attributions of a text, in its order, each with who is meant; without a tagger by the rules alone. No
    database. Raises TaggerUnavailable for one that is not `working`."""
    attributions = extract(text, published_on=published_on, tagger=tagger)
    return [Attributed(*pair) for pair in zip(attributions, _meant(text, attributions), strict=True)]


def analyse(text: str, *, published_on: date | None, embedder: Embedder, tagger: Tagger | None = None) -> Analysis:
    """Everything that can be told of a version from its text alone; by the rules where the tagger is not `working`.
    Raises EmbedderUnavailable without a model."""
    tagger = working(tagger) if len(text) <= LONGEST else None
    found = attribute(text, published_on=published_on, tagger=tagger)
    asserting = [_claimed(text, each.attribution) for each in found]
    contents = [" ".join(text[start:end] for start, end in claim.content) for claim in asserting]
    vectors = embedder.encode(contents)
    claims = tuple(
        AnalysedClaim(claim, each.resolution, content, vector, embedder.truncates(content), told_in)
        for claim, each, content, vector, told_in in zip(
            asserting, found, contents, vectors, _outer(found), strict=True
        )
    )
    return Analysis(claims, embedder.name, RULES if tagger is None else tagger.name)


def warm_up(embedder: Embedder, tagger: Tagger | None = None) -> None:
    """Load what the slow half needs, before a job is in hand. Raises EmbedderUnavailable without a model."""
    analyse("Nobody said that it was so.", published_on=None, embedder=embedder, tagger=tagger)
    embedder.encode(["Nothing was said."])


def store(session: Session, version_id: int, analysis: Analysis, *, index: VectorIndex, now: datetime) -> None:
    """Store what was found in a version, once, in the caller's transaction. Raises NotFound without the version.

    A version whose date was told after it had been read keeps its claims; their days and links are made anew."""
    version = session.get(Version, version_id)
    if version is None:
        raise NotFound(f"There is no version {version_id}.")
    if version.analysed_at is not None:
        return
    parameters = {"embedding": analysis.model, "floor": FLOOR}
    run_id = the_run(session, analysis.method, METHOD_VERSION, parameters, now=now)
    known = _known(session, version_id)
    if known:
        vectors = vectors_of(session, [claim.id for claim in known], model=analysis.model)
        near = dict(zip(vectors, _neighbours(session, list(vectors.values()), index), strict=True))
        claims = [claim.id for claim in known]
        touched = thread_mates(session, claims)
        date_anew(known, analysis.claims)
        session.flush()
        settle(session, claims)  # who held an office depends on the day
        drop_links(session, claims)
    else:
        found = _neighbours(session, [claim.vector for claim in analysis.claims], index)
        claims, learned = add_claims(session, version, analysis, run_id=run_id)
        _settle(session, claims, learned, index=index, run_id=run_id)
        near = dict(zip(claims, found, strict=True))
        touched = set(claims)
    session.flush()
    add_links(session, claims, near, model=analysis.model, run_id=run_id)
    regroup(session, touched, new=() if known else claims)
    version.analysed_at = now


def _settle(session: Session, new: Sequence[int], learned: Learned, *, index: VectorIndex, run_id: int) -> None:
    """Give the new claims their speakers, and others to which the version shows that two names are one person."""
    older = affected(session, rejoin(session, learned.one)) if learned.one else set()
    older |= offering(session, learned.shown_anew) if learned.shown_anew else set()
    settle(session, new)
    relink(session, settle(session, older.difference(new)), index=index, run_id=run_id)


def _meant(text: str, attributions: Sequence[Attribution]) -> list[Resolution]:
    """Who is meant by each source. One who is only told of is resolved beside the article's own sources and not among
    them: he is no speaker of the article, whom its next "he" could take up."""
    own = [each for each in attributions if not each.within]
    meant = iter(resolve(text, [_mention(each) for each in own]))
    if len(own) == len(attributions):
        return list(meant)
    among_all = resolve(text, [_mention(each) for each in attributions])
    return [told if each.within else next(meant) for each, told in zip(attributions, among_all, strict=True)]


def _mention(attribution: Attribution) -> Mention:
    return Mention(source=attribution.source, cue=attribution.cue, content=attribution.content)


def _outer(found: Sequence[Attributed]) -> list[int | None]:
    """For each attribution the place of the one in whose content it is told; None where the article reports it."""
    told = [each.attribution for each in found]
    places = {one.content: place for place, one in enumerate(told) if not one.within}
    return [places[one.within] if one.within else None for one in told]


def _claimed(text: str, attribution: Attribution) -> Attribution:
    """The attribution as a claim: its content is what is asserted."""
    return replace(attribution, content=asserted(text, attribution.content, attribution.cue))


def _known(session: Session, version_id: int) -> Sequence[Claim]:
    """The claims that were stored of a version before, with their spans."""
    of_version = select(Claim).where(Claim.version_id == version_id).options(selectinload(Claim.spans))
    return session.scalars(of_version.order_by(Claim.position)).all()


def _neighbours(
    session: Session, vectors: Sequence[NDArray[np.float32]], index: VectorIndex
) -> Sequence[Sequence[Neighbour]]:
    """The stored claims near each vector. Asked before a row is written: the index must never see rows that could still
    be rolled back."""
    index.top_up(session)
    most = most_neighbours(len(vectors))
    return [index.nearest(session, vector, most, least=LEAST_COSINE - SLACK, fresh=False) for vector in vectors]
