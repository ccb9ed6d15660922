"""A claim as a row of words: lower-case keys, light stems, contractions opened, spans kept.

Decision: one tokeniser for every slot, so that the slots can say which words they have read and the wording slot
compares only the rest. The stemmer is ours and light: it takes off plural, -ed, -ing and -ly, and nothing that changes
the sense (-less, -ful and un- stay).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

PIECE = re.compile(
    r"""-[LR][RSC]B-                          # brackets as some corpora write them
      | (?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))? # U.S., a.m.
      | \d+(?:,\d{3})+(?:\.\d+)? | \d+(?:\.\d+)?
      | [^\W\d_]+(?:['’ʼ][^\W\d_]+)*
      | [$£€¥%]
    """,
    re.VERBOSE,
)
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
    **dict.fromkeys("is are was were be been being am".split(), "be"),
    **dict.fromkeys("has have had having".split(), "have"),
    **dict.fromkeys("does did do doing done".split(), "do"),
    **dict.fromkeys("says said say saying".split(), "say"),
    **dict.fromkeys("goes went go going gone".split(), "go"),
    **dict.fromkeys("makes made make making".split(), "make"),
    **dict.fromkeys("takes took take taking taken".split(), "take"),
    **dict.fromkeys("gets got get getting gotten".split(), "get"),
    **dict.fromkeys("gives gave give giving given".split(), "give"),
    **dict.fromkeys("rises rose rise rising risen".split(), "rise"),
    **dict.fromkeys("falls fell fall falling fallen".split(), "fall"),
    **dict.fromkeys("grows grew grow growing grown".split(), "grow"),
    **dict.fromkeys("pays paid pay paying".split(), "pay"),
    **dict.fromkeys("spends spent spend spending".split(), "spend"),
    **dict.fromkeys("loses lost lose losing".split(), "lose"),
    **dict.fromkeys("wins won win winning".split(), "win"),
    **dict.fromkeys("leaves left leave leaving".split(), "leave"),
    **dict.fromkeys("keeps kept keep keeping".split(), "keep"),
    **dict.fromkeys("holds held hold holding".split(), "hold"),
    **dict.fromkeys("tells told tell telling".split(), "tell"),
    **dict.fromkeys("knows knew know knowing known".split(), "know"),
    **dict.fromkeys("sees saw see seeing seen".split(), "see"),
    **dict.fromkeys("comes came come coming".split(), "come"),
    **dict.fromkeys("builds built build building".split(), "build"),
    **dict.fromkeys("buys bought buy buying".split(), "buy"),
    **dict.fromkeys("sells sold sell selling".split(), "sell"),
    **dict.fromkeys("brings brought bring bringing".split(), "bring"),
    **dict.fromkeys("begins began begin beginning begun".split(), "begin"),
    **dict.fromkeys("breaks broke break breaking broken".split(), "break"),
    **dict.fromkeys("writes wrote write writing written".split(), "write"),
    **dict.fromkeys("speaks spoke speak speaking spoken".split(), "speak"),
    **dict.fromkeys("meets met meet meeting".split(), "meet"),
    **dict.fromkeys("sends sent send sending".split(), "send"),
    **dict.fromkeys("stands stood stand standing".split(), "stand"),
    **dict.fromkeys("thinks thought think thinking".split(), "think"),
    **dict.fromkeys("shows showed show showing shown".split(), "show"),
    **dict.fromkeys("dies died die dying".split(), "die"),
    **dict.fromkeys("lies lied lie lying".split(), "lie"),
    "children": "child", "men": "man", "women": "woman", "lives": "life", "wives": "wife", "news": "news",
}  # fmt: skip
STOP = frozenset(
    """a an the this that these those it its itself i you he she we they me him her us them my your his our their mine
    yours ours theirs who whom whose which what there here be have do of in on at by for with from to into onto as and
    or but if than then so too very also just about up out over such own same say tell s t am is are was were been
    being has had does did done having will would shall should can could may might must however meanwhile now still
    already again yet quite really well while when where how because since though although that's let get got"""
    .split()
)  # fmt: skip
VOWEL = re.compile("[aeiouy]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `key` is lower-case with contractions opened, `stem` what is compared, `start` and `end` its span.

    `capital` tells that it begins with a capital letter where lower case was possible, so not at the start.
    """

    key: str
    stem: str
    start: int
    end: int
    capital: bool

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
            words.append(Word(key, stem(key), piece.start(), piece.end(), capital))
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
        return [IRREGULAR.get(key, key[:-3]), "not"]
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
            word = Word(ALIASES[pair], ALIASES[pair], first.start, word.end, first.capital)
        joined.append(word)
    return joined
