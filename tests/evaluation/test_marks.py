import pytest

from app.evaluation.marks import Misread, read_marks, spans_of


def cut(marked: str, letter: str, number: int) -> list[str]:
    text, marks = read_marks(marked)
    return [text[start:end] for start, end in spans_of(marks, letter, number)]


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("No marks at all.", "No marks at all."),
        ("{s1 Orrin} {k1 said} {c1 the boat would stop}.", "Orrin said the boat would stop."),
        ("{s1 ORRIN}{k1 :} {c1 No.}", "ORRIN: No."),
        ("{c1 {s2 He} {k2 swore} {c2 it was so}}, {s1 she} {k1 said}.", "He swore it was so, she said."),
        ("{c1 One.}\n\n{c1 Two.}", "One.\n\nTwo."),
        ("", ""),
    ],
)
def test_the_text_is_what_stands_there_without_the_marks(marked: str, text: str) -> None:
    assert read_marks(marked)[0] == text


def test_pieces_keep_their_number_and_their_order() -> None:
    marked = "{c1 ‘We tried,’} {s1,2 she} {k1,2 said}. {c1 ‘It sank,’} and that {c2 nobody drowned}."
    assert cut(marked, "c", 1) == ["‘We tried,’", "‘It sank,’"]
    assert cut(marked, "s", 1) == cut(marked, "s", 2) == ["she"]
    assert cut(marked, "c", 2) == ["nobody drowned"]
    assert cut(marked, "k", 3) == []


def test_a_nested_claim_lies_within_the_outer_one() -> None:
    marked = "{s1 One} {k1 said} {c1 {s2 a manager} {k2 had promised} that {c2 the crack would be filled}}."
    assert cut(marked, "c", 1) == ["a manager had promised that the crack would be filled"]
    assert cut(marked, "c", 2) == ["the crack would be filled"]


@pytest.mark.parametrize(
    ("marked", "line", "what"),
    [
        ("{c1 never closed", 1, "{c1 is not closed"),
        ("one\ntwo} three", 2, "closes nothing"),
        ("{x1 words}", 1, "opens no mark"),
        ("{c words}", 1, "opens no mark"),
        ("{c1words}", 1, "opens no mark"),
        ("one\n\n{c1, words}", 3, "opens no mark"),
        ("a set {of braces}", 1, "opens no mark"),
        ("{c1  two spaces}", 1, "begins or ends with a space"),
        ("{c1 words }", 1, "begins or ends with a space"),
        ("{c1 }", 1, "empty"),
        ("{c1,1 words}", 1, "names a claim twice"),
    ],
)
def test_a_broken_mark_is_told_with_its_line(marked: str, line: int, what: str) -> None:
    with pytest.raises(Misread) as caught:
        read_marks(marked)
    assert caught.value.line == line
    assert what in str(caught.value)


def test_a_claim_within_itself_is_refused() -> None:
    _, marks = read_marks("{c1 outer {c1 inner}}")
    with pytest.raises(Misread, match="c1 stands within itself"):
        spans_of(marks, "c", 1)
