"""Files: read by their ending, looked at before they are believed, refused one by one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import UserError
from app.ingest.files import LARGEST, Refused, parse_file, read_file
from app.ingest.html import HtmlReader
from app.ingest.parsed import ParsedArticle, parse

TEXT = "Dam is safe\n\n“The dam is safe,” Ada Brenn said.\n"


@pytest.fixture(scope="module")
def pages() -> Iterator[HtmlReader]:
    with HtmlReader() as reader:
        yield reader


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("dam", "d\0am").encode(),
    ],
    ids=["utf-8", "with its mark", "utf-16", "windows", "line ends", "one NUL"],
)
def test_text_in_any_usual_encoding(data: bytes, pages: HtmlReader) -> None:
    assert parse_file("dam.TXT", data, pages) == parse(TEXT)


@pytest.mark.parametrize(
    ("name", "data", "status", "code"),
    [
        ("a.txt", b"", 422, "no_text"),
        ("a.txt", b"\n\n", 422, "no_text"),
        ("a.txt", b"%PDF-1.7", 415, "binary"),
        ("a.txt", b"PK\x03\x04" + b"x" * 100, 415, "binary"),
        ("a.txt", bytes(range(256)) * 10, 415, "binary"),
        ("a.txt", b"\0" * 1000, 415, "binary"),
        ("a.txt", b"x" * (LARGEST + 1), 413, "too_large"),
        ("a.html", b"x" * (6 * 1024 * 1024), 413, "too_large"),
        ("a.html", b"", 422, "no_text"),
        ("a.pdf", b"%PDF-1.7", 415, "unknown_kind"),
        ("a", b"text", 415, "unknown_kind"),
    ],
)
def test_refused(name: str, data: bytes, status: int, code: str, pages: HtmlReader) -> None:
    with pytest.raises(UserError) as refused:
        parse_file(name, data, pages)
    assert (refused.value.status, refused.value.code) == (status, code)


def test_each_bad_line_is_refused_by_its_number(tmp_path: Path, pages: HtmlReader) -> None:
    path = tmp_path / "articles.jsonl"
    lines = [
        b'{"text": "Ada Brenn said so."}',
        b"{broken",
        b"",
        b'{"text": "twice", "text": "twice"}',
        b'{"text": 5}',
        b"[" * 50_000,
        b'{"text": "' + b"x" * (6 * 1024 * 1024) + b'"}',
        b'{"title": "nothing"}',
        b"\xff\xfe\x00",
        b'{"text": "Per Holm denied it.", "url": "https://u@tarn.example/"}',
        b'{"text": "Per Holm denied it."}',
    ]
    path.write_bytes(b"\n".join(lines))
    found = list(read_file(path, pages))
    assert [each.title for each in found if isinstance(each, ParsedArticle)] == [
        "Ada Brenn said so.",
        "Per Holm denied it.",
    ]
    refused = {each.where.rpartition(":")[2]: each.error.code for each in found if isinstance(each, Refused)}
    assert refused == {
        "2": "broken_json",
        "4": "duplicate_key",
        "5": "wrong_type",
        "6": "broken_json",
        "7": "too_large",
        "8": "no_text",
        "9": "broken_json",
        "10": "invalid_url",
    }


def test_what_cannot_be_opened_is_refused(tmp_path: Path, pages: HtmlReader) -> None:
    for name in ("absent.txt", "absent.jsonl"):
        (found,) = read_file(tmp_path / name, pages)
        assert isinstance(found, Refused)
        assert found.error.sentence == "This file cannot be read: No such file or directory."
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    (found,) = read_file(folder, pages)
    assert isinstance(found, Refused)


def test_what_is_told_goes_with_the_file(tmp_path: Path, pages: HtmlReader) -> None:
    path = tmp_path / "dam.txt"
    path.write_text(TEXT, encoding="utf-8")
    (found,) = read_file(path, pages, url="https://tarn.example/d", outlet="Tarn Post", published="2024-03-05")
    assert found == parse(TEXT, url="https://tarn.example/d", outlet="Tarn Post", published="2024-03-05")
