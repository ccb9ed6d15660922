"""`flask upgrade` brings the database up to date, `flask status` says how the service stands."""

import click
from flask.cli import with_appcontext
from sqlalchemy import func, select

from app import jobs, migrate
from app.cli.speaking import plainly
from app.current import database, house
from app.models import Article, Claim, Outlet, Speaker, Version
from app.search.content_hash import content_hash
from app.storing.speakers import compare_all


@click.command()
@with_appcontext
@plainly
def upgrade() -> None:
    """Make the database, or bring it up to date. Safe to repeat; a kill half-way leaves it as it was."""
    house().config.instance.mkdir(parents=True, exist_ok=True)
    migrate.upgrade(house().config.database_url)
    with database().transaction() as session:
        compare_all(session)
    click.echo(f"The database is at revision {migrate.standing(database())[0]}.")


@click.command()
@click.option("--hash", "hashed", is_flag=True, help="Add a hash of the whole content; two archives can be compared.")
@with_appcontext
@plainly
def status(hashed: bool) -> None:
    """Say what is in the archive and how the service stands."""
    current, newest = migrate.standing(database())
    click.echo(f"database   {house().config.database_url}")
    if current is None:
        raise click.ClickException("The database is empty. Run: flask upgrade")
    click.echo(f"revision   {current}" + ("" if current == newest else f" (code is at {newest}: run flask upgrade)"))
    click.echo(f"model      {house().embedder.name}")
    click.echo(f"tagger     {_tagger()}")
    with database().reading() as session:
        for name, model in (
            ("outlets", Outlet),
            ("articles", Article),
            ("versions", Version),
            ("claims", Claim),
            ("speakers", Speaker),
        ):
            click.echo(f"{name:11s}{session.scalar(select(func.count()).select_from(model))}")
        for state, n in jobs.counts(session).items():
            click.echo(f"{'jobs ' + state:20s}{n}")
        if hashed:
            click.echo(f"content    {content_hash(session)}")


def _tagger() -> str:
    """The tagger's name, or why there is none."""
    tagger = house().tagger
    if tagger is None:
        return "none: TAGGER is set to none, claims are found by the rules alone"
    return tagger.name if (problem := tagger.problem()) is None else f"none: {problem}"
