"""Any string and any spans: one resolution for each mention, never an error, and time linear in the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.speakers import Mention, SpeakerKind, resolve

pytestmark = pytest.mark.faults

WORDS = [
    *[
        "Ada",
        "Quill",
        "he",
        "She",
        "said",
        "Mr.",
        "the",
        "mayor",
        "Jr.",
        "“",
        "”",
        "’s",
        ",",
        ".",
        "of",
        "I",
        "who",
        "van",
        "al-Karim",
        "U.S.",
        "(",
        ")",
        "'",
        "WHO",
        "and",
        "42",
        "younger",
    ],
    *['"', "\n", "\u0456", "\u200b", "\ud800", "\x00"],
]
SPANS = st.lists(st.tuples(st.integers(-5, 200), st.integers(-5, 200)), max_size=3).map(tuple)
MENTIONS = st.lists(st.builds(Mention, source=SPANS, cue=SPANS, content=SPANS), max_size=6)
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


@given(text=TEXTS, mentions=MENTIONS)
@settings(max_examples=400, deadline=None)
def test_never_raises(text: str, mentions: list[Mention]) -> None:
    found = resolve(text, mentions)
    assert len(found) == len(mentions)
    for one in found:
        assert one.name is None or one.evidence is not None
        assert not (one.name and one.candidates)
        assert one.kind not in (SpeakerKind.UNNAMED, SpeakerKind.COLLECTIVE) or one.name is None
        if one.evidence is not None:
            start, end = one.evidence
            assert " ".join(text[start:end].split()) == one.name


def test_no_mention_and_no_text() -> None:
    assert resolve("", []) == []
    assert resolve("Ada Quill said no.", []) == []
    assert resolve("", [Mention((), (), ())])[0].name is None


PARAGRAPH = (
    "Mayor Ada Quill{n} met Rolf Brandt. “It holds,” she said. He agreed. Officials at the Harbour Office said no.\n\n"
)


@pytest.mark.parametrize("filler", [PARAGRAPH, "Ada Quill ", "Mr. Quill{n} said. ", "of of ", "\n", "“", "A. "])
def test_time_grows_with_the_text_and_no_faster(filler: str) -> None:
    def seconds(copies: int) -> float:
        text = "".join(filler.format(n="x" * (n % 7)) for n in range(copies))
        step = max(1, len(text) // copies)
        mentions = [Mention(((at, at + 9),), (), ((at + 9, at + 12),)) for at in range(0, len(text), step)]
        began = time.process_time()
        resolve(text, mentions)
        return time.process_time() - began

    seconds(50)
    small, large = (min(seconds(copies) for _ in range(3)) for copies in (400, 3200))
    assert large <= 32 * max(small, 0.004), "eight times the text; quadratic would be 64 times the time"
