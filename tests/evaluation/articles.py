"""Small seed articles for tests, written out as files are."""

from collections.abc import Sequence
from textwrap import dedent

from app.evaluation.gold import GoldArticle, parse_article


def source(
    body: str,
    lines: Sequence[str] = (),
    *,
    slug: str = "001-quay",
    outlet: str = "The Gull",
    title: str = "Quay to close",
    published_at: str = "2024-03-05T09:00:00+00:00",
    more: Sequence[str] = (),
    url: str | None = None,
) -> str:
    """The words of a seed file."""
    header = [
        f"url: {url or f'https://www.gull.example/2024/03/05/{slug[4:]}'}",
        f"outlet: {outlet}",
        f"title: {title}",
        "byline: Ann Other",
        f"published_at: {published_at}",
        *more,
    ]
    return "\n".join([*header, "---", dedent(body).strip("\n"), "---", *lines, ""])


def article(body: str, lines: Sequence[str] = (), *, slug: str = "001-quay", **given: object) -> GoldArticle:
    return parse_article(source(body, lines, slug=slug, **given), slug=slug)  # type: ignore[arg-type]
