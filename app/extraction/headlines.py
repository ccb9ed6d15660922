"""Headlines that name who says it at their end: "Bank to cut 300 jobs – union", "“We were lied to”: islanders".

Decision: only the first line of a text is a headline, and only a name of people or of a body that can speak ends one;
outlets sign their headlines the same way ("… – The Herald"), so a name in capitals is left alone.
"""

import re

from app.extraction.marks import Quotation
from app.extraction.transcripts import BODIES
from app.extraction.values import Span
from app.extraction.wording import listed

SIGNED = re.compile(r"(?P<said>.{12,}?)\s(?P<dash>[–—-])\s(?P<name>(?:[a-z][\w’'-]*\s){0,3}[a-z][\w’'-]*)$")
COLON = re.compile(r"\s?(?P<colon>:)\s(?P<name>[a-z][\w’'-]+)(?:$|(?=\s(?:on|about)\s))")
SPEAKING = BODIES | listed(
    "company companies firm charity campaigners watchdogs source sources analysts minister ministers expert scientist "
    "spokesman spokeswoman boss bosses chief chiefs owner owners authorities agency residents families "
    "parents survivors islanders villagers neighbours neighbors witnesses workers drivers students patients officers "
    "doctor engineer regulators think-tank commission chair director senators mps father mother sister brother"
)
NO_NAME = listed("no and with among from but for by to of on in after as or not says say said")
"""With one of these the words after the dash go on with the headline: "– no word from officials"."""
FEWEST_WORDS = 3


def headline(text: str, line: Span, quotations: list[Quotation]) -> tuple[Span, Span, list[Span]] | None:
    """The spans of the name, of the mark before it, and of what is said, where the headline ``line`` ends so."""
    start, end = line
    found = SIGNED.match(text, start, end)
    if found is not None and _speaks(found) and len(found.group("said").split()) >= FEWEST_WORDS:
        return found.span("name"), found.span("dash"), [found.span("said")]
    opening = next((one.spans[0] for one in quotations if one.spans[0][0] == start and one.spans[0][1] < end), None)
    if opening is None or len(text[slice(*opening)].split()) < FEWEST_WORDS:
        return None
    found = COLON.match(text, opening[1], end)
    if found is None or not _speaks(found):
        return None
    return found.span("name"), found.span("colon"), [opening]


def _speaks(found: re.Match[str]) -> bool:
    words = found.group("name").lower().split()
    return words[-1] in SPEAKING and not NO_NAME & set(words)
