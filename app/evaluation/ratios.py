"""Shares and their harmonic mean, with one answer for nothing out of nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and F1, each 0..1."""

    precision: float
    recall: float
    f1: float


def share(part: float, whole: float) -> float:
    """`part` of `whole`; 0 where there is no whole."""
    return part / whole if whole else 0.0


def rates(hits: float, *, found: float, gold: float) -> Rates:
    """Rates of `hits` among what was found and what there is."""
    return harmonic(share(hits, found), share(hits, gold))


def harmonic(precision: float, recall: float) -> Rates:
    return Rates(precision, recall, share(2 * precision * recall, precision + recall))
