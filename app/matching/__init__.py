"""Two claims to what ties them. Decision: what differs in figure, date, scope or polarity is never called the same."""

from app.matching.values import Comparable, Decision, Proposal, Relation, Sameness

__all__ = ["Comparable", "Decision", "Proposal", "Relation", "Sameness"]
