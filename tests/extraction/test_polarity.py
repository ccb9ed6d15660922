"""What the source did with the content: a denial, a refusal, a question or a guess is never ``SAID``."""

import pytest

from app.extraction import Polarity, extract

CASES = [
    ("Quill said the bridge was safe.", Polarity.SAID),
    ("“It is safe,” Quill said.", Polarity.SAID),
    ("Quill has said the bridge was safe.", Polarity.SAID),
    ("According to Quill, the bridge is safe.", Polarity.SAID),
    ("Quill promised to mend the bridge.", Polarity.SAID),
    ("Quill denied that the bridge was unsafe.", Polarity.DENIED),
    ("Quill has denied the bridge was unsafe.", Polarity.DENIED),
    ("Quill disputed that the bridge was unsafe.", Polarity.DENIED),
    ("Quill never said that the bridge was safe.", Polarity.DENIED),
    ("Quill did not deny that the bridge was unsafe.", Polarity.DECLINED),
    ("Quill did not say whether the bridge was safe.", Polarity.DECLINED),
    ("Quill didn’t say whether the bridge was safe.", Polarity.DECLINED),
    ("Quill would not say how safe the bridge was.", Polarity.DECLINED),
    ("Quill has not said when the bridge will open.", Polarity.DECLINED),
    ("Quill refused to say whether the bridge was safe.", Polarity.DECLINED),
    ("Quill declined to say whether the bridge was safe.", Polarity.DECLINED),
    ("Quill declined to comment on the bridge.", Polarity.DECLINED),
    ("Nobody said the bridge was safe.", Polarity.DECLINED),
    ("Quill asked whether the bridge was safe.", Polarity.ASKED),
    ("“Is the bridge safe?” Quill asked.", Polarity.ASKED),
    ("“Is the bridge safe?” said Quill.", Polarity.ASKED),
    ("Asked whether the bridge was safe, Quill smiled.", Polarity.ASKED),
    ("Quill was asked whether the bridge was safe.", Polarity.ASKED),
    ("Quill would say that the bridge was safe.", Polarity.HYPOTHETICAL),
    ("Quill might argue that the bridge was safe.", Polarity.HYPOTHETICAL),
    ("Quill could say that the bridge was safe.", Polarity.HYPOTHETICAL),
    ("Quill will say that the bridge is safe.", Polarity.HYPOTHETICAL),
    ("Quill is expected to say that the bridge is safe.", Polarity.HYPOTHETICAL),
    ("If Quill says that the bridge is safe, it will open.", Polarity.HYPOTHETICAL),
    ("If elected, she will argue that the bridge is safe.", Polarity.HYPOTHETICAL),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_polarity_is_read_from_the_verb_group(text, expected):
    (found,) = extract(text)
    assert found.polarity is expected
