"""Where gold and world of the seeds disagree, in sentences. The form of each file is `gold`'s business.

Decision: these are told and not raised, so that an evaluation can run while an article is being written.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from app.evaluation.gold import GoldArticle, GoldClaim
from app.evaluation.world import World
from app.extraction import Polarity
from app.speakers import SpeakerKind

SOLO = re.compile(r"solo-(\d{3})-(\d+)")
EXTRA = re.compile(r"(.+)-x(\d{3})")
"""A statement of a planned thread by a speaker who was not planned: thread, number of the article."""


def faults(articles: Sequence[GoldArticle], world: World) -> list[str]:
    """What is wrong, each with the article in which it stands; empty where all is well."""
    by_slug = {article.slug: article for article in articles}
    found = [f"{article.slug}: {fault}" for article in articles for fault in _article_faults(article, by_slug, world)]
    return found + list(_thread_faults(articles))


def _article_faults(article: GoldArticle, by_slug: Mapping[str, GoldArticle], world: World) -> Iterator[str]:
    host = (urlsplit(article.url).hostname or "").removeprefix("www.")
    if world.outlets.get(article.outlet) != host:
        yield f"outlet {article.outlet!r} and host {host!r} are not one outlet of the world"
    planned = world.articles.get(article.slug)
    if planned is None:
        yield "is not among the articles of the world"
    elif planned.copy_of != article.copy_of or (planned.version_of is None) != (article.modified_at is None):
        yield "is a copy or a version in one of file and world only"
    if article.copy_of is not None:
        yield from _copy_faults(article, by_slug.get(article.copy_of))
    for claim in article.claims:
        for fault in _claim_faults(claim, article, world):
            yield f"claim {claim.number} {fault}"


def _copy_faults(copy: GoldArticle, original: GoldArticle | None) -> Iterator[str]:
    if original is None:
        yield f"is a copy of {copy.copy_of}, which is not there"
        return
    if copy.outlet == original.outlet or copy.published_at < original.published_at:
        yield "is a copy from its own outlet, or published before its original"
    carried = {claim.statement for claim in original.claims}
    for claim in copy.claims:
        if claim.statement not in carried:
            yield f"claim {claim.number} is a statement that the original does not have: {claim.statement}"


def _claim_faults(claim: GoldClaim, article: GoldArticle, world: World) -> Iterator[str]:
    speaker = None if claim.speaker is None else world.speakers.get(claim.speaker)
    if claim.speaker is not None and speaker is None:
        yield f"is by {claim.speaker}, who is not in the world"
        return
    if solo := SOLO.fullmatch(claim.thread):
        if article.slug[:3] < solo[1]:
            yield f"is of the thread {claim.thread}, which is of a later article"
        return
    if claim.thread not in world.threads:
        yield f"is of the thread {claim.thread}, which is not in the world"
        return
    planned = world.statements.get(claim.statement)
    if planned is None:
        extra = EXTRA.fullmatch(claim.statement)
        if extra is None or extra[1] != claim.thread or article.slug[:3] < extra[2]:
            yield f"has the statement {claim.statement}, which is not in the world"
        return
    if planned.thread != claim.thread:
        yield f"has the statement {claim.statement} under the thread {claim.thread}"
    announced_by_body = speaker is not None and speaker.kind == SpeakerKind.ORGANISATION
    if planned.speaker != claim.speaker and not announced_by_body:
        yield f"is by {claim.speaker}, but {claim.statement} by {planned.speaker}"
    if claim.said_on is not None and claim.said_on != planned.said_on:
        yield f"was said on {claim.said_on}, but {claim.statement} on {planned.said_on}"


def _thread_faults(articles: Sequence[GoldArticle]) -> Iterator[str]:
    polarities: dict[str, set[Polarity]] = {}
    for article in articles:
        for claim in article.claims:
            polarities.setdefault(claim.thread, set()).add(claim.polarity)
    for thread, found in sorted(polarities.items()):
        if 1 < len(found):
            yield f"{thread}: its claims have several polarities: {', '.join(sorted(found))}"
