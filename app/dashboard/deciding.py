"""Deciding about speakers, in two steps: the preview, which rehearses a decision and shows what it moves, and the
decision itself, which is taken only if it still moves just that.

Decision: the preview is no forecast. The decision is taken in a transaction that is rolled back, by the very code that
takes it in earnest.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from app.access import anyone_reads, owner_writes
from app.current import database, house
from app.dashboard import given
from app.dashboard.answers import answer, known
from app.dashboard.asked import Typed, Unclear, act_of, read
from app.errors import NotFound, UserError
from app.identity import conflict
from app.models import Decision, Speaker
from app.review import Decided, Effect, decide, effect_of, undo
from app.search.decisions import DecisionRow, decision_row, list_decisions

blueprint = Blueprint("deciding", __name__)
NOBODY_YET = "nobody yet"
"""Who decides in a rehearsal, before anybody has said so."""
FIELD_OF = {"no_editor": "by", "invalid_name": "name", "unclear_name": "who", "no_speaker": "who", "not_found": "who"}
Change = Callable[[Session, str], Decided]


@dataclass(frozen=True, slots=True)
class Seen:
    """What an editor sees of a decision: its row as it would be, its effect, which speakers would be new, and whether
    the two names of a merge speak against it."""

    row: DecisionRow
    effect: Effect
    new: frozenset[int]
    is_doubtful: bool


class _Changed(Exception):
    """The archive is no longer as the editor saw it."""


@blueprint.get("/decisions")
@blueprint.get("/decisions.json", endpoint="index_json")
@anyone_reads
def index() -> Response:
    speaker = given.whole("speaker")
    with database().reading() as reading:
        rows = list_decisions(reading, number=given.page(), speaker=speaker)
    return answer("decisions.html", rows, speaker=speaker)


@blueprint.post("/decisions/preview")
@owner_writes
def preview() -> ResponseReturnValue:
    return _draw(read(request.form))


@blueprint.post("/decisions")
@owner_writes
def take() -> ResponseReturnValue:
    typed = read(request.form)
    try:
        row = _change(_taking(typed), typed.by, typed.fingerprint, is_kept=True)
    except _Changed:
        return _draw(typed, has_changed=True)
    except UserError as error:
        return _draw(typed, error=error)
    _remember(typed.by)
    return _on_to(row, typed)


@blueprint.get("/decisions/<int:id>/undo")
@owner_writes
def undo_preview(id: int) -> ResponseReturnValue:
    return _draw_undo(id, read(request.form))


@blueprint.post("/decisions/<int:id>/undo")
@owner_writes
def take_back(id: int) -> ResponseReturnValue:
    typed = read(request.form)
    try:
        row = _change(_undoing(id), typed.by, typed.fingerprint)
    except _Changed:
        return _draw_undo(id, typed, has_changed=True)
    except UserError as error:
        return _draw_undo(id, typed, error=error)
    _remember(typed.by)
    return _on_to(row, typed)


def _taking(typed: Typed) -> Change:
    def take(writing: Session, by: str) -> Decided:
        return decide(writing, act_of(writing, typed), by=by, now=datetime.now(UTC), index=house().index)

    return take


def _undoing(id: int) -> Change:
    def take_back(writing: Session, by: str) -> Decided:
        return undo(writing, known(id), by=by, now=datetime.now(UTC), index=house().index)

    return take_back


def _rehearse(change: Change) -> Seen:
    """What a change would do. Raises what it would raise."""
    with database().rehearsal() as after, database().reading() as before:
        decided = change(after, NOBODY_YET)
        effect = effect_of(before, after, decided)
        row = _row(after, decided)
        new = frozenset(each.id for each in effect.speakers if before.get(Speaker, each.id) is None)
        return Seen(row, effect, new, row.kind == "merge" and row.stands and _speaks_against(before, row))


def _change(change: Change, by: str, fingerprint: str, *, is_kept: bool = False) -> DecisionRow:
    """Change the archive, if that does what the fingerprint tells. With `is_kept` the decision keeps what was seen."""
    with database().transaction() as after, database().reading() as before:
        decided = change(after, by)
        effect = effect_of(before, after, decided)
        if effect.fingerprint != fingerprint:
            raise _Changed
        if is_kept:
            after.get_one(Decision, decided.decision_id).saw = effect.saw()
            after.flush()
        return _row(after, decided)


def _row(after: Session, decided: Decided) -> DecisionRow:
    row = decision_row(after, decided.decision_id)
    assert row is not None
    return row


def _speaks_against(before: Session, row: DecisionRow) -> bool:
    if row.speaker is None or row.other is None:
        return False
    one, other = before.get(Speaker, row.speaker.id), before.get(Speaker, row.other.id)
    return one is not None and other is not None and conflict(one.found_name, other.found_name)


def _draw(typed: Typed, *, error: UserError | None = None, has_changed: bool = False) -> Response:
    return _page(typed, _taking(typed), error, has_changed, url_for("deciding.take"))


def _draw_undo(id: int, typed: Typed, *, error: UserError | None = None, has_changed: bool = False) -> Response:
    """Raises NotFound."""
    with database().reading() as reading:
        row = decision_row(reading, known(id))
    if row is None:
        raise NotFound("There is no such decision.")
    return _page(typed, _undoing(id), error, has_changed, url_for("deciding.take_back", id=id), undone=row)


def _page(
    typed: Typed, change: Change, error: UserError | None, has_changed: bool, address: str, **more: Any
) -> Response:
    """The preview, with what is wrong beside what was typed."""
    seen = None
    try:
        seen = _rehearse(change)
    except UserError as refused:
        error = refused if error is None or error.code == "no_editor" else error
    page = render_template(
        "preview.html",
        typed=typed,
        seen=seen,
        error=error,
        wrong=FIELD_OF.get(error.code, "form") if error else None,
        choices=error.choices if isinstance(error, Unclear) else (),
        has_changed=has_changed,
        address=address,
        editor=typed.by or session.get("editor", ""),
        **{"undone": None} | more,
    )
    return Response(page, status=error.status if error else 409 if has_changed else 200)


def _remember(by: str) -> None:
    session["editor"] = " ".join(by.split())
    session.permanent = True


def _on_to(row: DecisionRow, typed: Typed) -> Response:
    """To the page of what was decided about, where a line says what was done."""
    if typed.back == "questions":
        address = url_for("questions.index", decided=row.id)
    elif row.kind in ("reassign", "never") and row.claim_id is not None:
        address = url_for("claims.show", id=typed.claims[0] if typed.claims else row.claim_id, decided=row.id)
    else:
        speaker = row.speaker or row.other
        assert speaker is not None
        address = url_for("speakers.show", id=speaker.id, decided=row.id)
    return Response(status=303, headers={"Location": address})
