"""Two names are one speaker where an article shows it, and never by a chain through two who cannot be one."""

from collections.abc import Iterator
from random import Random

import pytest

from app.db import Database
from app.search.content_hash import content_hash
from tests.storing.meaning import Town, named


@pytest.fixture
def town(database: Database) -> Iterator[Town]:
    with database.transaction() as session:
        yield Town(session)


def test_one_article_with_both_names_makes_them_one(town: Town) -> None:
    plain, full = town.says(named("Ada Holm")), town.says(named("Ada J. Holm"))
    assert (town.who(plain), town.who(full)) == ("Ada Holm", "Ada J. Holm")
    both = town.says(named("Ada J. Holm", "Ada Holm"))
    assert {town.who(each) for each in (plain, full, both)} == {"Ada Holm"}


def test_likeness_alone_joins_nobody(town: Town) -> None:
    claims = [town.says(named(name)) for name in ("Ada Holm", "Ada J. Holm", "Ida Holm", "Ada Holmm")]
    assert len({town.who(each) for each in claims}) == 4


def test_a_chain_through_two_who_cannot_be_one_proves_nothing(town: Town) -> None:
    one = town.says(named("Ada J. Holm", "Ada Holm"))
    other = town.says(named("Ada K. Holm", "Ada Holm"))
    plain = town.says(named("Ada Holm"))
    assert [town.who(each) for each in (one, other, plain)] == ["Ada J. Holm", "Ada K. Holm", "Ada Holm"]


def test_an_editor_parts_what_an_article_joined_for_good(town: Town) -> None:
    plain, both = town.says(named("Ada Holm")), town.says(named("Ada J. Holm", "Ada Holm"))
    apart = town.decide("apart", speaker_id=town.speaker("Ada Holm"), other_id=town.speaker("Ada J. Holm"))
    assert (town.who(plain), town.who(both)) == ("Ada Holm", "Ada J. Holm")
    again = town.says(named("Ada J. Holm", "Ada Holm"), "a new article says so once more")
    assert (town.who(plain), town.who(again)) == ("Ada Holm", "Ada J. Holm")
    town.undo(apart.decision_id)
    assert {town.who(each) for each in (plain, both, again)} == {"Ada Holm"}


def test_a_father_and_a_son_are_two_whatever_an_article_says(town: Town) -> None:
    father, son = town.says(named("Per Lund")), town.says(named("Per Lund Jr.", "Per Lund"))
    assert (town.who(father), town.who(son)) == ("Per Lund", "Per Lund Jr.")


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_articles_does_not_matter(database: Database, seed: int) -> None:
    found = [
        named("Ada Holm"),
        named("Ada J. Holm"),
        named("Ada J. Holm", "Ada Holm"),
        named("Per Lund", "P. A. Lund"),
        named("Per A. Lund"),
        named("Per B. Lund", "Per Lund"),
        named("Per A. Lund", "Per Lund"),
    ]
    words = [f"the {place} will be closed" for place in ("bridge", "school", "ferry", "mill", "quay", "bank", "dam")]
    hashes = set()
    for shuffled in (False, True):
        sayings = list(zip(found, words, strict=True))
        if shuffled:
            Random(seed).shuffle(sayings)
        with database.rehearsal() as session:
            town = Town(session)
            for who, saying in sayings:
                # the number in the words would differ with the order
                town.says(who, saying)
            hashes.add(tuple(sorted(town.who(each) or "" for each in range(1, len(found) + 1))))
            assert content_hash(session)
    assert len(hashes) == 1
