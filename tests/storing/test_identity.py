"""Who said a claim: names across articles, dated offices, and what editors decided, each with its undoing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from app.db import Database
from app.errors import Conflict, InvalidInput, NotFound
from app.identity import ImportedOffice, ImportedPerson, PeopleFile, Precision
from app.speakers import SpeakerKind
from app.storing.people import add_people
from tests.storing.meaning import NOW, OPEN, Town, in_role, named

OCTOBER = date(2024, 10, 15)


@pytest.fixture
def town(database: Database) -> Iterator[Town]:
    with database.transaction() as session:
        yield Town(session)


def office(title: str, begins: date | None, ends: date | None, area: str = "Corland") -> ImportedOffice:
    return ImportedOffice(title, area, (area, f"{area}ish"), None, begins, ends, Precision.DAY)


def person(
    name: str, *offices: ImportedOffice, aliases: tuple[str, ...] = (), wikidata: str | None = None
) -> ImportedPerson:
    return ImportedPerson(name, "person", aliases, wikidata, offices)


MINISTERS = (
    person("Ada Holm", office("finance minister", date(2020, 5, 1), date(2024, 10, 14))),
    person("Per Lund", office("Minister of Finance", OCTOBER, None)),
    person("Una Quist", office("finance minister", date(2020, 5, 1), None, "Norrick")),
)


def bring(town: Town, *people: ImportedPerson) -> object:
    return add_people(town.session, PeopleFile(people, ()), told_by="people.json", index=town.index, now=NOW)


@pytest.mark.parametrize("first", ["offices", "articles"])
@pytest.mark.parametrize(
    ("words", "on", "who"),
    [
        ("Corland will not raise taxes", date(2024, 10, 13), "Ada Holm"),
        ("Corland will not raise taxes", date(2025, 1, 1), "Per Lund"),
        ("Norrick will not raise taxes", date(2025, 1, 1), "Una Quist"),
        ("Corland and Norrick will not raise taxes", date(2025, 1, 1), None),
        ("nobody will raise taxes", date(2025, 1, 1), None),
        ("Corland will not raise taxes", date(2019, 1, 1), None),
    ],
)
def test_an_office_is_whoever_held_it_that_day_where_the_article_shows_whose_it_is(
    town: Town, first: str, words: str, on: date, who: str | None
) -> None:
    if first == "offices":
        bring(town, *MINISTERS)
    claim = town.says(in_role("finance minister"), words, on=on)
    if first == "articles":
        bring(town, *MINISTERS)
    assert town.who(claim) == who
    assert town.claim(claim).speaker_how == ("office" if who else "open")


def test_who_holds_an_office_in_two_countries_is_offered(town: Town) -> None:
    bring(town, *MINISTERS)
    claim = town.says(in_role("finance minister"), "Corland and Norrick will not raise taxes", on=date(2025, 1, 1))
    assert {"Per Lund", "Una Quist"} <= set(town.claim(claim).speaker_candidates)


def test_a_home_paper_shows_whose_minister_it_means_by_naming_the_holder(town: Town) -> None:
    bring(town, *MINISTERS)
    words = "Per Lund spoke for an hour and nobody will raise taxes"
    assert town.who(town.says(in_role("finance minister"), words, on=date(2025, 1, 1))) == "Per Lund"
    both = "Per Lund spoke for an hour, Una Quist did not, and nobody will raise taxes"
    assert town.who(town.says(in_role("finance minister"), both, on=date(2025, 1, 1))) is None
    past = "Ada Holm spoke for an hour and nobody will raise taxes"
    assert town.who(town.says(in_role("finance minister"), past, on=date(2025, 1, 1))) is None


@pytest.mark.parametrize(
    ("name", "role", "words", "on", "who"),
    [
        ("Holm", "Finance Minister", "Corland will not raise taxes", date(2024, 1, 1), "Ada Holm"),
        ("Holm", "Finance Minister", "Corland will not raise taxes", date(2025, 1, 1), None),
        ("Holm", "Doctor", "Corland will not raise taxes", date(2024, 1, 1), None),
        ("Holm", None, "Corland will not raise taxes", date(2024, 1, 1), None),
        ("Holm", "Finance Minister", "nobody will raise taxes", date(2024, 1, 1), None),
        ("Quist", "Finance Minister", "Corland will not raise taxes", date(2024, 1, 1), None),
        ("Ezra Holm", "Finance Minister", "Corland will not raise taxes", date(2024, 1, 1), "Ezra Holm"),
    ],
)
def test_one_name_and_an_office_tell_whoever_of_that_name_held_it(
    town: Town, name: str, role: str | None, words: str, on: date, who: str | None
) -> None:
    bring(town, *MINISTERS)
    assert town.who(town.says(replace(named(name), role=role), words, on=on)) == who


def test_an_article_that_speaks_of_others_is_not_overruled_by_a_file(town: Town) -> None:
    bring(town, *MINISTERS)
    claim = town.says(in_role("finance minister", "Ezra Orr", "Ida Orr"), "Corland will pay", on=date(2025, 1, 1))
    assert (town.who(claim), town.claim(claim).speaker_candidates) == (None, ["Ezra Orr", "Ida Orr", "Per Lund"])


def test_a_holder_who_was_merged_is_still_the_one_of_whom_the_article_speaks(town: Town) -> None:
    bring(town, *MINISTERS)
    short = town.says(named("P. Lund"))
    claim = town.says(in_role("finance minister", "Per Lund"), "Corland will pay", on=date(2025, 1, 1))
    town.decide("merge", speaker_id=town.claim(short).speaker_id, other_id=town.speaker("Per Lund"))
    assert town.who(claim) == "P. Lund"


def test_a_second_import_changes_nothing(town: Town) -> None:
    town.says(in_role("finance minister"), "Corland will not raise taxes")
    bring(town, *MINISTERS)
    again = bring(town, *MINISTERS)
    assert (again.new, again.known, again.offices, again.names, again.moved) == (0, 3, 0, 0, ())  # type: ignore[attr-defined]


def test_an_imported_name_means_its_bearer_and_one_that_means_another_is_refused(town: Town) -> None:
    theirs = town.says(named("Ida Holm"))
    done = bring(town, person("Ada Holm", aliases=("Ada Holm-Lund", "Ida Holm")))
    claim = town.says(named("Ada Holm-Lund"))
    assert (town.who(claim), town.who(theirs)) == ("Ada Holm", "Ida Holm")
    assert [each.reason for each in done.refused] == [  # type: ignore[attr-defined]
        "“Ida Holm” already means Ida Holm in this archive. If they are one, merge them by hand."
    ]


@pytest.mark.parametrize(
    "ids", [(None, "Q900000001"), ("Q900000001", None), (None, None), ("Q900000001", "Q900000002")]
)
def test_namesakes_of_a_file_are_two_and_stay_two_when_it_comes_again(
    town: Town, ids: tuple[str | None, str | None]
) -> None:
    both = [person("Ada Holm", wikidata=each) for each in ids]
    done, again = bring(town, *both), bring(town, *both)
    assert (done.new, again.new, again.known) == (2, 0, 2)  # type: ignore[attr-defined]


def test_a_name_that_a_file_gives_to_two_means_neither(town: Town) -> None:
    before = town.says(named("Ada Holm"))
    bring(town, person("Ada Holm", wikidata="Q900000001"), person("Ada Holm", wikidata="Q900000002"))
    after = town.says(named("Ada Holm"), "another article")
    assert [town.who(each) for each in (before, after)] == [None, None]
    assert (town.claim(after).speaker_how, town.claim(after).speaker_candidates) == ("open", ["Ada Holm", "Ada Holm"])


def test_an_alias_by_hand_holds_for_one_name_before_and_after_and_can_be_undone(town: Town) -> None:
    known, before = town.says(named("Ada Holm")), town.says(named("Holm"))
    assert town.who(before) is None
    decided = town.decide("alias", speaker_id=town.claim(known).speaker_id, name="Holm")
    after = town.says(named("Holm"), "the mill will stay")
    assert (town.who(before), town.who(after)) == ("Ada Holm", "Ada Holm")
    assert town.claim(before).decision_id == decided.decision_id
    town.undo(decided.decision_id)
    assert (town.who(before), town.who(after)) == (None, None)
    assert town.claim(after).speaker_candidates == ["Holm"]


def test_a_merge_moves_every_claim_and_those_that_come_later_and_back(town: Town) -> None:
    one, other = town.says(named("Ada Holm")), town.says(named("Ada Quist"))
    decided = town.decide("merge", speaker_id=town.claim(one).speaker_id, other_id=town.claim(other).speaker_id)
    later = town.says(named("Ada Quist"), "the mill will stay")
    assert [town.who(each) for each in (one, other, later)] == ["Ada Holm"] * 3
    town.undo(decided.decision_id)
    assert [town.who(each) for each in (one, other, later)] == ["Ada Holm", "Ada Quist", "Ada Quist"]


def test_after_a_split_the_name_alone_means_neither(town: Town) -> None:
    claims = [town.says(named("Ada Holm"), f"{place} will stay") for place in ("the mill", "the dam", "the quay")]
    speaker = town.claim(claims[0]).speaker_id
    decided = town.decide("split", speaker_id=speaker, name="Ada Holm (the doctor)", claims=(claims[2],))
    later = town.says(named("Ada Holm"), "the bridge will stay")
    assert [town.who(each) for each in claims] == ["Ada Holm", "Ada Holm", "Ada Holm (the doctor)"]
    assert town.who(later) is None
    assert town.claim(later).speaker_candidates == ["Ada Holm", "Ada Holm (the doctor)"]
    town.undo(decided.decision_id)
    assert {town.who(each) for each in (*claims, later)} == {"Ada Holm"}


def test_one_claim_can_be_given_to_somebody_else_or_to_nobody(town: Town) -> None:
    ada, per = town.says(named("Ada Holm")), town.says(named("Per Lund"))
    town.decide("reassign", speaker_id=town.claim(per).speaker_id, claims=(ada,))
    assert (town.who(ada), town.claim(ada).speaker_how) == ("Per Lund", "by hand")
    town.decide("reassign", claims=(ada,))
    assert (town.who(ada), town.claim(ada).speaker_how) == (None, "open")


def test_never_this_person_outlasts_what_the_machine_finds(town: Town) -> None:
    ada = town.says(named("Ada Holm"))
    speaker = town.claim(ada).speaker_id
    town.decide("never", other_id=speaker, claims=(ada,))
    assert (town.who(ada), town.claim(ada).speaker_candidates) == (None, [])
    decided = town.decide("never", other_id=speaker, name="Ada Holm")
    later = town.says(named("Ada Holm"), "another article")
    assert town.who(later) is None
    town.undo(decided.decision_id)
    assert (town.who(later), town.who(ada)) == ("Ada Holm", None)


def test_a_candidate_who_never_said_it_is_no_longer_offered(town: Town) -> None:
    ada = town.says(named("Ada Holm"))
    claim = town.says(in_role("coach", "Ada Holm", "Per Lund"))
    town.decide("never", other_id=town.claim(ada).speaker_id, claims=(claim,))
    assert town.claim(claim).speaker_candidates == ["Per Lund"]


def test_a_rename_is_shown_and_found_and_undone(town: Town) -> None:
    claim = town.says(named("Ada Holm"))
    decided = town.decide("rename", speaker_id=town.claim(claim).speaker_id, name="Ada Holm-Lund")
    later = town.says(named("Ada Holm-Lund"), "another article")
    assert (town.who(claim), town.who(later)) == ("Ada Holm-Lund", "Ada Holm-Lund")
    town.undo(decided.decision_id)
    assert (town.who(claim), town.who(later)) == ("Ada Holm", "Ada Holm-Lund")


def test_undoing_in_another_order_than_deciding_leaves_the_last_that_stands(town: Town) -> None:
    ada, per, una = (town.says(named(name)) for name in ("Ada Holm", "Per Lund", "Una Quist"))
    first = town.decide("reassign", speaker_id=town.claim(per).speaker_id, claims=(ada,))
    second = town.decide("reassign", speaker_id=town.claim(una).speaker_id, claims=(ada,))
    town.undo(first.decision_id)
    assert town.who(ada) == "Una Quist"
    town.undo(second.decision_id)
    assert town.who(ada) == "Ada Holm"


def test_unnamed_and_collective_sources_are_nobodys_until_a_person_says_so(town: Town) -> None:
    claim = town.says(OPEN)
    made = town.decide("reassign", name="Ada Holm", claims=(claim,))
    assert (town.who(claim), town.claim(claim).speaker_kind) == ("Ada Holm", "person")
    town.undo(made.decision_id)
    assert town.who(claim) is None


@pytest.mark.parametrize(
    ("kind", "given", "error", "words"),
    [
        ("merge", {"speaker_id": 1, "other_id": 1}, InvalidInput, "one speaker already"),
        ("merge", {"speaker_id": 1, "other_id": 3}, InvalidInput, "cannot be one"),
        ("merge", {"speaker_id": 1, "other_id": 99}, NotFound, "no such speaker"),
        ("rename", {"speaker_id": 1, "name": "Ada Holm"}, InvalidInput, "already"),
        ("rename", {"speaker_id": 1, "name": "Per Lund"}, Conflict, "merge them"),
        ("rename", {"speaker_id": 1, "name": " "}, InvalidInput, "letters"),
        ("rename", {"speaker_id": 1, "name": "x" * 500}, InvalidInput, "letters"),
        ("alias", {"speaker_id": 1, "name": "Per Lund"}, Conflict, "merge them"),
        ("split", {"speaker_id": 1, "name": "Another", "claims": ()}, InvalidInput, "at least one"),
        ("split", {"speaker_id": 1, "name": "Another", "claims": (1,)}, InvalidInput, "every claim"),
        ("split", {"speaker_id": 1, "name": "Another", "claims": (2,)}, Conflict, "not Ada Holm's"),
        ("reassign", {"speaker_id": 1, "claims": (1,)}, InvalidInput, "theirs already"),
        ("reassign", {"speaker_id": 1, "claims": (77,)}, InvalidInput, "not there"),
        ("fuse", {}, InvalidInput, "no decision"),
    ],
)
def test_what_says_nothing_or_another_decision_says_better_is_refused(
    town: Town, kind: str, given: dict[str, object], error: type[Exception], words: str
) -> None:
    town.says(named("Ada Holm"))
    town.says(named("Per Lund"))
    town.says(named("Osk Water", kind=SpeakerKind.ORGANISATION))
    with pytest.raises(error, match=words):
        town.decide(kind, **given)


def test_undoing_twice_is_refused(town: Town) -> None:
    town.says(named("Ada Holm"))
    decided = town.decide("rename", speaker_id=1, name="Ada Lund")
    town.undo(decided.decision_id)
    with pytest.raises(Conflict, match="Another editor"):
        town.undo(decided.decision_id)
