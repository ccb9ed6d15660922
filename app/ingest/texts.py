"""The text that is stored: what is stripped from a given text, and how headline and body become one.

Only what nobody can see goes (controls, halves of surrogate pairs, bidirectional overrides, which make a text read
otherwise than it is stored). Quotation marks and the spaces inside lines stay as given: they are the evidence.
"""

import re

LONGEST_HEADLINE = 200  # code points; a longer first line is a paragraph
LONGEST_TITLE_CUT = 80

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANK_LINES_AT_START = re.compile(r"\A(?:[^\S\n]*\n)+")
_HEADLINE = re.compile(r"\A([^\n]*\S)[^\S\n]*\n[^\S\n]*\n")


def clean(text: str) -> str:
    """The text with line ends as `\\n`, without unseen characters, blank lines at its start and white space at its
    end."""
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)).removeprefix("\ufeff")
    return _BLANK_LINES_AT_START.sub("", text).rstrip()


def clean_line(text: str) -> str:
    """The text on one line, white space folded: for titles, names and bylines."""
    return " ".join(clean(text).split())


def compose(title: str, body: str) -> str:
    """The text of a version: headline, empty line, body. A body whose first line is the headline already has it."""
    body = clean(body)
    headline = clean_line(title)
    first = body.partition("\n")[0]
    if not headline or clean_line(first) == headline:
        return body
    return f"{headline}\n\n{body}" if body else headline


def headline_of(text: str) -> str | None:
    """The first line of a cleaned text, where it stands alone before an empty line and is short; else None."""
    found = _HEADLINE.match(text)
    if found is None or LONGEST_HEADLINE <= len(found[1]):
        return None
    return clean_line(found[1])


def cut_title(text: str) -> str:
    """A name for a text without a headline: its first words, at most 80 code points."""
    line = clean_line(text[: 4 * LONGEST_TITLE_CUT])
    if len(line) <= LONGEST_TITLE_CUT:
        return line
    head, space, _ = line[: LONGEST_TITLE_CUT + 1].rpartition(" ")
    return f"{head if space else line[:LONGEST_TITLE_CUT]}…"
