"""Addresses on an outlet's own page, opened at the very words (text fragments, `#:~:text=`)."""

from urllib.parse import quote, urlsplit

WORDS = 5
"""Longer pieces are named by their first and last words, so that a small change in between still finds the place."""


def outside(url: str | None) -> str | None:
    """The address, if it is one that a link may carry: http or https with a host. Anything else is not linked."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def fragment_url(url: str | None, wording: str) -> str | None:
    """The address with a fragment for each piece of the wording; None where the address may not be linked."""
    if outside(url) is None or url is None:
        return None
    pieces = [_directive(piece) for piece in wording.split(" … ")]
    return url.split("#", 1)[0] + "#:~:" + "&".join(piece for piece in pieces if piece)


def _directive(piece: str) -> str:
    words = piece.strip("“”‘’\"'«»„ ,.").split()
    if not words:
        return ""
    if len(words) <= 2 * WORDS:
        return "text=" + _safe(words)
    return f"text={_safe(words[:WORDS])},{_safe(words[-WORDS:])}"


def _safe(words: list[str]) -> str:
    """Percent-encoded; the hyphen too, for it has a meaning in a text directive."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
