"""Contents go to their cues, cues to their sources."""

import numpy as np

from app.extraction.tagger.reports import Links, by_role, reports
from app.extraction.tagger.tags import Range, Role, Tagged


def tagged(role: Role, pieces: Range, speech: float = 0.9) -> Tagged:
    return Tagged(role, pieces, 0.9, speech)


def links(*rows: list[float]) -> Links:
    """Candidates in order, the last figure of each row for none."""
    count = len(rows[0]) - 1
    return np.tile(np.arange(count), (len(rows), 1)), np.asarray(rows, dtype=np.float32)


SOURCE = tagged(Role.SOURCE, (0, 2))
CUES = [tagged(Role.CUE, (3, 4)), tagged(Role.CUE, (20, 21))]
CONTENTS = [tagged(Role.CONTENT, (5, 9)), tagged(Role.CONTENT, (12, 18)), tagged(Role.CONTENT, (22, 30), 0.2)]


def test_two_contents_of_one_cue_are_one_report() -> None:
    (found,) = reports(
        [SOURCE],
        CUES[:1],
        CONTENTS[:2],
        links([0.8, 0.2], [0.7, 0.3]),
        links([0.9, 0.1]),
    )
    assert found.contents == tuple(CONTENTS[:2])
    assert found.source == SOURCE
    assert (round(found.linked, 2), round(found.sourced, 2)) == (0.7, 0.9)


def test_one_source_may_serve_several_cues() -> None:
    first, second = reports(
        [SOURCE],
        CUES,
        [CONTENTS[0], CONTENTS[2]],
        links([0.9, 0.1, 0.0], [0.1, 0.8, 0.1]),
        links([0.9, 0.1], [0.8, 0.2]),
    )
    assert first.source == second.source == SOURCE


def test_a_cue_may_have_no_source_and_a_content_no_cue() -> None:
    assert reports([SOURCE], CUES[:1], CONTENTS[:1], links([0.4, 0.6]), links([0.9, 0.1])) == []
    (found,) = reports([SOURCE], CUES[:1], CONTENTS[:1], links([0.9, 0.1]), links([0.3, 0.7]))
    assert found.source is None


def test_speech_is_told_by_cue_and_the_most_doubtful_content() -> None:
    (found,) = reports([], CUES[:1], CONTENTS, links([0.9, 0.1], [0.9, 0.1], [0.9, 0.1]), links([1.0]))
    assert round(found.speech, 3) == 0.55


def test_by_role_keeps_order() -> None:
    assert by_role([SOURCE, *CUES, *CONTENTS]) == ([SOURCE], CUES, CONTENTS)
