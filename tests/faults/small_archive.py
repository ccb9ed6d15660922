"""A few dozen invented articles in which the same things are said again, changed, denied and copied."""

from collections.abc import Iterable
from datetime import UTC, datetime

from app import jobs
from app.db import Database
from app.ingest.parsed import ParsedArticle, parse
from app.ingest.save import save
from app.search.content_hash import content_hash

NOW = datetime(2025, 6, 1, tzinfo=UTC)
PEOPLE = ("Ilka Brandt", "Fergus Orrin", "Hedda Lunde", "Tomas Verrin")
THINGS = (
    "the ferry to the outer islands would lose its subsidy of {n} million crowns next year",
    "the dam above the valley had been cracked for {n} years before anybody was told",
    "the new hospital would cost the county {n} million crowns more than was planned",
    "the harbour had lost {n} jobs since the cannery closed its gates",
)
OUTLETS = ("The Lantern", "The Tribune", "Morning Echo")


def articles(count: int) -> list[ParsedArticle]:
    return [_article(number) for number in range(count)]


def _article(number: int) -> ParsedArticle:
    person, other = PEOPLE[number % 4], PEOPLE[(number + 1) % 4]
    thing = THINGS[number % len(THINGS)].format(n=12 + number % 3)
    question = THINGS[(number + 1) % len(THINGS)].format(n=12)
    body = (
        f"{person}, the mayor of Averil, said on Tuesday that {thing}.\n\n"
        f"“We were told nothing of it for {number % 5 + 2} long years,” {person.split()[1]} said. “Nothing at all.”\n\n"
        f"{other} denied that {question}. Officials said the council would look at paper number {number // 6}."
    )
    day = f"2025-0{1 + number % 5}-{1 + (number * 7) % 27:02d}T10:00:00+00:00"
    outlet = OUTLETS[number % len(OUTLETS)]
    address = f"https://{outlet.replace(' ', '').lower()}.example/{number}"
    return parse(body, title=f"Averil hears of paper {number}", url=address, outlet=outlet, published=day)


def save_all(database: Database, parsed: Iterable[ParsedArticle]) -> None:
    for article in parsed:
        with database.transaction() as session:
            save(session, article, now=NOW)


def state(database: Database) -> tuple[str, dict[str, int]]:
    """The hash of the content and the counts of the queue."""
    with database.reading() as session:
        return content_hash(session), jobs.counts(session)
