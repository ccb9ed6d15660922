"""Who may write: this machine asked directly, or who holds the token. Made from the URL map: no route is forgotten."""

import re

import pytest
from apiflask import APIFlask

import config as settings
from app import create_app
from app.embedding import HashingEmbedder

FAR = {"REMOTE_ADDR": "203.0.113.7"}
TOKEN = "only for tests"
ARTICLE = {"title": "A ferry", "text": "Ilka Brandt said that the ferry would stop."}


def writing(app: APIFlask) -> list[str]:
    """The address of every route that writes, with a number for each id."""
    rules = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or set())]
    return [re.sub(r"<int:\w+>", "1", rule.rule) for rule in rules]


def guarded(config: settings.Config) -> APIFlask:
    return create_app(settings.test_config(config.instance, api_token=TOKEN), embedder=HashingEmbedder())


def test_another_machine_may_not_write(app: APIFlask) -> None:
    assert writing(app)
    for address in writing(app):
        assert app.test_client().post(address, json=ARTICLE, environ_base=FAR).status_code == 403, address


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via"])
def test_what_came_through_a_proxy_is_not_taken_for_local(app: APIFlask, header: str) -> None:
    for address in writing(app):
        answer = app.test_client().post(address, json=ARTICLE, headers={header: "127.0.0.1"})
        assert answer.status_code == 403, address


@pytest.mark.parametrize("token", [None, "", "wrong", TOKEN + "x", "ünïcode"])
def test_where_a_token_is_set_nobody_writes_without_it(
    config: settings.Config, app: APIFlask, token: str | None
) -> None:
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    other = guarded(config)
    for address in writing(other):
        assert other.test_client().post(address, json=ARTICLE, headers=headers).status_code == 401, address


def test_the_token_lets_another_machine_write(config: settings.Config, app: APIFlask) -> None:
    client, headers = guarded(config).test_client(), {"Authorization": f"Bearer {TOKEN}"}
    assert client.post("/api/v1/articles", json=ARTICLE, headers=headers, environ_base=FAR).status_code == 202


def test_a_form_of_another_site_is_refused(app: APIFlask) -> None:
    for address in writing(app):
        if not address.startswith("/api/"):
            assert app.test_client().post(address, data=ARTICLE).status_code == 403, address


def test_a_program_that_sends_no_json_is_told_so(app: APIFlask) -> None:
    answer = app.test_client().post("/api/v1/articles", data="text=x", content_type="text/plain")
    assert (answer.status_code, answer.get_json()["code"]) == (415, "unsupported_media_type")


def test_a_strange_host_name_is_refused(app: APIFlask) -> None:
    assert app.test_client().get("/", headers={"Host": "evil.example"}).status_code == 400
