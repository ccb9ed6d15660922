"""Decisions that meet: on one name, on holders of offices, on those who were merged or told apart before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from app.db import Database
from app.errors import Conflict
from app.identity import ImportedOffice, ImportedPerson, PeopleFile, Precision
from app.models import Speaker
from app.search.content_hash import content_hash
from app.storing.people import add_people
from tests.storing.meaning import NOW, Town, in_role, named

SINCE = date(2020, 5, 1)


@pytest.fixture
def town(database: Database) -> Iterator[Town]:
    with database.transaction() as session:
        yield Town(session)


def minister(town: Town, *names: str) -> None:
    office = ImportedOffice("finance minister", "Corland", ("Corland", "Corlandish"), None, SINCE, None, Precision.DAY)
    people = tuple(ImportedPerson(name, "person", (), None, (office,)) for name in names)
    add_people(town.session, PeopleFile(people, ()), told_by="people.json", index=town.index, now=NOW)


def by_office(town: Town) -> int:
    return town.says(in_role("finance minister"), "Corland will not raise taxes")


def test_a_claim_by_office_follows_its_holder_into_a_merge_and_back(town: Town) -> None:
    minister(town, "Ada Holm")
    claim, quist = by_office(town), town.says(named("Ada Quist"))
    before = content_hash(town.session)
    merged = town.decide("merge", speaker_id=town.speaker("Ada Quist"), other_id=town.speaker("Ada Holm"))
    assert (town.who(claim), town.who(quist)) == ("Ada Quist", "Ada Quist")
    town.undo(merged.decision_id)
    assert (town.who(claim), town.who(quist)) == ("Ada Holm", "Ada Quist")
    assert content_hash(town.session) == before


def test_two_holders_whom_an_editor_merges_are_one_holder(town: Town) -> None:
    minister(town, "Ada Holm", "Ada Holm-Lund")
    claim = by_office(town)
    assert town.who(claim) is None
    merged = town.decide("merge", speaker_id=town.speaker("Ada Holm"), other_id=town.speaker("Ada Holm-Lund"))
    assert town.who(claim) == "Ada Holm"
    town.undo(merged.decision_id)
    assert town.who(claim) is None


def test_a_name_that_never_means_somebody_does_not_mean_them_by_their_office_either(town: Town) -> None:
    minister(town, "Ada Holm")
    claim = town.says(replace(named("Holm"), role="Finance Minister"), "Corland will not raise taxes")
    assert town.who(claim) == "Ada Holm"
    never = town.decide("never", other_id=town.speaker("Ada Holm"), name="Holm")
    assert town.who(claim) is None
    assert "Ada Holm" not in town.claim(claim).speaker_candidates
    town.undo(never.decision_id)
    assert town.who(claim) == "Ada Holm"


def test_a_split_of_claims_under_one_name_alone_gives_nobody_that_name(town: Town) -> None:
    minister(town, "Ada Holm")
    plain = town.says(named("Ada Holm"))
    short = town.says(replace(named("Holm"), role="Finance Minister"), "Corland will not raise taxes")
    other = town.says(named("Holm"), "the mill will stay")
    town.decide("split", speaker_id=town.speaker("Ada Holm"), name="Ida Holm", claims=(short,))
    later = town.says(named("Holm"), "the dam will stay")
    assert [town.who(each) for each in (plain, short, other, later)] == ["Ada Holm", "Ida Holm", None, None]


def test_a_split_of_a_name_that_an_alias_gave_leaves_it_open_between_both(town: Town) -> None:
    plain = town.says(named("Ada Holm"))
    short = [town.says(named("Holm"), f"the {place} will stay") for place in ("mill", "dam")]
    alias = town.decide("alias", speaker_id=town.claim(plain).speaker_id, name="Holm")
    town.decide("split", speaker_id=town.claim(plain).speaker_id, name="Ida Holm", claims=(short[1],))
    later = town.says(named("Holm"), "the quay will stay")
    assert [town.who(each) for each in (*short, later)] == ["Ada Holm", "Ida Holm", None]
    town.undo(alias.decision_id)
    assert [town.who(each) for each in (*short, later)] == [None, "Ida Holm", None]


def test_a_split_leaves_the_claims_of_a_name_alone_that_are_another_speakers(town: Town) -> None:
    ada, per = town.says(named("Ada Holm")), town.says(named("Per Lund"))
    moved = town.says(named("Per Lund"), "the mill will stay")
    town.decide("reassign", speaker_id=town.claim(ada).speaker_id, claims=(moved,))
    town.decide("split", speaker_id=town.claim(ada).speaker_id, name="Ida Holm", claims=(moved,))
    later = town.says(named("Per Lund"), "the dam will stay")
    assert [town.who(each) for each in (ada, per, moved, later)] == ["Ada Holm", "Per Lund", "Ida Holm", "Per Lund"]


def test_what_a_split_left_with_the_merged_goes_back_when_the_merge_is_undone(town: Town) -> None:
    holm = town.says(named("Ada Holm"))
    quists = [town.says(named("Ada Quist"), f"the {place} will stay") for place in ("mill", "dam")]
    merged = town.decide("merge", speaker_id=town.speaker("Ada Holm"), other_id=town.speaker("Ada Quist"))
    town.decide("split", speaker_id=town.speaker("Ada Holm"), name="Ida Quist", claims=(quists[0],))
    assert [town.who(each) for each in (holm, *quists)] == ["Ada Holm", "Ida Quist", "Ada Holm"]
    town.undo(merged.decision_id)
    assert [town.who(each) for each in (holm, *quists)] == ["Ada Holm", "Ida Quist", "Ada Quist"]


def test_a_split_by_several_names_leaves_each_of_them_open(town: Town) -> None:
    town.says(named("Ada J. Holm", "Ada Holm"))
    plain = [town.says(named("Ada Holm"), f"the {place} will stay") for place in ("mill", "dam")]
    full = [town.says(named("Ada J. Holm"), f"the {place} will stay") for place in ("quay", "bank")]
    town.decide("split", speaker_id=town.speaker("Ada Holm"), name="Ida Holm", claims=(plain[0], full[0]))
    later = [town.says(named(name), f"{name} will stay") for name in ("Ada Holm", "Ada J. Holm")]
    assert [town.who(each) for each in (*plain, *full)] == ["Ida Holm", "Ada Holm", "Ida Holm", "Ada Holm"]
    assert [town.who(each) for each in later] == [None, None]


def test_a_rename_to_one_name_alone_shows_it_and_gives_it_to_nobody(town: Town) -> None:
    claim, short = town.says(named("Ada Holm")), town.says(named("Holm"))
    town.decide("rename", speaker_id=town.claim(claim).speaker_id, name="Holm")
    assert (town.who(claim), town.who(short)) == ("Holm", None)


def test_a_rename_is_shown_where_the_speaker_is_a_candidate(town: Town) -> None:
    claims = [town.says(named("Ada Holm"), f"{place} will stay") for place in ("the mill", "the dam")]
    speaker = town.claim(claims[0]).speaker_id
    town.decide("split", speaker_id=speaker, name="Ada Holm (the doctor)", claims=(claims[1],))
    later = town.says(named("Ada Holm"), "the bridge will stay")
    before = content_hash(town.session)
    renamed = town.decide("rename", speaker_id=speaker, name="Ada Lund")
    assert town.claim(later).speaker_candidates == ["Ada Holm (the doctor)", "Ada Lund"]
    town.undo(renamed.decision_id)
    assert content_hash(town.session) == before


def test_a_candidate_who_never_said_it_is_not_offered_again_after_a_merge(town: Town) -> None:
    town.says(named("Ada Holm"))
    town.says(named("Ada Quist"))
    claim = town.says(in_role("coach", "Ada Holm", "Per Lund"))
    before = content_hash(town.session)
    never = town.decide("never", other_id=town.speaker("Ada Holm"), claims=(claim,))
    merged = town.decide("merge", speaker_id=town.speaker("Ada Quist"), other_id=town.speaker("Ada Holm"))
    town.decide("reassign", claims=(claim,))
    assert town.claim(claim).speaker_candidates == []
    town.undo(never.decision_id)
    again = town.decide("never", other_id=town.speaker("Ada Quist"), claims=(claim,))
    town.undo(again.decision_id - 1)
    assert town.claim(claim).speaker_candidates == ["Per Lund"]
    town.undo(merged.decision_id)
    town.undo(again.decision_id)
    assert content_hash(town.session) == before


def test_evidence_never_joins_two_whom_an_editor_told_apart_through_their_merges(town: Town) -> None:
    names = ("Ada Holm", "Ada J. Holm", "Ezra Quist", "Ida Quist")
    town.says(named("Ada Holm"))
    claims = {name: town.says(named(name)) for name in names}
    town.decide("merge", speaker_id=town.speaker("Ezra Quist"), other_id=town.speaker("Ada Holm"))
    town.decide("merge", speaker_id=town.speaker("Ida Quist"), other_id=town.speaker("Ada J. Holm"))
    town.decide("apart", speaker_id=town.speaker("Ezra Quist"), other_id=town.speaker("Ida Quist"))
    town.says(named("Ada J. Holm", "Ada Holm"), "an article shows one person by both names")
    assert town.who(claims["Ezra Quist"]) == "Ezra Quist"
    assert town.who(claims["Ida Quist"]) == "Ida Quist"


def test_a_merge_of_two_who_are_held_apart_is_refused_until_that_is_undone(town: Town) -> None:
    for name in ("Ada Holm", "Ada Quist", "Ada Lund"):
        town.says(named(name))
    holm, quist, lund = (town.speaker(name) for name in ("Ada Holm", "Ada Quist", "Ada Lund"))
    apart = town.decide("apart", speaker_id=holm, other_id=quist)
    town.decide("merge", speaker_id=lund, other_id=holm)
    with pytest.raises(Conflict, match="held apart"):
        town.decide("merge", speaker_id=lund, other_id=quist)
    town.undo(apart.decision_id)
    town.decide("merge", speaker_id=lund, other_id=quist)


def test_two_whom_an_editor_merged_are_not_told_apart_beside_the_merge(town: Town) -> None:
    for name in ("Ada Holm", "Ada Quist"):
        town.says(named(name))
    town.decide("merge", speaker_id=town.speaker("Ada Holm"), other_id=town.speaker("Ada Quist"))
    with pytest.raises(Conflict, match="undo"):
        town.decide("apart", speaker_id=town.speaker("Ada Holm"), other_id=town.speaker("Ada Quist"))


def test_a_spelling_that_an_editor_typed_is_no_evidence(town: Town) -> None:
    claim, other = town.says(named("Ada Holm")), town.says(named("Per Lund"))
    before = content_hash(town.session)
    for name in ("ADa Holm", "EzrA Quist"):
        decided = town.decide("reassign", name=name, claims=(other,))
        town.undo(decided.decision_id)
    assert (town.who(claim), content_hash(town.session)) == ("Ada Holm", before)
    later = town.says(named("Ezra Quist"))
    assert town.who(later) == "Ezra Quist"
    assert town.session.get_one(Speaker, town.claim(later).speaker_id).found_name == "Ezra Quist"
