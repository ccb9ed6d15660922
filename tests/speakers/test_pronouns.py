"""He, she, they, who and I: the person meant, or the people it could be."""

import pytest

from app.speakers import How, Mention, SpeakerKind, resolve
from tests.speakers.marking import last, resolved

RESOLVED = [
    # the source before, in the same paragraph
    ("“It holds,” ⟦Ada Quill⟧ said. ⟦She⟧ added that it would last.", "Ada Quill"),
    ("⟦Rolf Brandt⟧ said that Owen Tarrant had lost. However, ⟦he⟧ noted that Tarrant had tried.", "Rolf Brandt"),
    ("⟦Rolf Brandt⟧ spoke. “It holds,” ⟦he⟧ said.", "Rolf Brandt"),
    # the paragraph before
    ("“It holds,” ⟦Rolf Brandt⟧ said.\n\n“It will last,” ⟦he⟧ said.", "Rolf Brandt"),
    ("“It holds,” ⟦Rolf Brandt⟧ said.\n\n⟦He⟧ said it would last.", "Rolf Brandt"),
    # over paragraphs of nothing but quotations and sentences about the same person
    (
        "⟦Ada Quill⟧ rose.\n\nShe spoke at length.\n\n“It holds.”\n\n“It lasts.”\n\n“It stays.”\n\n⟦She⟧ said no.",
        "Ada Quill",
    ),
    # the subject of the sentence before
    ("Rolf Brandt met Owen Tarrant. ⟦He⟧ said no.", "Rolf Brandt"),
    ("Rolf Brandt opened the bridge. ⟦He⟧ said no.", "Rolf Brandt"),
    ("Rolf Brandt’s bridge opened. ⟦He⟧ said no.", "Rolf Brandt"),
    # gender
    ("Mrs. Quill met Mr. Brandt. ⟦She⟧ said no.", "Quill"),
    ("Mrs. Quill met Mr. Brandt. ⟦He⟧ said no.", "Brandt"),
    ("Ada Quill met her brother, Ezra Quill. ⟦He⟧ said no.", "Ezra Quill"),
    ("King Osric met Queen Maud. ⟦She⟧ said no.", "Maud"),
    ("Spokeswoman Ada Quill met Mr. Brandt. ⟦She⟧ said no.", "Ada Quill"),
    ("At noon, Rolf Brandt pressed Owen Tarrant to go.\n\n“It holds,” ⟦he⟧ said.", "Rolf Brandt"),
    ("Preceded by Owen Tarrant, Rolf Brandt spoke for an hour. ⟦He⟧ said no.", "Rolf Brandt"),
    ("Later, Rolf Brandt met Owen Tarrant. (As Rolf Brandt said, Owen Tarrant sat.)\n\n⟦He⟧ left.", "Rolf Brandt"),
    # the same sentence
    ("Rolf Brandt came, but ⟦he⟧ said no.", "Rolf Brandt"),
    ("When Rolf Brandt came, ⟦he⟧ said no.", "Rolf Brandt"),
    ("Allegedly, Rolf’s sister pleaded with Rolf Brandt, but ⟦he⟧ replied no.", "Rolf Brandt"),
    # a she who goes on being the subject is not whoever else her sentences name
    ("Ada Quill opened the bridge.\n\nShe had met Piet Vos. She left early.\n\n⟦She⟧ said no.", "Ada Quill"),
    ("Ada Quill came.\n\nShe avoided Piet Vos, who waved. “No,” ⟦she⟧ said.", "Ada Quill"),
    # who is asked is not who asks
    ("Rolf Brandt came. Asked by Imry Solvan whether it held, ⟦he⟧ said no.", "Rolf Brandt"),
    # a name that only tells a noun apart is not taken up
    ("Solvan aide Rolf Brandt came. Imry Solvan sat.\n\nSolvan aide Rolf Brandt agreed. ⟦He⟧ said no.", "Rolf Brandt"),
    (
        "Rolf Brandt left. The Solvan campaign heard of it. Imry Solvan sat.\n\nRolf Brandt came. ⟦He⟧ said no.",
        "Rolf Brandt",
    ),
    # given names
    ("Sarah Moss met Edward Falk. ⟦He⟧ said no.", "Edward Falk"),
    # his claim
    ("Rolf Brandt came. ⟦His⟧ claim was denied.", "Rolf Brandt"),
    # he who is named in what was said did not say it
    ("Rolf Brandt came. ⟦He⟧ said ⟨Owen Tarrant had lost⟩.", "Rolf Brandt"),
]


@pytest.mark.parametrize(("marked", "name"), RESOLVED)
def test_a_pronoun_takes_up_the_one_person_it_can(marked: str, name: str) -> None:
    found = last(marked)
    assert (found.name, found.kind, found.how) == (name, SpeakerKind.PERSON, How.PRONOUN)


OPEN = [
    ("At the bridge Rolf Brandt met Owen Tarrant. Later ⟦he⟧ said no.", {"Rolf Brandt", "Owen Tarrant"}),
    ("⟦Rolf Brandt⟧ said no. Owen Tarrant laughed. ⟦He⟧ said yes.", {"Rolf Brandt", "Owen Tarrant"}),
    ("It rained. ⟦He⟧ said no.", set()),
    # who signs a letter is not spoken of in the next one
    ("It rained.\n\nRolf Brandt.\n\nThis guy is a fraud. ⟦He⟧ said no.", {"Rolf Brandt"}),
    ("Mrs. Quill came. ⟦He⟧ said no.", set()),
    ("Rolf Brandt came.\n\nIt rained.\n\nIt snowed.\n\nIt rained.\n\n⟦He⟧ said no.", set()),
    ("A lawyer praised Rolf Brandt’s plan. ⟦He⟧ said no.", {"Rolf Brandt"}),
    ("Rolf Brandt’s lawyer came, and ⟦he⟧ said no.", {"Rolf Brandt"}),
    ("⟦Frobnitz Vale⟧ said no. Rolf Brandt’s name came up. ⟦He⟧ said yes.", {"Frobnitz Vale", "Rolf Brandt"}),
    ("Ada Quill said she was late. ⟦He⟧ said no.", set()),
    ("Rolf Brandt praised Owen Tarrant.\n\nYet ⟦he⟧ said no.", {"Rolf Brandt", "Owen Tarrant"}),
    # somebody without a name comes between
    ("Rolf Brandt came. A spokesman for the port met him, but ⟦he⟧ said no.", {"Rolf Brandt"}),
    ("Rolf Brandt spoke. The raid that killed Otto Falk was his idea. ⟦He⟧ said no.", {"Otto Falk"}),
    ("Rolf Brandt spoke.\n\nThe current nominee smiled. ⟦He⟧ said no.", {"Rolf Brandt"}),
    # he and she in one sentence, and nothing that tells which of them was named
    ("Imry Solvan tweeted. ⟦She⟧ declined to discuss him.", {"Imry Solvan"}),
    ("Imry Solvan came. “Yes,” ⟦he⟧ said; ⟦she⟧ agreed.", {"Imry Solvan"}),
    # who answers is not who asked
    ("Who would pay, asked Imry Solvan. “You,” ⟦he⟧ answered.", {"Imry Solvan"}),
    ("Rolf Brandt asked Owen Tarrant why it held.\n\n“It is strong,” ⟦he⟧ said.", {"Rolf Brandt", "Owen Tarrant"}),
    # a clause in front may speak of who comes behind it
    ("Imry Solvan led. While ⟦he⟧ said so, Rolf Brandt must choose.", {"Imry Solvan", "Rolf Brandt"}),
    # "her husband" is not her
    ("Ada Quill came. ⟦Her⟧ husband said no.", set()),
    ("Owen Tarrant came. ⟦He⟧ said ⟨Owen Tarrant had lost⟩.", {"Owen Tarrant"}),
    ("Rolf Brandt opened the bridge. Later ⟦an aide⟧ said no. ⟦He⟧ added why.", {"Rolf Brandt"}),
    ("Ada Quill met Ezra Quill. ⟦Quill⟧ said no. ⟦She⟧ said why.", {"Ada Quill", "Ezra Quill"}),
]


@pytest.mark.parametrize(("marked", "candidates"), OPEN)
def test_a_pronoun_stays_open_where_it_is_not_certain(marked: str, candidates: set[str]) -> None:
    found = last(marked)
    assert (found.name, found.how) == (None, How.OPEN)
    assert set(found.candidates) == candidates


def test_he_who_takes_up_somebody_without_a_name_has_none() -> None:
    found = last("Rolf Brandt opened the bridge. Later ⟦a spokesman⟧ said no. ⟦He⟧ added why.")
    assert (found.name, found.kind, found.how) == (None, SpeakerKind.UNNAMED, How.NONE)


def test_a_spokeswoman_is_not_he() -> None:
    marked = "“It holds,” ⟦Rolf Brandt⟧ said. ⟦A spokeswoman⟧ sat. ⟦He⟧ added why."
    assert last(marked).name == "Rolf Brandt"


WHO = [
    ("He wrote to Rolf Brandt, ⟦who⟧ said no.", "Rolf Brandt"),
    ("Rolf Brandt came. She wrote to Brandt, ⟦who⟧ said no.", "Rolf Brandt"),
    ("Rolf Brandt, the coach of the team, ⟦who⟧ said no, left.", "Rolf Brandt"),
    ("Rolf Brandt met officials ⟦who⟧ said no.", None),
    ("Rolf Brandt’s critics, ⟦who⟧ said no, left.", None),
]


@pytest.mark.parametrize(("marked", "name"), WHO)
def test_who_is_the_head_of_its_clause(marked: str, name: str | None) -> None:
    found = last(marked)
    assert found.name == name
    assert found.kind is (SpeakerKind.PERSON if name else SpeakerKind.UNNAMED)


FIRST_PERSON = [
    ("⟨“We lost. ⟦I⟧ think ⟨it held⟩,”⟩ ⟦Rolf Brandt⟧ said.", 0, "Rolf Brandt"),
    ("“It held,” ⟦Rolf Brandt⟧ said. “⟦I⟧ think it will last.”", 1, "Rolf Brandt"),
    ("Rolf Brandt has called the ruling wrong:\n\n“We lost. ⟦I⟧ think it will not last.”", 0, "Rolf Brandt"),
    ("Rolf Brandt met Owen Tarrant, and this was said:\n\n“⟦I⟧ think it will not last.”", 0, None),
    ("“⟦I⟧ think it will not last.” It rained.", 0, None),
    ("It rained.\n\n⟦I⟧ was told that it holds. Rolf Brandt\n\nIt snowed.", 0, "Rolf Brandt"),
]


@pytest.mark.parametrize(("marked", "place", "name"), FIRST_PERSON)
def test_the_first_person_in_a_quotation_is_its_speaker(marked: str, place: int, name: str | None) -> None:
    assert resolved(marked)[place].name == name


@pytest.mark.parametrize("source", ["who on Tuesday", "who in March"])
def test_a_time_behind_who_changes_nothing(source: str) -> None:
    text = f"It was Ada Quill {source} said the bridge was safe."
    start, cue = text.index(source), text.index("said")
    mention = Mention(((start, start + len(source)),), ((cue, cue + 4),), ((cue + 5, len(text) - 1),))
    (found,) = resolve(text, [mention])
    assert found.name == "Ada Quill"
