"""What is stripped from a text, and how headline and body become one."""

import pytest

from app.ingest.texts import clean, clean_line, compose, cut_title, headline_of


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("a\x00b\x07c\x1bd\x7fe\x9cf", "abcdef"),
        ("half \ud83d of a pair \udc00.", "half  of a pair ."),
        ("safe \u202eelas\u202c \u2066x\u2069", "safe elas x"),
        ("\ufeffText", "Text"),
        ("\n \n\t\nText\n\n ", "Text"),
        ("  indented  and  spaced \nline", "  indented  and  spaced \nline"),
        ("‘It’s “fine”,’ ''he'' said „so“ «so»", "‘It’s “fine”,’ ''he'' said „so“ «so»"),
        ("tab\there", "tab\there"),
        ("👍🏽 whole pair", "👍🏽 whole pair"),
        ("", ""),
    ],
)
def test_clean_takes_only_what_nobody_sees(given: str, kept: str) -> None:
    assert clean(given) == kept
    assert clean(clean(given)) == kept


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("Dam leaks", "Water came.", "Dam leaks\n\nWater came."),
        ("Dam leaks", "Dam leaks\n\nWater came.", "Dam leaks\n\nWater came."),
        ("Dam leaks", "Dam  leaks \nWater came.", "Dam  leaks \nWater came."),
        ("Dam leaks", "Dam leaks, says Ada Brenn.", "Dam leaks\n\nDam leaks, says Ada Brenn."),
        (" Dam\n leaks ", "Water.", "Dam leaks\n\nWater."),
        ("", "Water.", "Water."),
        ("Dam leaks", "", "Dam leaks"),
    ],
)
def test_compose_sets_the_headline_once(title: str, body: str, text: str) -> None:
    assert compose(title, body) == text


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Dam leaks\n\nWater came.", "Dam leaks"),
        ("Dam leaks \n \nWater came.", "Dam leaks"),
        ("Dam leaks\nWater came.", None),
        ("Dam leaks", None),
        ("x" * 200 + "\n\nWater.", None),
        ("x" * 199 + "\n\nWater.", "x" * 199),
    ],
)
def test_headline_stands_alone_and_is_short(text: str, headline: str | None) -> None:
    assert headline_of(text) == headline


def test_cut_title_ends_with_a_word() -> None:
    assert cut_title("Short enough.") == "Short enough."
    cut = cut_title("Nine words that are long enough to pass the limit of eighty code points by some way")
    assert cut == "Nine words that are long enough to pass the limit of eighty code points by some…"
    assert cut_title("x" * 90) == "x" * 80 + "…"


def test_clean_line_folds_white_space() -> None:
    assert clean_line(" The\tTarn \n Post\x00 ") == "The Tarn Post"
