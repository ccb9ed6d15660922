"""A day with how exactly it is known, and how such a day is put into words. A day is never shown more exactly than the
article told it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Dated:
    """`precision`: day, week, month, year, published (the day of the article stands in), or none."""

    on: date | None
    precision: str

    @property
    def key(self) -> tuple[bool, date]:
        """Sorts from the earliest on, those without a day last."""
        return (self.on is None, self.surely_by or date.max)

    @property
    def surely_by(self) -> date | None:
        """The last day that it can have been: what was said "in April" is not earlier than what was said on 9 April."""
        if self.on is None or self.precision not in ("week", "month", "year"):
            return self.on
        if self.precision == "week":
            return self.on + timedelta(days=6 - self.on.weekday())
        month = 12 if self.precision == "year" else self.on.month
        return self.on.replace(month=month, day=monthrange(self.on.year, month)[1])


def in_words(day: date | None, precision: str = "day") -> str:
    """ "13 Sep 2024", "week of 9 Sep 2024", "Sep 2024", "2024", or "no date"."""
    if day is None or precision == "none":
        return "no date"
    if precision == "year":
        return str(day.year)
    month = f"{MONTHS[day.month - 1]} {day.year}"
    if precision == "month":
        return month
    if precision == "week":
        monday = day - timedelta(days=day.weekday())
        return f"week of {monday.day} {MONTHS[monday.month - 1]} {monday.year}"
    return f"{day.day} {month}"
