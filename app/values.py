"""What the pipeline hands from its slow half to its storing half: frozen values, no session in sight."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.extraction import Attribution
from app.speakers import Resolution


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution of a text and who is meant by its source."""

    attribution: Attribution
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class AnalysedClaim:
    """A claim ready to be stored. The content of its attribution is what is asserted, without an opening "that"; `text`
    is that content cut from the version, pieces joined by a space; `vector` a unit row (dimension,); `is_windowed` says
    that the model could not read the text in one piece. `told_in`: the place, among the claims of its analysis, of the
    one in whose words this one is told; None where the article itself reports it."""

    attribution: Attribution
    resolution: Resolution
    text: str
    vector: NDArray[np.float32]
    is_windowed: bool
    told_in: int | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one version, in the order of the text. `model` is the name of the model that made the
    vectors, `method` of what found the claims: "rules", or the name of a tagger, which reads together with them."""

    claims: tuple[AnalysedClaim, ...]
    model: str
    method: str
