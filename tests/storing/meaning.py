"""A short way to put claims into an archive as an article resolves them, and to decide about them."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Claim, Speaker
from app.review import Act, Decided, decide, undo
from app.search.vectors import VectorIndex
from app.speakers import How, Resolution, SpeakerKind
from tests.storing.saying import Said, analysis_of, new_index, put

NOW = datetime(2025, 6, 1, tzinfo=UTC)
OPEN = Resolution(None, SpeakerKind.PERSON, How.OPEN, (), None, None)


def named(name: str, *forms: str, kind: SpeakerKind = SpeakerKind.PERSON) -> Resolution:
    """A source that its article resolves to a name; `forms` are the other full names it has for the same person."""
    how = How.SURNAME if kind is SpeakerKind.PERSON else How.BODY
    return Resolution(name, kind, how, (), None, None, forms=forms)


def in_role(role: str, *candidates: str) -> Resolution:
    return replace(OPEN, role=role, candidates=candidates)


@dataclass
class Town:
    """An archive to which claims are added one at a time, each an article of its own."""

    session: Session
    index: VectorIndex = field(default_factory=new_index)
    day: date = date(2025, 3, 3)

    def says(self, who: Resolution, words: str = "the ferry will run all winter", *, on: date | None = None) -> int:
        """The id of a new claim."""
        number = len(self.session.scalars(select(Claim.id)).all())
        said = Said(words, by=str(number), on=on or self.day)
        analysis = analysis_of(said)
        found = replace(analysis, claims=tuple(replace(each, resolution=who) for each in analysis.claims))
        version_id = put(self.session, self.index, said, found=found)
        return self.session.scalars(select(Claim.id).where(Claim.version_id == version_id)).one()

    def who(self, claim_id: int) -> str | None:
        """The name of the speaker of a claim; None while open or unnamed."""
        claim = self.session.get_one(Claim, claim_id)
        return None if claim.speaker_id is None else self.session.get_one(Speaker, claim.speaker_id).name

    def claim(self, claim_id: int) -> Claim:
        return self.session.get_one(Claim, claim_id)

    def speaker(self, name: str) -> int:
        return self.session.scalars(select(Speaker.id).where(Speaker.found_name == name)).one()

    def decide(self, kind: str, **given: object) -> Decided:
        return decide(self.session, Act(kind, **given), by="An editor", now=NOW, index=self.index)  # type: ignore[arg-type]

    def undo(self, decision_id: int) -> Decided:
        return undo(self.session, decision_id, by="Another editor", now=NOW, index=self.index)
