"""Files handed in: .txt, .html, .htm and .jsonl, read by their name's ending and looked at before they are believed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from app.errors import InvalidInput, UserError
from app.ingest.encoding import decode
from app.ingest.html import HtmlReader
from app.ingest.parsed import ParsedArticle, parse
from app.ingest.records import parse_record
from app.ingest.strict_json import read_json

LARGEST = 5 * 1024 * 1024  # bytes of one article
HTML_ENDINGS = (".html", ".htm")


@dataclass(frozen=True, slots=True)
class Refused:
    """A file or a line that could not be read, and why."""

    where: str
    error: UserError


def read_file(path: Path, pages: HtmlReader, **told: str | None) -> Iterator[ParsedArticle | Refused]:
    """The articles of a file. Never raises on what is in it: each refusal is an item of its own. `told` (`url`,
    `outlet`, `published`) goes before what a .txt or .html says of itself."""
    if path.suffix.lower() == ".jsonl":
        yield from _read_lines(path, pages)
        return
    try:
        yield parse_file(path.name, _content(path), pages, **told)
    except UserError as error:
        yield Refused(str(path), error)


def parse_file(name: str, data: bytes, pages: HtmlReader, **told: str | None) -> ParsedArticle:
    """The article in one .txt or .html file. Raises UserError: 413 `too_large`, 415 `binary` or `unknown_kind`, and
    what the parsers raise."""
    if LARGEST < len(data):
        raise _too_large()
    ending = PurePath(name).suffix.lower()
    if ending not in (".txt", *HTML_ENDINGS):
        raise UserError("Only .txt, .html and .jsonl files are read.", code="unknown_kind", status=415)
    return pages.read(data, **told) if ending in HTML_ENDINGS else parse(decode(data), **told)


def _read_lines(path: Path, pages: HtmlReader) -> Iterator[ParsedArticle | Refused]:
    try:
        for number, line in enumerate(_lines(path), start=1):
            if line.strip():
                yield _read_line(f"{path}:{number}", line, pages)
    except OSError as error:
        yield Refused(str(path), _unreadable(error))


def _read_line(where: str, line: bytes, pages: HtmlReader) -> ParsedArticle | Refused:
    try:
        if LARGEST < len(line):
            raise _too_large()
        return parse_record(read_json(line), pages)
    except UserError as error:
        return Refused(where, error)


def _lines(path: Path) -> Iterator[bytes]:
    """The lines of a file, each cut off a little beyond what one article may hold, so that no line fills memory."""
    with path.open("rb") as file:
        while line := file.readline(LARGEST + 2):
            end = line
            while not end.endswith(b"\n") and (end := file.readline(LARGEST)):
                pass
            yield line


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise _unreadable(error) from error


def _unreadable(error: OSError) -> InvalidInput:
    return InvalidInput(f"This file cannot be read: {error.strerror or error}.", code="unreadable")


def _too_large() -> UserError:
    return UserError("This is more than 5 MB, the most that is read of one article.", code="too_large", status=413)
