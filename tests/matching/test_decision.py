"""What two claims are to each other, over tables of invented pairs by slot."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.matching import Comparable, Sameness, decide
from tests.matching import pairs

NEAR = 0.97
"""A cosine that would tempt any method that goes by likeness alone."""


def decided(new: str, earlier: str, *, cosine: float = NEAR, **more: str) -> tuple[Sameness, str]:
    decision = decide(Comparable(new, **more), Comparable(earlier), cosine=cosine)
    return decision.sameness, " | ".join(decision.reasons)


@pytest.mark.parametrize(("new", "earlier", "reason"), [*pairs.FIGURE, *pairs.UNIT, *pairs.DATE, *pairs.SCOPE])
def test_a_differing_figure_unit_date_or_scope_is_a_change(new: str, earlier: str, reason: str | None) -> None:
    sameness, reasons = decided(new, earlier)
    assert sameness is Sameness.CHANGED
    assert reasons.startswith("same but: ")
    assert (reason or "").lower() in reasons.lower()


@pytest.mark.parametrize(("new", "earlier", "reason"), pairs.POLARITY)
def test_a_negation_or_an_antonym_contradicts(new: str, earlier: str, reason: str | None) -> None:
    sameness, reasons = decided(new, earlier)
    assert sameness is Sameness.CONTRADICTS
    assert (reason or "opposite") in reasons


@pytest.mark.parametrize(("new", "earlier", "reason"), pairs.ENTITY)
def test_another_name_is_another_claim(new: str, earlier: str, reason: str) -> None:
    sameness, reasons = decided(new, earlier)
    assert sameness is Sameness.RELATED
    assert reason in reasons


@pytest.mark.parametrize(("new", "earlier"), [*pairs.ROLES, *pairs.WORDING])
def test_other_roles_or_another_word_are_never_the_same(new: str, earlier: str) -> None:
    assert decided(new, earlier)[0] is not Sameness.SAME


@pytest.mark.parametrize(("new", "earlier"), [*pairs.IDENTICAL, *pairs.ROUNDING, *pairs.DOUBLE_NEGATION, *pairs.MOVED])
def test_the_same_in_other_figures_negations_or_order(new: str, earlier: str) -> None:
    sameness, reasons = decided(new, earlier)
    assert sameness is Sameness.SAME, reasons


def test_there_are_enough_pairs_to_trust_the_tables() -> None:
    tables = [value for name, value in vars(pairs).items() if name.isupper() and isinstance(value, list)]
    assert sum(len(table) for table in tables) >= 120


DIFFERING = [row[:2] for row in (*pairs.FIGURE, *pairs.UNIT, *pairs.DATE, *pairs.SCOPE, *pairs.POLARITY, *pairs.ENTITY)]


def test_no_pair_that_differs_in_a_slot_is_the_same_however_near() -> None:
    assert len(DIFFERING) >= 50
    called_same = [
        (new, earlier)
        for new, earlier in DIFFERING
        for cosine in (0.8, 1.0)
        if decided(new, earlier, cosine=cosine)[0] is Sameness.SAME
    ]
    assert called_same == []


@pytest.mark.parametrize(
    ("new", "earlier"),
    [row[:2] for row in (*pairs.FIGURE, *pairs.SCOPE, *pairs.POLARITY, *pairs.ROUNDING, *pairs.ROLES)],
)
def test_which_claim_is_newer_does_not_matter(new: str, earlier: str) -> None:
    there = decide(Comparable(new), Comparable(earlier), cosine=NEAR)
    back = decide(Comparable(earlier), Comparable(new), cosine=NEAR)
    assert (there.sameness, there.score) == (back.sameness, back.score)


@pytest.mark.parametrize(
    ("polarity", "expected"),
    [
        ("said", Sameness.SAME),
        ("denied", Sameness.CONTRADICTS),
        ("asked", Sameness.RELATED),
        ("declined", Sameness.RELATED),
        ("hypothetical", Sameness.RELATED),
    ],
)
def test_what_the_speaker_did_with_the_words_counts(polarity: str, expected: Sameness) -> None:
    assert decided("The mill will close in June.", "The mill will close in June.", polarity=polarity)[0] is expected


def test_denying_a_negation_is_no_contradiction() -> None:
    denied = Comparable("The mill will not close in June.", polarity="denied")
    assert decide(denied, Comparable("The mill will close in June."), cosine=NEAR).sameness is not Sameness.CONTRADICTS


def test_a_question_does_not_assert() -> None:
    assert decided("Is the mill closing in June?", "The mill is closing in June.")[0] is Sameness.RELATED


def test_last_year_is_another_year_a_year_later() -> None:
    words = "Exports from Oster fell by a tenth last year."
    earlier, later = Comparable(words, said_on=date(2021, 5, 4)), Comparable(words, said_on=date(2022, 5, 4))
    assert decide(later, earlier, cosine=1.0).sameness is Sameness.CHANGED
    assert decide(Comparable(words, said_on=date(2021, 5, 6)), earlier, cosine=1.0).sameness is Sameness.SAME


def test_last_year_and_its_number_agree() -> None:
    new = Comparable("Exports from Oster fell by a tenth last year.", said_on=date(2021, 5, 4))
    assert decide(new, Comparable("Exports from Oster fell by a tenth in 2020."), cosine=NEAR).sameness is Sameness.SAME
    other = decide(new, Comparable("Exports from Oster fell by a tenth in 2018."), cosine=NEAR)
    assert other.sameness is Sameness.CHANGED


def test_a_claim_read_in_part_is_never_the_same_in_other_words() -> None:
    new = "The inquiry into the harbour found that the managers had been warned about the cranes several times."
    earlier = "Managers had several warnings about the cranes, the inquiry into the harbour has found."
    decision = decide(Comparable(new, partly_read=True), Comparable(earlier), cosine=0.99)
    assert decision.sameness is not Sameness.SAME


def test_unlike_claims_are_different() -> None:
    assert decided("The mill will close in June.", "Herring is back in the bay.", cosine=0.05)[0] is Sameness.DIFFERENT


TEXT = st.text(max_size=200)
WORDS = st.lists(
    st.sampled_from(
        """not no never 5 1,400 million bn $ £ % percent half of a third in 2016 last year May March 3 rose fell the all
        most one only will may Brandel Averby said . ? ' " - to and between at least more than up""".split()  # noqa: SIM905
    ),
    max_size=30,
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEXT, WORDS), st.one_of(TEXT, WORDS), st.floats(), st.one_of(st.none(), st.dates()), st.booleans())
def test_nothing_makes_it_raise(new: str, earlier: str, cosine: float, said_on: date | None, partly: bool) -> None:
    one, two = Comparable(new, said_on=said_on, partly_read=partly), Comparable(earlier)
    there, back = decide(one, two, cosine=cosine), decide(two, one, cosine=cosine)
    assert 0 <= there.score <= 1
    assert (there.sameness, there.score) == (back.sameness, back.score)


@settings(max_examples=50, deadline=None)
@given(st.one_of(TEXT, WORDS))
def test_a_claim_is_the_same_as_itself(text: str) -> None:
    assert decide(Comparable(text), Comparable(text), cosine=1.0).sameness is Sameness.SAME


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "’", "1" * 400, "½", "٣ people", "𝟜𝟘", "-" * 50, "May"])
def test_strange_texts_are_compared_quietly(text: str) -> None:
    assert decide(Comparable(text, said_on=date.min), Comparable("Tamm paid 5 crowns.", said_on=date.max), cosine=0.0)


def test_a_very_long_claim_is_compared_in_reasonable_time() -> None:
    long = " ".join(f"Clerk number {n} did not sign the {n % 7} papers of Brandel." for n in range(700))
    turned = " ".join(f"Papers of Hellmer, {n % 5} of them, were never read by porter {n}." for n in range(700))
    before = date.today() - timedelta(days=1)
    assert decide(Comparable(long, said_on=before), Comparable(turned), cosine=0.7).sameness is not Sameness.SAME
