"""How far an article's reading is: whether its text still waits for the worker, or was put aside after three tries."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.models import Article, Job, Version


@dataclass(frozen=True, slots=True)
class ReadingState:
    """`state`: waiting, taken or quarantined; `reason`: what the last try met, where one has failed."""

    state: str
    attempts: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Queue:
    """Articles not read yet: `waiting` for their turn or in work, and `quarantined` after three tries."""

    waiting: int
    quarantined: int


VERSION = Job.payload["version_id"].as_integer()
UNFINISHED = {"waiting": ("waiting", "taken"), "quarantined": ("quarantined",)}


def states_of(session: Session, article_ids: Sequence[int]) -> dict[int, ReadingState]:
    """The articles among these that are not read in full, each with its state."""
    rows = session.execute(_unfinished().where(Version.article_id.in_(article_ids)).order_by(Version.number))
    return {article_id: ReadingState(state, attempts, reason) for article_id, _, state, attempts, reason in rows}


def state_of_version(session: Session, version_id: int) -> ReadingState | None:
    """The state of the reading of one text; None where it has been read."""
    row = session.execute(_unfinished().where(Version.id == version_id)).first()
    return None if row is None else ReadingState(row.state, row.attempts, row.reason)


def articles_in(state: str) -> Select[int]:
    """Selects the ids of the articles whose reading is "waiting" (or in work) or "quarantined"."""
    return (
        select(Version.article_id)
        .join(Job, Version.id == VERSION)
        .where(Job.kind == "analyse", Job.state.in_(UNFINISHED[state]))
    )


def queue(session: Session) -> Queue:
    """How many articles wait to be read, and how many could not be."""
    return Queue(_how_many(session, "waiting"), _how_many(session, "quarantined"))


def _how_many(session: Session, state: str) -> int:
    return session.scalar(select(func.count(Article.id)).where(Article.id.in_(articles_in(state)))) or 0


def _unfinished() -> Select[int, int, str, int, str | None]:
    return (
        select(Version.article_id, Version.id, Job.state, Job.attempts, Job.reason)
        .join(Version, Version.id == VERSION)
        .where(Job.kind == "analyse", Job.state != "done")
    )
