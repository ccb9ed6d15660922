"""Two claims to what they are to each other (first edition)."""

from app.matching.figures import compare_figures, read_figures
from app.matching.values import Comparable, Decision, Sameness
from app.matching.words import read_words


def decide(new: Comparable, earlier: Comparable, *, cosine: float) -> Decision:
    """What ``new`` is to ``earlier``."""
    left, right = read_words(new.text), read_words(earlier.text)
    figures = compare_figures(read_figures(left, new.text), read_figures(right, earlier.text))
    if new.polarity != earlier.polarity and cosine >= 0.7:
        return Decision(Sameness.CONTRADICTS, 0.02, (f"{new.polarity} -> {earlier.polarity}",))
    if figures.changed and cosine >= 0.6:
        one, two = figures.changed[0]
        words = f"same but: {earlier.text[two.start : two.end]} -> {new.text[one.start : one.end]}"
        return Decision(Sameness.CHANGED, 0.05, (words,))
    if [word.stem for word in left] == [word.stem for word in right]:
        return Decision(Sameness.SAME, 0.98, ("the same words",))
    sameness = Sameness.RELATED if cosine >= 0.5 else Sameness.DIFFERENT
    return Decision(sameness, round(max(0.0, cosine) ** 2 / 2, 4), ())
