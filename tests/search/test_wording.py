"""Differences are told by the word, and only between wordings that share enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.search.thread_page import thread_page
from app.search.wording import changed_words
from tests.archive import Filled


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("It costs 350 million", "It costs 250 million", "It costs -350 +250 million"),
        ("We will win", "we will win.", "we will win."),
        ("“We will win”", "We shall win", "We -will +shall win"),
        ("One two three four", "five six seven eight", ""),
        ("It opens … soon", "It opens soon", "It opens soon"),
    ],
)
def test_changed_words(before: str, after: str, expected: str) -> None:
    signs = {"same": "", "ins": "+", "del": "-"}
    assert " ".join(signs[change.how] + change.words for change in changed_words(before, after)) == expected


def test_a_changed_figure_is_told(session: Session) -> None:
    changes = changed_words("It costs 350 million a year", "It costs 250 million a year")
    assert [change.words for change in changes if change.figure] == ["350", "250"]


OLD = st.lists(st.sampled_from(["a", "b", "c", "d", "1", "2", "…", "“x”"]), min_size=1)
NEW = st.lists(st.sampled_from(["a", "b", "c", "1", "…"]))


@given(before=OLD, after=NEW)
def test_what_is_left_or_came_is_the_new_wording(before: list[str], after: list[str]) -> None:
    changes = changed_words(" ".join(before), " ".join(after))
    kept = [change.words for change in changes if change.how != "del"]
    assert not changes or " ".join(kept) == " ".join(after)


def test_variants_of_a_thread(session: Session, filled: Filled) -> None:
    found = thread_page(session, filled.tunnel).variants
    assert [variant.times for variant in found] == [2, 1, 1, 2]
    assert found[0].changes == ()
    assert len({variant.wording for variant in found}) == len(found)
