"""A text read once into words that know their sentence, paragraph and whether they stand in quotation marks.

Everything else in this room works on word numbers, so that each rule costs a step per word and not per article.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from app.speakers.lexicon import ABBREVIATIONS, CLOSING_ABBREVIATIONS, FUNCTION_WORDS
from app.speakers.values import Span

_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"(?:{_LETTER}\.){{1,6}}(?!{_LETTER})"  # J.  U.S.  D.C.
    rf"|{_LETTER}(?:[\w\u0300-\u036f]|['’ʼ‘\-‐‑&](?={_LETTER})|\.(?=[a-z]))*"
)
_SENTENCE_END = re.compile(r"[.!?…:][\"”’'»)\]]*\s+[\"“‘'«(\[]*\Z|[.!?…][\"”»]\s*\Z")
_STRAIGHT = {"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"}
_FOLD = str.maketrans(_STRAIGHT)


@dataclass(frozen=True, slots=True)
class Word:
    """One word without its possessive ending. `gap` is the text since the word before it."""

    text: str
    low: str
    start: int
    end: int
    gap: str
    possessive: bool
    sentence: int
    paragraph: int
    quoted: bool
    opens: bool

    @property
    def capital(self) -> bool:
        """Whether it is written like (part of) a name: Quill, O'Dowd, al-Karim, J."""
        if self.text[0].isupper():
            return True
        head, mark, tail = self.text.partition("-")
        return bool(mark) and len(head) < 4 and tail[:1].isupper()

    @property
    def close(self) -> bool:
        """Whether only a space stands between it and the word before."""
        return self.gap.isspace() and "\n" not in self.gap


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text and where each stands."""

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]

    def inside(self, span: Span) -> range:
        """Numbers of the words that begin in a span."""
        return range(bisect_left(self.starts, span[0]), bisect_left(self.starts, max(span)))

    def at(self, offset: int) -> int:
        """Number of the word at or before an offset; 0 where there is none."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def sentence(self, number: int) -> range:
        """Numbers of the words of a sentence."""
        return _stretch(self.sentences, number, len(self.words))

    def paragraph(self, number: int) -> range:
        """Numbers of the words of a paragraph."""
        return _stretch(self.paragraphs, number, len(self.words))

    def printed(self, first: int, last: int) -> str:
        """The text of the words first..last, on one line."""
        return " ".join(self.text[self.words[first].start : self.words[last].end].split())


def _stretch(begins: tuple[int, ...], number: int, total: int) -> range:
    if not 0 <= number < len(begins):
        return range(0)
    return range(begins[number], begins[number + 1] if number + 1 < len(begins) else total)


def fold(word: str) -> str:
    """The form in which names are compared: composed, straight apostrophes; letters and their scripts untouched."""
    return unicodedata.normalize("NFC", word.translate(_FOLD))


def read(text: str) -> Reading:
    """Read a text into words. Any string will do."""
    words: list[Word] = []
    sentences: list[int] = []
    paragraphs: list[int] = []
    quoted = ""
    end = 0
    for start, stop, word, possessive, raw_end in _cut(text):
        gap = text[end:start]
        new_paragraph = not words or "\n" in gap
        opens = new_paragraph or _ends_sentence(words[-1], gap, word)
        if new_paragraph:
            paragraphs.append(len(words))
            gap_to_read = gap.rpartition("\n")[2]
            quoted = ""
        else:
            gap_to_read = gap
        if opens:
            sentences.append(len(words))
        quoted = _marks(gap_to_read, quoted)
        form = fold(word)
        low = _uncontracted(form.lower().rstrip("."))
        words.append(
            Word(form, low, start, stop, gap, possessive, len(sentences) - 1, len(paragraphs) - 1, bool(quoted), opens)
        )
        end = raw_end
    return Reading(text, tuple(words), tuple(w.start for w in words), tuple(sentences), tuple(paragraphs))


def _uncontracted(low: str) -> str:
    """The first half of "I've" and "she'll"."""
    head, _, tail = low.partition("'")
    return head if tail in ("ve", "ll", "re", "d", "m") else low


def _cut(text: str) -> Iterator[tuple[int, int, str, bool, int]]:
    """Start, end and form of each word without its possessive, whether it had one, and where it ends with it."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        if len(word) > 2 and word[-2] in "'’ʼ" and word[-1] in "sS":
            yield start, end - 2, word[:-2], True, end
        elif word[-1] in "sSzx" and text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] == " ":
            yield start, end, word, True, end + 1
        else:
            yield start, end, word, False, end


def _ends_sentence(before: Word, gap: str, word: str) -> bool:
    if not word[0].isupper() and not any(mark in gap for mark in '"“'):
        return False
    if gap.isspace():  # "in the U.S. He said": the full stop belongs to the initials
        return len(before.text) > 3 and before.text.endswith(".") and word.lower() in FUNCTION_WORDS
    if before.low in ABBREVIATIONS and gap.startswith(".") and gap[1:].isspace():
        return before.low in CLOSING_ABBREVIATIONS and word.lower() in FUNCTION_WORDS
    return bool(_SENTENCE_END.search(gap))


def _marks(gap: str, quoted: str) -> str:
    """The quotation mark that stands open after a gap, or an empty string."""
    for place, mark in enumerate(gap):
        if mark in "“«„":
            quoted = mark
        elif mark in "”»":
            quoted = ""
        elif mark == '"' or gap[place : place + 2] in ("''", "``"):
            quoted = "" if quoted == '"' else quoted or '"'
        elif mark == "‘" and not quoted:
            quoted = mark
        elif mark == "’" and quoted == "‘":
            quoted = ""
    return quoted
