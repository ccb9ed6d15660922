"""Who asks or speaks where an attribution has no source: "Asked by Ada Quill, he" or "Quill, its coach, asked".

Only a name right beside the verb counts, and "Quill, asked why, said" leaves her the one who was asked.
"""

from app.speakers.doubts import ASKING
from app.speakers.lexicon import DETERMINERS, KIN, MODIFIERS, ROLES
from app.speakers.quotations import is_quotation
from app.speakers.references import Reference, References
from app.speakers.subjects import is_subject, is_verb
from app.speakers.values import Mention
from app.speakers.words import Reading

_BETWEEN = DETERMINERS | ROLES | MODIFIERS | KIN | {"predecessor", "successor", "colleague"}
_APPOSITION = 14
_BEING = frozenset(["is", "was", "been", "are", "were", "be", "being"])
# "Quill is expected to announce": the speaker all the same.
_BOUND = frozenset(["expected", "due", "set", "likely", "scheduled", "poised", "saying", "telling", "asking"])


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
    ends = after >= len(reading.words) or reading.words[after].opens or reading.words[after].low in ("and", "but")
    return _in_front(reading, references, cue.start) if ends else None


def in_front(reading: Reading, references: References, mention: Mention) -> Reference | None:
    """The name right before the verb of an attribution whose source was not cut out: "Prime Minister Quill is due to".

    None where the verb is passive, and says what others said: "Quill was accused of".
    """
    cue = reading.inside(mention.cue[0]) if mention.cue else range(0)
    if not cue or not cue.start or not reading.words[cue.start].close:
        return None
    lows = [reading.words[n].low for n in cue]
    passive = any(low in _BEING for low in lows) and not any(low in _BOUND for low in lows)
    if passive or not is_verb(reading.words[cue.start]):
        return None
    item = next((i for i in references.between(max(0, cue.start - 6), cue.start) if i.last == cue.start - 1), None)
    return item if item is not None and is_subject(reading, item) and not item.quoted else None


def is_agentless(reading: Reading, mention: Mention) -> bool:
    """Whether the verb tells that somebody said it and nobody in the text: "Asked whether", "Quill was told"."""
    lows = [reading.words[n].low for span in mention.cue for n in reading.inside(span)[:12]]
    return bool(lows) and "by" not in lows and (lows[0] == "asked" or any(low in _BEING for low in lows))


def signature(reading: Reading, references: References, mention: Mention) -> Reference | None:
    """The full name that stands alone in front of quotation marks, or as the last sentence of the paragraph."""
    at = next((inside.start for inside in map(reading.inside, mention.content) if inside), None)
    if at is None:
        return None
    return author(reading, references, mention) or signed(reading, references, reading.words[at].paragraph)


def author(reading: Reading, references: References, mention: Mention) -> Reference | None:
    """The full name that is all of the sentence in front of a title: "Ada Quill. “Why it leaks” — Norland Star"."""
    at = next((inside.start for inside in map(reading.inside, mention.content) if inside), 0)
    stretch = reading.paragraph(reading.words[at].paragraph)
    first = reading.sentence(reading.words[stretch.start].sentence)
    ahead = first.stop <= at and is_quotation(reading, mention.content[0])
    return _alone(references, first) if ahead else None


def is_dash(reading: Reading, mention: Mention) -> bool:
    """Whether nothing but a dash ties a source to what is quoted."""
    return any(reading.text[start:end].strip() in ("—", "–", "-", "--") for start, end in mention.cue)


def signed(reading: Reading, references: References, paragraph: int) -> Reference | None:
    """The full name that is the last sentence of a paragraph, under words set apart without marks."""
    stretch = reading.paragraph(paragraph)
    last = reading.sentence(reading.words[stretch.stop - 1].sentence) if stretch else range(0)
    return _alone(references, last) if stretch.start < last.start else None


def _alone(references: References, sentence: range) -> Reference | None:
    """The full name that is all of a sentence."""
    item = next(iter(references.between(sentence.start, sentence.stop)), None)
    whole = item is not None and (item.first, item.last + 1) == (sentence.start, sentence.stop)
    return item if whole and item is not None and item.full and not item.possessive else None


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
        begin = item.first if item.title is None else item.title
        explains = words[begin].gap.strip() == "," and any(w.low in ROLES for w in words[max(0, begin - 4) : begin])
        return item if words[cue].close or explains else None  # "Its leader, Ada Quill, asked"
    commas = [n for n in range(item.last + 1, cue + 1) if "," in words[n].gap]
    insertion = commas in ([item.last + 1, cue], [cue]) if commas else False
    return item if insertion and words[item.last + 1].gap.strip() == "," else None
