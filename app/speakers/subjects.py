"""Whether a name is the subject of its clause, told by what stands right before and behind it.

There is no parser: a verb behind a name that opens its clause is enough in news, where subjects stand in front.
"""

from collections.abc import Sequence

from app.speakers.doubts import begin_of
from app.speakers.lexicon import CALENDAR, PREPOSITIONS, VERBS
from app.speakers.references import Reference
from app.speakers.words import Reading, Word

_ADVERBS = frozenset(
    ["also", "then", "later", "now", "never", "still", "already", "once", "himself", "herself", "again"]
)
_NO_SUBJECT_BEHIND = PREPOSITIONS | {"that", "than", "and", "or", "by"}


def is_subject(reading: Reading, item: Reference) -> bool:
    """Whether a name acts: it is no owner and hangs on no preposition, and it opens its clause or a verb follows."""
    if item.possessive:
        return False
    begin = begin_of(item)
    if begin == 0 or reading.words[begin].opens:
        return True
    before = reading.words[begin - 1]
    if (before.low in _NO_SUBJECT_BEHIND or is_verb(before)) and reading.words[begin].close:
        return before.low == "that" and acts(reading, item)
    if "(" in reading.words[begin].gap or "(" in reading.words[reading.sentence(before.sentence).start].gap:
        return False  # an aside
    return acts(reading, item)


def acts(reading: Reading, item: Reference) -> bool:
    """Whether a verb stands behind a name, over an adverb, a day, or an insertion between commas."""
    words = reading.words
    number = item.last + 1
    stop = min(len(words), number + 3)
    while number < stop and not words[number].opens and (words[number].low in _ADVERBS or _is_day(words, number)):
        number += 1
    if number >= len(words) or words[number].opens:
        return False
    return (words[number].close or number > item.last + 1) and is_verb(words[number])


def _is_day(words: tuple[Word, ...], number: int) -> bool:
    on = words[number].low == "on" and number + 1 < len(words) and words[number + 1].low in CALENDAR
    return on or words[number].low in CALENDAR


def is_verb(word: Word) -> bool:
    """Whether a small word is a finite verb of the third person or the past, by a list and by its ending."""
    return not word.capital and (word.low in VERBS or (len(word.low) > 3 and word.low.endswith("ed")))


def main_subject(reading: Reading, items: Sequence[Reference]) -> Reference | None:
    """Who a sentence is about, of the people named in it in order: who opens it, or who acts behind its first comma.

    "Preceded by Rolf Brandt, Ada Quill spoke" is about her. In "Brandt, Solvan, Quill spoke" none stands out.
    """
    before: Reference | None = None
    for item in items:
        begin = begin_of(item)
        near = before is not None and begin == before.last + 1 and "," in reading.words[begin].gap
        listed = near and before is not None and reading.words[begin_of(before) - 1].low not in PREPOSITIONS
        before = item
        if item.possessive or listed or not is_subject(reading, item):
            continue
        if reading.words[begin].opens or ("," in reading.words[begin].gap and acts(reading, item)):
            return item
    return None
