"""How commands speak: errors of the user as one sentence on standard error, long work as a progress bar."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.embedding import EmbedderUnavailable
from app.errors import UserError

Given = ParamSpec("Given")
Result = TypeVar("Result")


def plainly(command: Callable[Given, Result]) -> Callable[Given, Result]:
    """Turn the errors that a user can mend into a sentence and exit status 1."""

    @wraps(command)
    def wrapped(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        try:
            return command(*args, **kwargs)
        except (UserError, EmbedderUnavailable) as error:
            raise click.ClickException(str(error)) from error

    return wrapped


def bars() -> Progress:
    """Progress bars on standard error, shown on a terminal only."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, disable=not console.is_terminal)


@contextmanager
def progress(label: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar on standard error, shown on a terminal only. Gives a function that moves it on by so many."""
    with bars() as shown:
        task = shown.add_task(label, total=total)
        yield lambda by: shown.update(task, advance=by)
