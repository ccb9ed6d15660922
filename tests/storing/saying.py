"""A short way to put claims into an archive: who said which words on which day, in which outlet."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import pipeline
from app.embedding import HashingEmbedder
from app.extraction import Attribution, Kind, Polarity, Precision, Span
from app.models import Article, Outlet, Overlap, Version
from app.search.vectors import VectorIndex
from app.speakers import How, Resolution, SpeakerKind
from app.values import AnalysedClaim, Analysis

NOW = datetime(2025, 6, 1, tzinfo=UTC)
EMBEDDER = HashingEmbedder()


@dataclass(frozen=True, slots=True)
class Said:
    """One article with one claim, which is the whole of its text; or which somebody else tells, at second hand, as
    `told_by` says."""

    words: str
    by: str | None = "Ilka Brandt"
    on: date = date(2025, 3, 3)
    outlet: str = "The Lantern"
    polarity: Polarity = Polarity.SAID
    confidence: float = 0.9
    carries: tuple[str, ...] = ()  # natural keys of articles whose text this one shares
    told_by: str | None = None

    @property
    def text(self) -> str:
        lead = "Rain fell on the regatta, the band played, and somebody said: "
        return self.words if self.told_by is None else lead + self.words

    @property
    def key(self) -> str:
        return f"{self.outlet}/{self.on}/{sha256(f'{self.by}{self.text}{self.polarity}'.encode()).hexdigest()[:8]}"


def put(session: Session, index: VectorIndex, said: Said, *, found: Analysis | None = None) -> int:
    """Store the article, then what an analysis would find in it, or has `found`. Returns the id of the version."""
    version = _version(session, said)
    pipeline.store(session, version.id, found or analysis_of(said), index=index, now=NOW)
    return version.id


def put_all(session: Session, index: VectorIndex, sayings: Iterable[Said]) -> None:
    for said in sayings:
        put(session, index, said)


def new_index() -> VectorIndex:
    return VectorIndex(EMBEDDER.name)


def _version(session: Session, said: Said) -> Version:
    outlet = session.scalars(select(Outlet).where(Outlet.name == said.outlet)).one_or_none()
    if outlet is None:
        session.add(outlet := Outlet(name=said.outlet, name_key=said.outlet.casefold()))
        session.flush()
    article = Article(
        natural_key=said.key,
        title=said.words[:40],
        outlet_id=outlet.id,
        published_on=said.on,
        published_at=datetime.combine(said.on, time(12), UTC),
        published_precision="time",
        stored_at=NOW,
    )
    session.add(article)
    session.flush()
    for key in said.carries:
        other = session.scalars(select(Article).where(Article.natural_key == key)).one_or_none()
        if other is not None:
            low, high = sorted((article.id, other.id))
            session.add(Overlap(article_id=low, other_article_id=high, share=1.0))
    digest = sha256(said.text.encode()).hexdigest()
    version = Version(
        article_id=article.id, number=1, text=said.text, text_sha256=digest, stored_at=NOW, is_current=True
    )
    session.add(version)
    session.flush()
    return version


def analysis_of(said: Said) -> Analysis:
    end = len(said.text)
    place = (end - len(said.words), end)
    if said.told_by is None:
        return Analysis((_claim(said, said.by, place),), EMBEDDER.name, "by hand")
    outer = _claim(replace(said, polarity=Polarity.SAID, confidence=0.9), said.told_by, (0, end))
    return Analysis((outer, replace(_claim(said, said.by, place), told_in=0)), EMBEDDER.name, "by hand")


def _claim(said: Said, by: str | None, place: Span) -> AnalysedClaim:
    attribution = Attribution(
        content=(place,),
        cue=(),
        source=(),
        kind=Kind.INDIRECT,
        polarity=said.polarity,
        confidence=said.confidence,
        said_on=None,
        said_on_precision=Precision.NONE,
        rule="test",
    )
    resolution = Resolution(
        name=by,
        kind=SpeakerKind.UNNAMED if by is None else SpeakerKind.PERSON,
        how=How.NONE if by is None else How.FULL_NAME,
        candidates=(),
        evidence=None,
        role=None,
    )
    (vector,) = EMBEDDER.encode([said.text[slice(*place)]])
    return AnalysedClaim(attribution, resolution, said.text[slice(*place)], vector, False)
