"""What becomes of the tagger's reports beside the rules' finds."""

import numpy as np
import pytest

from app.extraction.candidates import Candidate
from app.extraction.reading import read
from app.extraction.rules import rule_candidates
from app.extraction.tagger.finds import Calibration, finds, together
from app.extraction.tagger.judging import INPUTS
from app.extraction.tagger.pieces import Pieces
from app.extraction.tagger.reports import Report
from app.extraction.tagger.tags import Range, Role, Tagged

EVERYTHING = Calibration((*([0.0] * len(INPUTS)), 2.0), 0.2)
NOTHING = Calibration((*([0.0] * len(INPUTS)), -9.0), 0.2)


def cut_by_words(text: str) -> Pieces:
    """Words as pieces: a tokenizer is not what is tested here."""
    starts, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        starts.append((at, at + len(word)))
        at += len(word)
    begins, ends = np.asarray(starts, dtype=np.int64).T
    nothing = np.zeros(len(begins), dtype=np.int64)
    return Pieces(nothing, begins, ends, np.zeros((len(begins), 4), dtype=np.int64), nothing, nothing)


def at(text: str, part: str) -> Range:
    """The words of ``part``."""
    start = text.index(part)
    first = len(text[:start].split())
    return first, first + len(part.split())


def report(text: str, source: str, cue: str, *contents: str) -> Report:
    def tagged(role: Role, part: str) -> Tagged:
        return Tagged(role, at(text, part), 0.95, 0.9)

    return Report(
        tagged(Role.CUE, cue),
        tuple(tagged(Role.CONTENT, part) for part in contents),
        tagged(Role.SOURCE, source) if source else None,
        0.9,
        0.9,
    )


def found(text: str, *reports: Report, calibration: Calibration = EVERYTHING) -> list[Candidate]:
    reading = read(text)
    return list(together(reading, list(rule_candidates(reading)), cut_by_words(text), reports, calibration))


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_a_report_alone() -> None:
    text = "The dredging, so the pilots hold, was botched."
    (one,) = found(text, report(text, "pilots", "hold,", "was botched."))
    assert (words(text, one.content), words(text, one.cue), words(text, one.source)) == (
        ["was botched."],
        ["hold"],
        ["pilots"],
    )
    assert one.rule == "tagger"
    assert one.confidence == pytest.approx(0.8808)


def test_under_the_least_confidence_nothing_is_handed_on() -> None:
    text = "The pilots hold that the dredging was botched."
    assert found(text, report(text, "pilots", "hold", "the dredging was botched."), calibration=NOTHING) == []


def test_where_both_found_it_the_source_is_the_rules() -> None:
    text = "Ada Quill, the mayor of Elmford, said the bridge was safe."
    (one,) = found(text, report(text, "Ada Quill,", "said", "the bridge was safe."))
    assert words(text, one.source) == ["Ada Quill, the mayor of Elmford,"]


def test_who_was_told_is_not_who_said() -> None:
    text = "Residents were told that the dust was harmless."
    (one,) = found(text, report(text, "Residents", "were told", "that the dust was harmless."))
    assert one.source == ()


def test_the_careful_rule_tells_polarity() -> None:
    text = "Tolland denied that the harbour was shut."
    (one,) = found(text, report(text, "Tolland", "denied", "that the harbour was shut."))
    assert one.verb == "deny"


def test_a_line_of_a_transcript_is_its_speakers() -> None:
    text = "QUILL: The bridge is safe.\n\nMARROW: Who said it was?\n\nQUILL: I did."
    held = found(text, report(text, "", "said", "it was?"))
    assert {one.rule for one in held} == {"name, colon"}
    assert len(held) == 3


def test_a_quotation_that_the_tagger_left_alone_is_the_rules() -> None:
    text = "„Wir sind bereit,“ said Ilka Brandt. The dredging was botched, Tolland said."
    held = found(text, report(text, "Tolland", "said.", "The dredging was botched,"))
    assert {one.rule for one in held} == {"tagger", "quotation, cue, source"}


def test_unmarked_words_of_another_paragraph_are_left_out() -> None:
    text = "Dam is safe, says inspector\n\nThe gates were opened at noon."
    reading = read(text)
    reports = [report(text, "inspector", "says", "Dam is safe,", "The gates were opened at noon.")]
    (one,) = finds(reading, [], cut_by_words(text), reports)
    assert words(text, one.candidate.content) == ["Dam is safe"]


def test_a_quotation_that_was_closed_before_is_not_the_next_speakers() -> None:
    text = "The engineer spoke.\n\n“I drew it, because I draw things.”\n\nDorothea Quill denied knowing of the crack."
    reports = [report(text, "Dorothea Quill", "denied", "“I drew it, because I draw things.”", "knowing of the crack.")]
    (one,) = finds(read(text), [], cut_by_words(text), reports)
    assert words(text, one.candidate.content) == ["knowing of the crack."]


def test_a_quotation_that_runs_on_is_kept_whole() -> None:
    text = "“I drew it, because I draw things.\n\n“I kept it,” said Tolland."
    reports = [report(text, "Tolland.", "said", "“I drew it, because I draw things.", "“I kept it,”")]
    (one,) = finds(read(text), [], cut_by_words(text), reports)
    assert words(text, one.candidate.content) == ["“I drew it, because I draw things.", "“I kept it,”"]


def test_a_quotation_does_not_come_back_after_a_gap() -> None:
    text = "“It is safe,” said Tolland.\n\nNobody moved.\n\n“It was botched.”"
    reports = [report(text, "Tolland.", "said", "“It is safe,”", "“It was botched.”")]
    (one,) = finds(read(text), [], cut_by_words(text), reports)
    assert words(text, one.candidate.content) == ["“It is safe,”"]


def test_a_colon_may_be_a_cue() -> None:
    text = "Tolland : harbour shut for good"
    (one,) = finds(read(text), [], cut_by_words(text), [report(text, "Tolland", ":", "harbour shut for good")])
    assert words(text, one.candidate.cue) == [":"]
    assert all(start < end for start, end in (*one.candidate.cue, *one.candidate.source, *one.candidate.content))


def test_what_a_trusted_rule_finds_is_handed_on_where_the_tagger_found_nothing() -> None:
    text = "Other papers such as the Lark have stated that they will print it. The mill declined to comment."
    assert [words(text, one.content) for one in found(text)] == [["they will print it"], ["to comment"]]


def test_other_rules_do_not_stand_alone() -> None:
    assert found("The mill promised to open in May.") == []


def test_a_trusted_rule_with_a_shared_subject_does_not_stand_alone() -> None:
    assert found("Doe was angry after she left the hall and blamed the rain.") == []


def test_a_doubtful_report_gives_way_to_a_trusted_rule() -> None:
    text = "The Lark has learned that according to a notice, the school will close."
    doubtful = report(text, "notice,", "learned", "the school will close.")
    given = found(text, doubtful, calibration=Calibration((*([0.0] * len(INPUTS)), -1.0), 0.2))
    assert {one.rule for one in given} == {"tagger", "according to"}
    assert {one.rule for one in found(text, doubtful)} == {"tagger"}


def test_each_clause_goes_to_its_own_cue() -> None:
    text = "Vik Dahl, who had said that the dam leaked, denied that it had burst."
    both = report(text, "Vik Dahl,", "denied", "that the dam leaked,", "that it had burst.")
    assert {one.rule: words(text, one.content) for one in found(text, both)} == {
        "tagger": ["that it had burst."],
        "cue that": ["the dam leaked"],
    }


def test_a_pronoun_nearer_to_the_cue_is_the_taggers_source() -> None:
    text = "Doe was angry after she left the hall and blamed the rain."
    (one,) = found(text, report(text, "she", "blamed", "the rain."))
    assert words(text, one.source) == ["she"]
