from datetime import date

import pytest

from app.evaluation.claim_lines import read_claim_lines
from app.evaluation.marks import Misread
from app.extraction import Kind, Polarity


def test_a_line_says_what_the_claim_is() -> None:
    lines = [
        "1: mixed denied | speaker=osk-water | statement=deny-x-1 | thread=deny-x | said_on=2024-03-05",
        "",
        "4: direct said | speaker=- | statement=solo-001-4-1 | thread=solo-001-4",
    ]
    first, second = read_claim_lines(lines)
    assert (first.number, first.kind, first.polarity, first.speaker) == (1, Kind.MIXED, Polarity.DENIED, "osk-water")
    assert (first.statement, first.thread, first.said_on) == ("deny-x-1", "deny-x", date(2024, 3, 5))
    assert (second.number, second.speaker, second.said_on, second.line) == (4, None, None, 3)


REST = "speaker=a | statement=t-1 | thread=t"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (f"direct said | {REST}", "not of the form"),
        (f"1: said direct | {REST}", "'said' is none of direct, indirect, mixed"),
        (f"1: direct claimed | {REST}", "'claimed' is none of said, denied"),
        ("1: direct said | speaker=a | statement=t-1", "thread is missing"),
        (f"1: direct said | {REST} | colour=red", "no field of a claim"),
        (f"1: direct said | {REST} | said_on", "no field of a claim"),
        (f"1: direct said | {REST} | thread=u", "thread is given twice"),
        (f"1: direct said | {REST} | said_on=2024-02-30", "is no day"),
        (f"2: direct said | {REST}", "claim 2 has two lines"),
    ],
)
def test_a_broken_line_is_told(line: str, what: str) -> None:
    with pytest.raises(Misread) as caught:
        read_claim_lines([f"2: direct said | {REST}", line])
    assert what in str(caught.value)
    assert caught.value.line == 2
