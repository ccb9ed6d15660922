"""Strange text: nothing raises, every span lies in the text, and time grows with length, not with its square."""

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.extraction import Tagger, extract

NEWS = (
    "“ ” \" '' ‘ ’ ' « » „ , . : ; ? ! — – - ( ) said says told that Quill she he they the according to asked "
    "whether not would on Thursday adding claim U.S. Mr. 40m \n\n \n \x00 \ud800 ANN: which and but é 日本 🙂"
)
PARTS = st.lists(st.sampled_from(NEWS.split(" ")) | st.text(max_size=3), max_size=60)

ODD = [
    "",
    " \n\t\r\n",
    "\x00",
    "\ud800\udfff",
    "“",
    "”",
    "''",
    "'''",
    ":",
    "said",
    "Said.",
    "according to",
    "According to",
    "“”",
    "“,” said",
    ", said.",
    "“” said “”",
    "he said",
    "he said:",
    "he said: “",
    "A: B",
    "\u2028“x,” said\u2029",
]


def assert_sound(text, tagger=None):
    held = []
    for found in extract(text, tagger=tagger):
        assert found.content
        assert 0.0 <= found.confidence <= 1.0
        for spans in (found.content, found.cue, found.source):
            assert list(spans) == sorted(spans)
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(first[1] <= second[0] for first, second in pairwise(spans))
        if found.within:
            assert all(any(a <= start and end <= b for a, b in found.within) for start, end in found.content)
        else:
            held.extend(found.content)
    held.sort()
    assert all(first[1] <= second[0] for first, second in pairwise(held))


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read(text):
    assert_sound(text)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PARTS)
def test_news_put_together_at_random_keeps_spans_sound(parts):
    assert_sound(" ".join(parts))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_any_text_keeps_spans_sound(text):
    assert_sound(text)


@pytest.fixture(scope="module")
def tagger():
    return Tagger()


@pytest.mark.model
@pytest.mark.parametrize(
    "text", [*ODD, "a" * 20_000, "said " * 3000, "“A,” he said. " * 500], ids=lambda text: text[:12]
)
def test_odd_text_is_read_with_the_tagger(text, tagger):
    assert_sound(text, tagger)


@pytest.mark.model
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=PARTS)
def test_news_put_together_at_random_keeps_spans_sound_with_the_tagger(parts, tagger):
    assert_sound(" ".join(parts), tagger)


@pytest.mark.model
def test_what_is_found_depends_on_the_text_alone(tagger):
    text = "Ada Quill, the mayor, said the bridge was safe.\n\n“It is not,” said Tom Marrow, an engineer. " * 20
    first = extract(text, tagger=tagger)
    extract("Something else was said by Bly: nothing.", tagger=tagger)
    assert extract(text, tagger=tagger) == first
    assert extract(text, tagger=Tagger()) == first


def test_attributions_come_in_order_of_content():
    text = "Quill said it was safe. “It is,” she said. Marrow said it was not. According to Bly, it fell."
    starts = [found.content[0][0] for found in extract(text)]
    assert starts == sorted(starts)
    assert len(starts) == 4


def seconds(text):
    """Of our own work: collecting garbage takes longer the more objects live, whoever made them."""
    gc.collect()
    gc.disable()
    began = time.process_time()
    extract(text)
    taken = time.process_time() - began
    gc.enable()
    return taken


@pytest.mark.faults
@pytest.mark.parametrize("unit", ['"', "“", "'", "“”", "‘a ", '"a ', "said ", "“A,” he said, ", "a - ", "“a\n\n"])
def test_time_is_linear_in_length(unit):
    extract("“It is safe,” Quill said.")  # the sentence model is loaded once
    short = unit * (5_000 // len(unit))
    assert any(seconds(short * 10) <= 15 * max(0.02, seconds(short)) for _ in range(4))  # others use the machine too


@pytest.mark.faults
def test_a_megabyte_of_marks_is_read():
    assert extract('"' * 1_000_000) == []
