"""One address in many spellings, and addresses that are refused."""

import pytest

from app.errors import InvalidInput
from app.ingest.addresses import canonical, host_of

PLAIN = "https://tarnpost.example/2024/dam"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (PLAIN, PLAIN),
        ("https://TarnPost.Example/2024/dam", PLAIN),
        ("https://tarnpost.example:443/2024/dam", PLAIN),
        ("https://tarnpost.example./2024/dam", PLAIN),
        ("  https://tarnpost.example/2024/dam ", PLAIN),
        ("HTTPS://tarnpost.example/2024/dam#comments", PLAIN),
        (PLAIN + "?utm_source=a&utm_medium=b&fbclid=c&gclid=d", PLAIN),
        (PLAIN + "?", PLAIN),
        (PLAIN + "?b=2&utm_source=x&a=1", PLAIN + "?b=2&a=1"),
        (PLAIN + "?id=7&&page=2", PLAIN + "?id=7&page=2"),
        ("http://tarnpost.example:80", "http://tarnpost.example/"),
        ("http://tarnpost.example:443/a", "http://tarnpost.example:443/a"),
        ("https://tarnpost.example/Größe und mehr", "https://tarnpost.example/Gr%C3%B6%C3%9Fe%20und%20mehr"),
        ("https://tarnpost.example/Gr%C3%B6%C3%9Fe", "https://tarnpost.example/Gr%C3%B6%C3%9Fe"),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("https://[::1]/a", "https://[::1]/a"),
    ],
)
def test_spellings_of_one_address(given: str, kept: str) -> None:
    assert canonical(given) == kept
    assert canonical(kept) == kept


@pytest.mark.parametrize(
    "given",
    [
        "https://tarnpost.example\\@evil.example/",
        "https://tarnpost.example/a\\b",
        "https://tarnpost.example/a\tb",
        "https://tarnpost.example/a\nb",
        "https://tarnpost.example/\x00",
        "https://tarnpost.example/\x85",
        "https://tarnpost.example/\ud800",
        "https://tarn\u202epost.example/",
        "https://user@tarnpost.example/",
        "https://user:word@tarnpost.example/",
        "https://@tarnpost.example/",
        "https:///path",
        "https://",
        "https://./",
        "//tarnpost.example/a",
        "tarnpost.example/a",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/hosts",
        "ftp://tarnpost.example/",
        "https://tarnpost.example:8080/",
        "https://tarnpost.example:0/",
        "https://tarnpost.example:99999/",
        "https://tarnpost.example:x/",
        "https://[::1/",
        "https://a b.example/",
        "https://<b>.example/",
        "https://" + "a" * 70 + ".example/",
        "https://tarnpost.example/" + "a" * 2000,
        "",
    ],
)
def test_odd_addresses_are_refused(given: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        canonical(given)
    assert (refused.value.status, refused.value.code) == (422, "invalid_url")
    assert refused.value.sentence.startswith("The address ")


def test_host_has_no_www() -> None:
    assert host_of("https://www.tarnpost.example/a") == "tarnpost.example"
