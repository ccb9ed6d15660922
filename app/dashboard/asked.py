"""What a form about speakers asks for: read as it was typed, kept to be drawn again, and made an act.

Decision: forms carry names and reaches as typed, and who and which claims are meant is found anew at every step, so
that what is decided is what the archive has then and not what a page had.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from app.errors import Conflict, InvalidInput, NotFound
from app.identity import name_key
from app.models import Article, Claim, Speaker, Statement, Version
from app.review import Act
from app.review.alike import alike
from app.search.claims import SpeakerName
from app.storing.bearers import bearers

LARGEST_ID = 2**63 - 1
REACHES = ("claim", "article", "archive")
BACK = ("questions",)
KINDS = ("person", "organisation", "document")
WHO = {"alias": "speaker_id", "merge": "other_id", "reassign": "speaker_id", "never": "other_id"}
"""Which side of an act may be typed as a name or number."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A form about speakers. `who`: a name or number typed where one side of the act is not known by id; `to` is
    "nobody" where a claim is to be nobody's. `reach`: this claim, all like it in its article, or in the archive.
    `articles` and `threads` stand for all claims of `speaker_id` in them. `back`: the page to go on with."""

    kind: str
    speaker_id: int | None
    other_id: int | None
    who: str
    name: str
    to: str
    reach: str
    claims: tuple[int, ...]
    articles: tuple[int, ...]
    threads: tuple[int, ...]
    back: str
    note: str
    by: str
    fingerprint: str

    @property
    def fields(self) -> list[tuple[str, str]]:
        """What says what is to be decided, as hidden fields."""
        told = ("kind", "speaker_id", "other_id", "who", "name", "to", "reach", "back")
        one = [(field, str(value)) for field in told if (value := getattr(self, field)) not in (None, "")]
        return one + [(field, str(id)) for field in ("claims", "articles", "threads") for id in getattr(self, field)]


class Unclear(Conflict):
    """A name that several speakers have; `choices` are they."""

    def __init__(self, name: str, choices: Sequence[SpeakerName]) -> None:
        super().__init__(f"{len(choices)} speakers are called {name}. Say which one is meant.", code="unclear_name")
        self.choices = tuple(choices)


def read(form: MultiDict[str, str]) -> Typed:
    """The form, with whatever cannot be read left out."""
    reach, back = form.get("reach", ""), form.get("back", "")
    return Typed(
        kind=form.get("kind", ""),
        speaker_id=whole(form.get("speaker_id", "")),
        other_id=whole(form.get("other_id", "")),
        who=" ".join(form.get("who", "").split()),
        name=form.get("name", ""),
        to=form.get("to", ""),
        reach=reach if reach in REACHES else "claim",
        claims=_ids(form, "claims"),
        articles=_ids(form, "articles"),
        threads=_ids(form, "threads"),
        back=back if back in BACK else "",
        note=form.get("note", ""),
        by=form.get("by", ""),
        fingerprint=form.get("fingerprint", ""),
    )


def whole(typed: str) -> int | None:
    """A number that an id could be."""
    typed = typed.strip()
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 18 else None


def act_of(session: Session, typed: Typed) -> Act:
    """The act that was asked for. Raises InvalidInput, NotFound and Unclear."""
    speaker_id, other_id = _sides(session, typed)
    name: str | None = typed.name
    if typed.kind == "reassign":
        name = typed.who if speaker_id is None and typed.to != "nobody" else None
        if name == "":
            raise InvalidInput("Say who it was: a name, or a speaker’s number.", code="no_speaker")
    elif typed.kind not in ("rename", "alias", "split"):
        name = typed.name or None
    return Act(typed.kind, speaker_id, other_id, name, _claims(session, typed), typed.note)


def _sides(session: Session, typed: Typed) -> tuple[int | None, int | None]:
    """The two speakers of the act, one of them by what was typed. Only a claim can be given to somebody new."""
    sides = {"speaker_id": typed.speaker_id, "other_id": typed.other_id}
    side = WHO.get(typed.kind)
    if side is None:
        return typed.speaker_id, typed.other_id
    if typed.to == "nobody":
        return None, typed.other_id
    if typed.who:
        sides[side] = _who(session, typed.who)
    if sides[side] is None and typed.kind != "reassign":
        raise NotFound(f"No speaker is called {typed.who}." if typed.who else "Say who is meant.")
    return sides["speaker_id"], sides["other_id"]


def bearers_of(session: Session, name: str) -> tuple[SpeakerName, ...]:
    """Every speaker whom a name can mean, printed, given or shown, as whom they count as."""
    key = name_key(name)
    means = bearers(session, [key])
    ids = {id for kind in KINDS for id in (*means.of((kind, key)), *means.registered[kind, key])}
    shown = select(Speaker.id, Speaker.merged_into_id).where(
        Speaker.id.in_(ids) | (Speaker.name_key == key) | (Speaker.name == name)
    )
    roots = {merged or id for id, merged in session.execute(shown)}
    rows = session.execute(select(Speaker.id, Speaker.name).where(Speaker.id.in_(roots)).order_by(Speaker.id))
    return tuple(SpeakerName(id, name) for id, name in rows)


def _who(session: Session, typed: str) -> int | None:
    """Whom a name or number means; None for a name that nobody has."""
    if (id := whole(typed)) is not None:
        if session.get(Speaker, id) is None:
            raise NotFound(f"There is no speaker with the number {id}.")
        return id
    found = bearers_of(session, typed)
    if 1 < len(found):
        raise Unclear(typed, found)
    return found[0].id if found else None


def _claims(session: Session, typed: Typed) -> tuple[int, ...]:
    if typed.kind in ("reassign", "never") and typed.reach != "claim":
        return _like(session, typed)
    chosen = {*typed.claims}
    if typed.kind == "split" and (typed.articles or typed.threads):
        theirs = select(Claim.id).join(Version, Version.id == Claim.version_id)
        theirs = theirs.join(Article, Article.id == Version.article_id)
        theirs = theirs.join(Statement, Statement.id == Claim.statement_id)
        within = Article.id.in_(typed.articles) | Statement.thread_id.in_(typed.threads)
        chosen |= set(session.scalars(theirs.where(Claim.speaker_id == typed.speaker_id, within)))
    return tuple(sorted(chosen))


def _like(session: Session, typed: Typed) -> tuple[int, ...]:
    """All like each of the claims, in their articles or everywhere."""
    found: set[int] = set()
    for id in typed.claims:
        if session.get(Claim, id) is None:
            raise NotFound("One of these claims is not there any more.")
        like = alike(session, id)
        found |= set(like.here if typed.reach == "article" else like.everywhere)
    return tuple(sorted(found))


def _ids(form: MultiDict[str, str], field: str) -> tuple[int, ...]:
    found = (whole(typed) for typed in form.getlist(field))
    return tuple(dict.fromkeys(id for id in found if id is not None))
