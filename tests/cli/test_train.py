"""`flask train tagger` says what is missing in a sentence; tests/training goes all the way."""

from pathlib import Path

import pytest
from apiflask import APIFlask

from tests.training.articles import write


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "There is no train.jsonl"),
        (["--device", "cuda"], "There is no GPU"),
        (["--epochs", "0"], "0 is not in the range"),
    ],
)
def test_what_is_missing_is_said(
    app: APIFlask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    result = app.test_cli_runner().invoke(
        args=["train", "tagger", "--data", str(tmp_path / "none"), "--out", str(tmp_path / "out"), *options]
    )
    assert result.exit_code != 0
    assert said in result.output
    assert not (tmp_path / "out").exists()


def test_a_line_that_is_no_article_is_named(app: APIFlask, tmp_path: Path) -> None:
    given = write(tmp_path / "data")
    (given / "train.jsonl").write_text("{}\n", encoding="utf-8")
    result = app.test_cli_runner().invoke(
        args=["train", "tagger", "--data", str(given), "--out", str(tmp_path / "out")]
    )
    assert result.exit_code == 1
    assert "Line 1 of train.jsonl is no annotated article." in result.output
