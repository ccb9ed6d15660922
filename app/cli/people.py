"""`flask import-people FILE`: people, bodies, their offices, other names and Wikidata ids, from Popolo JSON or CSV."""

from datetime import UTC, datetime
from pathlib import Path

import click
from flask.cli import with_appcontext

from app.cli.speaking import plainly, progress
from app.current import database, house
from app.errors import InvalidInput
from app.identity.people_file import read_people
from app.storing.people import Imported, add_people


@click.command("import-people")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@with_appcontext
@plainly
def command(paths: tuple[Path, ...]) -> None:
    """Add people and bodies with their offices, other names and Wikidata ids from Popolo JSON (.json) or CSV.

    Claims of "the finance minister" then go to whoever held the office on the day of saying, where the article shows
    which country's. The same file again changes nothing. What cannot be taken is reported row by row, and the exit
    status is then 1.
    """
    refused = 0
    with progress("Adding people", len(paths)) as move:
        for path in paths:
            done = load(path)
            click.echo(
                f"{path.name}: {done.new} new, {done.known} known, {done.offices} offices and {done.names} names "
                f"added, {len(done.moved)} claims have another speaker, {len(done.refused)} refused"
            )
            for each in done.refused:
                click.echo(f"{each.row}: {each.reason}", err=True)
            refused += len(done.refused)
            move(1)
    if refused:
        raise SystemExit(1)


def load(path: Path) -> Imported:
    """Add one file in one transaction. Raises InvalidInput for one that cannot be read at all."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"{path}: {error.strerror or 'cannot be read'}.") from error
    file = read_people(data, name=path.name)
    with database().transaction() as session:
        return add_people(session, file, told_by=path.name, index=house().index, now=datetime.now(UTC))
