"""Who asks, where the attribution has a verb of asking and no source."""

import pytest

from app.speakers import How, Mention, SpeakerKind, resolve

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


NAMED_AT_THE_VERB = [
    ("The board met. Its leader, Ada Quill, asked why it leaked, and Rolf Brandt left.", "asked", "Ada Quill"),
    ("On Monday Ada Quill boasted it leaked.", "boasted", "Ada Quill"),
    ("Mayor Ada Quill is expected to announce why it leaked.", "is expected", "Ada Quill"),
    ("Ada Quill was accused of it. It leaked.", "was accused of", None),
    ("The house of Ada Quill said it leaked.", "said", None),
]


@pytest.mark.parametrize(("text", "cue", "name"), NAMED_AT_THE_VERB)
def test_a_name_right_before_an_active_verb_speaks(text: str, cue: str, name: str | None) -> None:
    start, content = text.index(cue), text.index("leaked")
    found = resolve(text, [Mention((), ((start, start + len(cue)),), ((content, content + 6),))])[0]
    assert found.name == name


SIGNED = [
    ("It leaked all night and nobody came. Ada Quill\n\nIt rained.", "It leaked all night", "Ada Quill"),
    ("It rained.\n\nAda Quill. “It leaked.” — Norland Star", "“It leaked.”", "Ada Quill"),
    ("It leaked all night. Ada Quill came.", "It leaked all night", None),
]


@pytest.mark.parametrize(("text", "content", "name"), SIGNED)
def test_a_name_alone_signs_the_words_beside_it(text: str, content: str, name: str | None) -> None:
    start = text.index(content)
    found = resolve(text, [Mention((), (), ((start, start + len(content)),))])[0]
    assert found.name == name


def test_where_the_verb_tells_that_nobody_is_named_no_question_is_open() -> None:
    text = "Asked whether it leaked, Ada Quill sat."
    found = resolve(text, [Mention((), ((0, 5),), ((14, 23),))])[0]
    assert (found.name, found.kind, found.how) == (None, SpeakerKind.UNNAMED, How.NONE)


def test_an_entry_with_its_author_is_not_said_by_the_newspaper() -> None:
    text = "It rained.\n\nAda Quill. “It leaked.” — Norland Star, August 16"
    start, dash, paper = text.index("“"), text.index("—"), text.index("Norland")
    mention = Mention(((paper, paper + 12),), ((dash, dash + 1),), ((start, start + 12),))
    assert resolve(text, [mention])[0].name == "Ada Quill"
