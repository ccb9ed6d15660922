"""`flask evaluate`: how good the machine is on the seeds, measured on a database that is thrown away afterwards."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from flask.cli import with_appcontext

from app import migrate, pipeline
from app.cli.reading import working_tagger
from app.cli.speaking import plainly, progress
from app.current import house
from app.db import Database
from app.embedding import Embedder
from app.evaluation.checks import faults
from app.evaluation.failures import failures
from app.evaluation.gold import GoldArticle, read_articles
from app.evaluation.reach import ties_of
from app.evaluation.report import Report, compare_counts, report, table
from app.evaluation.running import METHOD as GOLD
from app.evaluation.running import analyse, gold_analysis, judge_stored, save_seed
from app.evaluation.world import World, read_world
from app.extraction import Tagger
from app.identity import PeopleFile
from app.identity.people_file import read_people
from app.search.vectors import VectorIndex
from app.storing.people import add_people
from app.values import Analysis
from config import ROOT

SEEDS = ROOT / "seeds"
PEOPLE = "people.json"
"""Who holds which office in the world of the seeds."""
NOBODY = PeopleFile((), ())


@click.command("evaluate")
@click.option("--seeds", type=click.Path(file_okay=False, path_type=Path), default=SEEDS, help="Another folder.")
@click.option(
    "--gold-attributions", "given", is_flag=True, help="Judge links alone: take claims and speakers as marked."
)
@click.option("--json", "as_json", is_flag=True, help="Print every figure as JSON.")
@click.option("--wrong", default=0, metavar="N", help="List up to N failures of each sort.")
@with_appcontext
@plainly
def command(seeds: Path, given: bool, as_json: bool, wrong: int) -> None:
    """Measure claims, speakers, links and counts against the gold of the seeds."""
    articles, world = read_articles(seeds), read_world(seeds)
    for fault in faults(articles, world):
        click.echo(f"gold: {fault}", err=True)
    tagger = None if given else working_tagger()
    figures, listed = evaluate(
        articles, world, embedder=house().embedder, tagger=tagger, given=given, people=people_of(seeds)
    )
    if as_json:
        click.echo(json.dumps(asdict(figures), indent=1))
    else:
        method = GOLD if given else pipeline.RULES if tagger is None else tagger.name
        click.echo(f"model         {house().embedder.name}\nfound by      {method}")
        click.echo("\n".join(table(figures)))
    for heading, lines in listed.items() if wrong else ():
        click.echo(f"\n{heading}: {len(lines)}")
        for line in lines[:wrong]:
            click.echo(f"  {line}")


def people_of(seeds: Path) -> PeopleFile:
    """The people file of a folder of seeds; nobody where it has none. Raises InvalidInput for one that is broken."""
    path = seeds / PEOPLE
    return read_people(path.read_bytes(), name=PEOPLE) if path.is_file() else NOBODY


def evaluate(
    articles: Sequence[GoldArticle],
    world: World,
    *,
    embedder: Embedder,
    tagger: Tagger | None = None,
    given: bool = False,
    people: PeopleFile = NOBODY,
) -> tuple[Report, Mapping[str, list[str]]]:
    """Save and analyse these articles on a database of their own, where `people` are known with their offices; `given`
    takes claims and speakers from the marks.
    Returns the figures and what went wrong by heading. Raises EmbedderUnavailable, and InvalidInput on a bad seed."""

    def look(article: GoldArticle) -> Analysis:
        if given:
            return gold_analysis(article, world, embedder=embedder)
        return analyse(article, embedder=embedder, tagger=tagger)

    with TemporaryDirectory(prefix="said-before-") as folder:
        url = f"sqlite:///{Path(folder) / 'seeds.sqlite3'}"
        migrate.upgrade(url)
        database = Database(url)
        try:
            with database.transaction() as session:
                index = VectorIndex(embedder.name)
                add_people(session, people, told_by=PEOPLE, index=index, now=datetime.now(UTC))
            versions = _fill(database, articles, look, index=index)
            with database.reading() as session:
                judged = judge_stored(session, [(article, versions[article.slug]) for article in articles])
                figures = report(session, judged, versions, world)
                return figures, failures(judged, compare_counts(session, judged), ties_of(session), world)
        finally:
            database.close()


def _fill(
    database: Database,
    articles: Sequence[GoldArticle],
    look: Callable[[GoldArticle], Analysis],
    *,
    index: VectorIndex,
) -> dict[str, int]:
    """Save all, then read them in their order as a worker would. Returns the version of each slug."""
    versions = {}
    for article in articles:
        with database.transaction() as session:
            versions[article.slug] = save_seed(session, article, now=datetime.now(UTC)).version_id
    with progress("Evaluating", len(articles)) as move:
        for article in articles:
            analysis = look(article)
            with database.transaction() as session:
                pipeline.store(session, versions[article.slug], analysis, index=index, now=datetime.now(UTC))
            move(1)
    return versions
