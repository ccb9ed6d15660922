"""Found claims for tests: as the gold has them, or with what was got wrong."""

from collections.abc import Iterable
from dataclasses import replace

from app.evaluation.found import FoundClaim
from app.evaluation.gold import GoldArticle, GoldClaim
from app.evaluation.pairing import Judged, judge
from app.extraction import Precision
from app.speakers import How, SpeakerKind
from tests.evaluation.worlds import WORLD


def perfect(claim: GoldClaim, **changed: object) -> FoundClaim:
    """What a machine without fault finds for a gold claim; groups are numbered by the letters of their names."""
    speaker = None if claim.speaker is None else WORLD.speakers[claim.speaker]
    found = FoundClaim(
        id=number(f"{claim.statement}:{claim.content}"),
        content=claim.content,
        source=claim.source,
        kind=claim.kind,
        polarity=claim.polarity,
        said_on=claim.said_on,
        said_on_precision=Precision.NONE if claim.said_on is None else Precision.DAY,
        speaker=None if speaker is None else speaker.name,
        speaker_kind=SpeakerKind.UNNAMED if speaker is None else speaker.kind,
        how=How.NONE if speaker is None else How.FULL_NAME,
        statement=number(claim.statement),
        thread=number(claim.thread),
        is_unsure=False,
        is_second_hand=False,
    )
    return replace(found, **changed)  # type: ignore[arg-type]


def number(name: str) -> int:
    return int.from_bytes(name.encode())


def judged(article: GoldArticle, finds: Iterable[FoundClaim] | None = None) -> Judged:
    """The article against these finds, or against perfect ones."""
    return judge(article, [perfect(claim) for claim in article.claims] if finds is None else finds)
