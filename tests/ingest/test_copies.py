"""Wire copies: who carried whose text, in whichever order the articles came."""

from itertools import permutations

import pytest
from sqlalchemy import select

from app.db import Database
from app.ingest.originals import credits
from app.ingest.parsed import ParsedArticle
from app.models import Article, Outlet, Overlap
from tests.ingest.archive import WIRE, content, copy_of_wire, store, told
from tests.ingest.conftest import Fresh

AGENCY = "Valley News Agency"
OWN = " ".join(f"The Herald's own reporter went to house number {number} below the dam." for number in range(60))


def copies(database: Database) -> dict[str, str]:
    """Outlet of the copy -> outlet of the original."""
    with database.reading() as session:
        outlets = {outlet.id: outlet.name for outlet in session.scalars(select(Outlet))}
        names = {each.id: outlets.get(each.outlet_id or 0, "-") for each in session.scalars(select(Article))}
        copied = session.scalars(select(Article).where(Article.copy_of_id.is_not(None)))
        return {names[each.id]: names[each.copy_of_id or 0] for each in copied}


STORIES = {
    "earliest first": (
        [
            told(WIRE, outlet=AGENCY, published="2024-03-05T09:00:00Z"),
            told(copy_of_wire(), outlet="Osk Herald", published="2024-03-05T12:00:00Z"),
            told(copy_of_wire(without=4), outlet="Sarn Weekly", published="2024-03-06T08:00:00Z"),
        ],
        {"Osk Herald": AGENCY, "Sarn Weekly": AGENCY},
    ),
    "days alone: the agency goes first": (
        [
            told(WIRE, outlet=AGENCY, published="2024-03-05"),
            told(copy_of_wire(), outlet="Osk Herald", published="2024-03-05"),
            told(copy_of_wire(without=4), outlet="A Weekly", published="2024-03-05T08:00:00Z"),
        ],
        {"Osk Herald": AGENCY, "A Weekly": AGENCY},
    ),
    "undated: the agency goes first, then the key decides": (
        [told(copy_of_wire(), outlet="A Weekly"), told(WIRE, outlet=AGENCY), told(copy_of_wire(), outlet="B Daily")],
        {"A Weekly": AGENCY, "B Daily": AGENCY},
    ),
    "a dated one before an undated one": (
        [told(WIRE, outlet="A Weekly"), told(copy_of_wire(), outlet="B Daily", published="2024-03-05")],
        {"A Weekly": "B Daily"},
    ),
    "the same outlet again is no copy": (
        [
            told(WIRE, outlet=AGENCY, url="https://vna.example/1", published="2024-03-05T09:00:00Z"),
            told(WIRE + " Update.", outlet=AGENCY, url="https://vna.example/2", published="2024-03-05T10:00:00Z"),
            told(copy_of_wire(), outlet="Osk Herald", published="2024-03-05T12:00:00Z"),
        ],
        {"Osk Herald": AGENCY},
    ),
    "own words on the same event are no copy": (
        [told(WIRE, outlet=AGENCY, published="2024-03-05"), told(OWN, outlet="Osk Herald", published="2024-03-06")],
        {},
    ),
    "a long report that swallowed the item is no copy": (
        [told(WIRE, outlet=AGENCY, published="2024-03-05"), told(OWN * 2 + WIRE, outlet="Osk Herald")],
        {},
    ),
    "an item cut from a longer story is one": (
        [told(WIRE, outlet=AGENCY, published="2024-03-05"), told(WIRE[:400], outlet="Osk Herald")],
        {"Osk Herald": AGENCY},
    ),
}


@pytest.mark.parametrize(("articles", "expected"), STORIES.values(), ids=STORIES.keys())
def test_copies_in_every_order(articles: list[ParsedArticle], expected: dict[str, str], fresh: Fresh) -> None:
    contents = []
    for order in permutations(articles):
        database = fresh()
        store(database, *order)
        assert copies(database) == expected
        contents.append(content(database))
    assert all(each == contents[0] for each in contents)


def test_a_new_version_leaves_the_copies_behind(database: Database) -> None:
    url = "https://oskherald.example/1"
    store(
        database,
        told(WIRE, outlet=AGENCY, published="2024-03-05T09:00:00Z"),
        told(copy_of_wire(), outlet="Osk Herald", url=url, published="2024-03-05T10:00:00Z"),
    )
    assert copies(database) == {"Osk Herald": AGENCY}
    store(database, told(OWN, outlet="Osk Herald", url=url, modified="2024-03-05T18:00:00Z"))
    assert copies(database) == {}
    with database.reading() as session:
        assert session.scalars(select(Overlap)).all() == []


def test_an_earlier_date_told_later_turns_copy_and_original(database: Database) -> None:
    url = "https://oskherald.example/1"
    store(
        database,
        told(WIRE, outlet="Sarn Weekly", published="2024-03-05T09:00:00Z"),
        told(copy_of_wire(), outlet="Osk Herald", url=url),
    )
    assert copies(database) == {"Osk Herald": "Sarn Weekly"}
    store(database, told(copy_of_wire(), outlet="Osk Herald", url=url, published="2024-03-04T09:00:00Z"))
    assert copies(database) == {"Sarn Weekly": "Osk Herald"}


@pytest.mark.parametrize(
    ("outlet", "byline", "text", "credited"),
    [
        (AGENCY, "VNA", "Text", True),
        (AGENCY, "By Valley News Agency", "Text", True),
        (AGENCY, None, "PORT TARN (VNA) — Text", True),
        (AGENCY, None, "Headline\n\nPORT TARN (VNA) - Text", True),
        ("The Tarn Post", "Una Vale, Tarn Post", "Text", True),
        ("Osk Herald", "VNA", "PORT TARN (VNA) — Text", False),
        (AGENCY, None, "The agency (VNA) said so.", False),
        ("osk", None, "Text", False),
    ],
)
def test_credits(outlet: str, byline: str | None, text: str, credited: bool) -> None:
    assert credits(outlet, byline, text) is credited
