"""Dates as outlets give them, and dates that cannot be."""

from datetime import UTC, date, datetime

import pytest

from app.ingest.dates import Told, read_date


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("given", "moment", "day", "precision"),
    [
        ("2024-03-05T16:40:00+00:00", at(2024, 3, 5, 16, 40), date(2024, 3, 5), "time"),
        ("2024-03-05T16:40:00Z", at(2024, 3, 5, 16, 40), date(2024, 3, 5), "time"),
        ("2024-03-05T23:30:00-05:00", at(2024, 3, 6, 4, 30), date(2024, 3, 5), "time"),
        ("2024-03-06T00:30:00+02:00", at(2024, 3, 5, 22, 30), date(2024, 3, 6), "time"),
        ("Tue, 05 Mar 2024 16:40:00 GMT", at(2024, 3, 5, 16, 40), date(2024, 3, 5), "time"),
        ("Tue, 05 Mar 2024 16:40:00 -0500", at(2024, 3, 5, 21, 40), date(2024, 3, 5), "time"),
        ("2024-03-05", None, date(2024, 3, 5), "day"),
        (" 2024-03-05 ", None, date(2024, 3, 5), "day"),
        ("2024-03-05T16:40:00", None, date(2024, 3, 5), "day"),
        ("2024-03-05 16:40", None, date(2024, 3, 5), "day"),
    ],
)
def test_dates_are_read(given: str, moment: datetime | None, day: date, precision: str) -> None:
    assert read_date(given) == Told(moment, day, precision, given.strip())


@pytest.mark.parametrize(
    "given",
    [
        "2024-02-30",
        "2024-13-01",
        "31/02/2024",
        "0000-00-00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "1234-05-06",
        "2200-01-01",
        "yesterday",
        "Tue, 99 Foo 2024",
        "05",
        "\x00",
        "𝟮𝟬𝟮𝟰-𝟬𝟯-𝟬𝟱",
        "2024-03-05T25:61:00Z",
    ],
)
def test_impossible_dates_keep_their_original(given: str) -> None:
    assert read_date(given) == Told(None, None, "none", given)


@pytest.mark.parametrize("given", [None, "", "  "])
def test_no_date_is_none(given: str | None) -> None:
    assert read_date(given) == Told()


def test_the_original_is_kept_to_a_length() -> None:
    assert read_date("x" * 1000).as_given == "x" * 200
