"""A decision, with who said it and when, to a link worth storing.

Decision: without two resolved speakers nothing is counted as said again, so a repeat or a re-report needs the same name
on both sides, and an echo two different ones; the one exception is an article that carries another's text. What is
short, asked, denied or read only in part is proposed to an editor and never joined.
"""

from app.matching import calibration
from app.matching.comparison import Comparison, Slot, compare
from app.matching.decision import judge, opposed
from app.matching.values import Comparable, Decision, Proposal, Relation, Sameness

CLOSE_DAYS = 3
"""Claims of one speaker within these days may be reports of one occasion; dates of saying are often off by one."""
LEAST_WORDS = 8
"""Words that a claim must have to join another one without an editor, unless the words are the same."""
LEAST_RUN = 6
"""Words in a row that two reports of one occasion share at least."""
RUN_SHARE = 0.6
"""The share of the shorter claim that its longest run of shared words makes up, in reports of one occasion."""
DIRECT = {
    Sameness.CHANGED: Relation.CHANGED,
    Sameness.CONTRADICTS: Relation.CONTRADICTS,
    Sameness.RELATED: Relation.RELATED,
}


def propose(new: Comparable, earlier: Comparable, *, cosine: float, carried: bool = False) -> Proposal | None:
    """The link from ``new`` to ``earlier``; None where nothing is worth storing.

    ``carried``: one of the two articles is a copy of the other.
    """
    comparison = compare(new, earlier)
    cosine = min(1.0, max(-1.0, cosine)) if cosine == cosine else 0.0
    decision = judge(comparison, new, earlier, cosine=cosine)
    known = new.speaker is not None and earlier.speaker is not None
    one_speaker = new.speaker == earlier.speaker if known else carried
    if one_speaker and _one_occasion(comparison, new, earlier, carried):
        return _re_reported(comparison, decision, new, earlier, known=known)
    if decision.sameness is Sameness.DIFFERENT:
        return None
    if decision.sameness in DIRECT or not known:
        return Proposal(DIRECT.get(decision.sameness, Relation.RELATED), decision.score, decision.reasons, False)
    relation = Relation.REPEAT if new.speaker == earlier.speaker else Relation.ECHO
    joins = (
        decision.score >= calibration.JOIN and _long_enough(comparison) and new.polarity == earlier.polarity == "said"
    )
    return Proposal(relation, decision.score, decision.reasons, joins)


def _re_reported(
    comparison: Comparison, decision: Decision, new: Comparable, earlier: Comparable, *, known: bool
) -> Proposal:
    joins = known and _long_enough(comparison) and new.polarity == earlier.polarity == "said"
    joins = (joins and not (new.partly_read or earlier.partly_read)) or (joins and comparison.identical)
    reason = "the same words" if comparison.identical else f"{comparison.wording.run} words in a row, same days"
    score = max(decision.score, calibration.IDENTICAL if comparison.identical else calibration.JOIN)
    return Proposal(Relation.SAME_STATEMENT, score, (reason,), joins)


def _one_occasion(comparison: Comparison, new: Comparable, earlier: Comparable, carried: bool) -> bool:
    """Whether two claims of one speaker are one saying: close in time, many words in a row, nothing that conflicts."""
    if opposed(comparison, new, earlier) or comparison.slots(both=True) - {Slot.WORDING}:
        return False
    if new.polarity != earlier.polarity or not _close_days(new, earlier, carried):
        return False
    wording = comparison.wording
    shorter = max(1, min(len(comparison.new.symbols), len(comparison.earlier.symbols)))
    if comparison.identical:
        return True
    return wording.run >= LEAST_RUN and wording.run / shorter >= RUN_SHARE and wording.of_shorter >= 0.8


def _close_days(new: Comparable, earlier: Comparable, carried: bool) -> bool:
    if new.said_on is None or earlier.said_on is None:
        return carried
    return abs((new.said_on - earlier.said_on).days) <= CLOSE_DAYS


def _long_enough(comparison: Comparison) -> bool:
    least = min(len(comparison.new.words), len(comparison.earlier.words))
    return least >= LEAST_WORDS or comparison.identical
