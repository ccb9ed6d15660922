"""Quotations without a source: the same speaker's only where nothing else stands between."""

import pytest

from app.speakers import How, Mention, resolve


def _mentions(text: str, source: str, contents: list[str]) -> list[Mention]:
    start = text.index(source)
    spans = [(text.index(content), text.index(content) + len(content)) for content in contents]
    first = Mention(((start, start + len(source)),), (), (spans[0],))
    return [first, *(Mention((), (), (span,)) for span in spans[1:])]


CASES = [
    ("“It holds,” Ada Quill. “It will last.”", "Ada Quill"),
    ("“It holds,” Ada Quill.\n\n“It will last.”", "Ada Quill"),
    ("“It holds,” Ada Quill. Rolf Brandt laughed. “It will last.”", None),
    ("“It holds,” Ada Quill.\n\nIt rained.\n\n“It will last.”", None),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_a_quotation_goes_on_only_without_anything_between(text: str, name: str | None) -> None:
    found = resolve(text, _mentions(text, "Ada Quill", ["“It holds,”", "“It will last.”"]))[1]
    assert found.name == name
    assert (found.how is How.OPEN) == (name is None)


def test_an_indirect_content_without_source_stays_open() -> None:
    text = "“It holds,” Ada Quill. It was said that it will last."
    found = resolve(text, _mentions(text, "Ada Quill", ["“It holds,”", "it will last"]))[1]
    assert (found.name, found.how) == (None, How.OPEN)
