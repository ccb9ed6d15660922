"""Ids or keys in handfuls, since a database takes only so many in one IN (...)."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

MOST = 500  # SQLite takes 32,766 bound values in a statement, editions before 3.32 only 999

Each = TypeVar("Each", int, str)


def chunks(ids: Iterable[Each]) -> Iterator[list[Each]]:
    """The ids in ascending order, up to 500 at a time; nothing for none."""
    ordered = sorted(ids)
    for first in range(0, len(ordered), MOST):
        yield ordered[first : first + MOST]
