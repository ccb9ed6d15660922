"""Labels of a transcript are people; a headline in capitals and a body's label are not."""

import pytest

from app.speakers import How, Mention, Resolution, SpeakerKind, resolve


def labelled(*turns: str) -> list[Resolution]:
    """What the labels of these turns resolve to."""
    text, mentions = "Evening report", []
    for turn in turns:
        text += "\n\n"
        label, colon, words = turn.partition(":")
        start = len(text)
        text += turn
        cue = start + len(label)
        mentions.append(
            Mention(source=((start, cue),), cue=((cue, cue + len(colon)),), content=((cue + 2, len(text)),))
        )
        assert words
    return resolve(text, mentions)


def test_a_turn_is_a_persons_by_full_name_and_then_by_surname() -> None:
    found = labelled("ANNA BERGQVIST: Will you?", "JORIS HALVARD: No.", "BERGQVIST: Never?", "HALVARD: Never.")
    assert [(each.name, each.kind) for each in found] == [
        ("ANNA BERGQVIST", SpeakerKind.PERSON),
        ("JORIS HALVARD", SpeakerKind.PERSON),
        ("ANNA BERGQVIST", SpeakerKind.PERSON),
        ("JORIS HALVARD", SpeakerKind.PERSON),
    ]
    assert [each.how for each in found] == [How.FULL_NAME, How.FULL_NAME, How.SURNAME, How.SURNAME]


def test_a_surname_that_two_labels_share_names_nobody() -> None:
    found = labelled("ANNA BERGQVIST: Will you?", "NILS BERGQVIST: No.", "BERGQVIST: Never?")
    assert found[2].name not in ("ANNA BERGQVIST", "NILS BERGQVIST")


@pytest.mark.parametrize(
    "turns",
    [("HARBOUR MINISTRY: We regret it.", "ANNA BERGQVIST: Do you?"), ("OSTREM WATER: We regret it.",)],
    ids=["a body among people", "one label makes no transcript"],
)
def test_a_bodys_label_stays_a_body(turns: tuple[str, ...]) -> None:
    assert labelled(*turns)[0].kind is SpeakerKind.ORGANISATION
