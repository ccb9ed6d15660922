"""The measure of speakers: the ratio of times, and who is who in an archive of invented articles."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.embedding import HashingEmbedder
from benchmarks import speakers
from benchmarks.speakers import Known, identities, lines, of_family, seconds

ARTICLES = [
    {
        "doc_id": "herald_2019-03-05_ferry",
        "text": "Ferry to stay\n\nMayor Odo Brennick said the ferry will stay. “It pays,” Brennick said.",
    },
    {
        "doc_id": "bay",
        "outlet": "Bay Post",
        "date": "2019-03-04",
        "text": "Fares to rise\n\n“Fares will rise in May,” Odo Brennick said. He said that nobody would pay twice.",
    },
]


def test_both_times_are_taken():
    extracting, resolving = seconds(ARTICLES, None)
    assert 0 < extracting
    assert 0 < resolving


def test_who_is_who_over_several_articles():
    archive = identities(ARTICLES, embedder=HashingEmbedder(), tagger=None)
    (one,) = archive.known
    assert one.name == "Odo Brennick"
    assert one.claims == one.how.total() == one.printed.total() == 4
    assert one.how["pronoun"] == one.printed["He"] == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Odo Brennick", True),
        ("Odo Brennick Jr.", True),
        ("Odo Brennick, Jr.", True),
        ("Brennick", True),
        ("Odo Mac-Brennick", False),
        ("Brennick Odo", False),
        ("The Brennicks", False),
    ],
)
def test_who_is_of_a_family(name, expected):
    assert bool(of_family([Known(name, "person")], "Brennick")) is expected


def test_a_speaker_is_told_with_every_printed_name():
    one = Known("Odo Brennick", "person", claims=3, said={7})
    one.how.update({"surname": 2, "pronoun": 1})
    one.printed.update({"Brennick": 2, "": 1})
    assert list(lines(one)) == [
        "Odo Brennick (person): said 1, claims 3; surname 2, pronoun 1",
        "    printed Brennick 2, (no name) 1",
    ]


def test_outlet_and_day_come_from_fields_or_from_the_name():
    assert [speakers._day(article) for article in ARTICLES] == ["2019-03-05", "2019-03-04"]
    assert [speakers._told(article, "outlet") for article in ARTICLES] == ["herald", "Bay Post"]


def test_what_is_absent_is_said_and_skipped(tmp_path: Path):
    file = tmp_path / "dev.jsonl"
    file.write_text("\n".join(json.dumps(article) for article in ARTICLES), encoding="utf-8")
    absent = str(tmp_path / "none")
    done = CliRunner().invoke(speakers.main, [str(file), "--rules", "--identities", absent])
    assert done.exit_code == 0
    assert "resolving takes" in done.stdout
    assert "Identities are not listed" in done.stdout
    done = CliRunner().invoke(speakers.main, [absent, "--rules"])
    assert done.stdout.startswith("The cost is not measured")
