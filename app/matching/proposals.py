"""A decision, with who said it and when, to a link worth storing (first edition)."""

from app.matching.decision import decide
from app.matching.values import Comparable, Proposal, Relation, Sameness

NO_LINK = Sameness.DIFFERENT
DIRECT = {
    Sameness.CHANGED: Relation.CHANGED,
    Sameness.CONTRADICTS: Relation.CONTRADICTS,
    Sameness.RELATED: Relation.RELATED,
}


def propose(new: Comparable, earlier: Comparable, *, cosine: float, carried: bool = False) -> Proposal | None:
    """The link from ``new`` to ``earlier``, or None where nothing is worth storing."""
    decision = decide(new, earlier, cosine=cosine)
    if decision.sameness is NO_LINK:
        return None
    if decision.sameness in DIRECT:
        return Proposal(DIRECT[decision.sameness], decision.score, decision.reasons, False)
    if new.speaker is None or earlier.speaker is None:
        return Proposal(
            Relation.SAME_STATEMENT if carried else Relation.RELATED, decision.score, decision.reasons, False
        )
    if new.speaker != earlier.speaker:
        return Proposal(Relation.ECHO, decision.score, decision.reasons, True)
    close = new.said_on is not None and earlier.said_on is not None and abs((new.said_on - earlier.said_on).days) <= 3
    return Proposal(Relation.SAME_STATEMENT if close else Relation.REPEAT, decision.score, decision.reasons, True)
