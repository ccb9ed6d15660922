"""Seed articles with their gold claims, read strictly: a file is whole and right, or an error names file and line.

Decision: spans are counted in the text as it is stored (headline, empty line, body), so that gold and what the machine
found can be compared without a shift.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.errors import InvalidInput
from app.evaluation.claim_lines import ClaimLine, read_claim_lines
from app.evaluation.header import read_header
from app.evaluation.marks import Mark, Misread, read_marks, spans_of
from app.extraction import Kind, Polarity, Spans
from app.ingest.texts import compose

PARTING = "---"


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim as a person marked it. `speaker` is an id of the world, None where nobody is named."""

    number: int
    content: Spans
    cue: Spans
    source: Spans
    kind: Kind
    polarity: Polarity
    speaker: str | None
    statement: str
    thread: str
    said_on: date | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One seed file. `body` is the text without the headline, `text` what is stored, `copy_of` the original's slug."""

    slug: str
    url: str
    outlet: str
    title: str
    byline: str
    published_at: datetime
    modified_at: datetime | None
    copy_of: str | None
    body: str
    text: str
    claims: tuple[GoldClaim, ...]

    @property
    def body_start(self) -> int:
        """Where the body begins in `text`; the headline before it is never marked."""
        return len(self.text) - len(self.body)


def read_articles(folder: Path) -> list[GoldArticle]:
    """Every article of a folder of seeds, by file name. Raises InvalidInput on the first that breaks the form."""
    paths = sorted((folder / "articles").glob("*.txt"))
    if not paths:
        raise InvalidInput(f"There is no seed article in {folder / 'articles'}.")
    return [read_article(path) for path in paths]


def read_article(path: Path) -> GoldArticle:
    """One seed article. Raises InvalidInput, which names file, line and what is wrong."""
    try:
        return parse_article(path.read_text(encoding="utf-8"), slug=path.stem)
    except Misread as error:
        raise InvalidInput(f"{path.name}, line {error.line}: {error}.") from error
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{path.name} is not UTF-8.") from error


def parse_article(source: str, *, slug: str) -> GoldArticle:
    """The article in the words of a seed file. Raises Misread with the line in the file."""
    lines = source.split("\n")
    partings = [at for at, line in enumerate(lines) if line == PARTING]
    if len(partings) != 2:
        raise Misread(1, f"there are {len(partings)} lines '---', not 2")
    head, foot = partings
    header = read_header(lines[:head])
    with _counted_from(head + 1):
        body, marks = read_marks("\n".join(lines[head + 1 : foot]))
        if not body or body != body.strip():
            raise Misread(1, "the body is empty, or begins or ends with an empty line")
    text = compose(header.title, body)
    if not text.endswith(body):
        raise Misread(head + 2, "the body is not stored as it stands here")
    with _counted_from(foot + 1):
        claim_lines = read_claim_lines(lines[foot + 1 :])
        _check_lines(claim_lines, marks, published_on=header.published_at.date())
    with _counted_from(head + 1):
        _check_marks(marks, {line.number for line in claim_lines})
        claims = tuple(_claim(line, marks, shift=len(text) - len(body)) for line in claim_lines)
    return GoldArticle(
        slug=slug,
        url=header.url,
        outlet=header.outlet,
        title=header.title,
        byline=header.byline,
        published_at=header.published_at,
        modified_at=header.modified_at,
        copy_of=header.copy_of,
        body=body,
        text=text,
        claims=claims,
    )


def _claim(line: ClaimLine, marks: Sequence[Mark], *, shift: int) -> GoldClaim:
    parts = {
        letter: tuple((start + shift, end + shift) for start, end in spans_of(marks, letter, line.number))
        for letter in "cks"
    }
    return GoldClaim(
        number=line.number,
        content=parts["c"],
        cue=parts["k"],
        source=parts["s"],
        kind=line.kind,
        polarity=line.polarity,
        speaker=line.speaker,
        statement=line.statement,
        thread=line.thread,
        said_on=line.said_on,
    )


def _check_lines(lines: Sequence[ClaimLine], marks: Sequence[Mark], *, published_on: date) -> None:
    marked = {number for mark in marks if mark.letter == "c" for number in mark.numbers}
    for line in lines:
        if line.number not in marked:
            raise Misread(line.line, f"claim {line.number} has no content in the body")
        if not line.statement.startswith(f"{line.thread}-"):
            raise Misread(line.line, f"{line.statement} is no statement of {line.thread}")
        if line.said_on is not None and published_on < line.said_on:
            raise Misread(line.line, f"said_on {line.said_on} is after publication")


def _check_marks(marks: Sequence[Mark], known: set[int]) -> None:
    for mark in marks:
        if unknown := [number for number in mark.numbers if number not in known]:
            raise Misread(mark.line, f"{mark.letter}{unknown[0]} belongs to no claim line")


@contextmanager
def _counted_from(first: int) -> Iterator[None]:
    """Raise what is misread within with the line counted from the beginning of the file."""
    try:
        yield
    except Misread as error:
        raise Misread(first + error.line, str(error)) from error
