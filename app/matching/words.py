"""A claim as a row of words: lower-case keys, light stems, contractions opened, spans kept.

Decision: one tokeniser for every slot, so that the slots can say which words they have read and the wording slot
compares only the rest. The stemmer is ours and light: it takes off plural, -ed, -ing and -ly, and nothing that changes
the sense (-less, -ful and un- stay).
"""

import re
from dataclasses import dataclass
from functools import lru_cache


def listed(words: str) -> list[str]:
    """A list of words, written as a text."""
    return words.split()


PIECE = re.compile(
    r"""-[LR][RSC]B-                          # brackets as some corpora write them
      | (?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))? # U.S., a.m.
      | \d+(?:,\d{3})+(?:\.\d+)? | \d+(?:\.\d+)?
      | [^\W\d_]+(?:['’ʼ][^\W\d_]+)*
      | [$£€¥%]
    """,
    re.VERBOSE,
)
UNMARKED = frozenset(
    listed("dont doesnt didnt isnt wasnt arent werent wouldnt couldnt shouldnt havent hasnt hadnt mustnt neednt")
)
"""Contractions as printed without their mark."""
ENDINGS = {"ll": "will", "re": "are", "ve": "have", "m": "am", "d": "would"}
IRREGULAR = {"can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}
ALIASES = {
    ("united", "states"): "u.s.",
    ("united", "kingdom"): "u.k.",
    ("great", "britain"): "u.k.",
    ("united", "nations"): "u.n.",
    ("european", "union"): "e.u.",
    ("per", "cent"): "percent",
    ("no", "one"): "nobody",
}
SINGLE = {"britain": "u.k.", "usa": "u.s.", "us$": "$", "%": "percent", "pct": "percent", "cannot": "can not"}
ACRONYMS = {"US": "u.s.", "USA": "u.s.", "UK": "u.k.", "UN": "u.n.", "EU": "e.u."}
FORMS = {
    **dict.fromkeys(listed("is are was were be been being am"), "be"),
    **dict.fromkeys(listed("has have had having"), "have"),
    **dict.fromkeys(listed("does did do doing done"), "do"),
    **dict.fromkeys(listed("says said say saying"), "say"),
    **dict.fromkeys(listed("goes went go going gone"), "go"),
    **dict.fromkeys(listed("makes made make making"), "make"),
    **dict.fromkeys(listed("takes took take taking taken"), "take"),
    **dict.fromkeys(listed("gets got get getting gotten"), "get"),
    **dict.fromkeys(listed("gives gave give giving given"), "give"),
    **dict.fromkeys(listed("rises rose rise rising risen"), "rise"),
    **dict.fromkeys(listed("falls fell fall falling fallen"), "fall"),
    **dict.fromkeys(listed("grows grew grow growing grown"), "grow"),
    **dict.fromkeys(listed("pays paid pay paying"), "pay"),
    **dict.fromkeys(listed("spends spent spend spending"), "spend"),
    **dict.fromkeys(listed("loses lost lose losing"), "lose"),
    **dict.fromkeys(listed("wins won win winning"), "win"),
    **dict.fromkeys(listed("leaves left leave leaving"), "leave"),
    **dict.fromkeys(listed("keeps kept keep keeping"), "keep"),
    **dict.fromkeys(listed("holds held hold holding"), "hold"),
    **dict.fromkeys(listed("tells told tell telling"), "tell"),
    **dict.fromkeys(listed("knows knew know knowing known"), "know"),
    **dict.fromkeys(listed("sees saw see seeing seen"), "see"),
    **dict.fromkeys(listed("comes came come coming"), "come"),
    **dict.fromkeys(listed("builds built build building"), "build"),
    **dict.fromkeys(listed("buys bought buy buying"), "buy"),
    **dict.fromkeys(listed("sells sold sell selling"), "sell"),
    **dict.fromkeys(listed("brings brought bring bringing"), "bring"),
    **dict.fromkeys(listed("begins began begin beginning begun"), "begin"),
    **dict.fromkeys(listed("breaks broke break breaking broken"), "break"),
    **dict.fromkeys(listed("writes wrote write writing written"), "write"),
    **dict.fromkeys(listed("speaks spoke speak speaking spoken"), "speak"),
    **dict.fromkeys(listed("meets met meet meeting"), "meet"),
    **dict.fromkeys(listed("sends sent send sending"), "send"),
    **dict.fromkeys(listed("stands stood stand standing"), "stand"),
    **dict.fromkeys(listed("thinks thought think thinking"), "think"),
    **dict.fromkeys(listed("shows showed show showing shown"), "show"),
    **dict.fromkeys(listed("dies died die dying"), "die"),
    **dict.fromkeys(listed("lies lied lie lying"), "lie"),
    "children": "child", "men": "man", "women": "woman", "lives": "life", "wives": "wife", "news": "news",
}  # fmt: skip
STOP = frozenset(
    listed("""
    a an the this that these those it its itself i you he she we they me him her us them my your his our their
    mine yours ours theirs who whom whose which what there here be have do of in on at by for with from to into onto
    as and or but if than then so too very also just about over such own say tell s t am is are was were been
    being has had does did done having will would shall should can could may might must however meanwhile now still
    already again yet quite really well while when where how because since though although that's let get got""")
)  # fmt: skip
VOWEL = re.compile("[aeiouy]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `key` is lower-case with contractions opened, `stem` what is compared, `start` and `end` its span.

    `capital` tells that it begins with a capital letter where lower case was possible, so not at the start; `opens`
    that it begins a sentence.
    """

    key: str
    stem: str
    start: int
    end: int
    capital: bool
    opens: bool = False

    @property
    def content(self) -> bool:
        """Whether it carries sense of its own."""
        return self.stem not in STOP and self.key not in STOP


@lru_cache(maxsize=8192)
def read_words(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in order. Brackets and marks are left out; currency and percent signs are words."""
    words: list[Word] = []
    last_end = 0
    for piece in PIECE.finditer(text):
        between = text[last_end : piece.start()]
        opens = not words or any(mark in between for mark in ".!?:;")
        last_end = piece.end()
        printed = piece.group()
        if printed.startswith("-"):
            continue
        for key in _keys(printed):
            capital = printed[0].isupper() and not (opens and not printed[1:2].isupper())
            words.append(Word(key, stem(key), piece.start(), piece.end(), capital, opens))
            opens = False
    return tuple(_joined(words))


@lru_cache(maxsize=65536)
def stem(key: str) -> str:
    """The light stem of a lower-case word."""
    if key in FORMS:
        return FORMS[key]
    if len(key) < 4 or not key.isalpha():
        return key
    if key.endswith("ies") and len(key) > 4:
        return key[:-3] + "y"
    if key.endswith(("sses", "shes", "ches", "xes")):
        return key[:-2]
    if key.endswith("s") and not key.endswith(("ss", "us", "is")):
        key = key[:-1]
    if key.endswith("ied"):
        return key[:-3] + "y"
    for ending in ("ing", "ed", "ly"):
        if key.endswith(ending) and len(key) - len(ending) > 2 and VOWEL.search(key[: -len(ending)]):
            return _bare(key[: -len(ending)])
    return key[:-1] if key.endswith("e") and len(key) > 4 else key


def _bare(root: str) -> str:
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    return root[:-1] if root.endswith("e") and len(root) > 4 else root


def _keys(printed: str) -> list[str]:
    if printed in ACRONYMS:
        return [ACRONYMS[printed]]
    key = printed.lower().replace("’", "'").replace("ʼ", "'")
    if "." in key and not key[0].isdigit():
        return [key if key.endswith(".") else key + "."]
    if key[0].isdigit():
        return [key.replace(",", "")]
    if key == "cannot":
        return ["can", "not"]
    if key.endswith("n't"):
        return [head for head in [IRREGULAR.get(key, key[:-3])] if head] + ["not"]
    if key in UNMARKED:
        return [key[:-2].removesuffix("n"), "not"]
    head, _, tail = key.partition("'")
    if tail in ENDINGS and head:
        return [head, ENDINGS[tail]]
    return [SINGLE.get(head if tail == "s" else key.replace("'", ""), head if tail == "s" else key.replace("'", ""))]


def _joined(words: list[Word]) -> list[Word]:
    joined: list[Word] = []
    for word in words:
        pair = (joined[-1].key, word.key) if joined else ("", "")
        if pair in ALIASES:
            first = joined.pop()
            word = Word(ALIASES[pair], ALIASES[pair], first.start, word.end, first.capital, first.opens)
        joined.append(word)
    return joined
