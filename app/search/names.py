"""Names as they are typed into a filter, folded the way stored names are keyed."""

import unicodedata

TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})


def folded(name: str) -> str:
    """Lower case, plain apostrophes and hyphens, single spaces; accents and other scripts stay as they are."""
    return " ".join(unicodedata.normalize("NFC", name).translate(TYPOGRAPHY).casefold().split())
