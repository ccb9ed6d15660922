import pytest

from app.evaluation.pairing import judge
from app.evaluation.speakers import Outcome, folded, names_of, outcome, speakers
from app.speakers import How, SpeakerKind
from tests.evaluation.articles import article
from tests.evaluation.finds import judged, perfect
from tests.evaluation.worlds import WORLD

NAMES = names_of(WORLD)
BODY = "{c1 ‘We tried,’} {s1 she} {k1 said}. {c2 ‘It sank,’} {s2 they} {k2 said}."
LINES = [
    "1: direct said | speaker=una-crane | statement=quay-1 | thread=quay",
    "2: direct said | speaker=- | statement=solo-001-2-1 | thread=solo-001-2",
]
NAMED, UNNAMED = article(BODY, LINES).claims


@pytest.mark.parametrize(
    ("gold", "name", "kind", "expected"),
    [
        ("una-crane", "Una Crane", "person", Outcome.RIGHT),
        ("una-crane", "UNA CRANE", "person", Outcome.RIGHT),
        ("una-crane", "Rolf Crane", "person", Outcome.WRONG),
        ("una-crane", "Crane", "person", Outcome.OPEN),  # two bear that name
        ("una-crane", "Uma Crane", "person", Outcome.WRONG),
        ("una-crane", None, "person", Outcome.OPEN),
        ("una-crane", None, "unnamed", Outcome.OPEN),
        ("ida-søby", "Soby", "person", Outcome.RIGHT),
        ("ida-søby", "Crane", "person", Outcome.WRONG),
        ("port", "The Port", "organisation", Outcome.RIGHT),
        ("port", "Port of Ness", "organisation", Outcome.RIGHT),
        ("port", "Una Crane", "person", Outcome.WRONG),
        (None, None, "unnamed", Outcome.RIGHT),
        (None, "Port of Ness", "organisation", Outcome.RIGHT),
        (None, "Una Crane", "person", Outcome.WRONG),
    ],
)
def test_what_became_of_a_speaker(gold: str | None, name: str | None, kind: str, expected: Outcome) -> None:
    line = LINES[0].replace("una-crane", gold or "-")
    claim = article("{c1 ‘We tried.’}", [line]).claims[0]
    found = perfect(NAMED, speaker=name, speaker_kind=SpeakerKind(kind), how=How.PRONOUN)
    assert outcome(claim, found, NAMES) == expected


def test_accents_case_and_article_do_not_matter() -> None:
    assert folded("The Órla  Ĉibeň’s Trust") == folded("orla cíben's trust")
    assert folded("Una") != folded("Uma")


def test_outcomes_are_counted_apart_for_named_and_unnamed() -> None:
    whole = article(BODY, LINES)
    wrong = [perfect(NAMED, speaker="Rolf Crane"), perfect(UNNAMED, speaker="Una Crane", speaker_kind="person")]
    figures = speakers([judged(whole), judge(whole, wrong), judge(whole, [])], WORLD)
    named, unnamed = figures.named, figures.unnamed
    assert (named.right, named.wrong, named.open, named.missed) == (1, 1, 0, 1)
    assert (unnamed.right, unnamed.wrong, unnamed.open, unnamed.missed) == (1, 1, 0, 1)
    assert (named.accuracy, named.wrong_rate) == (0.5, 0.5)


def test_nothing_to_tell_is_no_error() -> None:
    assert speakers([], WORLD).named.accuracy == 0
