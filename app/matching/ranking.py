"""Earlier claims ranked for a query: by words, by vectors, by who and when, fused by reciprocal rank.

Decision: ranks are fused, not scores, so that BM25 and cosines need no common scale; who spoke and how long ago is one
more ranking among them. Vectors are handed in as arrays; nothing here knows a model.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from app.matching.words import read_words

K1, B = 1.2, 0.75
"""Term frequency and length in BM25, the values of Robertson and Zaragoza (2009)."""
FUSION = 20
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009 take 60). On politifact_2b train 60 and
20 give the same MAP@5 (.661 and .659), 20 more where another speaker said it (.325 to .295)."""
WORDS, WORDS_IN_CONTEXT, IN_CONTEXT, TITLE, NEARNESS = 0.5, 0.5, 1.0, 1.0, 1.0
"""Weights of the five rankings: of 600 drawn at random, a simple one within .002 of the best on politifact_2b train."""

Scores = NDArray[np.float64]
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordIndex:
    """BM25 weights of texts: `weights` of shape (words, texts), `vocabulary` the row of each stem."""

    weights: csr_matrix
    vocabulary: dict[str, int]

    def scores(self, text: str) -> Scores:
        """The BM25 score of every text for ``text``, 0 where no word is shared."""
        rows = [self.vocabulary[stem] for stem in sorted(set(stems(text))) if stem in self.vocabulary]
        if not rows:
            return np.zeros(self.weights.shape[1])
        return np.asarray(self.weights[rows].sum(axis=0), dtype=np.float64).ravel()


@dataclass(frozen=True, slots=True)
class Archive:
    """The earlier claims: their words and titles weighed, their vectors, who said them, and when (ordinals, NaN)."""

    words: WordIndex
    vectors: Vectors
    title_vectors: Vectors | None
    speakers: tuple[str, ...]
    days: Scores


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim to find earlier ones for; `context` is its text with the lines before it."""

    text: str
    context: str
    vector: Vectors
    vector_in_context: Vectors
    speaker: str | None
    said_on: date | None


def archive(
    *,
    texts: Sequence[str],
    titles: Sequence[str],
    vectors: Vectors,
    title_vectors: Vectors | None,
    speakers: Sequence[str | None],
    dates: Sequence[date | None],
) -> Archive:
    """Weigh the words of claims, and keep what ranking needs of them. All sequences are of one length."""
    words = index_words([f"{text} {title}" for text, title in zip(texts, titles, strict=True)])
    days = np.array([day.toordinal() if day else np.nan for day in dates], dtype=np.float64)
    return Archive(words, vectors, title_vectors, tuple(surname(name) for name in speakers), days)


def rank(held: Archive, asked: Asked, *, most: int) -> list[int]:
    """Places of the best ``most`` claims for ``asked``, best first, none dated after it."""
    allowed = np.ones(len(held.days), dtype=bool)
    if asked.said_on is not None:
        allowed = ~(held.days > asked.said_on.toordinal())
    rankings = [
        (held.words.scores(asked.text), WORDS),
        (held.words.scores(asked.context), WORDS_IN_CONTEXT),
        (_cosines(held.vectors, asked.vector_in_context), IN_CONTEXT),
        (nearness(asked.speaker, asked.said_on, held.speakers, held.days), NEARNESS),
    ]
    if held.title_vectors is not None:
        rankings.append((_cosines(held.title_vectors, asked.vector), TITLE))
    return fuse(rankings, allowed, most=most)


def _cosines(vectors: Vectors, vector: Vectors) -> Scores:
    """Cosines to six places, so that the last bits of a product do not order what is equal."""
    cosines: Scores = np.asarray(vectors @ vector, dtype=np.float64)
    return cosines.round(6)


def index_words(texts: Sequence[str]) -> WordIndex:
    """Weigh the words of ``texts``."""
    counts = [Counter(stems(text)) for text in texts]
    vocabulary: dict[str, int] = {}
    for count in counts:
        for stem in count:
            vocabulary.setdefault(stem, len(vocabulary))
    lengths = np.array([sum(count.values()) for count in counts], dtype=np.float64)
    mean = lengths.mean() if len(lengths) and lengths.any() else 1.0
    appearing = Counter(stem for count in counts for stem in count)
    rows, columns, values = [], [], []
    for column, count in enumerate(counts):
        slowing = K1 * (1 - B + B * lengths[column] / mean)
        for stem, times in count.items():
            rarity = np.log(1 + (len(texts) - appearing[stem] + 0.5) / (appearing[stem] + 0.5))
            rows.append(vocabulary[stem])
            columns.append(column)
            values.append(rarity * times * (K1 + 1) / (times + slowing))
    return WordIndex(csr_matrix((values, (rows, columns)), shape=(len(vocabulary), len(texts))), vocabulary)


def stems(text: str) -> list[str]:
    """The stems of the words that carry sense."""
    return [word.stem for word in read_words(text) if word.content]


def fuse(rankings: Sequence[tuple[Scores, float]], allowed: NDArray[np.bool_], *, most: int) -> list[int]:
    """Places of the best ``most`` allowed items, best first: sums of weight / (20 + rank), equal ones in given order.

    Each ranking is a row of scores with its weight; only what scores above nothing (0) is ranked at all.
    """
    total = np.zeros(len(allowed))
    for scores, weight in rankings:
        total += weight * reciprocal_ranks(np.where(allowed, scores, -np.inf))
    order = np.lexsort((np.arange(len(allowed)), -total))
    return [int(place) for place in order[: most + int((~allowed).sum())] if allowed[place]][:most]


def reciprocal_ranks(scores: Scores) -> Scores:
    """1 / (20 + rank) for each score above 0, else 0; equal scores share the best of their ranks."""
    order = np.argsort(-scores, kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    if len(scores):
        ordered = scores[order]
        first = np.concatenate(([True], ordered[1:] != ordered[:-1]))
        ranks[order] = np.maximum.accumulate(np.where(first, np.arange(1, len(scores) + 1), 0))
    found: Scores = np.where(scores > 0, 1 / (FUSION + ranks), 0.0)
    return found


def nearness(speaker: str | None, said_on: date | None, surnames: Sequence[str], days: Scores) -> Scores:
    """Who and when as a ranking: claims of the same speaker, the nearest in time first, others not at all.

    ``days`` are the ordinals of the claims' dates, NaN where unknown.
    """
    own = surname(speaker)
    same = np.array([bool(own) and other == own for other in surnames], dtype=bool)
    apart = np.abs(days - said_on.toordinal()) if said_on else np.full(len(days), np.nan)
    near = 1 / (1 + np.where(np.isnan(apart), 3650.0, apart))
    found: Scores = np.where(same, near, 0.0)
    return found


def surname(name: str | None) -> str:
    """The last word of a name in lower case, to favour claims of a speaker however the name is printed."""
    words = [word for word in (name or "").lower().replace(".", " ").split() if word not in ("jr", "sr", "ii", "iii")]
    return words[-1] if words else ""
