"""`flask seed` loads the invented archive, so that a new installation has something to show."""

from datetime import UTC, datetime
from pathlib import Path

import click
from flask.cli import with_appcontext

from app.cli import people
from app.cli.evaluate import PEOPLE
from app.cli.speaking import plainly, progress
from app.current import database
from app.evaluation.gold import read_articles
from app.evaluation.running import save_seed
from config import ROOT

SEEDS = ROOT / "seeds"


@click.command("seed")
@with_appcontext
@plainly
def command() -> None:
    """Load the invented archive of the seeds, and who holds which office in it. A second time changes nothing."""
    click.echo(f"{load()} of the invented articles are new; `flask work` reads what is waiting.")


def load(folder: Path = SEEDS) -> int:
    """Save every seed article, in the order in which they were published, and add its job. Returns how many texts were
    new. Raises InvalidInput on a seed that breaks the form, before anything is saved."""
    articles = read_articles(folder)
    new = 0
    with progress("Loading seeds", len(articles)) as move:
        for article in articles:
            with database().transaction() as session:
                new += save_seed(session, article, now=datetime.now(UTC)).outcome != "known"
            move(1)
    if (file := folder / PEOPLE).is_file():
        people.load(file)
    return new
