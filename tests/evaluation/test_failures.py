from datetime import date

from app.evaluation.counting import Counted
from app.evaluation.failures import failures
from app.evaluation.pairing import judge
from app.extraction import Kind, Polarity, Precision
from app.search.counts import Counts
from tests.evaluation import archive
from tests.evaluation.finds import judged, perfect
from tests.evaluation.worlds import WORLD

FIRST, COPY, _, MORE = archive.articles()


def test_nothing_is_told_where_nothing_is_wrong() -> None:
    assert not any(failures([judged(FIRST), judged(MORE)], [], {}, WORLD).values())


def test_each_failure_is_told_under_its_heading() -> None:
    one, two, three = FIRST.claims
    finds = [
        perfect(one, speaker="Rolf Crane", said_on=date(2024, 3, 1), said_on_precision=Precision.DAY),
        perfect(two, content=one.source, speaker=None),
        perfect(three, polarity=Polarity.SAID, kind=Kind.MIXED, speaker=None, thread=perfect(one).thread),
    ]
    again = [perfect(claim, thread=claim.number) for claim in COPY.claims]
    wrong_count = Counted("quay", Counts(said=2, reports=2, copies=1), Counts(said=3, reports=2, copies=1))
    told = failures([judge(FIRST, finds), judge(COPY, again)], [wrong_count], {}, WORLD)
    assert told["missed claims"] == ["001:2 direct [said] ‘We have tried everything, and the sea has tried harder,’"]
    assert told["found claims that are none"] == ["001 direct 'she': Una Crane, the harbour master of Ness"]
    assert told["told inside others, left out"] == []
    assert told["wrong polarity"] == ["001:3 said for denied: it had sold the land behind the sheds"]
    assert told["wrong kind"] == ["001:3 mixed for indirect: it had sold the land behind the sheds"]
    assert told["wrong day"][0].startswith("001:1 2024-03-01 (day) for 2024-03-04: the old quay")
    assert told["wrong speaker"] == [
        "001:1 'Una Crane, the harbour master of Ness': Rolf Crane (full name) for una-crane"
    ]
    assert told["open speaker"] == ["001:3 'The Port of Ness': None (full name) for port"]
    assert len(told["threads falsely joined"]) == 1
    assert told["threads falsely joined"][0].startswith("quay: 001:1 the old quay")
    assert [line.split(":")[0] for line in told["threads split"]] == ["quay in 2 pieces", "deny-quay in 2 pieces"]
    assert told["repeats not joined"] == [
        "none: 002:1 the old quay at Ness would close in April | 001:1 the old quay at Ness would close in April"
    ]
    assert told["counts"] == ["quay: said 3 for 2, reports 2 for 2, copies 1 for 1"]


def test_what_is_told_inside_others_is_listed_and_no_failure() -> None:
    finds = [perfect(claim, is_second_hand=claim.number == 3) for claim in FIRST.claims]
    told = failures([judge(FIRST, finds)], [], {}, WORLD)
    assert [len(lines) for lines in told.values() if lines] == [1, 1]
    assert told["missed claims"][0].startswith("001:3 ")
    assert told["told inside others, left out"] == [
        "001 indirect 'The Port of Ness': it had sold the land behind the sheds"
    ]


def test_long_words_are_cut() -> None:
    whole = perfect(FIRST.claims[1], content=((FIRST.body_start, len(FIRST.text)),))
    told = failures([judge(FIRST, [whole])], [], {}, WORLD)
    assert told["found claims that are none"][0].endswith("…")
