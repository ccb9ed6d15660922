from app.evaluation.counting import Counted, count_errors, counted, current, gold_counts
from app.evaluation.pairing import judge
from app.search.counts import Counts
from tests.evaluation.articles import article
from tests.evaluation.finds import judged, number, perfect

BODY = "{s1 Crane} {k1 said} {c1 the quay would close}. {s2 The port} {k2 denied} that {c2 it knew}."
LINES = [
    "1: indirect said | speaker=una-crane | statement=quay-1 | thread=quay",
    "2: indirect denied | speaker=port | statement=deny-quay-1 | thread=deny-quay",
]
FIRST = article(BODY, LINES)
COPY = article(BODY, LINES, slug="002-quay-copy", outlet="Tern Times", more=["copy_of: 001-quay"])
LATER = article(
    BODY.replace("close", "shut"),
    [LINES[0].replace("quay-1", "quay-2"), LINES[1]],
    slug="003-quay-again",
    url=FIRST.url,
    more=["modified_at: 2024-03-05T10:00:00+00:00"],
)
AGAIN = article(BODY, [LINES[0].replace("quay-1", "quay-2"), LINES[1]], slug="004-quay-more")


def test_gold_counts_tell_statements_reports_and_copies_apart() -> None:
    assert gold_counts([FIRST, COPY, AGAIN]) == {
        "deny-quay": Counts(),
        "quay": Counts(said=2, reports=2, copies=1),
    }


def test_only_the_current_version_counts() -> None:
    assert current([LATER, FIRST, COPY]) == [LATER, COPY]
    assert gold_counts([FIRST, LATER])["quay"] == Counts(said=1, reports=1)
    gone = article("{s1 Crane} {k1 said} {c1 it rained}.", [LINES[0].replace("quay", "rain")], slug="003-quay-again",
                   url=FIRST.url, more=["modified_at: 2024-03-05T10:00:00+00:00"])  # fmt: skip
    assert gold_counts([FIRST, gone]) == {
        "deny-quay": Counts(), "quay": Counts(), "rain": Counts(said=1, reports=1)
    }  # fmt: skip


def test_a_gold_thread_is_compared_with_where_most_of_its_claims_are() -> None:
    finds = [perfect(FIRST.claims[0], thread=7)]
    most = [judge(FIRST, finds), judge(COPY, [perfect(COPY.claims[0], thread=9)]),
            judge(AGAIN, [perfect(AGAIN.claims[0], thread=9)])]  # fmt: skip
    nine = Counts(said=1, reports=1, copies=1)
    assert counted(most, {7: Counts(said=1, reports=1), 9: nine}) == [
        Counted("deny-quay", Counts(), Counts()),
        Counted("quay", Counts(said=2, reports=2, copies=1), nine),
    ]


def test_errors_are_means_over_threads() -> None:
    compared = [
        Counted("quay", Counts(said=2, reports=2, copies=1), Counts(said=1, reports=4, copies=1)),
        Counted("pier", Counts(said=1, reports=1), Counts(said=2, reports=1)),
        Counted("solo-001-1", Counts(said=1, reports=1), Counts(said=1, reports=1, claims=5)),
    ]
    planned = count_errors(compared, planned=True)
    assert (planned.threads, planned.said, planned.reports, planned.copies) == (2, 1.0, 1.0, 0.0)
    assert (planned.all_right, planned.said_too_high) == (0, 1)
    every = count_errors(compared, planned=False)
    assert (every.threads, every.said, every.all_right) == (3, 2 / 3, 1)
    assert count_errors([], planned=False).said == 0


def test_what_was_never_found_counts_as_nothing() -> None:
    assert counted([judge(FIRST, [])], {}) == [
        Counted("deny-quay", Counts(), Counts()), Counted("quay", Counts(said=1, reports=1), Counts())
    ]  # fmt: skip
    assert counted([judged(FIRST)], {number("quay"): Counts(1, 1), number("deny-quay"): Counts()})[1].found.said == 1
