"""Lines of a transcript ("DOE: We were never asked.") and headlines of the form "Doe: we were never asked".

Decision: a name and a colon are evidence only where the text names the same person elsewhere or has several such
lines; otherwise "UPDATE:" and "Analysis:" would speak.
"""

import re
from itertools import pairwise

from app.extraction.values import Span
from app.extraction.wording import listed

LINE = re.compile(
    r"[\"“]?(?P<name>(?:A )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,4}(?: \([^)]{1,40}\))?(?:, [A-Z][A-Z .]{2,30})?)"
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
    labels = interview_lines(text, paragraphs)
    if labels:
        return _with_paragraphs(text, labels, paragraphs)
    known = {found.group() for found in MID_SENTENCE.finditer(text)}
    sure: dict[int, re.Match[str]] = {}
    unsure: dict[int, re.Match[str]] = {}
    for number, (start, end) in enumerate(paragraphs):
        found = LINE.match(text, start, end)
        if found is not None and number == 0 and _headline_body(text, found, end):
            sure[number] = found
        if found is None or not _may_speak(found, first=number == 0, text=text, end=end):
            continue
        last = re.findall(r"[\w’'-]+", found.group("name").split("(")[0].split(",")[0])[-1]
        (sure if last in known or last.title() in known else unsure)[number] = found
    shouted = {number: found for number, found in unsure.items() if _shouted(found)}
    if len(shouted) + len(sure) >= FEWEST_LINES:
        sure.update(shouted)
    return _with_paragraphs(text, sure, paragraphs)


def _may_speak(found: re.Match[str], *, first: bool, text: str, end: int) -> bool:
    name = found.group("name")
    if not (_shouted(found) or first):
        return False
    first = first and not _shouted(found)
    words = name.lower().replace(".", "").split()
    if set(words) & NO_NAMES or (first and words[0] in ("the", "a", "an")) or len(name) < 3:
        return False
    return not first or (len(words) <= 3 and len(text[found.end() : end].split()) >= FEWEST_WORDS)


def _shouted(found: re.Match[str]) -> bool:
    """A name in capitals, whatever stands in brackets after it: "PRESENTER (to camera)"."""
    return found.group("name").split(" (")[0].isupper()


def _headline_body(text: str, found: re.Match[str], end: int) -> bool:
    """ "Police: Driver was asleep at the wheel": a headline whose label is somebody who can speak."""
    said = text[found.end() : end]
    return found.group("name").lower() in BODIES and said[:1].isupper() and len(said.split()) >= FEWEST_WORDS


BODIES = listed(
    "police report study survey poll officials prosecutors scientists experts doctors engineers researchers economists "
    "minister mayor governor judge court union unions inquiry watchdog auditors teachers nurses firefighters pilots "
    "farmers lawyer lawyers ministry council regulator coroner inspectors auditor pope president premier"
)


def interview_lines(text: str, paragraphs: list[Span]) -> dict[int, re.Match[str]]:
    """Lines of an interview by number of paragraph: "Q:" and "A:", or two names in turn ("Herald: …", "Novak: …").

    Empty where the text is none: a label must come again, and another one with it.
    """
    lines = {number: found for number, span in enumerate(paragraphs) if (found := LABEL.match(text, *span))}
    asked = [number for number, found in lines.items() if found.group("name").lower() in ("q", "q.", "question")]
    answered = [number for number, found in lines.items() if found.group("name").lower() in ("a", "a.", "answer")]
    if asked and answered and asked[0] < answered[0]:
        return {number: lines[number] for number in sorted(asked + answered)}
    named: dict[str, list[int]] = {}
    for number, found in lines.items():
        name = found.group("name")
        if found.group("colon") == ":" and not set(name.lower().split()) & NO_NAMES and not name.isupper():
            named.setdefault(name, []).append(number)
    turns = sorted(number for numbers in named.values() if len(numbers) > 1 for number in numbers)
    several = sum(len(numbers) > 1 for numbers in named.values()) > 1
    close = all(later - number <= MOST_PARAGRAPHS for number, later in pairwise(turns))
    asks = any(text[paragraphs[number][1] - 1] == "?" for number in turns)  # no table of votes
    return {number: lines[number] for number in turns} if several and close and asks else {}


LABEL = re.compile(
    r"(?P<name>[QA](?=:)|[QA]\.(?= )|Question|Answer|QUESTION|ANSWER|(?:[A-Z][\w.’'-]+ ){0,2}[A-Z][\w.’'-]+)"
    r"(?P<colon>:|(?<=[QA]\.)) ?(?=\S)"
)


def _stage(text: str, paragraph: Span) -> bool:
    """A paragraph in brackets: "(CROSSTALK)", "[applause]"."""
    return text[slice(*paragraph)].strip('"“”').startswith(("(", "["))


def _with_paragraphs(
    text: str, lines: dict[int, re.Match[str]], paragraphs: list[Span]
) -> dict[int, tuple[Span, Span, list[Span]]]:
    result: dict[int, tuple[Span, Span, list[Span]]] = {}
    numbers = sorted(lines)
    for at, number in enumerate(numbers):
        found = lines[number]
        said = [(found.end(), paragraphs[number][1])]
        follows = numbers[at + 1] if at + 1 < len(numbers) else number
        if (number > 0 or _shouted(found)) and follows - number <= MOST_PARAGRAPHS:
            said += [span for span in paragraphs[number + 1 : follows] if not _stage(text, span)]
        colon = found.start("colon") - (not found.group("colon"))  # of "Q." the full stop
        start, end = found.span("name")
        bracket = found.group("name").find(" (")
        result[number] = ((start, end if bracket < 0 else start + bracket), (colon, colon + 1), said)
    return result


MOST_PARAGRAPHS = 4
MID_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+")
