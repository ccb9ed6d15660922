"""The preview of a decision: what it would move, read off a transaction that is rolled back."""

import pytest
from sqlalchemy import select

from app.db import Database
from app.models import Decision
from app.review import Act, Effect, decide, effect_of
from app.review.alike import alike
from app.search.content_hash import content_hash
from tests.storing.meaning import NOW, OPEN, Town, in_role, named

SAME = "the ferry to the outer islands will lose its subsidy of 14 million crowns"


@pytest.fixture
def town(database: Database) -> Town:
    """Ada Holm and Ada Quist each say the same twice, and Per Lund something else."""
    with database.transaction() as session:
        town = Town(session)
        for name in ("Ada Holm", "Ada Quist"):
            for _ in range(2):
                town.says(named(name), SAME)
        town.says(named("Per Lund"), "no school will be closed before the election")
    return town


def rehearsed(database: Database, town: Town, act: Act) -> Effect:
    with database.reading() as before, database.rehearsal() as after:
        return effect_of(before, after, decide(after, act, by="An editor", now=NOW, index=town.index))


def ids(database: Database, town: Town, *names: str) -> list[int]:
    with database.reading() as session:
        return [Town(session).speaker(name) for name in names]


def test_a_rehearsal_says_what_moves_and_moves_nothing(database: Database, town: Town) -> None:
    holm, quist = ids(database, town, "Ada Holm", "Ada Quist")
    with database.reading() as session:
        before = content_hash(session)
    effect = rehearsed(database, town, Act("merge", speaker_id=holm, other_id=quist))
    assert (effect.claims_total, effect.threads_changed > 0) == (2, True)
    assert {(each.before, each.after) for each in effect.claims} == {("Ada Quist", "Ada Holm")}
    counted = {each.name: (each.before.claims, each.after.claims) for each in effect.speakers}
    assert counted == {"Ada Holm": (2, 4), "Ada Quist": (2, 0)}
    with database.reading() as session:
        assert content_hash(session) == before
        assert session.scalars(select(Decision)).all() == []


def test_what_is_decided_is_what_was_rehearsed(database: Database, town: Town) -> None:
    holm, quist = ids(database, town, "Ada Holm", "Ada Quist")
    act = Act("merge", speaker_id=holm, other_id=quist)
    effect = rehearsed(database, town, act)
    with database.transaction() as session:
        decided = decide(session, act, by="An editor", now=NOW, index=town.index)
    with database.reading() as session:
        town = Town(session)
        assert [town.who(each.claim_id) for each in decided.moved] == ["Ada Holm"] * effect.claims_total
    assert effect.saw()["claims"] == 2


def test_another_effect_has_another_fingerprint(database: Database, town: Town) -> None:
    holm, quist, lund = ids(database, town, "Ada Holm", "Ada Quist", "Per Lund")
    prints = {
        rehearsed(database, town, Act("merge", speaker_id=one, other_id=other)).fingerprint
        for one, other in ((holm, quist), (quist, holm), (holm, lund), (holm, quist))
    }
    assert len(prints) == 3


def test_a_rename_moves_no_claim_and_shows_both_names(database: Database, town: Town) -> None:
    (holm,) = ids(database, town, "Ada Holm")
    effect = rehearsed(database, town, Act("rename", speaker_id=holm, name="Ada Holm-Lund"))
    assert (effect.claims_total, [(each.name, each.renamed) for each in effect.speakers]) == (
        0,
        [("Ada Holm", "Ada Holm-Lund")],
    )


def test_claims_like_one_are_those_of_its_name_and_speaker(database: Database, town: Town) -> None:
    with database.transaction() as session:
        town = Town(session)
        claims = [town.says(named("Quist"), f"{place} will stay") for place in ("the mill", "the dam")]
        other = town.says(named("Holm"), "the quay will stay")
        found = alike(session, claims[0])
    assert (found.here, found.everywhere) == ((claims[0],), tuple(claims))
    assert other not in found.everywhere


def test_what_is_open_in_one_article_is_like_nothing_in_another(database: Database) -> None:
    with database.transaction() as session:
        town = Town(session)
        claim = town.says(OPEN)
        town.says(in_role("coach"), "the mill will stay")
        assert alike(session, claim).everywhere == (claim,)
