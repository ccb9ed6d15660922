"""What finds claims, for the commands that read texts themselves: the tagger, or the rules and a word that it is so."""

import click

from app import pipeline
from app.current import house
from app.extraction import Tagger


def working_tagger() -> Tagger | None:
    """The tagger where it can be loaded. Where it should but cannot be, standard error is told why not."""
    wanted = house().tagger
    found = pipeline.working(wanted)
    if found is None and wanted is not None:
        click.echo(wanted.problem(), err=True)
    return found
