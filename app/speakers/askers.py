"""Who asks where an attribution has a cue but no source: "Asked by Ada Quill, he" or "Quill, its coach, asked".

Only a name right beside the verb counts, and "Quill, asked why, said" leaves her the one who was asked.
"""

from app.speakers.doubts import ASKING
from app.speakers.lexicon import DETERMINERS, KIN, MODIFIERS, ROLES
from app.speakers.references import Reference, References
from app.speakers.values import Mention
from app.speakers.words import Reading

_BETWEEN = DETERMINERS | ROLES | MODIFIERS | KIN | {"predecessor", "successor", "colleague"}
_APPOSITION = 14


def asker(reading: Reading, references: References, mention: Mention) -> Reference | None:
    """The name of the one who asks; None where it is not certain."""
    if not mention.cue or not mention.content:
        return None
    cue = reading.inside(mention.cue[0])
    if not cue or reading.words[cue.start].low not in ASKING:
        return None
    if any(word.low == "by" for word in reading.words[cue.start + 1 : cue.stop + 1]):
        return _behind_by(reading, references, cue.start)
    end = mention.content[-1][1]
    after = reading.at(end - 1) + 1
    ends = after >= len(reading.words) or reading.words[after].opens
    return _in_front(reading, references, cue.start) if ends else None


def _behind_by(reading: Reading, references: References, cue: int) -> Reference | None:
    """The name behind "Asked by", over nothing but what he is: "Asked by his predecessor, Ada Quill,"."""
    words = reading.words
    start = next((n + 1 for n in range(cue, min(cue + 3, len(words))) if words[n].low == "by"), len(words))
    item = next(iter(references.between(start, start + 6)), None)
    if item is None or item.possessive or item.quoted:
        return None
    begin = item.first if item.title is None else item.title
    return item if all(words[n].low in _BETWEEN for n in range(start, begin)) else None


def _in_front(reading: Reading, references: References, cue: int) -> Reference | None:
    """The name that opens the sentence and stands before the verb, with one apposition at most between."""
    words = reading.words
    items = references.between(max(reading.sentence(words[cue].sentence).start, cue - _APPOSITION), cue)
    if len(items) != 1 or items[0].possessive or items[0].quoted:
        return None
    item = items[0]
    if item.last == cue - 1:
        return item if words[cue].close else None
    commas = [n for n in range(item.last + 1, cue + 1) if "," in words[n].gap]
    insertion = commas in ([item.last + 1, cue], [cue]) if commas else False
    return item if insertion and words[item.last + 1].gap.strip() == "," else None
