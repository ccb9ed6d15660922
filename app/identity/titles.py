"""Titles of office compared: one key for the ways in which a title is printed, with every word that limits it kept.

"Minister of Finance", "finance minister" and "Finance Min." are one; "deputy", "acting", "shadow", "vice" and "former"
are never dropped. "Premier" is no "prime minister", and "chancellor" no "chancellor of the exchequer": which of them is
meant depends on the country, and a question left open is better than a guess.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from app.identity.folding import listed
from app.identity.names import name_key

LONGEST_TITLE = 200
WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")
RELATIVE = re.compile(r",?\s+(?:who|whom|whose|which)\b.*", re.DOTALL)
# "Of" and its like turn the order round: "governor of Sarne" is the "Sarne governor".
LINKS = frozenset({"of", "for", "in", "at", "to"})
IDLE = listed(
    """the a an and his her their its our my your current incumbent sitting serving country's nation's honourable"""
)
ONE_WORD = {
    **dict.fromkeys(("chairman", "chairwoman", "chairperson"), "chair"),
    **dict.fromkeys(("spokesman", "spokeswoman"), "spokesperson"),
    **{"min": "minister", "sec": "secretary", "secy": "secretary", "gov": "governor", "govt": "government"},
    **{"sen": "senator", "rep": "representative", "pres": "president", "dep": "deputy", "asst": "assistant"},
    **{"amb": "ambassador", "atty": "attorney", "gen": "general", "comm": "commissioner", "dir": "director"},
    **{"defense": "defence", "labor": "labour", "center": "centre", "councilor": "councillor", "dept": "department"},
    **{"pm": "prime minister", "ceo": "chief executive", "cfo": "chief financial officer", "vp": "vice president"},
    **{"undersecretary": "under secretary", "md": "managing director", "mp": "member parliament"},
}
PHRASES = (("chief executive officer", "chief executive"), ("foreign affairs", "foreign"))


def title_key(title: str) -> str:
    """The folded title by which offices are compared; empty for a text without words.

    A place or body stays in it, in front: "Governor of Sarne" and "Sarne's governor" give "sarne governor".
    """
    return _key(name_key(title[:LONGEST_TITLE]))


def title_keys(role: str) -> frozenset[str]:
    """The key of a role and of every shorter title that may be in it behind a place: "sarne governor", "governor"."""
    words = title_key(role).split()
    return frozenset(" ".join(words[number:]) for number in range(len(words)))


def office_key(title: str, owners: Iterable[str]) -> str:
    """The key of an office's title without its place and body, of which `owners` are the spellings."""
    key = title_key(title)
    fronts = sorted((front for front in map(title_key, owners) if front), key=len, reverse=True)
    for front in (*fronts, *fronts):
        key = key.removeprefix(f"{front} ")
    return key


def words_of(role: str) -> list[str]:
    """The words of a role in small letters, without what a relative clause adds."""
    text = RELATIVE.sub("", name_key(role[:LONGEST_TITLE]))
    return [word.replace(".", "") for word in WORD.findall(text.replace("-", " "))]


@lru_cache(maxsize=1 << 15)
def _key(title: str) -> str:
    owner: list[str] = []  # "Corland's minister of finance": who has it stands in front of everything
    parts: list[list[str]] = [[]]
    for word in words_of(title):
        if word in LINKS:
            parts.append([])
        elif word not in IDLE:
            plain = word.removesuffix("'s")
            parts[-1].append(ONE_WORD.get(plain, plain))
            if plain != word and len(parts) == 1:
                owner, parts = owner + parts[0], [[]]
    if len(parts) > 2 and parts[:2] == [["secretary"], ["state"]]:
        del parts[1]  # the "secretary of state for health" is the health secretary
    key = " ".join(word for part in (owner, *reversed(parts)) for word in part)
    for long, short in PHRASES:
        key = re.sub(rf"\b{long}\b", short, key)
    return key
