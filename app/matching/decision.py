"""Two claims to what they are to each other: same, changed, opposed, related or different, with the reasons in words.

Decision: slots come before scores. However near two claims are, they are called the same only where no figure, date,
scope, name, role or negation differs; the score only tells paraphrases from claims on the same topic.
"""

from app.matching import calibration
from app.matching.comparison import Comparison, Difference, Slot, compare
from app.matching.values import Comparable, Decision, Sameness

CHANGING = frozenset({Slot.FIGURE, Slot.DATE, Slot.SCOPE})
OTHER_SUBJECT = frozenset({Slot.ENTITY, Slot.ROLES, Slot.ORDER})
LEAST_WORDS = 2
"""Content words that two claims must share before one can be the other's opposite or a change of it."""
NOT_SAID = frozenset({"declined", "asked", "hypothetical"})


def decide(new: Comparable, earlier: Comparable, *, cosine: float) -> Decision:
    """What ``new`` is to ``earlier`` by their words, and the cosine of their vectors. Who said them plays no part."""
    comparison = compare(new, earlier)
    return judge(comparison, new, earlier, cosine=bounded(cosine))


def bounded(cosine: float) -> float:
    """A cosine between -1 and 1, 0 where it is no number."""
    return min(1.0, max(-1.0, cosine)) if cosine == cosine else 0.0


def judge(comparison: Comparison, new: Comparable, earlier: Comparable, *, cosine: float) -> Decision:
    """The decision on a comparison already made."""
    stances = stance(new), stance(earlier)
    if set(stances) & NOT_SAID and stances[0] != stances[1]:
        return _not_both_said(comparison, stances, cosine)
    if opposed(comparison, new, earlier) and _close(comparison, cosine, share=0.7):
        return Decision(Sameness.CONTRADICTS, calibration.OPPOSED, _contradiction(comparison, new, earlier))
    differing = comparison.slots(both=True)
    if not opposed(comparison, new, earlier):
        if _nothing_differs(comparison, partly=new.partly_read or earlier.partly_read):
            reason = "the same words" if comparison.identical else "the same but for small words"
            return Decision(Sameness.SAME, calibration.IDENTICAL, (reason,))
        if differing & CHANGING and not differing & OTHER_SUBJECT and _close(comparison, cosine, share=0.6):
            return Decision(Sameness.CHANGED, calibration.DIFFERENT_SLOT, told(comparison, CHANGING))
        if _narrowed(comparison):
            return Decision(Sameness.CHANGED, calibration.DIFFERENT_SLOT, told(comparison, CHANGING))
    return _by_score(comparison, new, earlier, cosine)


def opposed(comparison: Comparison, new: Comparable, earlier: Comparable) -> bool:
    """Whether one asserts what the other negates; a denial of a claim negates it once more."""
    return comparison.opposed != ((new.polarity == "denied") != (earlier.polarity == "denied"))


def told(comparison: Comparison, slots: frozenset[Slot]) -> tuple[str, ...]:
    """The differences of these slots, "same but: earlier -> new"; those of one side alone where there are no others."""
    differences = [d for d in comparison.differences if d.slot in slots]
    told = [d for d in differences if d.both] or differences
    return tuple(f"same but: {_arrow(d)}" for d in told)


def _arrow(difference: Difference) -> str:
    nothing = f"(no {difference.slot.value})"
    return f"{difference.earlier or nothing} -> {difference.new or nothing}"


def _plainly(difference: Difference) -> str:
    """A difference as an editor would say it, from the earlier claim to the new one."""
    if difference.slot is Slot.ORDER:
        return difference.new or difference.earlier
    if difference.both:
        return f"differs: {difference.earlier} -> {difference.new}"
    return f"adds: {difference.new}" if difference.new else f"leaves out: {difference.earlier}"


def stance(claim: Comparable) -> str:
    """What the speaker did with the claim; a claim that is printed as a question was asked."""
    return "asked" if claim.polarity == "said" and claim.text.rstrip("\"'”’» ").endswith("?") else claim.polarity


def _not_both_said(comparison: Comparison, stances: tuple[str, str], cosine: float) -> Decision:
    reason = f"one was {stances[1]}, the other {stances[0]}"
    near = cosine >= 0.5 or comparison.wording.of_shorter >= 0.7
    return Decision(Sameness.RELATED if near else Sameness.DIFFERENT, calibration.DIFFERENT_SLOT, (reason,))


def _contradiction(comparison: Comparison, new: Comparable, earlier: Comparable) -> tuple[str, ...]:
    reasons = [f"opposite: {_arrow(d)}" for d in comparison.differences if d.slot is Slot.POLARITY]
    if new.polarity != earlier.polarity:
        reasons.insert(0, f"one was {earlier.polarity}, the other {new.polarity}")
    return tuple(reasons) or ("opposite: one is negated",)


def _close(comparison: Comparison, cosine: float, *, share: float) -> bool:
    """Whether the rest of two claims is alike enough to speak of the same claim, changed."""
    wording = comparison.wording
    if wording.shared < LEAST_WORDS and wording.of_longer < 1:
        return False
    return wording.of_shorter >= share and (wording.of_longer >= 0.5 or cosine >= 0.75)


def _nothing_differs(comparison: Comparison, *, partly: bool) -> bool:
    """Whether nothing differs but negations that cancel ("it is not false that"); if read in part, no word at all."""
    if partly:
        return comparison.identical and not comparison.differences
    return not comparison.differences or (comparison.slots() <= {Slot.POLARITY} and comparison.cancels)


def _narrowed(comparison: Comparison) -> bool:
    """Whether the only thing between them is a figure, date or scope that one has and the other has not."""
    return bool(comparison.differences) and comparison.slots() <= CHANGING and comparison.wording.of_longer >= 1


def _by_score(comparison: Comparison, new: Comparable, earlier: Comparable, cosine: float) -> Decision:
    blocking = comparison.slots(both=True) - {Slot.WORDING}
    score = calibration.DIFFERENT_SLOT if blocking else calibration.probability(comparison, cosine)
    reasons = tuple(_plainly(d) for d in comparison.differences)
    may_be_same = (
        not blocking and comparison.slots() <= {Slot.WORDING} and not new.partly_read and not earlier.partly_read
    )
    if may_be_same and score >= calibration.SAME:
        return Decision(Sameness.SAME, round(score, 4), ("told in other words", *reasons))
    if cosine >= 0.5 or (comparison.wording.of_shorter >= 0.7 and comparison.wording.shared >= LEAST_WORDS):
        return Decision(Sameness.RELATED, round(score, 4), reasons)
    return Decision(Sameness.DIFFERENT, round(min(score, calibration.DIFFERENT_SLOT), 4), ("another claim",))
