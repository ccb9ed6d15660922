"""Lines of a transcript ("DOE: We were never asked.") and headlines of the form "Doe: we were never asked".

Decision: a name and a colon are evidence only where the text names the same person elsewhere or has several such
lines; otherwise "UPDATE:" and "Analysis:" would speak.
"""

import re
from bisect import bisect_right

from app.extraction.values import Span

LINE = re.compile(r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,4}(?: \([^)]{1,40}\))?(?:, [A-Z][A-Z .]{2,30})?)\s?: ?(?=\S)")
NO_NAMES = frozenset(
    "update updated watch related read more photos photo video exclusive abstract text correction note editor analysis "
    "opinion breaking live listen source sources via caption credit transcript summary question answer topic background "
    "warning poll results theguardian tip email phone twitter facebook date time place where when who what why how also "
    "next first second third part chapter section figure table headline top news rating grade".split()
)
FEWEST_WORDS = 3
FEWEST_LINES = 3  # lines by names that nothing else in the text confirms


def transcript_lines(text: str, paragraphs: list[Span]) -> dict[int, tuple[Span, Span, Span]]:
    """By number of paragraph: the spans of the name, of the colon and of what follows it."""
    lines: dict[int, tuple[Span, Span, Span]] = {}
    unsure: dict[int, tuple[Span, Span, Span]] = {}
    capitals = _capitals(text)
    for number, (start, end) in enumerate(paragraphs):
        found = LINE.match(text, start, end)
        if found is None or (number == 0 and len(text[found.end() : end].split()) < FEWEST_WORDS):
            continue
        name = found.group("name")
        last = re.findall(r"[\w’'-]+", name.split("(")[0].split(",")[0])[-1]
        if {word.lower().strip(".") for word in name.split()} & NO_NAMES:
            continue
        if not (name.isupper() or number == 0):
            continue
        line = (found.span("name"), (found.end("name"), found.end("name") + text[found.end("name") :end].index(":") + 1), (found.end(), end))
        known = _elsewhere(capitals, last.title(), found.span()) or _elsewhere(capitals, last, found.span())
        (lines if known and (number == 0 or name.isupper()) else unsure)[number] = line
    shouted = {number: line for number, line in unsure.items() if text[slice(*line[0])].isupper()}
    if len(shouted) + len(lines) >= FEWEST_LINES:
        lines.update(shouted)
    return lines


def _capitals(text: str) -> dict[str, list[int]]:
    """Where each word with a capital stands."""
    places: dict[str, list[int]] = {}
    for found in re.finditer(r"\b[A-Z][\w-]+", text):
        places.setdefault(found.group(), []).append(found.start())
    return places


def _elsewhere(capitals: dict[str, list[int]], word: str, besides: Span) -> bool:
    places = capitals.get(word, [])
    at = bisect_right(places, besides[0])
    return at > 0 or any(place >= besides[1] for place in places[at : at + 3])
