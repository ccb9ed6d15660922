"""The steps of an evaluation: save a seed, analyse it or hand in its gold, store, judge. The door calls them in turn.

With gold attributions the claims and speakers come from the marks, so that vectors, links and counts can be judged
without the faults of what goes before them.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from app import pipeline
from app.embedding import Embedder
from app.errors import InvalidInput
from app.evaluation.found import claims_of
from app.evaluation.gold import GoldArticle, GoldClaim
from app.evaluation.pairing import Judged, judge
from app.evaluation.world import World
from app.extraction import Attribution, Precision, Tagger
from app.ingest.parsed import parse
from app.ingest.save import Saved, save
from app.models import Version
from app.speakers import How, Resolution, SpeakerKind
from app.values import AnalysedClaim, Analysis

METHOD = "gold"
"""What found a claim that a person marked."""


def save_seed(session: Session, article: GoldArticle, *, now: datetime) -> Saved:
    """Save a seed article as any other: without its gold. Raises InvalidInput where it would be stored otherwise."""
    parsed = parse(
        article.body,
        title=article.title,
        url=article.url,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published_at.isoformat(),
        modified=None if article.modified_at is None else article.modified_at.isoformat(),
    )
    if parsed.text != article.text:
        raise InvalidInput(f"{article.slug}: its text is not stored as its marks count it.")
    return save(session, parsed, now=now)


def analyse(article: GoldArticle, *, embedder: Embedder, tagger: Tagger | None = None) -> Analysis:
    """What the machine finds in a seed article by itself; by the rules alone without a tagger."""
    day = article.published_at.date()
    return pipeline.analyse(article.text, published_on=day, embedder=embedder, tagger=tagger)


def gold_analysis(article: GoldArticle, world: World, *, embedder: Embedder) -> Analysis:
    """What a person found in a seed article, as if the machine had. Raises KeyError for a speaker of no world."""
    claims = sorted(article.claims, key=lambda claim: (claim.content, claim.number))
    contents = [" ".join(article.text[start:end] for start, end in claim.content) for claim in claims]
    vectors = embedder.encode(contents)
    return Analysis(
        tuple(
            AnalysedClaim(_attribution(claim), _resolution(claim, world), text, vector, embedder.truncates(text))
            for claim, text, vector in zip(claims, contents, vectors, strict=True)
        ),
        embedder.name,
        METHOD,
    )


def judge_stored(session: Session, stored: Sequence[tuple[GoldArticle, int]]) -> list[Judged]:
    """Compare what was stored for each version, given by its id, with the gold."""
    judged = []
    for article, version_id in stored:
        if session.get_one(Version, version_id).text != article.text:
            raise InvalidInput(f"{article.slug}: its text is not stored as its marks count it.")
        judged.append(judge(article, claims_of(session, version_id)))
    return judged


def _attribution(claim: GoldClaim) -> Attribution:
    return Attribution(
        content=claim.content,
        cue=claim.cue,
        source=claim.source,
        kind=claim.kind,
        polarity=claim.polarity,
        confidence=1.0,
        said_on=claim.said_on,
        said_on_precision=Precision.NONE if claim.said_on is None else Precision.DAY,
        rule=METHOD,
    )


def _resolution(claim: GoldClaim, world: World) -> Resolution:
    if claim.speaker is None:
        return Resolution(None, SpeakerKind.UNNAMED, How.NONE, (), None, None)
    speaker = world.speakers[claim.speaker]
    how = How.FULL_NAME if speaker.kind == SpeakerKind.PERSON else How.BODY
    return Resolution(speaker.name, speaker.kind, how, (), None, None)
