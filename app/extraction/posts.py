"""Posts set whole into a page: "We will appeal. — Kit Marrow (@kitmarrow) June 3, 2019".

Decision: only the handle in brackets at the end of a paragraph makes a post of it; what stands before the dash is the
post, word for word, and so its author's.
"""

import re

from app.extraction.values import Span

NAMED = r"(?:[^\W\da-z_][\w.’'-]*|[dv]\w{1,3})"  # a word of a name: "Kit", "van", "de"
POST = re.compile(
    r"(?:<\w+[^>]*>)?(?P<said>\S.{0,2000}?)\s*(?P<dash>[—–]|--)\s?"
    rf"(?P<name>{NAMED}(?: {NAMED}){{0,5}} \(@\w{{1,30}}\))"
    r"(?P<date>,? (?:on )?[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|,? \d{1,2} [A-Z][a-z]{2,8}\.? \d{4})?(?:</\w+>)?$"
)


def posts(text: str, paragraphs: list[Span]) -> dict[int, tuple[Span, Span, list[Span]]]:
    """By number of paragraph: the spans of the author, of the dash, and of what is posted."""
    found: dict[int, tuple[Span, Span, list[Span]]] = {}
    if "(@" not in text:
        return found
    for number, (start, end) in enumerate(paragraphs):
        if text.find("(@", start, end) < 0:
            continue
        post = POST.match(text[start:end])
        if post is not None:
            spans = [(start + post.start(part), start + post.end(part)) for part in ("name", "dash", "said")]
            found[number] = (spans[0], spans[1], [spans[2]])
    return found
