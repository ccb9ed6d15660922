"""Every page opens, as HTML and as JSON, over a full archive and an empty one; what cannot be read is never an error
of ours."""

import re
from collections import Counter
from datetime import date

import pytest
from flask.testing import FlaskClient

from app.db import Database
from tests.archive import Archive, Filled

PAGES = ["/", "/threads", "/threads/1", "/claims/1", "/articles", "/articles/1", "/speakers", "/speakers/1", "/search"]
PAGES += ["/speakers/questions", "/decisions", "/speakers/1/merge"]
LISTS = ["/", "/threads", "/articles", "/speakers", "/search", "/search?q=tunnel", "/speakers/questions", "/decisions"]


def as_json(path: str) -> str:
    path, mark, query = path.partition("?")
    return ("/index" if path == "/" else path) + ".json" + mark + query


@pytest.mark.parametrize("path", [*PAGES, "/search?q=tunnel", "/search?counted=1", "/articles?state=quarantined"])
def test_every_page_opens(reader: FlaskClient, path: str) -> None:
    answer = reader.get(path, follow_redirects=True)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    data = reader.get(as_json(path))
    assert (data.status_code, data.mimetype) == (200, "application/json")


@pytest.mark.parametrize("path", LISTS)
def test_every_list_opens_over_an_empty_archive(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == client.get(as_json(path)).status_code == 200


def test_an_empty_archive_says_what_fills_it(client: FlaskClient) -> None:
    for path in ("/", "/threads", "/articles"):
        assert "flask ingest file" in client.get(path).text


def links(html: str) -> set[str]:
    return {link.replace("&amp;", "&").split("#")[0] for link in re.findall(r'href="(/[^"]*)"', html)}


@pytest.mark.faults
def test_no_link_is_dead(reader: FlaskClient) -> None:
    """Follow the links of our own from the desk on: up to eight addresses of each shape."""
    seen: set[str] = set()
    shapes: Counter[str] = Counter()
    waiting = {"/?period=all", "/search?q=tunnel"}
    while waiting:
        path = waiting.pop()
        seen.add(path)
        shapes[shape := re.sub(r"\d+(-[a-z0-9-]+)?|=[^&]*", "", path)] += 1
        if 8 < shapes[shape]:
            continue
        with reader.get(path, follow_redirects=True) as answer:
            assert answer.status_code == 200, path
            if answer.mimetype == "text/html":
                waiting |= links(answer.text) - seen
    assert 20 < len(shapes)


BAD = [
    *["?page=0", "?page=-1", "?page=x", "?page=999999999999999999999", "?page=1e9", "?page=%00", "?period=x"],
    *["?outlet=x", "?outlet=99999999999999999999", "?from=x&to=2024-13-99", "?mode=x", "?speaker=%25%5C_", "?q=%22"],
    *["?speaker=99999999999999999999", "?q=%ff%fe", "?q=%00", "?q=" + "a" * 5000, "?how=x&counted=x"],
    *[
        "?decided=x",
        "?decided=99999999999999999",
        "?kind=",
        "?by=x",
        "?speaker=%C2%B2",
        "?speaker=%D9%A1",
        "?page=%C2%B2",
        "?version=%C2%B2",
        "?claim=-1",
    ],
]


@pytest.mark.parametrize("query", BAD)
def test_bad_values_are_as_good_as_none(reader: FlaskClient, query: str) -> None:
    one = ["/threads/1", "/claims/1", "/articles/1", "/speakers/1", "/speakers/1/split", "/speakers/1/merge"]
    for path in [*LISTS[:5], *LISTS[6:], *one]:
        assert reader.get(path + query, follow_redirects=True).status_code == 200, path


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/threads?sort=colour", 422),
        ("/speakers?sort=1;drop", 422),
        ("/articles?state=lost", 422),
        ("/threads/999", 404),
        ("/claims/999", 404),
        ("/articles/999", 404),
        ("/articles/1?version=9", 404),
        ("/speakers/999", 404),
        ("/speakers/questions?kind=colour", 422),
        ("/claims/99999999999999999999999999", 404),
        ("/claims/-1", 404),
        ("/nothing", 404),
    ],
)
def test_what_is_not_there_has_its_sentence(reader: FlaskClient, path: str, status: int) -> None:
    page = reader.get(path)
    assert (page.status_code, page.mimetype) == (status, "text/html")
    assert "<h1>" in page.text
    data = reader.get(as_json(path))
    assert (data.status_code, data.mimetype) == (status, "application/problem+json")


@pytest.mark.parametrize("path", ["/threads", "/articles", "/speakers", "/search?q=tunnel"])
def test_a_page_beyond_the_end_is_empty(reader: FlaskClient, path: str) -> None:
    data = reader.get(as_json(path) + ("&" if "?" in path else "?") + "page=9").get_json()
    assert (data.get("groups") or data)["rows"] == []
    assert 0 < (data.get("groups") or data)["total"]


def test_addresses_redirect_for_good(reader: FlaskClient, filled: Filled) -> None:
    for path in (f"/threads/{filled.tunnel}", f"/threads/{filled.tunnel}-old-words", f"/threads/{filled.merged}"):
        answer = reader.get(path + "?page=1")
        assert answer.status_code == 301
        assert re.fullmatch(rf"/threads/{filled.tunnel}-the-harbour-[a-z-]+\?page=1", answer.headers["Location"])
    answer = reader.get(f"/threads/{filled.merged}.json")
    assert answer.status_code == 301
    assert answer.headers["Location"].endswith(".json")
    assert reader.get(f"/speakers/{filled.vestergaard}").headers["Location"].endswith("-ingrid-vestergaard")


def test_json_comes_from_the_same_model(reader: FlaskClient, filled: Filled) -> None:
    data = reader.get(f"/threads/{filled.tunnel}.json").get_json()
    assert data["counts"] == {"said": 3, "reports": 5, "copies": 1, "outlets": 3, "claims": 6}
    assert data["first"] == {"on": "2025-03-03", "precision": "day"}
    page = reader.get(f"/threads/{filled.tunnel}", follow_redirects=True).text
    assert "said 3" in page
    assert "5 reports" in page
    assert "1 copy" in page
    assert "earliest in this archive" in page


def test_the_desk_says_what_waits_and_that_the_archive_is_old(reader: FlaskClient) -> None:
    page = reader.get("/").text
    assert "1 article is being read" in page
    assert "1 article could not be read" in page
    assert "The newest article is of 28 Aug 2025: periods are counted back from that day." in page


def test_a_quarantined_article_gives_its_reason(reader: FlaskClient, filled: Filled) -> None:
    assert "its worker stopped 3 times while at it" in reader.get(f"/articles/{filled.quarantined}").text


def test_what_does_not_count_is_shown_as_such(reader: FlaskClient, filled: Filled) -> None:
    assert "denied, not counted" in reader.get(f"/claims/{filled.denial}").text
    assert "in an earlier version" in reader.get(f"/claims/{filled.old_claim}").text
    assert "it could be Anna Berg or Nils Berg" in reader.get(f"/claims/{filled.open_claim}").text


def test_a_claim_leads_to_the_words_at_the_outlet_and_here(reader: FlaskClient, filled: Filled) -> None:
    page = reader.get(f"/claims/{filled.first_claim}").text
    assert (
        'href="https://wire.example/1#:~:text=The%20harbour%20tunnel%20will%20open%20in%20November&amp;text=and' in page
    )
    assert f"/articles/{filled.wire}?version=1&amp;claim=1#claim-{filled.first_claim}" in page
    article = reader.get(f"/articles/{filled.wire}").text
    assert article.count(f'id="claim-{filled.first_claim}"') == 1


def test_nothing_found_says_what_was_searched(reader: FlaskClient) -> None:
    page = reader.get("/search?q=zeppelin+-tunnel&mode=keyword").text
    assert "Nothing was found" in page
    assert "without tunnel" in page
    assert "Earliest in this archive: 3 Feb 2025" in page
    assert "4 outlets" in page


def test_headers_keep_everything_else_out(reader: FlaskClient) -> None:
    wanted = {
        "default-src 'none'",
        *(f"{name} 'self'" for name in ("script-src", "style-src", "img-src", "connect-src", "form-action")),
        "base-uri 'none'",
        "frame-ancestors 'none'",
    }
    for path in ("/", "/nothing", "/index.json", "/static/style.css"):
        with reader.get(path) as answer:
            headers = answer.headers
        assert set(headers["Content-Security-Policy"].split("; ")) == wanted
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"


def test_no_page_has_script_or_style_in_line(reader: FlaskClient) -> None:
    for path in PAGES:
        html = reader.get(path, follow_redirects=True).text
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", html), path


def test_the_number_of_articles_leads_to_as_many(reader: FlaskClient) -> None:
    for period in ("7", "30", "90", "all"):
        page = reader.get(f"/?period={period}").text
        shown = re.search(r'href="(/articles[^"]*)"><b>(\d+)</b>', page)
        assert shown is not None
        address, number = shown[1].replace("&amp;", "&"), int(shown[2])
        path, _, query = address.partition("?")
        assert reader.get(f"{path}.json?{query}").get_json()["total"] == number, period


def test_a_widened_period_says_so(reader: FlaskClient) -> None:
    assert "Nothing was repeated in" not in reader.get("/?period=7").text
    data = reader.get("/index.json").get_json()
    assert ("Nothing was repeated in" in reader.get("/").text) is data["is_widened"]


def test_links_say_what_they_are_worth(reader: FlaskClient, filled: Filled) -> None:
    page = reader.get(f"/claims/{filled.first_claim}").text
    changed = page[page.index("Δ</span> changed") :]
    assert "proposed" in changed[: changed.index("</tr>")]
    assert '<del class="side">November</del> → <ins class="side">March 2026</ins>' in changed
    assert "bar-of" not in changed[: changed.index("</tr>")]
    assert "bar-of" in page[: page.index("Δ</span> changed")]


def test_a_copy_says_of_what(reader: FlaskClient, filled: Filled) -> None:
    links = reader.get(f"/claims/{filled.first_claim}.json").get_json()
    copy = next(tie["other"]["id"] for tie in links["later"] if tie["other"]["article"]["id"] == filled.copy)
    assert (
        f'of <a href="/claims/{filled.first_claim}">claim {filled.first_claim}</a> in'
        in reader.get(f"/claims/{copy}").text
    )


def test_candidates_are_named_only_where_there_are_several(client: FlaskClient, database: Database) -> None:
    with database.transaction() as session:
        archive = Archive(session)
        for names in (["Ada Holm"], ["Bo Lie", "Cy Lie"]):
            version = archive.article("Bay Radio", f"Quay {len(names)}", "“It holds,” the boss said.", date(2025, 1, 1))
            open_ = {"speaker_kind": "person", "speaker_how": "open", "speaker_candidates": names}
            statement = archive.statement(archive.thread(), date(2025, 1, 1))
            archive.claim(version, statement, "“It holds,”", source="the boss", **open_)
    page = client.get("/search?how=open").text
    assert "(not resolved: Bo Lie or Cy Lie)" in page
    assert "Ada Holm" not in page
    alone = client.get("/claims/1").text
    assert alone.count("Ada Holm") == 2, "but where an editor may say so: the field and its button"
    assert "<button>It is Ada Holm</button>" in alone
