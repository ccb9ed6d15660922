"""How the wording of a thread drifted: each distinct wording once, with the words that changed against the first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.search.claims import ClaimRow
from app.search.dated import Dated

NEAR = 0.4
"""Below this share of words in common a word-by-word difference is noise: the wording is shown whole. By eye, on pairs
of invented statements; difflib itself calls a ratio over 0.6 a close match."""

WORD = re.compile(r"\S+")
ELLIPSIS = "…"  # joins the pieces of a claim: that it went is no change of words
FOLD = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", " ": " "})


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stayed ("same"), came ("ins") or went ("del"). `figure`: a number changed, which is what readers
    look for."""

    how: str
    words: str
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording with its first appearance. `changes` against the first wording; none where the two share too little."""

    wording: str
    claim_id: int
    first: Dated
    outlet: str
    times: int
    changes: tuple[Change, ...]


def variants(claims: Sequence[ClaimRow]) -> tuple[Variant, ...]:
    """The distinct wordings among the claims, earliest first. Marks, case and white space alone make no variant."""
    groups: dict[str, list[ClaimRow]] = {}
    for claim in sorted(claims, key=lambda claim: claim.order):
        groups.setdefault(_folded(claim.wording), []).append(claim)
    found: list[Variant] = []
    for same in groups.values():
        first = same[0]
        against = found[0].wording if found else first.wording
        changes = changed_words(against, first.wording) if found else ()
        found.append(Variant(first.wording, first.id, first.said, first.article.outlet, len(same), changes))
    return tuple(found)


def changed_words(before: str, after: str) -> tuple[Change, ...]:
    """The difference word by word; nothing where less than 40 % is shared. Joined without the "del", it is `after` but
    for white space."""
    old, new = WORD.findall(before), WORD.findall(after)
    matcher = SequenceMatcher(None, [_bare(word) for word in old], [_bare(word) for word in new], autojunk=False)
    if matcher.ratio() < NEAR:
        return ()
    changes: list[Change] = []
    for how, i, j, k, m in matcher.get_opcodes():
        if how == "equal":
            changes.append(Change("same", " ".join(new[k:m])))
            continue
        if i < j and old[i:j] != [ELLIPSIS]:
            changes.append(Change("del", " ".join(old[i:j]), _has_figure(old[i:j])))
        if k < m:
            changes.append(Change("ins", " ".join(new[k:m]), _has_figure(new[k:m])))
    return tuple(changes)


def _folded(wording: str) -> str:
    return " ".join(_bare(word) for word in WORD.findall(wording))


def _bare(word: str) -> str:
    return word.translate(FOLD).casefold().strip("\"',.;:!?()-") or word


def _has_figure(words: Sequence[str]) -> bool:
    return any(any(sign.isdigit() for sign in word) for word in words)
