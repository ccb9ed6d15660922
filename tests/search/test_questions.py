"""Open questions: what holds most claims comes first, and what an editor has answered is not asked again."""

from collections.abc import Iterator

import pytest

from app.db import Database
from app.errors import InvalidInput
from app.search.questions import Question, list_questions, questions_by_kind
from tests.storing.meaning import OPEN, Town, in_role, named


@pytest.fixture
def town(database: Database) -> Iterator[Town]:
    with database.transaction() as session:
        yield Town(session)


def asked(town: Town, kind: str = "") -> list[Question]:
    return list(list_questions(town.session, kind=kind).rows)


def test_nothing_is_asked_of_an_empty_archive(town: Town) -> None:
    assert asked(town) == []


def test_one_name_is_asked_once_for_all_its_claims_with_its_bearers(town: Town) -> None:
    town.says(named("Ada Holm"))
    town.says(named("Ezra Holm"))
    claims = [town.says(named("Holm"), f"{place} will stay") for place in ("the mill", "the dam")]
    town.says(named("Quist"), "the quay will stay")
    first, second = asked(town)
    assert (first.kind, first.words, first.claims, first.articles) == ("name", "Holm", 2, 2)
    assert [each.name for each in first.candidates] == ["Ada Holm", "Ezra Holm"]
    assert first.claim_ids == tuple(claims)
    assert (second.words, second.candidates) == ("Quist", ())


def test_an_answer_closes_the_question(town: Town) -> None:
    ada = town.says(named("Ada Holm"))
    town.says(named("Holm"))
    town.decide("alias", speaker_id=town.claim(ada).speaker_id, name="Holm")
    assert asked(town) == []


def test_a_role_is_asked_over_all_articles(town: Town) -> None:
    for place in ("the mill", "the dam"):
        town.says(in_role("harbour minister"), f"{place} will stay")
    town.says(in_role("Harbour minister", "Ada Holm", "Per Lund"), "the quay will stay")
    (question,) = asked(town)
    assert (question.kind, question.words.lower(), question.claims) == ("role", "harbour minister", 3)
    assert [each.name for each in question.candidates] == ["Ada Holm", "Per Lund"]


def test_what_one_article_leaves_open_is_a_question_of_its_own(town: Town) -> None:
    claim = town.says(OPEN)
    (question,) = asked(town, "source")
    assert (question.claims, question.claim_ids) == (1, (claim,))


def test_a_name_that_editors_split_is_asked_for_new_claims(town: Town) -> None:
    claims = [town.says(named("Ada Holm"), f"{place} will stay") for place in ("the mill", "the dam")]
    town.decide("split", speaker_id=town.claim(claims[0]).speaker_id, name="Ada Holm (doctor)", claims=(claims[1],))
    town.says(named("Ada Holm"), "the quay will stay")
    (question,) = asked(town, "namesakes")
    assert (question.words, question.claims) == ("Ada Holm", 1)
    assert [each.name for each in question.candidates] == ["Ada Holm", "Ada Holm (doctor)"]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Ada Holm", "Ada J. Holm", "middle name or initial"),
        ("José Marín", "Jose Marin", "accents"),
        ("Andriy Melnychenko", "Andriy Melnichenko", "transliteration"),
        ("Ada Orr", "Аda Orr", "look-alike letters"),
    ],
)
def test_names_that_are_alike_are_proposed_and_never_merged(town: Town, one: str, other: str, why: str) -> None:
    claims = [town.says(named(one)), town.says(named(other), "the mill will stay")]
    (question,) = asked(town, "alike")
    assert question.reason == why
    assert {each.name for each in question.candidates} == {one, other}
    assert len({town.claim(each).speaker_id for each in claims}) == 2


def test_two_who_are_merely_close_are_not_proposed(town: Town) -> None:
    for name in ("Mark Hill", "Mary Hill"):
        town.says(named(name), f"{name} is here")
    assert asked(town, "alike") == []


def test_a_refused_merge_is_never_proposed_again_until_it_is_undone(town: Town) -> None:
    one, other = town.says(named("Ada Holm")), town.says(named("Ada J. Holm"), "the mill will stay")
    decided = town.decide("apart", speaker_id=town.claim(one).speaker_id, other_id=town.claim(other).speaker_id)
    town.says(named("Ada J. Holm"), "the quay will stay")
    assert asked(town, "alike") == []
    town.undo(decided.decision_id)
    assert len(asked(town, "alike")) == 1


def test_a_refusal_holds_for_those_whom_the_two_count_as(town: Town) -> None:
    ids = [town.claim(town.says(named(name), name)).speaker_id for name in ("Ada Holm", "Ada J. Holm", "Una Quist")]
    town.decide("apart", speaker_id=ids[0], other_id=ids[1])
    town.decide("merge", speaker_id=ids[2], other_id=ids[1])
    assert asked(town, "alike") == []


def test_kinds_are_counted_and_an_unknown_one_is_refused(town: Town) -> None:
    town.says(named("Holm"))
    assert questions_by_kind(town.session) == {"name": 1, "namesakes": 0, "role": 0, "source": 0, "alike": 0}
    with pytest.raises(InvalidInput, match="Open questions are"):
        list_questions(town.session, kind="riddle")


def test_what_an_editor_gave_to_nobody_is_not_asked_again(town: Town) -> None:
    kept, given = (town.says(named("Holm"), f"{place} will stay") for place in ("the mill", "the dam"))
    decided = town.decide("reassign", claims=(given,))
    assert [(each.claims, each.claim_ids) for each in asked(town)] == [(1, (kept,))]
    town.undo(decided.decision_id)
    assert [each.claims for each in asked(town)] == [2]


def test_a_name_of_two_is_asked_as_such_beside_a_claim_that_one_of_them_never_made(town: Town) -> None:
    claims = [town.says(named("Ada Holm"), f"{place} will stay") for place in ("the mill", "the dam")]
    speaker = town.claim(claims[0]).speaker_id
    town.decide("split", speaker_id=speaker, name="Ida Holm", claims=claims[1:])
    later = [town.says(named("Ada Holm"), f"{place} will stay") for place in ("the quay", "the bank")]
    town.decide("never", other_id=town.speaker("Ida Holm"), claims=later[1:])
    (question,) = asked(town, "namesakes")
    assert (question.claims, [each.name for each in question.candidates]) == (2, ["Ada Holm", "Ida Holm"])


def test_two_who_are_shown_by_one_name_are_still_two(town: Town) -> None:
    claims = [town.says(named("Ada Holm"), f"{place} will stay") for place in ("the mill", "the dam")]
    town.decide("split", speaker_id=town.claim(claims[0]).speaker_id, name="Ada Holm", claims=claims[1:])
    town.says(named("Ada Holm"), "the quay will stay")
    (question,) = asked(town, "namesakes")
    assert (question.claims, [each.name for each in question.candidates]) == (1, ["Ada Holm", "Ada Holm"])
