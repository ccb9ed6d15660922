"""Who asks, where the attribution has a verb of asking and no source."""

import pytest

from app.speakers import Mention, resolve

CASES = [
    ("Ada Quill, its spokeswoman, asked why it leaked.", "why it leaked", "Ada Quill"),
    ("Asked by Ada Quill whether it leaked, Rolf Brandt sat.", "whether it leaked", "Ada Quill"),
    ("Asked by his predecessor, Ada Quill, whether it leaked, Rolf Brandt sat.", "whether it leaked", "Ada Quill"),
    ("Ada Quill, the mayor, asked whether it leaked, shook her head.", "whether it leaked", None),
    ("Asked by a friend of Ada Quill whether it leaked, Rolf Brandt sat.", "whether it leaked", None),
    ("Ada Quill met Rolf Brandt, who was asked why it leaked.", "why it leaked", None),
]


@pytest.mark.parametrize(("text", "content", "name"), CASES)
def test_the_name_beside_the_verb_asks(text: str, content: str, name: str | None) -> None:
    cue = text.lower().index("asked")
    start = text.index(content)
    found = resolve(text, [Mention((), ((cue, cue + 5),), ((start, start + len(content)),))])[0]
    assert found.name == name
