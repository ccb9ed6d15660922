"""A decision, with who said it and when, to a link worth storing.

Decision: who and when are evidence. Two claims of one speaker within three days that agree in every slot are reports of
one occasion far more often than not; the same words a year apart must be the same in full to be joined. Without two
resolved speakers nothing is counted as said again, unless one article carries the other's text; what is short, asked or
read only in part is proposed to an editor.
"""

from app.matching import calibration
from app.matching.comparison import Comparison, Slot, compare
from app.matching.decision import bounded, judge, opposed, stance
from app.matching.excerpts import is_excerpt, same_but_for_grammar
from app.matching.reading import read
from app.matching.repeats import ASKED, NEAR_COSINE, PERSONAL, POINTING, depends_on, says_once_more, worth_asking
from app.matching.values import Comparable, Decision, Proposal, Relation, Sameness

CLOSE_DAYS = 3
"""Claims of one speaker within these days may be reports of one occasion; dates of saying are often off by one."""
LEAST_WORDS = 8
"""Words that a claim must have to join another one without an editor, unless the words are the same."""
LEAST_RUN, RUN_SHARE = 6, 0.6
"""A run of words that two reports of one occasion share: so many words, and this share of the shorter claim."""
CARRIED_SHARE = 0.8
TURNED_SHARE = 0.5
"""Share of the longer claim's words in both, from which a replaced word is what the claim turns on."""
EXCERPT_SHARE = 0.5
"""On another day a sentence must be half of what the other claim says: of a long quotation, each of its sentences would
else bring what is said again of it under one head."""
LEAST_SUBSTANCE = 2.0
"""Content words and figures that a claim must have to be worth a link: "it", "to comment" say nothing by themselves."""
LEAST_SHARED = 0.4
"""Share of the shorter claim's content words in both, below which claims of a low cosine are not compared."""
JOINING = frozenset({"said", "denied"})
"""Stances that can share a thread; a denial only with a denial of the same."""
LEFT_OUT = frozenset({Slot.WORDING, Slot.FIGURE, Slot.DATE})
"""What one report of an occasion may leave out that another gives."""
DIRECT = {
    Sameness.CHANGED: Relation.CHANGED,
    Sameness.CONTRADICTS: Relation.CONTRADICTS,
    Sameness.RELATED: Relation.RELATED,
}


def propose(new: Comparable, earlier: Comparable, *, cosine: float, carried: bool = False) -> Proposal | None:
    """The link from ``new`` to ``earlier``; None where nothing is worth storing.

    ``carried``: one of the two articles is a copy of the other; then claims without a speaker are compared too.
    """
    cosine = bounded(cosine)
    if _far(new, earlier, cosine):
        return None
    comparison = compare(new, earlier)
    known = new.speaker is not None and earlier.speaker is not None
    one_speaker = new.speaker == earlier.speaker if known else carried
    if one_speaker and _one_occasion(comparison, new, earlier, cosine, carried=carried):
        return _re_reported(comparison, new, earlier, cosine, known=known, carried=carried)
    if min(comparison.new.substance, comparison.earlier.substance) < LEAST_SUBSTANCE:
        return None
    decision = judge(comparison, new, earlier, cosine=cosine)
    if known and (reason := _again(comparison, new, earlier, cosine)) is not None:
        decision = reason
    if decision.sameness is Sameness.SAME and known:
        return _said_again(comparison, decision, new, earlier)
    if decision.sameness is Sameness.DIFFERENT or (
        decision.sameness is Sameness.RELATED and not _worth(decision, cosine)
    ):
        return None
    relation = DIRECT.get(decision.sameness, Relation.RELATED)
    if relation is Relation.RELATED and known and stance(new) == stance(earlier):
        again = Relation.REPEAT if one_speaker else Relation.ECHO
        if calibration.PROPOSE <= decision.score:
            return Proposal(again, decision.score, decision.reasons, False)
        if worth_asking(comparison, cosine, one_speaker=one_speaker):
            return Proposal(again, ASKED, decision.reasons, False)
    return Proposal(relation, decision.score, decision.reasons, False)


def _far(new: Comparable, earlier: Comparable, cosine: float) -> bool:
    """Whether two claims share so little that no slot needs to be compared; most candidates of a search are such."""
    if cosine >= calibration.OCCASION_COSINE:
        return False
    ours, theirs = read(new.text, new.said_on).content, read(earlier.text, earlier.said_on).content
    return len(ours & theirs) < LEAST_SHARED * min(len(ours), len(theirs))


def _worth(decision: Decision, cosine: float) -> bool:
    """Whether claims on one topic are near enough to be shown beside each other."""
    return decision.score >= calibration.PROPOSE or cosine >= calibration.RELATED_COSINE


def _said_again(comparison: Comparison, decision: Decision, new: Comparable, earlier: Comparable) -> Proposal:
    """The same, by two known speakers on two occasions, or by one speaker on a day that is not known to be the same."""
    relation = Relation.REPEAT if new.speaker == earlier.speaker else Relation.ECHO
    joins = decision.score >= calibration.JOIN and _may_join(comparison, new, earlier)
    if relation is Relation.ECHO:
        joins = joins and not depends_on(comparison, PERSONAL | POINTING)
    elif min(len(comparison.new.words), len(comparison.earlier.words)) < LEAST_WORDS:
        joins = joins and not depends_on(comparison, POINTING)
    return Proposal(relation, decision.score, decision.reasons, joins)


def _again(comparison: Comparison, new: Comparable, earlier: Comparable, cosine: float) -> Decision | None:
    """The same on another day or by another speaker, for a reason that likeness does not give."""
    if stance(new) != stance(earlier) or comparison.identical:
        return None
    least = min(len(comparison.new.words), len(comparison.earlier.words))
    if LEAST_WORDS <= least and EXCERPT_SHARE <= comparison.wording.of_longer and is_excerpt(new, earlier):
        return Decision(Sameness.SAME, calibration.IDENTICAL, ("one is a sentence of the other",))
    if new.speaker == earlier.speaker and says_once_more(comparison, cosine):
        return Decision(Sameness.SAME, calibration.TELLING, ("one speaker, one figure, nothing that differs",))
    return None


def _re_reported(
    comparison: Comparison, new: Comparable, earlier: Comparable, cosine: float, *, known: bool, carried: bool
) -> Proposal:
    sure = is_excerpt(new, earlier) or _one_telling(comparison, cosine)
    near = sure or _runs(comparison) or cosine >= calibration.OCCASION_JOIN
    joins = near and (known or carried) and _may_join(comparison, new, earlier, carried=carried)
    joins = joins and (carried or not _one_word_turned(comparison))
    if comparison.identical:
        return Proposal(Relation.SAME_STATEMENT, calibration.IDENTICAL, ("the same words, the same days",), joins)
    reasons = [f"one speaker, {'close days' if known else 'one text'}"]
    if comparison.wording.run >= LEAST_RUN:
        reasons.append(f"{comparison.wording.run} words in a row")
    return Proposal(Relation.SAME_STATEMENT, calibration.OCCASION, tuple(reasons), joins)


def _one_word_turned(comparison: Comparison) -> bool:
    """Whether two claims are alike but for a word or two in place of others: "the slow barges", "the fast barges".

    Two reports of one occasion differ so as well ("shut" for "close"), and no rule here tells the two apart, so an
    editor is asked. Of pairs taken as said by one person on one day, by `benchmarks/matching.py`, without this and with
    it: 607 and 77 of 2,139 contradictions (cannot) joined, 958 and 484 of 1,933 paraphrases (MSRP)."""
    replaced = [d for d in comparison.differences if d.both and d.slot is Slot.WORDING]
    return 0 < len(replaced) <= 2 and comparison.wording.of_longer >= TURNED_SHARE


def _one_occasion(
    comparison: Comparison, new: Comparable, earlier: Comparable, cosine: float, *, carried: bool
) -> bool:
    """Whether two claims of one speaker are one saying: close in time, alike, and nothing that conflicts."""
    if stance(new) != stance(earlier) or opposed(comparison, new, earlier) or not _close_days(new, earlier, carried):
        return False
    known = new.speaker is not None and earlier.speaker is not None
    if known and (is_excerpt(new, earlier) or _one_telling(comparison, cosine)):
        return True
    if comparison.slots(both=True) - {Slot.WORDING, Slot.ORDER} or comparison.slots(both=False) - LEFT_OUT:
        return False
    if not known:
        return comparison.identical or comparison.wording.of_longer >= CARRIED_SHARE
    alike = cosine >= calibration.OCCASION_COSINE and comparison.wording.of_shorter >= calibration.OCCASION_SHARED
    return comparison.identical or _runs(comparison) or alike


def _one_telling(comparison: Comparison, cosine: float) -> bool:
    return says_once_more(comparison, cosine, least=NEAR_COSINE, may_lack=LEFT_OUT)


def _runs(comparison: Comparison) -> bool:
    """Whether the shorter claim is for the most part a run of words of the longer."""
    wording = comparison.wording
    shorter = max(1, min(len(comparison.new.symbols), len(comparison.earlier.symbols)))
    return wording.run >= LEAST_RUN and wording.run / shorter >= RUN_SHARE and wording.of_shorter >= CARRIED_SHARE


def _close_days(new: Comparable, earlier: Comparable, carried: bool) -> bool:
    """Whether both may be one occasion. "In April" is close to every day of April, and what a report looks back on
    ("had said") to whatever was said before it: counted as a new occasion it would say that it was said once more."""
    if new.said_on is None or earlier.said_on is None:
        return carried
    if new.looks_back:
        return True
    apart = max(
        new.said_on - (earlier.said_until or earlier.said_on), earlier.said_on - (new.said_until or new.said_on)
    )
    return apart.days <= CLOSE_DAYS


def _may_join(comparison: Comparison, new: Comparable, earlier: Comparable, *, carried: bool = False) -> bool:
    """Whether nothing forbids to join without an editor: too short, not asserted, or read only in part.

    What a copy carries is the same printed words, whoever said them and whether they were asserted or not: apart they
    would make two statements of one."""
    if stance(new) != stance(earlier) or (stance(new) not in JOINING and not carried):
        return False
    if min(comparison.new.substance, comparison.earlier.substance) < LEAST_SUBSTANCE and not comparison.identical:
        return False
    if comparison.identical and (carried or comparison.new.substance >= LEAST_SUBSTANCE):
        return True
    if new.speaker is not None and new.speaker == earlier.speaker and _very_words(comparison, new, earlier):
        return True
    least = min(len(comparison.new.words), len(comparison.earlier.words))
    return (carried or least >= LEAST_WORDS) and not new.partly_read and not earlier.partly_read


def _very_words(comparison: Comparison, new: Comparable, earlier: Comparable) -> bool:
    """Whether one speaker's words are the same but for tense, articles, how a figure is written.

    "The bridge is safe" is told as "the bridge was safe", and "some 40,000" as "40,000", by rules of grammar and style.
    """
    if new.partly_read or earlier.partly_read:
        return False
    return same_but_for_grammar(comparison) or (_close_days(new, earlier, False) and is_excerpt(new, earlier))
