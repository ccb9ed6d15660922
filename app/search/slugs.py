"""The readable end of an address. It carries no meaning: the number before it does, so that it may change."""

import re
import unicodedata

LONGEST = 60


def slug(words: str) -> str:
    """Lower-case letters and figures joined by hyphens, cut at a word; "untitled" where nothing is left."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    parts = re.findall(r"[a-z0-9]+", plain)
    kept = ""
    for part in parts:
        if LONGEST < len(kept) + 1 + len(part):
            break
        kept = f"{kept}-{part}" if kept else part
    return kept or "untitled"
