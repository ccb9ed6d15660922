"""One claim with all that is known of it: the page that a citation points to."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.models import Claim, Run, Version
from app.search.claims import ClaimRow, load_claims
from app.search.counts import Counts, counts_by_thread
from app.search.links import Tie, ties
from app.search.listing import ThreadRow, thread_rows


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """`earlier` and `later` are its links, strongest first."""

    claim: ClaimRow
    version_number: int
    text_sha256: str
    thread: ThreadRow | None
    counts: Counts
    earlier: tuple[Tie, ...]
    later: tuple[Tie, ...]
    run: str


def claim_page(session: Session, claim_id: int) -> ClaimPage:
    """The page of a claim. Raises NotFound."""
    claim = load_claims(session, [claim_id]).get(claim_id)
    if claim is None:
        raise NotFound("There is no such claim.")
    number, sha256, method, edition = session.execute(
        select(Version.number, Version.text_sha256, Run.method, Run.version)
        .join(Claim, Claim.version_id == Version.id)
        .join(Run, Run.id == Claim.run_id)
        .where(Claim.id == claim_id)
    ).one()
    found = ties(session, [claim_id])
    return ClaimPage(
        claim=claim,
        version_number=number,
        text_sha256=sha256,
        thread=next(iter(thread_rows(session, [claim.thread_id])), None),
        counts=counts_by_thread(session, [claim.thread_id])[claim.thread_id],
        earlier=tuple(tie for tie in found if not tie.is_later),
        later=tuple(tie for tie in found if tie.is_later),
        run=f"{method} {edition}",
    )
