"""When it was said: dates beside the cue, counted from the day of publication."""

from datetime import date

import pytest

from app.extraction import Precision, extract

FRIDAY = date(2024, 9, 13)

CASES = [
    ("Quill said on Thursday that it was safe.", date(2024, 9, 12), Precision.DAY),
    ("Quill said Thursday that it was safe.", date(2024, 9, 12), Precision.DAY),
    ("Quill said on Friday that it was safe.", date(2024, 9, 13), Precision.DAY),
    ("Quill said on Saturday that it was safe.", date(2024, 9, 7), Precision.DAY),
    ("“It is safe,” Quill said on Thursday.", date(2024, 9, 12), Precision.DAY),
    ("“It is safe,” said Quill on Thursday.", date(2024, 9, 12), Precision.DAY),
    ("“It is safe,” Quill said late Thursday.", date(2024, 9, 12), Precision.DAY),
    ("On Thursday, Quill said it was safe.", date(2024, 9, 12), Precision.DAY),
    ("Quill said last Friday that it was safe.", date(2024, 9, 6), Precision.DAY),
    ("Quill said today that it was safe.", date(2024, 9, 13), Precision.DAY),
    ("Quill said yesterday that it was safe.", date(2024, 9, 12), Precision.DAY),
    ("Quill said this morning that it was safe.", date(2024, 9, 13), Precision.DAY),
    ("Quill said last night that it was safe.", date(2024, 9, 12), Precision.DAY),
    ("Quill said two days ago that it was safe.", date(2024, 9, 11), Precision.DAY),
    ("Quill said on 3 September that it was safe.", date(2024, 9, 3), Precision.DAY),
    ("Quill said on Sept. 3 that it was safe.", date(2024, 9, 3), Precision.DAY),
    ("Quill said on November 3 that it was safe.", date(2023, 11, 3), Precision.DAY),
    ("Quill said on March 3, 2021, that it was safe.", date(2021, 3, 3), Precision.DAY),
    ("Quill said this week that it was safe.", date(2024, 9, 9), Precision.WEEK),
    ("Quill said last week that it was safe.", date(2024, 9, 2), Precision.WEEK),
    ("Quill said last month that it was safe.", date(2024, 8, 1), Precision.MONTH),
    ("Quill said in March that it was safe.", date(2024, 3, 1), Precision.MONTH),
    ("Quill said in March 2021 that it was safe.", date(2021, 3, 1), Precision.MONTH),
    ("Quill said last year that it was safe.", date(2023, 1, 1), Precision.YEAR),
    ("Quill said in 2019 that it was safe.", date(2019, 1, 1), Precision.YEAR),
    ("Quill said it was safe.", None, Precision.NONE),
    ("Quill said the bridge would open on Thursday.", None, Precision.NONE),
    ("“It opens on Thursday,” Quill said.", None, Precision.NONE),
    ("Quill said on 30 February that it was safe.", None, Precision.NONE),
    ("Quill will say on Thursday that it is safe.", None, Precision.NONE),
    ("Quill, who was elected on Thursday, said it was safe.", None, Precision.NONE),
]


@pytest.mark.parametrize(("text", "expected", "precision"), CASES)
def test_the_day_of_saying_is_told_from_words_beside_the_cue(text, expected, precision):
    (found,) = extract(text, published_on=FRIDAY)
    assert (found.said_on, found.said_on_precision) == (expected, precision)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quill said on Thursday that it was safe.", None),
        ("Quill said on March 3, 2021, that it was safe.", date(2021, 3, 3)),
        ("Quill said in 2019 that it was safe.", date(2019, 1, 1)),
    ],
)
def test_without_a_day_of_publication_only_whole_dates_count(text, expected):
    (found,) = extract(text)
    assert found.said_on == expected


@pytest.mark.parametrize("published_on", [date.min, date(1, 1, 3), date.max])
def test_dates_at_the_ends_of_the_calendar_do_not_raise(published_on):
    for words in ("on Thursday", "two years ago", "last month", "10 weeks ago", "yesterday", "on 29 February"):
        assert len(extract(f"Quill said {words} that it was safe.", published_on=published_on)) == 1
