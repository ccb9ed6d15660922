"""Holds what was extracted from a written case against what the case expects.

Decision: an expected attribution is met by the one find whose content shares half or more of the words of both (all of
them where the kind is direct), an opening "that" left aside. A find that says what no line of the case lists is a fault
of its own, for nothing is worse here than words that nobody said.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.extraction import Attribution, Kind, Polarity, Spans, Tagger, extract
from tests.extraction.cases import Case, Expected

WORD = re.compile(r"\w+")
LEAST_OVERLAP = 0.5
EMPTY_WORDS = {"the", "a", "of", "and", "its", "his", "her"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with its finds: ``met`` pairs each expected attribution with its find; ``extra`` are others."""

    case: Case
    met: tuple[tuple[Expected, Attribution | None], ...]
    extra: tuple[Attribution, ...]

    def faults(self) -> list[str]:
        """What is wrong, in words; empty where all is right."""
        text = self.case.text
        result = [f"said by nobody here: {words(text, one.content)}" for one in self.said_beside()]
        for expected, found in self.met:
            if found is None:
                result.append(f"not found: {words(text, expected.content)}")
            else:
                result += _differences(text, expected, found)
        return result

    def said_beside(self) -> list[Attribution]:
        """Finds stored as said that the case does not list."""
        return [one for one in self.extra if one.polarity is Polarity.SAID]

    def wrongly_said(self) -> list[Attribution]:
        """Denials, refusals, questions and guesses that were found as said."""
        return [
            found
            for expected, found in self.met
            if found is not None and found.polarity is Polarity.SAID and expected.polarity is not Polarity.SAID
        ]


def judge(case: Case, tagger: Tagger | None = None) -> Judged:
    """Extract from the text of a case, by the rules or with a tagger, and pair finds with what is expected, each find
    once."""
    left = extract(case.text, tagger=tagger)
    met = []
    for expected in case.expected:
        found = max(left, key=lambda one: _overlap(case.text, expected.content, one.content), default=None)
        if found is not None and _overlap(case.text, expected.content, found.content) < LEAST_OVERLAP:
            found = None
        if found is not None:
            left.remove(found)
        met.append((expected, found))
    return Judged(case, tuple(met), tuple(left))


def _differences(text: str, expected: Expected, found: Attribution) -> list[str]:
    result = []
    if found.polarity is not expected.polarity:
        result.append(f"{found.polarity}, not {expected.polarity}: {words(text, expected.content)}")
    named, read = words_of(text[a:b] for a, b in found.source), words_of([expected.source])
    if bool(named) != bool(read) or (named and not named & read):
        result.append(f"by {sorted(named)}, not {sorted(read)}")
    if expected.inner != bool(found.within):
        result.append(f"inner {bool(found.within)}, not {expected.inner}")
    if expected.kind is not None and found.kind is not expected.kind:
        result.append(f"{found.kind}, not {expected.kind}")
    if expected.kind is Kind.DIRECT and _overlap(text, expected.content, found.content) < 1:
        result.append(f"not exact: {words(text, found.content)}")
    return result


def words_of(parts: Iterable[str]) -> set[str]:
    return {word for part in parts for word in WORD.findall(part.lower())} - EMPTY_WORDS


def words(text: str, spans: Spans) -> str:
    return " // ".join(text[start:end] for start, end in spans)


def _overlap(text: str, a: Spans, b: Spans) -> float:
    one, other = _places(text, a), _places(text, b)
    return len(one & other) / max(1, len(one | other))


def _places(text: str, spans: Spans) -> set[int]:
    found = [start + word.start() for start, end in spans for word in WORD.finditer(text[start:end])]
    opening = {found[0]} if found and text[found[0] :].lower().startswith("that ") else set()
    return set(found) - opening
