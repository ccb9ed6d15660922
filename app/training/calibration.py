"""From how sure each step of a find was to how often such finds are right: fitted and shown on articles kept apart.

Decision: logistic regression on articles that the tagger never saw, and a table of ten bins on others again, because a
network is surer of itself than it is right (Guo et al. 2017) and only counting shows by how much. A find that matches a
marked belief is neither right nor wrong and teaches nothing here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from app.extraction.tagger.finds import Calibration, Find
from app.extraction.tagger.judging import INPUTS

STRENGTH = 1.0
"""Inverse of the weight decay on standardised inputs: scikit-learn's default; from 0.1 to 10 nothing changes."""
FEWEST = 40
"""With fewer finds than this nothing is fitted, and none is handed on."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Finds whose confidence lies in one stretch: how many, their mean confidence, and the share of right ones."""

    least: float
    most: float
    finds: int
    confidence: float
    right: float


def fit(found: Sequence[Find], right: Sequence[bool | None], *, least: float) -> Calibration:
    """The regression from finds and whether they were right; without both right and wrong ones it hands on nothing."""
    known = [(one.known, was) for one, was in zip(found, right, strict=True) if was is not None]
    rows = np.asarray([inputs for inputs, _ in known], dtype=np.float64)
    was_right = np.asarray([was for _, was in known], dtype=np.bool_)
    if len(rows) < FEWEST or was_right.all() or not was_right.any():
        return Calibration((*([0.0] * len(INPUTS)), -9.0), least)
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    fitted = LogisticRegression(C=STRENGTH, max_iter=2000).fit((rows - middle) / spread, was_right)
    weights = fitted.coef_[0] / spread
    constant = float(fitted.intercept_[0] - (weights * middle).sum())
    return Calibration((*(round(float(each), 5) for each in weights), round(constant, 5)), least)


def reliability(confidence: Sequence[float], right: Sequence[bool | None], *, bins: int = 10) -> list[Bin]:
    """The table: finds by confidence, in bins of equal width; bins without finds are left out."""
    known = [(chance, bool(was)) for chance, was in zip(confidence, right, strict=True) if was is not None]
    table = []
    for number in range(bins):
        least, most = number / bins, (number + 1) / bins
        held = [(c, was) for c, was in known if least <= c < most or (number == bins - 1 and c == 1.0)]
        if held:
            table.append(
                Bin(least, most, len(held), float(np.mean([c for c, _ in held])), float(np.mean([w for _, w in held])))
            )
    return table


def error(table: Sequence[Bin]) -> float:
    """Expected calibration error: by how much confidence and share of right ones differ, over all finds."""
    total = sum(each.finds for each in table)
    return sum(each.finds * abs(each.confidence - each.right) for each in table) / max(1, total)
