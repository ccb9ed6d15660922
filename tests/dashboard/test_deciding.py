"""Deciding about speakers: seen first, taken only as seen, undone at any time."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

import config as settings
from app import create_app
from app.db import Database
from app.embedding import HashingEmbedder
from app.models import Claim, Decision, Speaker
from app.search.content_hash import content_hash
from tests.archive import OKAFOR, VEST, Filled, fill
from tests.dashboard.acting import confirm, decide, look, send, token


@pytest.fixture
def town(database: Database) -> Filled:
    with database.transaction() as session:
        return fill(session)


def hash_of(database: Database) -> str:
    with database.reading() as session:
        return content_hash(session)


def attributed(database: Database) -> list[tuple[int, int | None, str]]:
    """Who said each claim, and how that is known. Links are left out: those of this archive are made by hand."""
    with database.reading() as session:
        rows = select(Claim.id, Claim.speaker_id, Claim.speaker_how).order_by(Claim.id)
        return [(id, speaker_id, how) for id, speaker_id, how in session.execute(rows)]


def speaker(database: Database, name: str) -> Speaker:
    with database.reading() as session:
        return session.scalars(select(Speaker).where(Speaker.name == name)).one()


def claims_of(database: Database, name: str) -> list[int]:
    with database.reading() as session:
        wanted = select(Claim.id).join(Speaker, Speaker.id == Claim.speaker_id).where(Speaker.name == name)
        return list(session.scalars(wanted.order_by(Claim.id)))


def claim(database: Database, id: int) -> Claim:
    with database.reading() as session:
        return session.get_one(Claim, id)


def words(page: str) -> str:
    """The text of a page, without its elements."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_a_merge_is_seen_then_decided_then_undone(client: FlaskClient, database: Database, town: Filled) -> None:
    tove, maria = speaker(database, "Tove Halvorsen"), speaker(database, "Maria Lund")
    before, who_said = hash_of(database), attributed(database)
    theirs = claims_of(database, "Maria Lund")
    seen = look(client, kind="merge", speaker_id=tove.id, other_id=maria.id)
    assert seen.status_code == 200
    assert "<h1>Merge Maria Lund into Tove Halvorsen</h1>" in seen.text
    assert f'Claims that move <span class="quiet">{len(theirs)}' in seen.text
    assert "Their names speak against it" in seen.text
    assert hash_of(database) == before
    done = confirm(client, seen.text, note="Same woman, married in May")
    assert done.status_code == 303
    assert claims_of(database, "Maria Lund") == []
    assert set(theirs) <= set(claims_of(database, "Tove Halvorsen"))
    page = client.get(done.location, follow_redirects=True)
    assert "Decided: Merge Maria Lund into Tove Halvorsen" in words(page.text)
    with database.reading() as session:
        row = session.scalars(select(Decision)).one()
    assert (row.decided_by, row.note, row.saw["claims"]) == ("Una Reed", "Same woman, married in May", len(theirs))
    undoing = client.get(f"/decisions/{row.id}/undo")
    assert undoing.status_code == 200
    assert f'Claims that move <span class="quiet">{len(theirs)}' in undoing.text
    back = confirm(client, undoing.text, by="Ivo Sand")
    assert back.status_code == 303
    assert claims_of(database, "Maria Lund") == theirs
    assert attributed(database) == who_said
    assert "Undone: Merge Maria Lund" in words(client.get(back.location, follow_redirects=True).text)
    again = client.get(f"/decisions/{row.id}/undo")
    assert again.status_code == 409
    assert "This was undone already, by Ivo Sand." in again.text


def test_the_editor_is_asked_once(client: FlaskClient, database: Database, town: Filled) -> None:
    mayor = speaker(database, VEST)
    seen = look(client, kind="alias", speaker_id=mayor.id, name="Mayor Ingrid")
    assert 'name="by" value=""' in seen.text
    nameless = confirm(client, seen.text, by="  ", note="<b>because</b>")
    assert nameless.status_code == 422
    assert "Say who decides" in nameless.text
    assert "&lt;b&gt;because&lt;/b&gt;" in nameless.text
    assert confirm(client, seen.text, by=" Una  Reed ").status_code == 303
    assert 'name="by" value="Una Reed"' in look(client, kind="alias", speaker_id=mayor.id, name="The Mayor").text


def test_a_changed_archive_is_shown_again(client: FlaskClient, database: Database, town: Filled) -> None:
    tove, maria = speaker(database, "Tove Halvorsen"), speaker(database, "Maria Lund")
    seen = look(client, kind="merge", speaker_id=tove.id, other_id=maria.id)
    decide(client, kind="reassign", claims=claims_of(database, "Maria Lund")[0], speaker_id=tove.id)
    answer = confirm(client, seen.text)
    assert answer.status_code == 409
    assert "The archive has changed since you looked" in answer.text
    with database.reading() as session:
        assert [row.kind for row in session.scalars(select(Decision))] == ["reassign"]
    assert confirm(client, answer.text).status_code == 303


@pytest.mark.parametrize(
    ("fields", "status", "sentence"),
    [
        ({"kind": "rename", "speaker_id": 1, "name": "42"}, 422, "A name has letters"),
        ({"kind": "rename", "speaker_id": 1, "name": VEST}, 422, "That is the name already."),
        ({"kind": "rename", "speaker_id": 1, "name": OKAFOR}, 409, "is the name of another speaker"),
        ({"kind": "merge", "speaker_id": 1, "other_id": 1}, 422, "These are one speaker already."),
        ({"kind": "merge", "speaker_id": 1, "who": "Nobody At All"}, 404, "No speaker is called Nobody At All."),
        ({"kind": "merge", "speaker_id": 1, "who": "99"}, 404, "There is no speaker with the number 99."),
        ({"kind": "merge", "speaker_id": 1}, 404, "Say who is meant."),
        ({"kind": "merge", "speaker_id": 10**30, "other_id": 1}, 404, "There is no such speaker."),
        ({"kind": "reassign", "claims": 1}, 422, "Say who it was"),
        ({"kind": "reassign", "claims": 999, "who": VEST, "reach": "archive"}, 404, "not there any more"),
        ({"kind": "reassign", "claims": 999, "who": VEST}, 422, "not there any more"),
        ({"kind": "reassign", "who": OKAFOR}, 422, "Choose at least one claim."),
        ({"kind": "split", "speaker_id": 1, "name": VEST}, 422, "Choose at least one claim."),
        ({"kind": "never", "other_id": 77, "name": "Holm"}, 404, "There is no such speaker."),
        ({"kind": "paint"}, 422, "There is no decision called"),
        ({}, 422, "There is no decision called"),
    ],
)
def test_what_cannot_be_decided_says_why_and_keeps_what_was_typed(
    client: FlaskClient, database: Database, town: Filled, fields: dict[str, object], status: int, sentence: str
) -> None:
    before = hash_of(database)
    answer = look(client, **fields)
    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    assert sentence in answer.text
    assert all(str(fields[name]) in answer.text for name in ("name", "who") if name in fields)
    refused = send(client, "/decisions", [*((name, str(value)) for name, value in fields.items()), ("by", "Una")])
    assert refused.status_code == status
    assert hash_of(database) == before


def test_a_name_that_several_have_is_asked_about(client: FlaskClient, database: Database, town: Filled) -> None:
    claims = claims_of(database, VEST)
    decide(client, kind="split", speaker_id=town.vestergaard, name=VEST, claims=claims[:2])
    answer = look(client, kind="reassign", claims=town.open_claim, who=VEST)
    assert answer.status_code == 409
    choices = re.findall(r'<button name="speaker_id" value="(\d+)">', answer.text)
    assert len(choices) == 2
    seen = look(client, kind="reassign", claims=town.open_claim, speaker_id=choices[1])
    assert confirm(client, seen.text).status_code == 303
    assert claim(database, town.open_claim).speaker_id == int(choices[1])


def test_an_open_claim_is_given_to_somebody_new(client: FlaskClient, database: Database, town: Filled) -> None:
    before = hash_of(database)
    seen = look(client, kind="reassign", claims=town.open_claim, who="Anna Berg", reach="claim")
    assert "Anna Berg is new: no speaker had this name" in seen.text
    done = confirm(client, seen.text)
    assert done.location == f"/claims/{town.open_claim}?decided=1"
    assert claim(database, town.open_claim).speaker_how == "by hand"
    assert "How we know who said it" in client.get(done.location).text
    confirm(client, client.get("/decisions/1/undo").text)
    assert claim(database, town.open_claim).speaker_how == "open"
    assert hash_of(database) == before


def test_nobody_known_and_never(client: FlaskClient, database: Database, town: Filled) -> None:
    decide(client, kind="reassign", claims=town.first_claim, to="nobody", reach="claim", speaker_id=town.vestergaard)
    assert claim(database, town.first_claim).speaker_id is None
    other = next(id for id in claims_of(database, VEST) if id != town.first_claim)
    decide(client, kind="never", other_id=town.vestergaard, claims=other)
    assert claim(database, other).speaker_id is None
    decide(client, kind="never", other_id=town.vestergaard, name=VEST)
    assert claims_of(database, VEST) == []
    for number in (2, 3, 1):
        confirm(client, client.get(f"/decisions/{number}/undo").text)
    assert claim(database, other).speaker_id == town.vestergaard


def test_all_like_it_is_found_anew_on_the_server(client: FlaskClient, database: Database, town: Filled) -> None:
    theirs = claims_of(database, "Maria Lund")
    seen = look(client, kind="reassign", claims=theirs[0], reach="archive", who="Tove Halvorsen")
    assert f"Give {len(theirs)} claims to Tove Halvorsen" in seen.text
    confirm(client, seen.text)
    assert claims_of(database, "Maria Lund") == []


def test_forms_of_other_sites_and_strangers_are_refused(client: FlaskClient, database: Database, town: Filled) -> None:
    fields = {"kind": "rename", "speaker_id": "1", "name": "Else One", "by": "Mallory", "fingerprint": "x"}
    decide(client, kind="rename", speaker_id=1, name="Ingrid V.")
    before = hash_of(database)
    for path in ("/decisions/preview", "/decisions", "/decisions/1/undo", "/speakers/1/split"):
        assert client.post(path, data=fields).status_code == 403, path
        assert client.post(path, data=fields | {"csrf_token": "forged"}).status_code == 403, path
        proxied = {"X-Forwarded-For": "203.0.113.9"}
        signed = fields | {"csrf_token": token(client)}
        assert client.post(path, data=signed, headers=proxied).status_code == 403, path
    assert client.get("/decisions/1/undo", headers={"Via": "1.1 elsewhere"}).status_code == 403
    assert hash_of(database) == before


@pytest.fixture
def guarded(config: settings.Config, database: Database, town: Filled) -> Iterator[FlaskClient]:
    """A service whose token is set."""
    app = create_app(settings.test_config(config.instance, api_token="a long secret"), embedder=HashingEmbedder())
    yield app.test_client()
    app.extensions["house"].database.close()


def test_forms_that_would_be_refused_are_left_out(guarded: FlaskClient, client: FlaskClient, town: Filled) -> None:
    for path in ("/speakers/1", f"/claims/{town.open_claim}", "/speakers/questions"):
        assert 'action="/decisions/preview"' in client.get(path, follow_redirects=True).text, path
        assert 'action="/decisions/preview"' not in guarded.get(path, follow_redirects=True).text, path
    assert "can only be read" in guarded.get("/speakers/questions").text


def test_where_a_token_is_set_it_is_asked_for(guarded: FlaskClient) -> None:
    fields = {"kind": "rename", "speaker_id": "1", "name": "Ingrid V."}
    assert guarded.post("/decisions/preview", data=fields | {"csrf_token": token(guarded)}).status_code == 401
    wrong, right = ({"Authorization": f"Bearer {word}"} for word in ("a wrong secret", "a long secret"))
    assert guarded.post("/decisions/preview", data=fields, headers=wrong).status_code == 401
    assert guarded.post("/decisions/preview", data=fields, headers=right).status_code == 200


def test_the_history_tells_who_when_and_what_moved(client: FlaskClient, database: Database, town: Filled) -> None:
    assert "Nothing was decided yet" in client.get("/decisions").text
    tove, maria = speaker(database, "Tove Halvorsen"), speaker(database, "Maria Lund")
    decide(client, kind="merge", speaker_id=tove.id, other_id=maria.id)
    decide(client, kind="rename", speaker_id=tove.id, name="Tove Lund")
    decide(client, kind="apart", speaker_id=town.vestergaard, other_id=tove.id)
    confirm(client, client.get("/decisions/2/undo").text, by="Ivo Sand")
    data = client.get("/decisions.json").get_json()
    assert [row["kind"] for row in data["rows"]] == ["apart", "rename", "merge"]
    assert data["rows"][1]["undone_by"] == "Ivo Sand"
    page = words(client.get("/decisions").text)
    assert "Rename Tove Halvorsen to “ Tove Lund ”" in page
    assert "undone by Ivo Sand" in page
    about = client.get(f"/decisions.json?speaker={maria.id}").get_json()
    assert [row["kind"] for row in about["rows"]] == ["merge"]
