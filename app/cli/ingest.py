"""`flask ingest file PATH…`: articles from files, with a report of what was refused and why.

Files are read outside of any transaction and stored fifty at a time, so that other writers wait for milliseconds.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import click
from flask.cli import AppGroup

from app.cli.speaking import plainly, progress
from app.current import database
from app.ingest.files import HTML_ENDINGS, Refused, read_file
from app.ingest.html import HtmlReader
from app.ingest.parsed import ParsedArticle
from app.ingest.save import save

BATCH = 50

command = AppGroup("ingest", help="Add articles to the archive.")


@command.command("file")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--published", help="When the article was published (a single .txt or .html): 2024-09-13 or with time.")
@click.option("--outlet", help="Who published it (a single .txt or .html).")
@click.option("--url", help="Its address (a single .txt or .html).")
@plainly
def file(paths: tuple[Path, ...], published: str | None, outlet: str | None, url: str | None) -> None:
    """Add the articles of .txt, .html and .jsonl files (one article a line: url, title, outlet, byline, published_at,
    text or html).

    The same article again, by address or by text, changes nothing; changed text becomes a new version. What cannot be
    read is reported line by line, and the exit status is then 1.
    """
    told = {"published": published, "outlet": outlet, "url": url}
    if any(told.values()) and (1 < len(paths) or paths[0].suffix.lower() not in (".txt", *HTML_ENDINGS)):
        raise click.UsageError("--published, --outlet and --url are for a single .txt or .html file.")
    counts: Counter[str] = Counter()
    with HtmlReader() as pages, progress("Adding articles", sum(map(_size, paths))) as move:
        entries = (entry for path in paths for entry in read_file(path, pages, **told))
        while batch := list(islice(entries, BATCH)):
            counts += _store(batch)
            move(len(batch))
    click.echo(
        f"{counts['created']} new articles, {counts['new_version']} new versions, {counts['known']} known, "
        f"{counts['refused']} refused"
    )
    if counts["refused"]:
        raise SystemExit(1)


def _store(batch: Sequence[ParsedArticle | Refused]) -> Counter[str]:
    """Store a batch in one transaction, then report what of it was refused."""
    counts: Counter[str] = Counter()
    with database().transaction() as session:
        for entry in batch:
            if isinstance(entry, ParsedArticle):
                counts[save(session, entry, now=datetime.now(UTC)).outcome] += 1
    for entry in batch:
        if isinstance(entry, Refused):
            counts["refused"] += 1
            click.echo(f"{entry.where}: {entry.error.sentence} ({entry.error.code})", err=True)
    return counts


def _size(path: Path) -> int:
    """How many articles a file may hold: its lines, or one."""
    if path.suffix.lower() != ".jsonl":
        return 1
    try:
        with path.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 1
