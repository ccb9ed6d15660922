"""What resolving speakers costs beside extraction, and who is who once many articles stand in one archive.

    python -m benchmarks.speakers ARTICLES.jsonl [--identities FOLDER-OR-JSONL] [--family Trump,Clinton] [--most 20]

A line of either file is one article: {"doc_id", "text", "outlet"?, "date"?}; of a folder its `dev.jsonl` is read. The
first measure is a ratio of two times taken in one run, article by article; the second is a list for a person to judge,
for no corpus says which names of two articles are one person.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app import migrate, pipeline
from app.db import Database
from app.embedding import Embedder, SentenceEmbedder
from app.extraction import Attribution, Tagger, extract
from app.ingest.parsed import parse
from app.ingest.save import save
from app.models import Claim, Speaker, Version
from app.search.vectors import VectorIndex
from app.speakers import Mention, resolve

Article = dict[str, Any]
BAR = 0.15
"""The most that resolving may take, as a share of the time of extraction."""
FAMILIES = "Trump,Clinton,Obama,Pence,Kaine"
IN_NAME = re.compile(r"(?P<outlet>[^_]+)_(?P<date>\d{4}-\d{2}-\d{2})_")
"""Outlet and day in a name such as "herald_2016-09-12_some-headline"."""


@dataclass(slots=True)
class Known:
    """One speaker of the archive: claims, occasions that count as said, ways of resolving, and printed names."""

    name: str
    kind: str
    claims: int = 0
    said: set[int] = field(default_factory=set)
    how: Counter[str] = field(default_factory=Counter)
    printed: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Archive:
    """Who speaks in an archive, most claims first, and for each name how many open claims it could be meant by."""

    known: list[Known]
    could_be: Counter[str]


def seconds(articles: Sequence[Article], tagger: Tagger | None) -> tuple[float, float]:
    """Seconds of extracting from all articles and of resolving what was found, taken in turn on each article."""
    extracting = resolving = 0.0
    for article in articles:
        began = time.perf_counter()
        found = extract(article["text"], tagger=tagger)
        between = time.perf_counter()
        meant(article["text"], found)
        extracting += between - began
        resolving += time.perf_counter() - between
    return extracting, resolving


def meant(text: str, found: Sequence[Attribution]) -> None:
    """Resolve as `app.pipeline` does: the article's own sources, and all again where some are only told of."""
    mentions = [Mention(source=each.source, cue=each.cue, content=each.content) for each in found]
    own = [mention for mention, each in zip(mentions, found, strict=True) if not each.within]
    resolve(text, own)
    if len(own) < len(mentions):
        resolve(text, mentions)


def ingest(database: Database, articles: Sequence[Article], *, embedder: Embedder, tagger: Tagger | None) -> None:
    """Save, analyse and store the articles in the order of their days, as a worker would."""
    index = VectorIndex(embedder.name)
    with click.progressbar(sorted(articles, key=_day), label="ingesting", file=sys.stderr) as shown:
        for article in shown:
            parsed = parse(article["text"], outlet=_told(article, "outlet"), published=_told(article, "date"))
            with database.transaction() as session:
                version_id = save(session, parsed, now=datetime.now(UTC)).version_id
            analysis = pipeline.analyse(parsed.text, published_on=parsed.published_on, embedder=embedder, tagger=tagger)
            with database.transaction() as session:
                pipeline.store(session, version_id, analysis, index=index, now=datetime.now(UTC))


def who(session: Session) -> Archive:
    """Every speaker of the archive with what was printed of them. The one place of this measure that asks the rows."""
    known: dict[int, Known] = {}
    could_be: Counter[str] = Counter()
    rows = (
        select(Claim, Version.text, Speaker)
        .join(Version, Claim.version_id == Version.id)
        .outerjoin(Speaker, Claim.speaker_id == Speaker.id)
        .where(Version.is_current)
        .options(selectinload(Claim.spans))
    )
    for claim, text, speaker in session.execute(rows):
        if speaker is None:
            could_be.update(str(name) for name in claim.speaker_candidates)
            continue
        one = known.setdefault(speaker.id, Known(speaker.name, speaker.kind))
        one.claims += 1
        one.how[claim.speaker_how] += 1
        one.printed[" ".join(text[start:end] for start, end in claim.part("source"))] += 1
        if claim.counts:
            one.said.add(claim.statement_id)
    return Archive(sorted(known.values(), key=lambda one: (-one.claims, one.name)), could_be)


def of_family(known: Sequence[Known], family: str) -> list[Known]:
    """Those whose name ends with the family name, or with it and "Jr." """
    ends = re.compile(rf"(?:^|\s){re.escape(family)}(?:,? Jr\.?)?$", re.IGNORECASE)
    return [one for one in known if ends.search(one.name)]


def lines(one: Known) -> Iterator[str]:
    """A speaker as a person judges it: counts, ways, and every name as printed."""
    yield f"{one.name} ({one.kind}): said {len(one.said)}, claims {one.claims}; {_counts(one.how)}"
    yield f"    printed {_counts(one.printed)}"


def read(given: Path) -> list[Article]:
    """The articles of a file, or of the `dev.jsonl` of a folder."""
    file = given / "dev.jsonl" if given.is_dir() else given
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def show_cost(articles: Sequence[Article], tagger: Tagger | None) -> None:
    seconds(articles[:2], tagger)  # loads the models outside any clock
    extracting, resolving = seconds(articles, tagger)
    click.echo(f"{len(articles)} articles: extracting {extracting:.2f} s, resolving {resolving:.2f} s")
    click.echo(f"resolving takes {resolving / max(extracting, 1e-9):.3f} of the time of extracting (bar {BAR})")


def show_identities(archive: Archive, families: Sequence[str], most: int) -> None:
    click.echo(f"\n{len(archive.known)} speakers, {sum(one.claims for one in archive.known)} claims of theirs")
    click.echo(f"\nthe {most} with most claims")
    for one in archive.known[:most]:
        _show(one)
    for family in families:
        click.echo(f"\n{family}")
        for one in of_family(archive.known, family):
            _show(one)
        open_ones = {name: count for name, count in archive.could_be.items() if family in name.split()}
        click.echo(f"  open claims that could be theirs: {_counts(Counter(open_ones)) or 'none'}")


def identities(articles: Sequence[Article], *, embedder: Embedder, tagger: Tagger | None) -> Archive:
    """Who is who in an archive of these articles alone, which is thrown away afterwards."""
    with TemporaryDirectory(prefix="said-before-") as folder:
        url = f"sqlite:///{Path(folder) / 'speakers.sqlite3'}"
        migrate.upgrade(url)
        database = Database(url)
        try:
            ingest(database, articles, embedder=embedder, tagger=tagger)
            with database.reading() as session:
                return who(session)
        finally:
            database.close()


def _show(one: Known) -> None:
    for line in lines(one):
        click.echo(f"  {line}")


def _counts(counted: Counter[str]) -> str:
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{' '.join(name.split()) or '(no name)'} {count}" for name, count in ordered)


def _told(article: Article, what: str) -> str | None:
    """Outlet or date of an article, as a field or in its name."""
    if article.get(what):
        return str(article[what])
    found = IN_NAME.match(str(article.get("doc_id", "")))
    return found[what] if found else None


def _day(article: Article) -> str:
    return _told(article, "date") or ""


@click.command()
@click.argument("articles", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--identities", "together", type=click.Path(path_type=Path), help="Ingest these; list who is who.")
@click.option("--family", default=FAMILIES, show_default=True, help="Family names of which all bearers are listed.")
@click.option(
    "--most", type=click.IntRange(1), default=20, show_default=True, help="So many speakers, by their claims."
)
@click.option("--rules", is_flag=True, help="The rules alone, without the tagger.")
@click.option("--threads", type=click.IntRange(1), default=1, show_default=True, help="Processor cores to use.")
def main(articles: Path, together: Path | None, family: str, most: int, rules: bool, threads: int) -> None:
    """Print what resolving costs on ARTICLES and, with --identities, who is who in one archive of many articles."""
    tagger = None if rules else Tagger(threads=threads)
    if tagger is not None and not tagger.ready():
        raise click.ClickException(str(tagger.problem()))
    if articles.exists():
        show_cost(read(articles), tagger)
    else:
        click.echo(f"The cost is not measured: {articles} is not there.")
    if together is None:
        return
    if not (together / "dev.jsonl" if together.is_dir() else together).exists():
        click.echo(f"Identities are not listed: {together} is not there.")
        return
    archive = identities(read(together), embedder=SentenceEmbedder(threads=threads), tagger=tagger)
    show_identities(archive, [name.strip() for name in family.split(",") if name.strip()], most)


if __name__ == "__main__":
    main()
