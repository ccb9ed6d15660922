"""Lists come in pages that have an address each. A page beyond the end is empty; a number that is none is the first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
PAGE_SIZE = 50
LAST_PAGE = 1_000_000  # keeps the offset inside what a database takes


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list of `total`; `number` counts from 1."""

    rows: tuple[Row, ...]
    number: int
    size: int
    total: int

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def first_row(self) -> int:
        return (self.number - 1) * self.size + 1


def page_number(given: str | None) -> int:
    """The number of a page as typed; 1 for whatever is no number from 1 on."""
    typed = (given or "").strip()
    if not typed.isascii() or not typed.isdigit() or 9 < len(typed):
        return 1
    return min(max(1, int(typed)), LAST_PAGE)


def slice_of(rows: Sequence[Row], number: int, size: int = PAGE_SIZE) -> Page[Row]:
    """One page of rows that are all at hand."""
    return Page(tuple(rows[(number - 1) * size : number * size]), number, size, len(rows))
