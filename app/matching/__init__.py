"""Two claims to what ties them. Decision: nothing differing in figure, date, scope or polarity is ever called the same."""

from app.matching.values import Comparable, Decision, Proposal, Relation, Sameness

__all__ = ["Comparable", "Decision", "Proposal", "Relation", "Sameness"]
