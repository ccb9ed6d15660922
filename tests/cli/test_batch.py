"""`flask batch`: the three forms that stay stable, and lines that cannot be read."""

import json
from pathlib import Path
from typing import Any

import pytest
from apiflask import APIFlask
from click.testing import Result

import config as settings
from app import create_app
from app.embedding import HashingEmbedder
from app.extraction import Tagger
from tests.taggers import TwinTagger

TEXT = "“The dam is safe,” Ada Brenn said on Tuesday. Per Holm said that the wall had moved."


def run(app: APIFlask, *args: object) -> Result:
    return app.test_cli_runner().invoke(args=["batch", *map(str, args)])


def lines(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return path


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_extract(app: APIFlask, tmp_path: Path) -> None:
    given = lines(tmp_path / "in", {"doc_id": "a", "text": TEXT, "date": "2024-03-07"}, {"doc_id": "b", "text": ""})
    done = run(app, "extract", given, tmp_path / "out")
    assert (done.exit_code, done.output) == (0, "")
    first, second = read(tmp_path / "out")
    assert second == {"doc_id": "b", "attributions": [], "nested": []}
    quoted = first["attributions"][0]
    assert list(quoted) == ["content", "cue", "source", "kind", "polarity", "confidence", "said_on", "speaker"]
    assert [TEXT[start:end] for start, end in quoted["content"]] == ["“The dam is safe,”"]
    assert [TEXT[start:end] for start, end in quoted["source"]] == ["Ada Brenn"]
    assert (quoted["kind"], quoted["polarity"], quoted["said_on"]) == ("direct", "said", "2024-03-05")
    assert quoted["speaker"] == {"name": "Ada Brenn", "kind": "person", "how": "full name", "candidates": []}


def test_extract_keeps_what_is_told_inside_a_report_apart(app: APIFlask, tmp_path: Path) -> None:
    text = "Ada Brenn said that Ola Holm had promised to resign. “It is so,” Brenn said."
    done = run(app, "extract", lines(tmp_path / "in", {"doc_id": "a", "text": text}), tmp_path / "out")
    assert (done.exit_code, done.stderr) == (0, "")
    (answer,) = read(tmp_path / "out")
    assert list(answer) == ["doc_id", "attributions", "nested"]
    outer, quoted = answer["attributions"]
    (inner,) = answer["nested"]
    assert [each["speaker"]["name"] for each in (outer, quoted, inner)] == ["Ada Brenn", "Ada Brenn", "Ola Holm"]
    assert list(inner) == [*outer, "within"]
    assert inner["within"] == outer["content"]
    assert [text[start:end] for start, end in inner["content"]] == ["to resign"]


def test_extract_keeps_the_that_of_an_attribution(config: settings.Config, tmp_path: Path) -> None:
    app = create_app(config, embedder=HashingEmbedder(), tagger=TwinTagger())
    text = "Ada Brenn said that the dam was safe."
    done = run(app, "extract", lines(tmp_path / "in", {"doc_id": "a", "text": text}), tmp_path / "out")
    assert (done.exit_code, done.stderr) == (0, "")
    ((attribution,),) = (answer["attributions"] for answer in read(tmp_path / "out"))
    assert [text[start:end] for start, end in attribution["content"]] == ["that the dam was safe"]


def test_extract_says_where_the_tagger_is_missing(config: settings.Config, tmp_path: Path) -> None:
    app = create_app(config, embedder=HashingEmbedder(), tagger=Tagger(tmp_path / "nowhere"))
    done = run(app, "extract", lines(tmp_path / "in", {"doc_id": "a", "text": TEXT}), tmp_path / "out")
    assert done.exit_code == 0
    assert done.stderr == "The tagger's weights are missing: claims are found by the rules alone.\n"
    (answer,) = read(tmp_path / "out")
    assert [TEXT[start:end] for start, end in answer["attributions"][0]["content"]] == ["“The dam is safe,”"]


def test_a_month_is_no_day(app: APIFlask, tmp_path: Path) -> None:
    text = "Ada Brenn said in April that the dam was safe. Ada Brenn said on Tuesday that the lake was full."
    run(app, "extract", lines(tmp_path / "in", {"doc_id": "a", "text": text, "date": "2024-09-06"}), tmp_path / "out")
    (answer,) = read(tmp_path / "out")
    assert [each["said_on"] for each in answer["attributions"]] == [None, "2024-09-03"]


def test_link(app: APIFlask, tmp_path: Path) -> None:
    claims = lines(
        tmp_path / "claims",
        {"id": "1", "text": "The dam is safe.", "speaker": "Ada Brenn", "date": "2024-03-05", "title": "Dam"},
        {"id": "2", "text": "The dam is safe.", "speaker": "Ada Brenn", "date": "2024-09-05"},
        {"id": "3", "text": "Salmon run in June.", "speaker": "Per Holm", "date": "2024-01-01"},
    )
    asked = lines(
        tmp_path / "queries",
        {"id": "q", "text": "The dam is safe!", "speaker": "Ada Brenn", "date": "2024-04-01", "context": "A line."},
    )
    done = run(app, "link", claims, asked, tmp_path / "out")
    assert (done.exit_code, done.output) == (0, "")
    (answer,) = read(tmp_path / "out")
    assert answer["id"] == "q"
    assert answer["ranked"][0] == "1"
    assert "2" not in answer["ranked"]
    assert [link["id"] for link in answer["links"]] == answer["ranked"][:10]
    assert set(answer["links"][0]) == {"id", "relation", "score", "reasons"}


def test_compare(app: APIFlask, tmp_path: Path) -> None:
    pairs = lines(
        tmp_path / "pairs",
        {"a": "The dam will cost 90 million crowns.", "b": "The dam will cost 90 million crowns."},
        {"a": "The dam will cost 90 million crowns.", "b": "The dam will cost 120 million crowns."},
    )
    done = run(app, "compare", pairs, tmp_path / "out")
    assert (done.exit_code, done.output) == (0, "")
    same, changed = read(tmp_path / "out")
    assert (same["relation"], set(same)) == ("same", {"relation", "score", "reasons"})
    assert changed["relation"] != "same"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("{broken", "This JSON is broken at line 1, column 2: Expecting property name enclosed in double quotes."),
        ('{"a": "x", "a": "y"}', "The key 'a' stands twice in one object of this JSON."),
        ([1], "The line must be an object."),
        ({"a": "x"}, "b is missing or no string."),
        ({"a": "x", "b": 5}, "b is missing or no string."),
    ],
)
def test_a_pair_that_cannot_be_read_keeps_its_place(row: object, sentence: str, app: APIFlask, tmp_path: Path) -> None:
    good = {"a": "The dam is safe.", "b": "The dam is safe."}
    given = lines(tmp_path / "pairs", good, row, "", good)
    done = run(app, "compare", given, tmp_path / "out")
    assert done.exit_code == 1
    assert done.stderr == f"{given}:2: {sentence}\n"
    first, broken, last = read(tmp_path / "out")
    assert broken == {"error": sentence}
    assert first == last


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"doc_id": "a"}, "text is missing or no string."),
        ({"text": "x"}, "doc_id is missing or neither string nor number."),
        ({"doc_id": "a", "text": "x", "date": 20240913}, "date must be a string like 2024-09-13."),
    ],
)
def test_a_text_that_cannot_be_read_is_passed_over(row: object, sentence: str, app: APIFlask, tmp_path: Path) -> None:
    given = lines(tmp_path / "in", row, {"doc_id": "b", "text": TEXT})
    done = run(app, "extract", given, tmp_path / "out")
    assert (done.exit_code, done.stderr) == (1, f"{given}:1: {sentence}\n")
    assert [answer["doc_id"] for answer in read(tmp_path / "out")] == ["b"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"id": "a"}, "text is missing or no string."),
        ({"id": "a", "text": "x", "speaker": 1}, "speaker must be a string."),
        ({"id": "a", "text": "x", "context": [1]}, "context must be a string or a list of strings."),
    ],
)
def test_a_claim_that_cannot_be_read_is_passed_over(row: object, sentence: str, app: APIFlask, tmp_path: Path) -> None:
    claims = lines(tmp_path / "claims", row, {"id": "b", "text": "The dam is safe.", "date": "2024-02-30"})
    asked = lines(tmp_path / "queries", {"id": "q", "text": "The dam is safe.", "context": ["One.", "Two."]})
    done = run(app, "link", claims, asked, tmp_path / "out")
    assert (done.exit_code, done.stderr) == (1, f"{claims}:1: {sentence}\n")
    assert [answer["ranked"] for answer in read(tmp_path / "out")] == [["b"]]


def test_a_text_of_nothing_but_trouble_is_read(app: APIFlask, tmp_path: Path) -> None:
    texts = ["“" * 500, "“" + "word " * 4000, "\x00\ud800", "‘ “ ’ ” „ « » ''", "said " * 500]
    given = lines(tmp_path / "in", *({"doc_id": place, "text": text} for place, text in enumerate(texts)))
    done = run(app, "extract", given, tmp_path / "out")
    assert (done.exit_code, [answer["doc_id"] for answer in read(tmp_path / "out")]) == (0, list(range(len(texts))))
