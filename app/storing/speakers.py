"""The register of names: every full name that an article gives has a row, and one article is enough to make it.

Two names are one row where they are equal but for case, spacing and the form of apostrophes and dashes; letters of
another script stay other letters, accents stay accents. A resemblance is never enough: Mark Hill and Mary Hill are 89 %
alike. Nor is a surname: "President Obama" and "Mrs. Obama" of two articles would become one person. Who is meant by a
name across articles, and after what editors decided, is `storing.identity`'s to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations, count

from sqlalchemy import func, select, text
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from app.identity import block_keys, is_whole, likeness, name_key, skeleton
from app.models import Alias, CoNaming, Decision, Likeness, Speaker, SpellingKey
from app.speakers import How, Resolution, SpeakerKind

TELLING = {How.FULL_NAME, How.SURNAME, How.ROLE, How.BODY}
"""Ways of resolving by which an article teaches another name of a speaker; "he" and "it" are no names."""
LONGEST_ALIAS = 80
FIND_ALL_BY = text(
    "UPDATE claim_words SET speaker = :name WHERE rowid IN (SELECT id FROM claim WHERE speaker_id = :id)"
)
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
    """The row of a name, made where it is new. Of several spellings the row shows the one that sorts first, unless an
    editor gave another name."""
    return _registered(session, _known(session, kind, name), kind, name)


def _registered(session: Session, speaker: Speaker | None, kind: str, name: str) -> Speaker:
    if speaker is None:
        return _add(session, Speaker(kind=kind, name_key=name_key(name), name=name, found_name=name))
    if name != speaker.found_name:
        found = name if not speaker.found_name else min(speaker.found_name, name, key=_first_shown)
        if found != speaker.found_name:
            speaker.found_name = found
            show_name(session, speaker)
    return speaker


def call_up(session: Session, kind: str, name: str) -> Speaker:
    """The row of a name that an editor typed, made where it is new: then without a `found_name`, since no article has
    printed it."""
    known = _known(session, kind, name)
    return known or _add(session, Speaker(kind=kind, name_key=name_key(name), name=name, found_name=""))


def add_namesake(session: Session, kind: str, name: str) -> Speaker:
    """A new speaker whom no article can find by the name alone."""
    key = name_key(name)
    taken = select(Speaker.id).where(Speaker.kind == kind)
    number = next(n for n in count(2) if session.scalar(taken.where(Speaker.name_key == f"{key} [{n}]")) is None)
    speaker = Speaker(kind=kind, name_key=f"{key} [{number}]", name=name, found_name=name)
    session.add(speaker)
    session.flush()
    return speaker


def show_name(session: Session, speaker: Speaker) -> None:
    """Show a speaker by the last name that an editor gave them, or else as articles print it."""
    given = select(Decision.name).where(
        Decision.kind == "rename", Decision.speaker_id == speaker.id, Decision.undone_at.is_(None)
    )
    made = select(Decision.name).where(Decision.kind == "reassign", Decision.speaker_id == speaker.id)
    renamed = session.scalars(given.order_by(Decision.id.desc()).limit(1)).first()
    speaker.name = renamed or speaker.found_name or session.scalars(made.order_by(Decision.id)).first() or speaker.name
    session.flush()
    session.execute(FIND_ALL_BY, {"id": speaker.id, "name": speaker.name})


def _known(session: Session, kind: str, name: str) -> Speaker | None:
    row = select(Speaker).where(Speaker.kind == kind, Speaker.name_key == name_key(name))
    return session.scalars(row).one_or_none()


def _add(session: Session, speaker: Speaker) -> Speaker:
    session.add(speaker)
    session.flush()
    _compare(session, speaker)
    return speaker


def _first_shown(name: str) -> tuple[int, bool, str]:
    """Sorts spellings from the plainest on: "Nadia Orr" before "NADIA Orr" before "NADIA ORR"."""
    return sum(2 < len(word) and word.isupper() for word in name.split()), name.islower(), name


@dataclass(slots=True)
class Learned:
    """What a version taught: the speakers that it shows to be `one` with another, and those `shown_anew`, by another
    spelling than before; none where it is no news."""

    one: set[int] = field(default_factory=set)
    shown_anew: set[int] = field(default_factory=set)


def learn(
    session: Session, resolution: Resolution, as_printed: str, done: Learned, *, version_id: int, claim_id: int
) -> None:
    """Register the name of a claim, what it was printed as, and every other full name that the article has for the
    same person."""
    name, _ = found_name(resolution)
    if name is None or not stands_across(resolution.kind, name):
        return
    speaker = _taught(session, resolution.kind, name, done)
    if resolution.how in TELLING and as_printed and len(as_printed) <= LONGEST_ALIAS and as_printed != name:
        alias = {"speaker_id": speaker.id, "name": as_printed, "how": resolution.how.value, "claim_id": claim_id}
        session.execute(insert(Alias).values(alias).on_conflict_do_nothing())
    forms = [form for form in resolution.forms if name_key(form) != speaker.name_key and is_whole(form)]
    one = sorted({speaker.id, *(_taught(session, resolution.kind, form, done).id for form in forms)})
    done.one |= {*_named_together(session, one, version_id)}


def _taught(session: Session, kind: str, name: str, done: Learned) -> Speaker:
    known = _known(session, kind, name)
    before = None if known is None else known.name
    speaker = _registered(session, known, kind, name)
    if before is not None and speaker.name != before:
        done.shown_anew.add(speaker.id)
    return speaker


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
    keys = block_keys(speaker.found_name or speaker.name) | {f"~{skeleton(speaker.name_key)}"}
    near = (
        select(Speaker.id, func.coalesce(func.nullif(Speaker.found_name, ""), Speaker.name))
        .join(SpellingKey, SpellingKey.speaker_id == Speaker.id)
        .where(SpellingKey.key.in_(sorted(keys)))
        .distinct()
    )
    for id, name in session.execute(near).all():
        if (why := likeness(speaker.found_name or speaker.name, name)) is not None:
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
