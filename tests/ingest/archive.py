"""What tests of storing share: an invented wire story, its copies, and an archive written down by natural keys."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db import Database
from app.ingest.parsed import ParsedArticle, parse
from app.ingest.save import Saved, save
from app.models import Article, Job, Outlet, Overlap, ShingleBand, Version

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
SENTENCES = (
    "PORT TARN (VNA) — The repair of the Osk dam will cost 90 million crowns, the water minister said on Tuesday.",
    "“We will not wait for a third crack,” Ada Brenn told the assembly after a long morning of questions.",
    "Engineers found the second crack in March, four years after the first one had been filled with resin.",
    "The opposition said the price had doubled since the autumn and asked for the contract to be published.",
    "“Nobody in the valley sleeps well when it rains,” said Per Holm, who leads the council of Lower Osk.",
    "Brenn denied that the wall could give way and said the reservoir would be lowered by six metres at once.",
    "The work is to begin in July and to last for two summers, with a pause while the salmon run upstream.",
    "Some 4,000 people live below the dam, most of them in houses that the power company built in the fifties.",
)
WIRE = "\n\n".join(SENTENCES)


def copy_of_wire(*, without: int = 7, also: str = "") -> str:
    """The wire story as another outlet prints it: a paragraph cut, a number spelled otherwise, other marks."""
    kept = [sentence for place, sentence in enumerate(SENTENCES) if place != without]
    return "\n\n".join(kept).replace("90 million", "90m").replace("“", "‘").replace("”", "’") + also


def store(database: Database, *articles: ParsedArticle) -> list[Saved]:
    """Save each in a transaction of its own, as workers would."""
    saved = []
    for article in articles:
        with database.transaction() as session:
            saved.append(save(session, article, now=NOW))
    return saved


def told(body: str, **given: str) -> ParsedArticle:
    return parse(body, **{"title": "Dam repair to cost 90m"} | given)  # type: ignore[arg-type]


def content(database: Database) -> list[Any]:
    """Everything that ingest keeps, without ids, times of storing and the numbers of versions."""
    with database.reading() as session:
        return sorted(json.dumps(row, default=str) for row in _rows(session))


def _rows(session: Session) -> list[tuple[Any, ...]]:
    outlets = {outlet.id: outlet for outlet in session.scalars(select(Outlet))}
    articles = {article.id: article for article in session.scalars(select(Article))}
    versions = {version.id: version for version in session.scalars(select(Version))}
    rows: list[tuple[Any, ...]] = [("outlet", each.name, each.name_key, each.host) for each in outlets.values()]
    for each in articles.values():
        outlet = outlets[each.outlet_id].name_key if each.outlet_id else None
        original = articles[each.copy_of_id].natural_key if each.copy_of_id else None
        rows.append(("article", each.natural_key, each.url, outlet, each.title, each.byline, original))
        rows.append(("dates", each.natural_key, each.published_at, each.published_on, each.published_as_given))
    for version in versions.values():
        key = articles[version.article_id].natural_key
        rows.append(("version", key, version.text, version.modified_at, version.is_current, version.is_partial))
    for band in session.scalars(select(ShingleBand)):
        rows.append(("band", versions[band.version_id].text_sha256, band.band, band.digest))
    for pair in session.scalars(select(Overlap)):
        keys = sorted((articles[pair.article_id].natural_key, articles[pair.other_article_id].natural_key))
        rows.append(("overlap", *keys, pair.share))
    for job in session.scalars(select(Job)):
        version = versions[job.payload["version_id"]]
        rows.append(("job", job.kind, articles[version.article_id].natural_key, version.text_sha256, job.state))
    return rows
