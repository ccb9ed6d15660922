"""The register of names: every full name that an article gives has a row, and one article is enough to make it.

Two names are one row where they are equal but for case, spacing and the form of apostrophes and dashes; letters of
another script stay other letters, accents stay accents. A resemblance is never enough: Mark Hill and Mary Hill are 89 %
alike. Nor is a surname: "President Obama" and "Mrs. Obama" of two articles would become one person. Who is meant by a
name across articles, and after what editors decided, is `storing.identity`'s to say.
"""

from collections.abc import Sequence
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from app.identity import block_keys, is_whole, likeness, name_key, skeleton
from app.models import Alias, CoNaming, Likeness, Speaker, SpellingKey
from app.speakers import How, Resolution, SpeakerKind

TELLING = {How.FULL_NAME, How.SURNAME, How.ROLE, How.BODY}
"""Ways of resolving by which an article teaches another name of a speaker; "he" and "it" are no names."""
LONGEST_ALIAS = 80
NAMELESS = (SpeakerKind.UNNAMED, SpeakerKind.COLLECTIVE)


def found_name(resolution: Resolution) -> tuple[str | None, str | None]:
    """The name that an article resolves a source to, and its key; none for open, unnamed and collective sources."""
    if resolution.name is None or resolution.kind in NAMELESS:
        return None, None
    return resolution.name, name_key(resolution.name)


def stands_across(kind: str, name: str) -> bool:
    """Whether a name can stand for one speaker in every article: of a person only a whole one."""
    return kind != SpeakerKind.PERSON or is_whole(name)


def register(session: Session, kind: str, name: str) -> Speaker:
    """The row of a name, made where it is new. Of several spellings the row shows the one that sorts first."""
    key = name_key(name)
    speaker = session.scalars(select(Speaker).where(Speaker.kind == kind, Speaker.name_key == key)).one_or_none()
    if speaker is None:
        speaker = Speaker(kind=kind, name_key=key, name=name, found_name=name)
        session.add(speaker)
        session.flush()
        _compare(session, speaker)
    shown = min(speaker.found_name, name, key=lambda name: (name.isupper(), name.islower(), name))
    if speaker.name == speaker.found_name:
        speaker.name = shown
    speaker.found_name = shown
    return speaker


def learn(
    session: Session, resolution: Resolution, as_printed: str, *, version_id: int, claim_id: int
) -> tuple[int, ...]:
    """Register the name of a claim, what it was printed as, and every other full name that the article has for the
    same person. Returns the speakers that the article shows to be one; none where it teaches nothing new about that."""
    name, _ = found_name(resolution)
    if name is None or not stands_across(resolution.kind, name):
        return ()
    speaker = register(session, resolution.kind, name)
    if resolution.how in TELLING and as_printed and len(as_printed) <= LONGEST_ALIAS and as_printed != name:
        alias = {"speaker_id": speaker.id, "name": as_printed, "how": resolution.how.value, "claim_id": claim_id}
        session.execute(insert(Alias).values(alias).on_conflict_do_nothing())
    forms = [form for form in resolution.forms if name_key(form) != speaker.name_key and is_whole(form)]
    one = sorted({speaker.id, *(register(session, resolution.kind, form).id for form in forms)})
    return _named_together(session, one, version_id)


def _named_together(session: Session, speakers: Sequence[int], version_id: int) -> tuple[int, ...]:
    """Keep that a version names one person by all these names. Returns them where that is news."""
    news = False
    for one, other in combinations(speakers, 2):
        pair = {"speaker_id": one, "other_id": other, "version_id": version_id}
        known = session.get(CoNaming, (one, other, version_id))
        if known is None:
            session.add(CoNaming(**pair))
            session.flush()
            news = True
    return tuple(speakers) if news else ()


def _compare(session: Session, speaker: Speaker) -> None:
    """Keep which other persons' names a new one is like, so that an editor can be asked."""
    if speaker.kind != SpeakerKind.PERSON:
        return
    keys = block_keys(speaker.found_name) | {f"~{skeleton(speaker.name_key)}"}
    near = (
        select(Speaker.id, Speaker.found_name)
        .join(SpellingKey, SpellingKey.speaker_id == Speaker.id)
        .where(SpellingKey.key.in_(sorted(keys)))
        .distinct()
    )
    for id, name in session.execute(near).all():
        if (why := likeness(speaker.found_name, name)) is not None:
            session.add(Likeness(speaker_id=min(id, speaker.id), other_id=max(id, speaker.id), why=why.value))
    session.add_all(SpellingKey(speaker_id=speaker.id, key=key) for key in keys)
    session.flush()


def compare_all(session: Session) -> int:
    """Compare the persons of an archive from before 0004. Returns how many had not been compared."""
    known = select(SpellingKey.speaker_id).where(SpellingKey.speaker_id == Speaker.id)
    without = select(Speaker).where(Speaker.kind == SpeakerKind.PERSON.value, ~known.exists())
    speakers = session.scalars(without.order_by(Speaker.id)).all()
    for speaker in speakers:
        _compare(session, speaker)
    return len(speakers)
