"""Whatever is decided on the pages can be undone on the pages, in any order, and leaves nothing behind."""

from random import Random

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from app.db import Database
from app.models import Claim, Decision, Speaker
from app.search.content_hash import content_hash
from tests.dashboard.acting import carried, confirm, decide, look, send
from tests.review.town import fill, talk

pytestmark = pytest.mark.faults


@pytest.fixture
def chance(database: Database) -> Random:
    chance = Random(7)
    with database.transaction() as session:
        fill(session, talk(chance, 40))
    return chance


def hash_of(database: Database) -> str:
    with database.reading() as session:
        return content_hash(session)


def asked(database: Database, chance: Random, number: int) -> dict[str, object]:
    """The fields of a form about speakers and claims of this archive."""
    with database.reading() as session:
        roots = select(Speaker.id).where(Speaker.merged_into_id.is_(None)).order_by(Speaker.id)
        claims = session.scalars(select(Claim.id).order_by(Claim.id)).all()
        one, other = chance.sample(list(session.scalars(roots)), 2)
        theirs = session.scalars(select(Claim.id).where(Claim.speaker_id == one).order_by(Claim.id)).all()
    reach = chance.choice(("claim", "article", "archive"))
    return chance.choice(
        (
            {"kind": "merge", "speaker_id": one, "other_id": other},
            {"kind": "reassign", "claims": chance.choice(claims), "speaker_id": one, "reach": reach},
            {"kind": "reassign", "claims": chance.choice(claims), "to": "nobody", "reach": reach},
            {"kind": "never", "claims": chance.choice(theirs or claims), "other_id": one, "reach": reach},
            {"kind": "split", "claims": theirs[: len(theirs) // 2], "speaker_id": one, "name": "The other one"},
            {"kind": "rename", "speaker_id": one, "name": f"Ada Lind {chr(97 + number)}"},
        )
    )


def test_undone_in_any_order(client: FlaskClient, database: Database, chance: Random) -> None:
    before = hash_of(database)
    for number in range(24):
        seen = look(client, **asked(database, chance, number))
        if seen.status_code == 200:
            assert confirm(client, seen.text).status_code == 303
    with database.reading() as session:
        taken = list(session.scalars(select(Decision.id)))
    assert 10 < len(taken)
    assert hash_of(database) != before
    chance.shuffle(taken)
    for id in taken:
        assert confirm(client, client.get(f"/decisions/{id}/undo").text, by="Ivo Sand").status_code == 303
    assert hash_of(database) == before


def test_an_undo_that_would_move_something_else_is_shown_again(
    client: FlaskClient, database: Database, chance: Random
) -> None:
    with database.reading() as session:
        ids = dict(session.execute(select(Speaker.name_key, Speaker.id)).all())
        theirs = session.scalars(select(Claim.id).where(Claim.speaker_id == ids["ezra quist"])).first()
    decide(client, kind="merge", speaker_id=ids["ada holm"], other_id=ids["ezra quist"])
    seen = client.get("/decisions/1/undo")
    decide(client, kind="reassign", claims=theirs, speaker_id=ids["per lund"])
    answer = confirm(client, seen.text)
    assert answer.status_code == 409
    assert "The archive has changed since you looked. Nothing was undone" in answer.text
    assert confirm(client, answer.text).status_code == 303
    address, fields = carried(seen.text)
    again = send(client, address, [*fields, ("by", "Una Reed")])
    assert again.status_code == 409
    assert "This was undone already, by Una Reed." in again.text
    assert client.get("/decisions/99/undo").status_code == 404
