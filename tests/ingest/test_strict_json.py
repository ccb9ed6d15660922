"""JSON that two readers could understand differently is refused."""

import pytest

from app.errors import UserError
from app.ingest.strict_json import read_json


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"{", "broken_json"),
        (b'{"a": 1,}', "broken_json"),
        (b'{"a": 1} x', "broken_json"),
        (b"{'a': 1}", "broken_json"),
        (b'{"a": NaN}', "broken_json"),
        (b'{"a": Infinity}', "broken_json"),
        (b"[" * 100_000, "broken_json"),
        (b"[" * 100_000 + b"]" * 100_000, "broken_json"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "broken_json"),
        (b"1" * 10_000, "broken_json"),
        (b"\xff\xfe{}", "broken_json"),
        (b'{"a": "\xe9"}', "broken_json"),
        (b'{"a": 1, "a": 2}', "duplicate_key"),
        (b'{"a": {"b": 1, "\\u0062": 1}}', "duplicate_key"),
        (b"\x00\x01\x02", "broken_json"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as refused:
        read_json(data)
    assert (refused.value.status, refused.value.code) == (400, code)


@pytest.mark.parametrize(
    ("data", "value"),
    [(b'{"a": "\\ud800"}', {"a": "\ud800"}), (b'\xef\xbb\xbf{"a": null}', {"a": None}), ('["é"]'.encode(), ["é"])],
)
def test_read(data: bytes, value: object) -> None:
    assert read_json(data) == value
