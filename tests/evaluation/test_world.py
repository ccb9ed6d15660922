import json
from datetime import date
from pathlib import Path

import pytest

from app.errors import InvalidInput
from app.evaluation.world import read_world
from app.speakers import SpeakerKind
from tests.evaluation.worlds import given


def test_the_world_is_read_by_id(tmp_path: Path) -> None:
    (tmp_path / "world.json").write_text(json.dumps(given()), encoding="utf-8")
    world = read_world(tmp_path)
    assert world.outlets["Tern Times"] == "tern.example"
    assert world.speakers["ida-søby"].aliases == ("Søby", "Soby")
    assert world.speakers["port"].kind == SpeakerKind.ORGANISATION
    assert world.threads == {"quay", "deny-quay"}
    assert (world.statements["quay-2"].speaker, world.statements["quay-2"].said_on) == ("ida-søby", date(2024, 3, 5))
    assert world.articles["002-quay-copy"].copy_of == "001-quay"


@pytest.mark.parametrize("words", ["{", "[]", '{"outlets": []}', '{"outlets": [{"name": "x"}]}'])
def test_a_world_that_cannot_be_read_is_told(tmp_path: Path, words: str) -> None:
    (tmp_path / "world.json").write_text(words, encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"world\.json cannot be read"):
        read_world(tmp_path)


def test_a_world_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="There is no"):
        read_world(tmp_path)
