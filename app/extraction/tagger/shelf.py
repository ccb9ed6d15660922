"""Lists of spans by where they stand, so that those near a place are found without looking at all of them."""

from collections.abc import Iterable

from app.extraction.values import Spans

WIDTH = 256
"""Code points of a compartment."""


class Shelf:
    """Spans in compartments of 256 code points of a text."""

    __slots__ = ("_held",)

    def __init__(self, items: Iterable[Spans], size: int) -> None:
        self._held: list[list[int]] = [[] for _ in range(size // WIDTH + 1)]
        for number, spans in enumerate(items):
            self.add(spans, number)

    def add(self, spans: Spans, number: int) -> None:
        """Put ``number`` wherever ``spans`` stand."""
        for start, end in spans:
            for compartment in self._held[start // WIDTH : (end - 1) // WIDTH + 1]:
                if not compartment or compartment[-1] != number:
                    compartment.append(number)

    def near(self, spans: Spans) -> list[int]:
        """The numbers that share a compartment with ``spans``, in order."""
        found = {
            number
            for start, end in spans
            for compartment in self._held[start // WIDTH : (end - 1) // WIDTH + 1]
            for number in compartment
        }
        return sorted(found)
