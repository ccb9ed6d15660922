"""Whatever the text: names, titles and offices are read without an error, and files end in people or in a sentence."""

import json
from contextlib import suppress
from datetime import date
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import InvalidInput
from app.identity import (
    Office,
    adds_only_initials,
    block_keys,
    conflict,
    holder,
    is_mixed,
    is_whole,
    likeness,
    office_key,
    parts,
    read_people,
    scripts,
    skeleton,
    title_keys,
)

pytestmark = pytest.mark.faults

LETTERS = st.text(alphabet=st.sampled_from(list("aAbB.jJ'’-, \tyıßÅéЖр\u0301\u200bﬀ愛1(\"İ")), max_size=30)
TEXT = LETTERS | st.text(max_size=60)
NAME = st.sampled_from(["Ada Holm", "Jo van der Pell Jr.", "J.D. al-Holm", "Ада Хольм"]) | TEXT
KEYS = st.sampled_from(
    ["persons", "organizations", "posts", "areas", "memberships", "id", "name", "other_names", "identifiers", "scheme"]
    + [
        "identifier",
        "person_id",
        "organization_id",
        "role",
        "label",
        "start_date",
        "end_date",
        "area",
        "area_id",
        "post",
    ]
)
VALUES = st.sampled_from(["Ada Holm", "Jo Pell", "wikidata", "Q1", "2024", "2024-02-30", "1"]) | TEXT
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | VALUES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | TEXT, inner, max_size=5),
    max_leaves=25,
)


@given(NAME, NAME)
def test_any_two_names(one: str, other: str) -> None:
    found = likeness(one, other)
    assert found is likeness(other, one)
    assert found is None or not conflict(one, other)
    assert conflict(one, other) is conflict(other, one)
    assert likeness(one, one) is None
    assert adds_only_initials(one, other) is adds_only_initials(other, one)
    assert not (adds_only_initials(one, other) and conflict(one, other))


@given(NAME)
def test_any_name(name: str) -> None:
    whole = parts(name)
    assert is_whole(name) <= bool(whole.given and whole.family)
    block_keys(name)
    scripts(name)
    is_mixed(name)
    assert skeleton(skeleton(name)) == skeleton(name)


@given(TEXT, TEXT, TEXT, st.none() | TEXT, st.none() | TEXT)
def test_any_role(role: str, text: str, title: str, area: str | None, body: str | None) -> None:
    office = Office(1, title, area, body, date(2024, 1, 1), None, (role,), name=text)
    for words in (role, title, f"{area} {title}"):
        found = holder(words, text=f"{text} {area}", said=(date(2024, 1, 1), date.max), offices=[office])
        assert found.speaker in (None, *found.candidates)
        assert found.reason
    title_keys(role)
    office_key(title, [role])


@given(st.binary(max_size=200), st.sampled_from(["a.json", "a.csv", "a"]))
def test_any_bytes(data: bytes, name: str) -> None:
    with suppress(InvalidInput):
        read_people(data, name=name)


@settings(max_examples=300)
@given(JSON, st.lists(JSON, max_size=4), st.lists(JSON, max_size=4), st.lists(JSON, max_size=3))
def test_any_json(whole: object, persons: list[object], memberships: list[object], areas: list[object]) -> None:
    listed = {"persons": persons, "memberships": memberships, "areas": areas, "organizations": areas, "posts": areas}
    for value in (whole, listed):
        try:
            found = read_people(json.dumps(value).encode(), name="people.json")
        except InvalidInput:
            continue
        for person in found.people:
            assert person.kind == "organisation" or is_whole(person.name)
        assert all(each.reason.endswith(".") for each in found.refused)


@given(st.lists(st.lists(VALUES, max_size=6), max_size=6))
def test_any_csv(rows: list[list[str]]) -> None:
    lines = (",".join(row) for row in rows)
    text = "\n".join(["name,aliases,wikidata,office,from,to", *islice(lines, 10)])
    try:
        found = read_people(text.encode("utf-8", "replace"), name="people.csv")
    except InvalidInput:
        return
    assert all(is_whole(person.name) for person in found.people)


def test_long_texts_take_linear_time() -> None:
    name = "Ada " + "al-" * 50_000 + "Holm"
    assert parts(name).given == "Ada"
    text = "Corland " * 50_000
    office = Office(1, "mayor", "Corland", None, date(2024, 1, 1), None)
    day = date(2024, 6, 1)
    assert holder("the mayor", text=text + "came.", said=(day, day), offices=[office]).candidates == (1,)
