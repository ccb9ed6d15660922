"""Lines of a transcript ("DOE: We were never asked.") and headlines of the form "Doe: we were never asked".

Decision: a name and a colon are evidence only where the text names the same person elsewhere or has several such
lines; otherwise "UPDATE:" and "Analysis:" would speak.
"""

import re

from app.extraction.values import Span
from app.extraction.wording import listed

LINE = re.compile(
    r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,4}(?: \([^)]{1,40}\))?(?:, [A-Z][A-Z .]{2,30})?)"
    r"\s?(?P<colon>:) ?(?=\S)"
)
NO_NAMES = listed(
    "update updated watch related read more photos photo video exclusive abstract text correction note editor "
    "analysis opinion breaking live listen source sources via caption credit transcript summary question answer topic "
    "background warning poll results theguardian tip email phone twitter facebook date time place where when who what "
    "why how also next first second third part chapter section figure table headline top news rating grade"
)
FEWEST_WORDS = 3
FEWEST_LINES = 3  # lines by names that nothing else in the text confirms


def transcript_lines(text: str, paragraphs: list[Span]) -> dict[int, tuple[Span, Span, list[Span]]]:
    """By number of paragraph: the spans of the name, of the colon, and of what is said.

    What is said goes on over paragraphs without a name, as far as another line follows.
    """
    known = {found.group() for found in MID_SENTENCE.finditer(text)}
    sure: dict[int, re.Match[str]] = {}
    unsure: dict[int, re.Match[str]] = {}
    for number, (start, end) in enumerate(paragraphs):
        found = LINE.match(text, start, end)
        if found is None or not _may_speak(found, first=number == 0, text=text, end=end):
            continue
        last = re.findall(r"[\w’'-]+", found.group("name").split("(")[0].split(",")[0])[-1]
        (sure if last in known or last.title() in known else unsure)[number] = found
    shouted = {number: found for number, found in unsure.items() if found.group("name").isupper()}
    if len(shouted) + len(sure) >= FEWEST_LINES:
        sure.update(shouted)
    return _with_paragraphs(sure, paragraphs)


def _may_speak(found: re.Match[str], *, first: bool, text: str, end: int) -> bool:
    name = found.group("name")
    if not (name.isupper() or first):
        return False
    words = name.lower().replace(".", "").split()
    if set(words) & NO_NAMES or (first and words[0] in ("the", "a", "an")) or len(name) < 3:
        return False
    return not first or (len(words) <= 3 and len(text[found.end() : end].split()) >= FEWEST_WORDS)


def _with_paragraphs(
    lines: dict[int, re.Match[str]], paragraphs: list[Span]
) -> dict[int, tuple[Span, Span, list[Span]]]:
    result: dict[int, tuple[Span, Span, list[Span]]] = {}
    numbers = sorted(lines)
    for at, number in enumerate(numbers):
        found = lines[number]
        said = [(found.end(), paragraphs[number][1])]
        follows = numbers[at + 1] if at + 1 < len(numbers) else number
        if number > 0 and follows - number <= MOST_PARAGRAPHS:
            said += paragraphs[number + 1 : follows]
        colon = found.start("colon")
        result[number] = (found.span("name"), (colon, colon + 1), said)
    return result


MOST_PARAGRAPHS = 4
MID_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+")
