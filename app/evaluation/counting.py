"""The three counts of each thread, said, reports and copies, as they should be and as they are.

A gold thread is compared with the found thread that holds most of its claims; without any, that is one of zeros.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.evaluation.gold import GoldArticle
from app.evaluation.joins import SOLO, found_of_golden
from app.evaluation.pairing import Judged
from app.evaluation.ratios import share
from app.extraction import Polarity
from app.search.counts import Counts


@dataclass(frozen=True, slots=True)
class CountErrors:
    """Mean absolute error a thread of each count, and in how many threads it was put too high."""

    threads: int
    said: float
    reports: float
    copies: float
    all_right: int
    said_too_high: int


@dataclass(frozen=True, slots=True)
class Counted:
    """One gold thread: what should be counted, and what is."""

    thread: str
    gold: Counts
    found: Counts


def gold_counts(articles: Iterable[GoldArticle]) -> dict[str, Counts]:
    """Gold thread -> its counts, over the claims that were said in current versions."""
    said: dict[str, set[str]] = {}
    reports: dict[str, set[str]] = {}
    copies: dict[str, set[str]] = {}
    articles = list(articles)
    for article in current(articles):
        for claim in article.claims:
            if claim.polarity == Polarity.SAID:
                said.setdefault(claim.thread, set()).add(claim.statement)
                kept = reports if article.copy_of is None else copies
                kept.setdefault(claim.thread, set()).add(article.url)
    threads = sorted({claim.thread for article in articles for claim in article.claims})
    return {
        thread: Counts(
            said=len(said.get(thread, ())), reports=len(reports.get(thread, ())), copies=len(copies.get(thread, ()))
        )
        for thread in threads
    }


def current(articles: Iterable[GoldArticle]) -> list[GoldArticle]:
    """Of the versions at one address the one that was modified last."""
    latest: dict[str, GoldArticle] = {}
    for article in articles:
        before = latest.get(article.url)
        if before is None or _changed(before) < _changed(article):
            latest[article.url] = article
    return list(latest.values())


def counted(judged: Sequence[Judged], counts: Mapping[int, Counts]) -> list[Counted]:
    """Each gold thread with the counts of the found thread that stands for it. `counts` has every found thread."""
    finds = found_of_golden(pair for each in judged for pair in each.pairs)
    gold = gold_counts(each.article for each in judged)
    compared = []
    for thread, expected in gold.items():
        held = finds.get(thread)
        # of two that hold as many the one with the lower id, so that the figure does not depend on the order of reading
        found = counts[min(held, key=lambda key: (-held[key], key))] if held else Counts()
        compared.append(Counted(thread, expected, found))
    return compared


def count_errors(compared: Sequence[Counted], *, planned: bool) -> CountErrors:
    """Errors over all threads, or over the planned ones: those of claims that somebody repeats."""
    kept = [each for each in compared if not (planned and each.thread.startswith(SOLO))]
    return CountErrors(
        threads=len(kept),
        said=share(sum(abs(each.found.said - each.gold.said) for each in kept), len(kept)),
        reports=share(sum(abs(each.found.reports - each.gold.reports) for each in kept), len(kept)),
        copies=share(sum(abs(each.found.copies - each.gold.copies) for each in kept), len(kept)),
        all_right=sum(_three(each.found) == _three(each.gold) for each in kept),
        said_too_high=sum(each.gold.said < each.found.said for each in kept),
    )


def _three(counts: Counts) -> tuple[int, int, int]:
    return counts.said, counts.reports, counts.copies


def _changed(article: GoldArticle) -> float:
    return (article.modified_at or article.published_at).timestamp()
