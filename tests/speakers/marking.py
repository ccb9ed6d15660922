"""Marked-up sentences for the tables: ⟦source⟧ and ⟨content⟩, in pairs where a text has as many of both."""

import re

from app.speakers import Mention, Resolution, Span, resolve

_MARK = re.compile("[⟦⟧⟨⟩]")


def unmark(marked: str) -> tuple[str, list[Mention]]:
    """The plain text and a mention for each ⟦source⟧, with the ⟨content⟩ of the same number if all have one."""
    plain, opened = "", [0]
    spans: dict[str, list[Span]] = {"⟧": [], "⟩": []}
    end = 0
    for mark in _MARK.finditer(marked):
        plain += marked[end : mark.start()]
        end = mark.end()
        if mark.group() in "⟦⟨":
            opened.append(len(plain))
        else:
            spans[mark.group()].append((opened.pop(), len(plain)))
    plain += marked[end:]
    sources, contents = spans["⟧"], spans["⟩"]  # inner ones close first
    paired = len(sources) == len(contents)
    return plain, [
        Mention(source=(span,) if span[0] < span[1] else (), cue=(), content=(contents[n],) if paired else ())
        for n, span in enumerate(sources)
    ]


def resolved(marked: str) -> list[Resolution]:
    """What each marked source resolves to."""
    text, mentions = unmark(marked)
    return resolve(text, mentions)


def last(marked: str) -> Resolution:
    """What the last marked source resolves to."""
    return resolved(marked)[-1]
