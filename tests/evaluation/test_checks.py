import pytest

from app.evaluation.checks import faults
from app.evaluation.gold import GoldArticle
from tests.evaluation.articles import article
from tests.evaluation.worlds import WORLD

BODY = "{s1,2 Una Crane} {k1,2 said} {c1 the quay would close} and that {c2 it would rain}."
ONE = "1: indirect said | speaker=una-crane | statement=quay-1 | thread=quay | said_on=2024-03-04"
TWO = "2: indirect said | speaker=una-crane | statement=solo-001-2-1 | thread=solo-001-2"
TERN = {
    "outlet": "Tern Times",
    "url": "https://tern.example/quay",
    "published_at": "2024-03-05T12:00:00+00:00",
    "more": ["copy_of: 001-quay"],
}


def copy(one: str = ONE, two: str = TWO, **changed: object) -> GoldArticle:
    return article(BODY, [one, two], slug="002-quay-copy", **TERN | changed)


def test_gold_that_agrees_with_its_world_has_no_faults() -> None:
    again = article(
        BODY, [ONE, TWO], slug="003-quay-again", more=["modified_at: 2024-03-05T10:00:00+00:00"], title="Quay to shut"
    )
    assert faults([article(BODY, [ONE, TWO]), copy(), again], WORLD) == []


@pytest.mark.parametrize(
    ("one", "what"),
    [
        (ONE.replace("una-crane", "bo-tern"), "by bo-tern, who is not in the world"),
        (ONE.replace("una-crane", "rolf-crane"), "by rolf-crane, but quay-1 by una-crane"),
        (ONE.replace("una-crane", "-"), "by None, but quay-1 by una-crane"),
        (ONE.replace("03-04", "03-03"), "was said on 2024-03-03, but quay-1 on 2024-03-04"),
        (ONE.replace("quay-1", "quay-9"), "quay-9, which is not in the world"),
        (ONE.replace("quay-1", "quay-x004"), "quay-x004, which is not in the world"),
        (ONE.replace("=quay", "=pier"), "thread pier, which is not in the world"),
        (
            ONE.replace("quay-1", "solo-009-1-1").replace("=quay", "=solo-009-1"),
            "solo-009-1, which is of a later article",
        ),
    ],
)
def test_a_claim_that_disagrees_with_the_world_is_told(one: str, what: str) -> None:
    found = faults([article(BODY, [one, TWO])], WORLD)
    assert len(found) == 1
    assert found[0].startswith("001-quay: claim 1 ")
    assert what in found[0]


@pytest.mark.parametrize(
    "one",
    [
        ONE.replace("una-crane", "port"),  # the body announces what its master said
        ONE.replace("una-crane", "-").replace("quay-1", "quay-x001"),
    ],
)
def test_a_body_may_announce_and_an_unnamed_speaker_may_echo(one: str) -> None:
    assert faults([article(BODY, [one, TWO])], WORLD) == []


def test_outlets_and_articles_are_those_of_the_world() -> None:
    found = faults([article(BODY, [ONE, TWO], slug="009-other", url="https://elsewhere.example/1")], WORLD)
    assert [fault.split(": ", 1)[1] for fault in found] == [
        "outlet 'The Gull' and host 'elsewhere.example' are not one outlet of the world",
        "is not among the articles of the world",
    ]


def test_a_copy_carries_the_statements_of_an_earlier_original() -> None:
    original = article(BODY, [ONE, TWO])
    assert "which is not there" in faults([copy()], WORLD)[0]
    other = faults([original, copy(two=TWO.replace("001", "002"))], WORLD)
    assert other == ["002-quay-copy: claim 2 is a statement that the original does not have: solo-002-2-1"]
    early = faults([original, copy(published_at="2024-03-05T08:00:00+00:00")], WORLD)
    assert early == ["002-quay-copy: is a copy from its own outlet, or published before its original"]
    assert "in one of file and world only" in faults([original, copy(more=[])], WORLD)[0]


def test_the_claims_of_a_thread_have_one_polarity() -> None:
    denied = article(BODY, [ONE, TWO.replace("said", "denied").replace("solo-001-2-1", "quay-1")
                            .replace("solo-001-2", "quay")])  # fmt: skip
    assert faults([denied], WORLD) == ["quay: its claims have several polarities: denied, said"]
