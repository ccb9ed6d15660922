"""Quoted speech: tags before, after and between quotations, in the marks of several printers."""

import pytest

from app.extraction import Kind, extract

# text, source, cue, pieces of content
TAGGED = [
    ("“The bridge is safe,” Mayor Ada Quill said.", "Mayor Ada Quill", "said", ["“The bridge is safe,”"]),
    ("“The bridge is safe,” said Mayor Ada Quill.", "Mayor Ada Quill", "said", ["“The bridge is safe,”"]),
    ("“The bridge is safe,” she said.", "she", "said", ["“The bridge is safe,”"]),
    ("“The bridge is safe,” she said on Tuesday.", "she", "said", ["“The bridge is safe,”"]),
    ('"The bridge is safe," Quill told reporters.', "Quill", "told", ['"The bridge is safe,"']),
    ("''The bridge is safe,'' Ms. Quill said.", "Ms. Quill", "said", ["''The bridge is safe,''"]),
    ("‘The bridge is safe,’ Quill said.", "Quill", "said", ["‘The bridge is safe,’"]),
    ("'The bridge is safe,' Quill said.", "Quill", "said", ["'The bridge is safe,'"]),
    ("«The bridge is safe», Quill said.", "Quill", "said", ["«The bridge is safe»"]),
    ("„The bridge is safe“, Quill said.", "Quill", "said", ["„The bridge is safe“"]),
    ("“The bridge is safe”, Quill said.", "Quill", "said", ["“The bridge is safe”"]),
    ("“Is the bridge safe?” asked Ada Quill.", "Ada Quill", "asked", ["“Is the bridge safe?”"]),
    ("“Is the bridge safe?” Quill asked.", "Quill", "asked", ["“Is the bridge safe?”"]),
    ("“Shut the bridge!” he shouted.", "he", "shouted", ["“Shut the bridge!”"]),
    ("“The bridge is safe,” Quill deadpanned.", "Quill", "deadpanned", ["“The bridge is safe,”"]),
    ("“We shall see,” sniffed the minister.", "the minister", "sniffed", ["“We shall see,”"]),
    ("Quill said, “The bridge is safe.”", "Quill", "said", ["“The bridge is safe.”"]),
    ("Quill said: “The bridge is safe.”", "Quill", "said", ["“The bridge is safe.”"]),
    ("She added: ‘The bridge is safe.’", "She", "added", ["‘The bridge is safe.’"]),
    ("Quill told the Herald: “The bridge is safe.”", "Quill", "told", ["“The bridge is safe.”"]),
    ("Quill wrote on Friday, “The bridge is safe.”", "Quill", "wrote", ["“The bridge is safe.”"]),
    ("Quill said in a statement: “The bridge is safe.”", "Quill", "said", ["“The bridge is safe.”"]),
    ("One driver sobbed: ‘It shook under us.’", "One driver", "sobbed", ["‘It shook under us.’"]),
    ("Ada Quill: “The bridge is safe.”", "Ada Quill", ":", ["“The bridge is safe.”"]),
    ("“The bridge is safe and it always was.” – Mayor Ada Quill", "Mayor Ada Quill", "–", None),
    (
        "“The bridge is safe,” said Ada Quill, the mayor of Elmford.",
        "Ada Quill, the mayor of Elmford",
        "said",
        ["“The bridge is safe,”"],
    ),
    (
        "“The bridge is safe,” Ada Quill, the mayor of Elmford, said.",
        "Ada Quill, the mayor of Elmford",
        "said",
        ["“The bridge is safe,”"],
    ),
    (
        "“The bridge is safe,” said Ada Quill, who has run Elmford since 2011.",
        "Ada Quill, who has run Elmford since 2011",
        "said",
        ["“The bridge is safe,”"],
    ),
    (
        "“The bridge is safe,” said the council's engineer, Tom Marrow.",
        "the council's engineer, Tom Marrow",
        "said",
        ["“The bridge is safe,”"],
    ),
    (
        "“The bridge is safe,” a spokesman for the council said.",
        "a spokesman for the council",
        "said",
        ["“The bridge is safe,”"],
    ),
    ("Then Quill rose. “The bridge is safe,” she said.", "she", "said", ["“The bridge is safe,”"]),
    (
        "They met in Washington, D.C. “The bridge is safe,” Quill said.",
        "Quill",
        "said",
        ["“The bridge is safe,”"],
    ),
    ("“It is the engineer’s bridge,” said Quill.", "Quill", "said", ["“It is the engineer’s bridge,”"]),
    ("‘It’s the workers’ bridge, not mine,’ said Quill.", "Quill", "said", ["‘It’s the workers’ bridge, not mine,’"]),
    ("'It's the '90s again,' said Quill.", "Quill", "said", ["'It's the '90s again,'"]),
    ("“He told me ‘never again’ and left,” Quill said.", "Quill", "said", ["“He told me ‘never again’ and left,”"]),
    ("‘He told me “never again” and left,’ Quill said.", "Quill", "said", ["‘He told me “never again” and left,’"]),
    ("“The “safe” bridge fell,” Quill said.", "Quill", "said", ["“The “safe” bridge fell,”"]),
    ("''He said, 'Never again,''' Quill recalled.", "Quill", "recalled", ["''He said, 'Never again,'''"]),
]

IN_PIECES = [
    ("“It is,” she said, “the last straw.”", ["“It is,”", "“the last straw.”"]),
    ("“It is safe,” she said. “It always was.”", ["“It is safe,”", "“It always was.”"]),
    ("“It is safe,” said Quill. “It was. It will be.”", ["“It is safe,”", "“It was. It will be.”"]),
    ("‘It is safe,’ she said, ‘and it always was.’", ["‘It is safe,’", "‘and it always was.’"]),
    ("“It is safe,” she said. “It was.” “It will be.”", ["“It is safe,”", "“It was.”", "“It will be.”"]),
    ("“It is safe.\n\n“It always was,” she said.", ["“It is safe.", "“It always was,”"]),
    ("“One.\n\n“Two.\n\n“Three,” she said.", ["“One.", "“Two.", "“Three,”"]),
    ("‘It is safe.\n\n‘It always was,’ she said.", ["‘It is safe.", "‘It always was,’"]),
    ("“It is safe,” Quill said.\n\n“It always was.”", ["“It is safe,”", "“It always was.”"]),
    ("Quill said:\n\n“It is safe.”", ["“It is safe.”"]),
    ("“It is safe,” she said, smiling. “It always was.”", ["“It is safe,”", "“It always was.”"]),
    ("“It is safe,” she said, adding that it had rained. “It was.”", ["“It is safe,”", "“It was.”"]),
]

NOT_SPEECH = [
    "The “so-called” experts went home at noon.",
    "It was a “game changer” for the whole valley.",
    "She read “The Long Road North” on the train.",
    "The café sells “artisan” bread and ‘proper’ tea.",
    "They watched “Morning Wire” with the sound off.",
    "The farmers' market and the brewers' guild share a hall.",
    "Rock 'n' roll was loud in the '60s.",
    "He measured it at 6' 2\" in his socks.",
    "A sign on the door read nothing at all.",
    "The United States and other states sent delegates.",
    "The 400 pledged delegates went home.",
    "She called the police and waited.",
    "The report was long and the claims were many.",
    "He said nothing.",
]


def cut(text, spans):
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(("text", "source", "cue", "content"), TAGGED)
def test_a_quotation_is_given_to_the_source_in_its_tag(text, source, cue, content):
    (found,) = extract(text)
    assert cut(text, found.source) == [source]
    assert cut(text, found.cue) == [cue]
    assert content is None or cut(text, found.content) == content
    assert found.kind is Kind.DIRECT


@pytest.mark.parametrize(("text", "content"), IN_PIECES)
def test_one_tag_carries_all_pieces_of_its_quotation(text, content):
    assert content in [cut(text, found.content) for found in extract(text) if found.kind is Kind.DIRECT]


def test_a_paragraph_after_a_question_may_be_an_answer():
    text = "“Is it safe?” Marrow asked.\n\n“It is not.”"
    (found,) = extract(text)
    assert cut(text, found.content) == ["“Is it safe?”"]


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_scare_quotes_titles_and_nouns_are_no_speech(text):
    assert extract(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is safe, she said. Nobody believed her.",
        "The bridge is safe,” she whispered. Nobody believed her.",
        "“One, he said. “Two is enough for anybody here,” she said.",
    ],
)
def test_an_unbalanced_mark_never_makes_a_quotation_too_long(text):
    for found in extract(text):
        for piece in cut(text, found.content):
            assert "he said" not in piece
            assert "Nobody" not in piece


def test_a_long_quotation_keeps_its_exact_span():
    said = "“" + "The bridge is safe and will be safe. " * 600 + "We promise,”"
    text = f"{said} Quill said."
    (found,) = extract(text)
    assert found.content == ((0, len(said)),)
