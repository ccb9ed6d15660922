"""What a claim asserts of an attribution's content: the content without the conjunction that ties it to its cue.

Decision: an attribution follows PARC 3.0 and PolNeAR, where "that" is part of an indirect content; a claim, which is
shown, compared and counted, begins after it.
"""

import re

from app.extraction.values import Spans

CONJUNCTION = re.compile(r"that\b[,\s]*(?=\S)")
OTHER_USE = re.compile(
    r"that(?:[’'](?:s|d|ll)\b|\s+(?:is|was|will|would|has|had|can|could|should|may|might|does|did|isn|wasn|won|wouldn"
    r"|hasn|hadn|couldn|shouldn|doesn|didn|can[’']t|cannot|of|same|very|day|night|week|month|year"
    r"|morning|evening|afternoon)\b)"
)
"""Where "that" is what the clause speaks of."""
NAMING = re.compile(
    r"(?:call|describ|label|dub|brand|portray|depict|characteri[sz]|critici[sz]|condemn|dismiss|reject|welcom|prais"
    r"|defend|denounc|attack|question|accept|back|support)",
    re.IGNORECASE,
)
"""Cues that take a thing and not a clause: in "called that figure a joke", "that" points."""


def asserted(text: str, content: Spans, cue: Spans = ()) -> Spans:
    """``content`` without an opening "that"; "that is wrong", where it is the subject, stays as it is, and so does a
    capital one, which opens a sentence of its own."""
    if not content:
        return content
    (start, end), *rest = content
    found = CONJUNCTION.match(text, start, end)
    if found is None or end <= found.end() or OTHER_USE.match(text, start, end):
        return content
    if any(NAMING.search(text, *span) for span in cue):
        return content
    return ((found.end(), end), *rest)
