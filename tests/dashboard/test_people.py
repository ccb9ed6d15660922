"""The pages on which it is shown by what a speaker is known, and answered what is open."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from app.db import Database
from app.models import Claim, Speaker
from tests.archive import fill
from tests.dashboard.acting import carried, confirm, look, send
from tests.dashboard.test_deciding import words
from tests.people import MIXED, People, fill_people


@pytest.fixture
def people(database: Database) -> People:
    with database.transaction() as session:
        fill(session)
        return fill_people(session)


def page_of(client: FlaskClient, path: str) -> str:
    answer = client.get(path, follow_redirects=True)
    assert answer.status_code == 200, path
    return answer.text


def test_a_merged_speaker_moved_for_good(client: FlaskClient, people: People) -> None:
    answer = client.get(f"/speakers/{people.brandt_long}")
    assert (answer.status_code, answer.location) == (301, f"/speakers/{people.brandt}-ilka-brandt")
    answer = client.get(f"/speakers/{people.brandt_long}.json")
    assert answer.status_code == 301
    assert client.get(answer.location).get_json()["speaker"]["id"] == people.brandt


def test_a_speaker_has_offices_names_and_who_counts_as_them(client: FlaskClient, people: People) -> None:
    page = page_of(client, f"/speakers/{people.brandt}")
    told = words(page)
    assert "finance minister of Corland · 15 Oct 2024 – 19 Jun 2025 · from people.json" in told
    assert 'href="https://www.wikidata.org/wiki/Q1234567"' in page
    assert "Ilka Brandt-Sehl from a people file" in told
    assert re.search(r"Ilka M. Brandt from articles , such as claim \d+ 1 Never this one", told)
    assert "Ilka Brandt and Ilka M. Brandt · one article uses both names for one person:" in told
    assert "the finance minister by the office held on that day" in told
    assert "Said together with others" in told
    assert "“We stand by the tunnel,”" in told


def test_names_that_one_article_joined_can_be_parted(client: FlaskClient, database: Database, people: People) -> None:
    seen = look(client, kind="apart", speaker_id=people.brandt, other_id=people.brandt_long)
    assert "Hold Ilka Brandt and Ilka M. Brandt apart" in seen.text
    assert confirm(client, seen.text).status_code == 303
    with database.reading() as session:
        assert session.get_one(Speaker, people.brandt_long).merged_into_id is None
    assert client.get(f"/speakers/{people.brandt_long}-ilka-m-brandt").status_code == 200


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("by_office", "who held it on the day of saying is told by the dated offices"),
        ("by_name_alone", "this name alone tells nobody apart"),
        ("by_role", "neither the article nor a dated office tells who that was"),
        ("together", "it is nobody’s alone"),
    ],
)
def test_a_claim_says_how_its_speaker_is_known(client: FlaskClient, people: People, field: str, sentence: str) -> None:
    page = page_of(client, f"/claims/{getattr(people, field)}")
    assert "How we know who said it" in page
    assert sentence in page


def test_namesakes_are_offered_one_by_one_and_a_name_alone_not_at_all(
    client: FlaskClient, database: Database, people: People
) -> None:
    assert "It is Harlow" not in page_of(client, f"/claims/{people.by_name_alone}")
    with database.transaction() as session:
        claim = session.get_one(Claim, people.by_name_alone)
        claim.found_name, claim.found_key = "Edda Harlow", "edda harlow"
        claim.speaker_candidates = ["Edda Harlow", "Edda Harlow"]
        session.get_one(Speaker, people.harlowe).name = "Edda Harlow"
    page = page_of(client, f"/claims/{people.by_name_alone}")
    for id in (people.harlow, people.harlowe):
        assert f"<button>It is Edda Harlow, speaker {id}</button>" in page


def test_the_office_of_that_day_is_shown(client: FlaskClient, people: People) -> None:
    told = words(page_of(client, f"/claims/{people.by_office}"))
    assert "Office then finance minister of Corland 15 Oct 2024 – 19 Jun 2025, from people.json" in told
    assert "Role the finance minister" in told


def test_look_alike_letters_are_marked_wherever_the_name_stands(client: FlaskClient, people: People) -> None:
    badge = "look-alike letters: Cyrillic and Latin"
    for path in ("/speakers?sort=name", f"/speakers/{people.mixed}", f"/search?speaker={people.mixed}", "/threads"):
        assert re.search(rf"{MIXED}(</a>)? <span class=\"chip look-alike\">{badge}</span>", page_of(client, path)), path
    assert badge not in page_of(client, f"/speakers/{people.brandt}")


def test_candidates_for_a_merge(client: FlaskClient, people: People) -> None:
    page = page_of(client, f"/speakers/{people.harlow}/merge")
    assert "1 candidate" in page
    assert "spelling" in page
    _, fields = carried(page, form="act")
    assert fields == [("kind", "merge"), ("speaker_id", str(people.harlowe)), ("other_id", str(people.harlow))]
    assert "Tove Halvorsen" in page_of(client, f"/speakers/{people.harlow}/merge?q=halv")
    assert "Tove Halvorsen" in page_of(client, f"/speakers/{people.harlow}/merge?q=tove halvorsen")
    assert f"speaker {people.mixed}<" in page_of(client, f"/speakers/{people.harlow}/merge?q={people.mixed}")
    assert "No other speaker" in page_of(client, f"/speakers/{people.harlow}/merge?q=%25")
    assert client.get("/speakers/999/merge").status_code == 404


def test_a_split_keeps_its_ticks_from_page_to_page(client: FlaskClient, people: People, database: Database) -> None:
    with database.reading() as session:
        tove = session.scalars(select(Speaker).where(Speaker.name == "Tove Halvorsen")).one()
        theirs = session.scalars(select(Claim.id).where(Claim.speaker_id == tove.id).order_by(Claim.id)).all()
    path = f"/speakers/{tove.id}/split"
    page = page_of(client, path)
    assert all(f'name="claims" value="{id}"' in page for id in theirs)
    fields = [("kind", "split"), ("speaker_id", str(tove.id)), ("name", "Tove H."), ("group_by", "article")]
    turned = send(client, path, [*fields, ("page", "2"), ("claims", str(theirs[0])), ("articles", "7")])
    assert f'<input type="hidden" name="claims" value="{theirs[0]}">' in turned.text or "No claim" in turned.text
    here = send(client, path, [*fields, ("page", "1"), ("claims", str(theirs[0])), ("articles", "9999")])
    assert f'name="claims" value="{theirs[0]}" checked>' in here.text
    assert '<input type="hidden" name="articles" value="9999">' in here.text
    assert 'value="Tove H."' in here.text
    by_thread = page_of(client, path + "?by=thread")
    thread = re.search(r'name="threads" value="(\d+)"', by_thread)
    assert thread is not None
    seen = look(client, kind="split", speaker_id=tove.id, name="Tove H.", threads=thread[1])
    assert seen.status_code == 200
    assert confirm(client, seen.text).status_code == 303
    with database.reading() as session:
        other = session.scalars(select(Speaker).where(Speaker.name == "Tove H.")).one()
        assert set(session.scalars(select(Claim.id).where(Claim.speaker_id == other.id))) < set(theirs)
    assert client.get("/speakers/999/split").status_code == 404


def test_questions_are_answered_where_they_are_asked(client: FlaskClient, people: People, database: Database) -> None:
    page = page_of(client, "/speakers/questions")
    for shown in ("Harlow", "minister", "Edda Harlow", "Edda Harlowe"):
        assert shown in page
    alike = page_of(client, "/speakers/questions?kind=alike")
    merge, apart = re.findall(r'<form class="act".*?</form>', alike, re.DOTALL)
    assert "They are one" in merge
    seen = send(client, "/decisions/preview", carried(apart, form="act")[1])
    assert "Hold Edda Harlow and Edda Harlowe apart" in seen.text
    done = confirm(client, seen.text)
    assert done.location == "/speakers/questions?decided=1"
    page = page_of(client, done.location)
    assert "Decided: Hold Edda Harlow" in words(page)
    assert "No question about speakers is open" in page_of(client, "/speakers/questions?kind=alike")


def test_one_name_alone_is_given_to_a_bearer(client: FlaskClient, people: People, database: Database) -> None:
    fields = {"kind": "alias", "name": "Harlow", "who": "Edda Harlow", "claims": people.by_name_alone}
    assert confirm(client, look(client, **fields, back="questions").text).status_code == 303
    with database.reading() as session:
        assert session.get_one(Claim, people.by_name_alone).speaker_id == people.harlow
    told = words(page_of(client, f"/speakers/{people.harlow}"))
    assert "Harlow by Una Reed" in told


def test_nobody_known_is_an_answer(client: FlaskClient, people: People) -> None:
    fields = {"kind": "reassign", "to": "nobody", "claims": people.by_role, "reach": "article"}
    assert "minister" in page_of(client, "/speakers/questions?kind=role")
    assert confirm(client, look(client, **fields, back="questions").text).status_code == 303
    assert "No question about speakers is open of this kind" in page_of(client, "/speakers/questions?kind=role")
    confirm(client, client.get("/decisions/1/undo").text)
    assert "No question" not in page_of(client, "/speakers/questions?kind=role")


@pytest.mark.parametrize("kind", ["", "name", "namesakes", "role", "source", "alike"])
def test_every_kind_of_question_has_its_page(client: FlaskClient, people: People, kind: str) -> None:
    assert client.get(f"/speakers/questions?kind={kind}").status_code == 200
    assert client.get(f"/speakers/questions.json?kind={kind}").status_code == 200
    assert client.get("/speakers/questions?kind=colour").status_code == 422


def test_what_is_open_leads_to_the_questions(client: FlaskClient, people: People) -> None:
    assert 'href="/speakers/questions"' in page_of(client, "/?period=all")
    assert 'href="/speakers/questions"' in page_of(client, "/speakers")
