"""Two claims to what ties them. Decision: what differs in figure, date, scope or polarity is never called the same."""

from app.matching.decision import decide
from app.matching.proposals import propose
from app.matching.threads import Join, Member, group
from app.matching.values import Comparable, Decision, Proposal, Relation, Sameness

__all__ = [
    "Comparable",
    "Decision",
    "Join",
    "Member",
    "Proposal",
    "Relation",
    "Sameness",
    "decide",
    "group",
    "propose",
]
