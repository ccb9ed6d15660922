"""How a claim told inside another one is shown: on its own page with who tells it, on that one's as part of it, and in
lists with a mark; counted nowhere."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from app.db import Database
from tests.archive import OKAFOR, VEST, Archive

OUTER = "Mayor Vestergaard had promised that the pier would be rebuilt by May"
INNER = "the pier would be rebuilt by May"
MARK = "second hand, not counted"


@pytest.fixture
def told(database: Database) -> dict[str, int]:
    """Okafor says what Vestergaard promised; a line later she speaks herself. Returns the ids of what shows it."""
    with database.transaction() as session:
        archive = Archive(session)
        body = f"Okafor said that {OUTER}. “It holds,” she said."
        version = archive.article("Bay Radio", "Pier", body, date(2025, 5, 6))
        by_okafor = {"source": "Okafor", "cue": "said", "speaker": OKAFOR, "kind": "indirect"}
        by_vest = {"source": "Mayor Vestergaard", "cue": "had promised", "speaker": VEST, "kind": "indirect"}
        outer = archive.claim(version, archive.statement(archive.thread(), None, OKAFOR), OUTER, **by_okafor)
        thread = archive.thread()
        statement = archive.statement(thread, None, VEST)
        inner = archive.claim(version, statement, INNER, told_in_id=outer, rule="nested", **by_vest)
        own = archive.claim(version, archive.statement(archive.thread(), None, VEST), "“It holds,”", speaker=VEST)
        archive.link(own, inner, "related")
        ids = {"outer": outer, "inner": inner, "own": own, "thread": thread, "article": version.article_id}
        return ids | {"speaker": archive.speaker(VEST).id}


@pytest.mark.parametrize(
    ("path", "times"),
    [("/claims/{inner}", 1), ("/claims/{outer}", 1), ("/claims/{own}", 1), ("/threads/{thread}", 2)]
    + [("/articles/{article}", 2), ("/search?q=rebuilt", 1), ("/search?q=holds&mode=keyword", 0)],
)
def test_it_is_marked_wherever_it_is_shown(client: FlaskClient, told: dict[str, int], path: str, times: int) -> None:
    page = client.get(path.format(**told), follow_redirects=True).text
    assert page.count(MARK) == times


def test_its_page_says_who_told_it_and_leads_there(client: FlaskClient, told: dict[str, int]) -> None:
    page = client.get(f"/claims/{told['inner']}").text
    (line,) = (line for line in page.splitlines() if '<p class="told">' in line)
    assert line.startswith('<p class="told">Told by <a href="/speakers/')
    assert f'{OKAFOR}</a>, in: <a class="words" href="/claims/{told["outer"]}">{OUTER}</a></p>' in line
    assert '<h1 class="words quotation second-hand">' in page
    data = client.get(f"/claims/{told['inner']}.json").get_json()
    assert (data["claim"]["counts"], data["claim"]["not_counted"]) == (False, ["told by Okafor"])
    assert data["claim"]["told_by"]["claim_id"] == data["told_in"]["id"] == told["outer"]
    assert data["claim"]["told_by"]["speaker"]["name"] == OKAFOR
    assert (data["told_in"]["wording"], data["inside"]) == (OUTER, [])


def test_the_page_of_the_one_that_tells_it_has_it_inside(client: FlaskClient, told: dict[str, int]) -> None:
    page = client.get(f"/claims/{told['outer']}").text
    (line,) = (line for line in page.splitlines() if '<p class="told">' in line)
    assert line.startswith('<p class="told">Inside it: <a href="/speakers/')
    assert f'{VEST}</a> <span class="words">had promised</span> ' in line
    assert f'<a class="words second-hand" href="/claims/{told["inner"]}">{INNER}</a>' in line
    data = client.get(f"/claims/{told['outer']}.json").get_json()
    assert (data["claim"]["counts"], data["claim"]["not_counted"], data["claim"]["told_by"]) == (True, [], None)
    assert (data["told_in"], [inner["id"] for inner in data["inside"]]) == (None, [told["inner"]])


def test_a_claim_that_tells_of_nobody_has_no_such_line(client: FlaskClient, told: dict[str, int]) -> None:
    assert '<p class="told">' not in client.get(f"/claims/{told['own']}").text


def test_the_article_counts_apart_what_is_told_second_hand(client: FlaskClient, told: dict[str, int]) -> None:
    page = client.get(f"/articles/{told['article']}").text
    assert '<p class="lead">2 claims and 1 told second hand, not counted' in page
    assert '<a class="claim indirect second-hand" ' in page
    data = client.get(f"/articles/{told['article']}.json").get_json()
    assert [version["claims"] for version in data["versions"]] == [2]
    assert sorted(data["claims"]) == sorted(str(told[name]) for name in ("outer", "inner", "own"))


def test_its_speaker_is_not_counted_as_having_said_it(client: FlaskClient, told: dict[str, int]) -> None:
    page = client.get(f"/speakers/{told['speaker']}", follow_redirects=True).text
    assert "<b>said 1</b>" in page
    assert "1 claim not counted: denied, asked, unsure, told second hand, or of an earlier version" in page
    assert INNER not in page
    for path in ("/threads?period=all", "/?period=all", "/search?q=rebuilt&counted=1&mode=keyword"):
        assert f">{INNER}<" not in client.get(path).text
    thread = client.get(f"/threads/{told['thread']}.json", follow_redirects=True).get_json()
    assert thread["counts"] == {"said": 0, "reports": 0, "copies": 0, "outlets": 0, "claims": 0}
    assert "nobody is counted as saying this" in client.get(f"/threads/{told['thread']}", follow_redirects=True).text
