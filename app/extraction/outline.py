"""A paragraph as sentences of tokens in which every quotation is one token.

Decision: what stands in quotation marks is never read for grammar; the clause rules see a quotation as one word with
its last mark of punctuation. Sentence boundaries come from nupunkt, run over the paragraph with the quotations blanked
out, so that a full stop inside a quotation ends a sentence only where the sentence around it ends too.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from nupunkt import PunktSentenceTokenizer, load_default_model

from app.extraction.marks import Quotation
from app.extraction.values import Span
from app.extraction.wording import listed

ABBREVIATIONS = [
    "g.o.p",
    "lt",
    "col",
    "capt",
    "cmdr",
    "maj",
    "gen",
    "sgt",
    "cpl",
    "pvt",
    "adm",
    "rep",
    "reps",
    "sen",
    "sens",
    "gov",
    "govs",
    "atty",
    "supt",
    "insp",
    "det",
    "hon",
    "messrs",
    "mx",
    "fr",
    "sr",
    "jr",
    "rev",
    "st",
    "ald",
    "d.c",
    "u.s",
    "u.k",
    "u.n",
    "e.u",
    "dist",
    "dept",
    "univ",
    "assn",
    "bros",
    "tex",
    "calif",
    "fla",
    "penn",
    "pa",
    "wis",
    "minn",
    "mich",
    "ariz",
    "colo",
    "conn",
    "mass",
    "tenn",
    "wash",
    "ill",
    "ind",
    "okla",
    "ore",
    "miss",
    "ala",
    "ark",
    "ga",
    "ky",
    "la",
    "md",
    "mo",
    "neb",
    "nev",
    "vt",
    "va",
    "kan",
    "del",
    "jan",
    "feb",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
    "vs",
    "no",
]
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[’'][sS])?"  # U.S., G.O.P., U.S.'s
    r"|(?:Mrs?|Ms|Mx|Drs?|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Cmdr|Maj|Adm|Rev|Hon|Prof|St|Jr|Sr|Atty|Supt|Insp|Det"
    r"|Messrs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|No|vs|Inc|Corp|Co|Ltd)\.(?=[\s,'’])"
    r"|\b[A-Z]\.(?=\s)"
    r"|\d[\d,.:/]*\d(?:\w+)?%?"
    r"|[\w@#](?:[\w&]|[’'\-‑](?=\w)|\.(?=\w\w))*"
    r"|\.\.\.|\S",
)
DATELINE = re.compile(r"[A-Z][A-Z.’' -]{2,30}(?:, [A-Z][\w. ]{1,20})?(?: \([A-Z][\w ]{1,20}\))? ?(?:—|–|--|-) ?(?=\S)")
WORD_START = re.compile(r"[\w@#]")
LONGEST_SENTENCE = 250  # tokens; the rules look back and forth in a sentence, so its length bounds their cost
SENTENCE_ENDS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark of punctuation, or (``quoted``) a whole quotation piece; ``low`` is the text in small letters."""

    start: int
    end: int
    text: str
    low: str
    word: bool
    quotation: Quotation | None = None

    @property
    def capital(self) -> bool:
        return self.word and self.text[:1].isupper()


Sentence = list[Token]


def outline(text: str, paragraph: Span, quoted: list[tuple[Span, Quotation]]) -> list[Sentence]:
    """Sentences of one paragraph; ``quoted`` are the quotation pieces inside it, in order."""
    tokens = _tokens(text, paragraph, quoted)
    ends = [end for _, end in _sentence_spans(text, paragraph, quoted)]
    sentences: list[Sentence] = [[]]
    index = 0
    for token in tokens:
        while index < len(ends) - 1 and token.start >= ends[index]:
            index += 1
            if sentences[-1]:
                sentences.append([])
        if len(sentences[-1]) >= LONGEST_SENTENCE:
            sentences.append([])
        sentences[-1].append(token)
    return _rejoined(text, [part for sentence in sentences if sentence for part in _split(text, sentence)])


def _split(text: str, sentence: Sentence) -> list[Sentence]:
    """A quotation of whole sentences after an abbreviation ("in Washington, D.C. “We …”") opens a sentence."""
    parts: list[Sentence] = [[]]
    for at, token in enumerate(sentence):
        if at and (_after_abbreviation(text, token, sentence[at - 1]) or _opens_anew(sentence, at)):
            parts.append([])
        parts[-1].append(token)
    return [part for part in parts if part]


def _after_abbreviation(text: str, token: Token, before: Token) -> bool:
    if token.quotation is None or not before.text.endswith(".") or len(before.text) < 2 or before.low in BEFORE_NAMES:
        return False
    opens = text[token.start : token.end].lstrip("“„\"'‘«` ")[:1]
    return opens.isupper() and last_mark(text, token) != ""


def _opens_anew(sentence: Sentence, at: int) -> bool:
    """A full stop of its own before a quotation or a pronoun with a capital, where nupunkt saw an abbreviation."""
    token = sentence[at]
    if at < 2 or sentence[at - 1].text not in (".", "?", "!"):
        return False
    return token.quotation is not None or (token.capital and token.low in OPENINGS)


OPENINGS = listed(
    "he she it they we i the a an but and in on at his her their this that these those there asked one if"
)
BEFORE_NAMES = frozenset(("mr.", "mrs.", "ms.", "dr."))


def _rejoined(text: str, sentences: list[Sentence]) -> list[Sentence]:
    """Undo a split between "…?" and its tag: the words after it begin small or are a short clause that reports."""
    joined: list[Sentence] = []
    for sentence in sentences:
        last = joined[-1][-1] if joined else None
        if last is not None and last.quotation is not None and sentence[0].quotation is None:
            small = sentence[0].text in ("–", "—", "-") or (sentence[0].word and sentence[0].text[:1].islower())
            if small or (last_mark(text, last) in ("?", "!", ",") and _short_tag(sentence)):
                joined[-1] = joined[-1] + sentence
                continue
        joined.append(sentence)
    return joined


def _short_tag(sentence: Sentence) -> bool:
    for at, token in enumerate(sentence[:9]):
        if not token.word:
            return False
        if at and token.low in TAG_VERBS:
            rest = sentence[at + 1 : at + 3]
            return not any(following.low in SUBJECTS or following.quotation for following in rest)
    return False


SUBJECTS = listed("he she they it we i you that them him")


TAG_VERBS = listed("said says asked asks added wrote tweeted told replied continued shouted exclaimed responded")
TITLE_LEADS = listed(
    "on in of the from show film movie book song album series magazine program programme his her called"
)
SMALL_IN_TITLES = listed("a an the of in on at for to and or with from by vs is")
LONGEST_TITLE = 8  # words


def _is_title(text: str, span: Span, before: Token | None) -> bool:
    """ "Morning Wire", “The Long Road”: capitals throughout, after a possessive, a preposition or the like."""
    if before is None or not before.word or not is_titled(text, span):
        return False
    return before.low in TITLE_LEADS or before.low.endswith(("’s", "'s", "s’", "s'"))


def is_titled(text: str, span: Span) -> bool:
    """Whether a short quotation has capitals throughout, as titles of films and books have."""
    words = re.findall(r"[^\W_][\w'’&-]*", text[span[0] : span[1]][:120])
    if not words or len(words) > LONGEST_TITLE or not words[0][0].isupper():
        return False
    return all(w[0].isupper() or w[0].isdigit() or w in SMALL_IN_TITLES for w in words)


def last_mark(text: str, token: Token) -> str:
    """The last mark of punctuation inside a quotation ("" where it ends in a word)."""
    inner = text[token.start : token.end].rstrip("“”„‟«»\"＂'’‘› \u00a0\u200b)]")
    return inner[-1:] if inner[-1:] in ",.!?…;:—–-" else ""


def _tokens(text: str, paragraph: Span, quoted: list[tuple[Span, Quotation]]) -> list[Token]:
    tokens: list[Token] = []
    dateline = DATELINE.match(text, *paragraph)
    at = dateline.end() if dateline and not (quoted and quoted[0][0][0] < dateline.end()) else paragraph[0]
    pieces: list[tuple[Span, Quotation | None]] = [*quoted, ((paragraph[1], paragraph[1]), None)]
    for (start, end), quotation in pieces:
        for found in TOKEN.finditer(text, at, start):
            word = found.group()
            tokens.append(Token(found.start(), found.end(), word, word.lower(), bool(WORD_START.match(word))))
        at = end
        if quotation is None:
            continue
        if _is_title(text, (start, end), tokens[-1] if tokens else None):
            tokens.append(Token(start, end, "Title", "title", True))
            if text[end - 2 : end - 1] in (",", "."):
                tokens.append(Token(end - 1, end, text[end - 2], text[end - 2], False))
        else:
            token = Token(start, end, "“”", "“”", False, quotation)
            tokens.append(token)
            if last_mark(text, token) == ",":  # American printers set the sentence's comma inside
                tokens.append(Token(end, end, ",", ",", False))
    return tokens


def _sentence_spans(text: str, paragraph: Span, quoted: list[tuple[Span, Quotation]]) -> list[Span]:
    pieces: list[str] = []
    at = paragraph[0]
    for (start, end), _ in quoted:
        inner = text[start:end].rstrip("“”„‟«»\"＂'’‘›`")
        last = inner[-1:] if inner[-1:] in SENTENCE_ENDS else "x"
        pieces += [text[at:start], ("X" + "x" * (end - start))[: end - start - 1], last]
        at = end
    pieces.append(text[at : paragraph[1]])
    blanked = "".join(pieces)
    return [(paragraph[0] + start, paragraph[0] + end) for start, end in _splitter().spans(blanked)]


@lru_cache(maxsize=1)
def _splitter() -> PunktSentenceTokenizer:
    splitter = load_default_model()
    splitter.add_abbreviations(ABBREVIATIONS)
    return splitter
