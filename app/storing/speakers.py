"""One identity across articles, kept by evidence: the full name that an article itself gives.

Two names are one speaker where they are equal but for case, spacing and the form of apostrophes and dashes; letters of
another script stay other letters, accents stay accents. A resemblance is never enough: Mark Hill and Mary Hill are 89 %
alike. A surname alone is not enough either: "President Obama" and "Mrs. Obama" of two articles would become one person.
"""

import unicodedata
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from app.models import Alias, Speaker
from app.speakers import How, Resolution, SpeakerKind

TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})
TELLING = {How.FULL_NAME, How.SURNAME, How.ROLE, How.BODY}
LONGEST_ALIAS = 80


def name_key(name: str) -> str:
    """The folded form by which names are compared."""
    return " ".join(unicodedata.normalize("NFC", name).translate(TYPOGRAPHY).casefold().split())


def told(resolution: Resolution) -> Resolution:
    """What one article's resolution is worth across articles: somebody whom the article calls by one name only stays
    open, with that name as the candidate."""
    if resolution.name is None or resolution.kind is not SpeakerKind.PERSON or len(resolution.name.split()) > 1:
        return resolution
    return replace(resolution, name=None, how=How.OPEN, candidates=(resolution.name,), evidence=None)


def identify(session: Session, resolution: Resolution, as_printed: str) -> int | None:
    """The id of the speaker that is meant, made where new; None for open, unnamed and collective sources."""
    if resolution.name is None or resolution.kind in (SpeakerKind.UNNAMED, SpeakerKind.COLLECTIVE):
        return None
    key = name_key(resolution.name)
    same = select(Speaker).where(Speaker.kind == resolution.kind.value, Speaker.name_key == key)
    speaker = session.scalars(same).one_or_none()
    if speaker is None:
        speaker = Speaker(kind=resolution.kind.value, name_key=key, name=resolution.name)
        session.add(speaker)
        session.flush()
    speaker.name = min(speaker.name, resolution.name, key=lambda name: (name.isupper(), name.islower(), name))
    _learn(session, speaker, as_printed, resolution.how)
    return speaker.id


def _learn(session: Session, speaker: Speaker, as_printed: str, how: How) -> None:
    if how not in TELLING or not as_printed or LONGEST_ALIAS < len(as_printed) or as_printed == speaker.name:
        return
    alias = {"speaker_id": speaker.id, "name": as_printed, "how": how.value}
    session.execute(insert(Alias).values(alias).on_conflict_do_nothing())
