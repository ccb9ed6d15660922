"""Polarity for a cue that is known by its spans alone, as a tagger gives it."""

import pytest

from app.extraction import Polarity
from app.extraction.reading import read
from app.extraction.stance import polarity_at

SAID, DENIED, DECLINED = Polarity.SAID, Polarity.DENIED, Polarity.DECLINED
ASKED, HYPOTHETICAL = Polarity.ASKED, Polarity.HYPOTHETICAL

# text, cue, source, polarity; the cue is only the word that a tagger may mark, not always its whole group
CUES = [
    ("Teal did not say when the ferry would sail.", "say", "Teal", DECLINED),
    ("Teal has, despite many letters, never said that it was late.", "said", "Teal", DENIED),
    ("Teal is expected to announce on Monday that it will sail.", "announce", "Teal", HYPOTHETICAL),
    ("Teal went on to say that it would sail.", "say", "Teal", SAID),
    ("Teal spoke to the press and said it would sail.", "said", "Teal", SAID),
    ("Teal stopped short of saying it would sink.", "saying", "Teal", DECLINED),
    ("Teal was quoted as saying it would sail.", "saying", "Teal", SAID),
    ("Teal is accused of telling the crew it would sail.", "telling", "Teal", HYPOTHETICAL),
    ("If, as some expect, it sails, Teal said, all will be well.", "said", "Teal", SAID),
    ("Even if Teal says it will sail, the harbour is shut.", "says", "Teal", HYPOTHETICAL),
    ("Nobody at the yard said that the hull was sound.", "said", "Nobody at the yard", DECLINED),
    ("No 10 said that the ferry was late.", "said", "No 10", SAID),
    ("Teal could say nothing of the cost; Pell said it was ruinous.", "said", "Pell", SAID),
    ("Teal told no one that the ferry was late.", "told", "Teal", DECLINED),
    ("Teal in May said that the ferry was late.", "said", "Teal", SAID),
    ("Teal may say that the ferry was late.", "say", "Teal", HYPOTHETICAL),
    ("The ferry will sail, according to Teal.", "according to", "Teal", SAID),
    ("Teal would later say that the ferry was late.", "say", "Teal", SAID),
    ("Not until Friday did Teal say that the ferry was late.", "say", "Teal", SAID),
    ("Nor did Teal say that the ferry was late.", "say", "Teal", DECLINED),
    ("Why would Teal say that the ferry was late?", "say", "Teal", ASKED),
    ("Teal wanted to know why the ferry was late.", "wanted", "Teal", ASKED),
    ("Teal will meet the crew and tell them that it is over.", "tell", "Teal", HYPOTHETICAL),
    ("Teal met the crew and told them that it was over.", "told", "Teal", SAID),
    ("The wind led some to say that the ferry was doomed.", "say", "some", SAID),
    ("The owner asked Teal to say that the ferry was sound.", "say", "Teal", HYPOTHETICAL),
    ("“Is it late?” Teal said.", "said", "Teal", ASKED),
    ("Teal’s denial that it was late came on Friday.", "denial", "Teal’s", DENIED),
    ("It is not true that Teal said the ferry was sound.", "said", "Teal", HYPOTHETICAL),
    ("Few knew that Teal had said the ferry was unsound.", "said", "Teal", SAID),
    ("Teal did not deny that the ferry was late.", "deny", "Teal", DECLINED),
    ("Teal made no secret of it and never tired of saying that it was late.", "saying", "Teal", SAID),
    ("Teal has yet to say when it sails.", "say", "Teal", DECLINED),
    ("It was not Teal who said that the ferry was late.", "said", "who", DECLINED),
    ("It was Teal who said that the ferry was late.", "said", "who", SAID),
    ("Teal took to the radio to say that it was late.", "say", "Teal", SAID),
    ("Teal avoided saying that the ferry was late.", "saying", "Teal", DECLINED),
    ("Teal kept saying that the ferry was late.", "saying", "Teal", SAID),
    ("Suppose Teal says that the ferry is late.", "says", "Suppose Teal", HYPOTHETICAL),
    ("Teal was expected to have told the crew it was late.", "told", "Teal", HYPOTHETICAL),
    ("Teal dismissed suggestions that the ferry was late.", "dismissed", "Teal", DENIED),
    ("Teal dismissed the plan as a stunt.", "dismissed", "Teal", SAID),
    ("“It sails at noon,” said Teal, who would not give his name.", "said", "Teal", SAID),
]


def spans(text, part):
    start = text.index(part)
    return ((start, start + len(part)),)


@pytest.mark.parametrize(("text", "cue", "source", "expected"), CUES)
def test_polarity_is_read_around_a_cue_given_by_its_spans(text, cue, source, expected):
    content = ((0, text.index("”") + 1),) if text.startswith("“") else ((len(text) - 9, len(text) - 1),)
    assert polarity_at(read(text), spans(text, cue), spans(text, source), content) is expected


def test_content_without_a_cue_or_a_source_is_said():
    text = "“It sails at noon.” Nobody stirred."
    assert polarity_at(read(text), (), (), ((0, 19),)) is SAID


@pytest.mark.parametrize("cue", [((0, 3),), ((40, 44),), ((5, 9), (400, 410)), ((14, 18),)])
def test_a_cue_anywhere_even_inside_marks_or_outside_the_text_has_some_polarity(cue):
    text = "“He said it would say so,” Teal said. If not, fine."
    assert polarity_at(read(text), cue, ((2, 1),), ()) in set(Polarity)
