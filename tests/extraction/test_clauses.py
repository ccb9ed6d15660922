"""Indirect and mixed speech: the orders of source, cue and content that news writes."""

import pytest

from app.extraction import Kind, asserted, extract

# text, source, cue, pieces of content
INDIRECT = [
    ("Quill said that the bridge was safe.", "Quill", "said", ["the bridge was safe"]),
    ("Quill said the bridge was safe.", "Quill", "said", ["the bridge was safe"]),
    ("Quill says the bridge is safe.", "Quill", "says", ["the bridge is safe"]),
    ("They say the bridge is safe.", "They", "say", ["the bridge is safe"]),
    ("Engineers say the bridge is safe.", "Engineers", "say", ["the bridge is safe"]),
    ("People briefed on the plan say that it will fail.", "People briefed on the plan", "say", ["it will fail"]),
    ("Critics argue that the toll is too high.", "Critics", "argue", ["the toll is too high"]),
    ("Mayor Ada Quill said the bridge was safe.", "Mayor Ada Quill", "said", ["the bridge was safe"]),
    ("Quill has said that the bridge is safe.", "Quill", "has said", ["the bridge is safe"]),
    ("Quill has repeatedly said it is safe.", "Quill", "has repeatedly said", ["it is safe"]),
    ("Quill also noted that the river was low.", "Quill", "also noted", ["the river was low"]),
    ("But Quill insisted the bridge was safe.", "Quill", "insisted", ["the bridge was safe"]),
    ("However, Quill noted that the river was low.", "Quill", "noted", ["the river was low"]),
    ("On Tuesday, Quill said the bridge was safe.", "Quill", "said", ["the bridge was safe"]),
    ("Quill said on Tuesday that the bridge was safe.", "Quill", "said", ["the bridge was safe"]),
    ("Quill said Tuesday that the bridge was safe.", "Quill", "said", ["the bridge was safe"]),
    ("Quill said in a statement that the bridge was safe.", "Quill", "said", ["the bridge was safe"]),
    ("Quill said in an interview with the Herald that it was safe.", "Quill", "said", ["it was safe"]),
    ("Quill told reporters that the bridge was safe.", "Quill", "told", ["the bridge was safe"]),
    ("Quill told reporters the bridge was safe.", "Quill", "told", ["the bridge was safe"]),
    ("She told them it would come from the toll.", "She", "told", ["it would come from the toll"]),
    ("Quill told the Herald the toll was obscene.", "Quill", "told", ["the toll was obscene"]),
    ("Quill told a crowd in Elmford that it was safe.", "Quill", "told", ["it was safe"]),
    ("Quill warned ministers that the bridge would fall.", "Quill", "warned", ["the bridge would fall"]),
    ("Quill pointed out that the river was low.", "Quill", "pointed out", ["the river was low"]),
    ("Quill called for an inquiry into the bridge.", "Quill", "called", ["an inquiry into the bridge"]),
    ("Quill accused the council of hiding the report.", "Quill", "accused", ["the council of hiding the report"]),
    ("Quill vowed to mend the bridge by May.", "Quill", "vowed", ["to mend the bridge by May"]),
    ("Quill promised that it would reopen in May.", "Quill", "promised", ["it would reopen in May"]),
    ("Quill announced the closure of the bridge.", "Quill", "announced", ["the closure of the bridge"]),
    ("One said the bridge had been shaking for years.", "One", "said", ["the bridge had been shaking for years"]),
    ("The bridge is safe, Quill said.", "Quill", "said", ["The bridge is safe"]),
    ("The bridge is safe, said Quill.", "Quill", "said", ["The bridge is safe"]),
    ("The bridge is safe, Quill said on Tuesday.", "Quill", "said", ["The bridge is safe"]),
    ("The bridge is safe, according to Quill.", "Quill", "according to", ["The bridge is safe"]),
    ("According to Quill, the bridge is safe.", "Quill", "According to", ["the bridge is safe"]),
    ("But according to Quill, the bridge is safe.", "Quill", "according to", ["the bridge is safe"]),
    (
        "The bridge, according to Quill, was never safe.",
        "Quill",
        "according to",
        ["The bridge", "was never safe"],
    ),
    (
        "The bridge is safe, according to Ada Quill, the mayor of Elmford.",
        "Ada Quill, the mayor of Elmford",
        "according to",
        ["The bridge is safe"],
    ),
    (
        "According to Ada Quill, a retired engineer, the bridge is safe.",
        "Ada Quill, a retired engineer",
        "According to",
        ["the bridge is safe"],
    ),
    ("The bridge, she said, was never safe.", "she", "said", ["The bridge", "was never safe"]),
    ("The toll, Quill told reporters, would be doubled.", "Quill", "told", ["The toll", "would be doubled"]),
    (
        "Ada Quill, the mayor of Elmford, said the bridge was safe.",
        "Ada Quill, the mayor of Elmford",
        "said",
        ["the bridge was safe"],
    ),
    (
        "Ada Quill, who has run Elmford since 2011 and lives beside the river, said the bridge was safe.",
        "Ada Quill, who has run Elmford since 2011 and lives beside the river",
        "said",
        ["the bridge was safe"],
    ),
    (
        "Former bridge inspector Tom Marrow explained that the river had risen.",
        "Former bridge inspector Tom Marrow",
        "explained",
        ["the river had risen"],
    ),
    (
        "A spokesman for the council said the bridge was safe.",
        "A spokesman for the council",
        "said",
        ["the bridge was safe"],
    ),
    (
        "Quill and Marrow said the bridge was safe.",
        "Quill and Marrow",
        "said",
        ["the bridge was safe"],
    ),
    (
        "Repairs to the bridge will cost 40m, the finance chief, Tom Marrow, said on Tuesday.",
        "the finance chief, Tom Marrow",
        "said",
        ["Repairs to the bridge will cost 40m"],
    ),
    (
        "Repairs will cost 40 million, the auditor said Tuesday in a report that raises the estimate.",
        "the auditor",
        "said",
        ["Repairs will cost 40 million"],
    ),
    ("While critics say that it is weak, the bridge stands.", "critics", "say", ["it is weak"]),
    ("Quill’s message was clear: the bridge would stay shut.", "Quill’s", "message was clear", None),
    ("Her claim that the bridge was safe did not last.", "Her", "claim", None),
    ("The bill, which Quill said was wasteful, passed.", "Quill", "said", None),
]

MIXED = [
    ("Quill said the bridge was “as safe as houses.”", ["the bridge was “as safe as houses.”"]),
    ("Quill said that it was “safe” and “dry.”", ["it was “safe” and “dry.”"]),
    ("The bridge is “as safe as houses,” Quill said.", ["The bridge is “as safe as houses,”"]),
    ("The bridge is ‘as safe as houses’, Quill said.", ["The bridge is ‘as safe as houses’"]),
    ("The bridge, she said, is “as safe as houses.”", ["The bridge", "is “as safe as houses.”"]),
    ("He said “most of it” was in sight.", ["“most of it” was in sight"]),
    ("Quill called the bridge “a marvel.”", ["the bridge “a marvel.”"]),
    ("She called the dates “cruel” because exams were near.", ["the dates “cruel”"]),
    ("According to Quill, the bridge is “safe as houses.”", ["the bridge is “safe as houses.”"]),
    ("A rival sneered that the mayor “changes her mind like socks.”", ["the mayor “changes her mind like socks.”"]),
]

SEVERAL = [
    (
        "Quill said the bridge was safe and added that it would stay open.",
        ["the bridge was safe", "it would stay open"],
    ),
    (
        "Quill said the bridge was safe, adding that it would stay open.",
        ["the bridge was safe", "it would stay open"],
    ),
    ("“It is safe,” Quill said, suggesting that it would stay open.", ["“It is safe,”", "it would stay open"]),
    ("Quill said it was safe, but Marrow said it was not.", ["it was safe", "it was not"]),
    ("He said it was safe; she said it was not.", ["it was safe", "it was not"]),
]

INTERVIEW = (
    "TOM MARROW: Is it safe?\n\nADA QUILL: It is safe.\n\nIt always was.\n\nMARROW: Who says so?\n\nQUILL: I do."
)


def cut(text, spans):
    return [text[start:end] for start, end in spans]


def claimed(text, found):
    """The pieces of what a claim shows: an opening "that" belongs to the attribution only."""
    return cut(text, asserted(text, found.content, found.cue))


@pytest.mark.parametrize(("text", "source", "cue", "content"), INDIRECT)
def test_indirect_speech_is_found_with_its_source(text, source, cue, content):
    (found,) = extract(text)
    assert cut(text, found.source) == [source]
    assert cut(text, found.cue) == [cue]
    assert content is None or claimed(text, found) == content
    assert found.kind is Kind.INDIRECT


@pytest.mark.parametrize(("text", "content"), MIXED)
def test_a_part_in_quotation_marks_makes_content_mixed(text, content):
    (found,) = extract(text)
    assert claimed(text, found) == content
    assert found.kind is Kind.MIXED


@pytest.mark.parametrize(("text", "contents"), SEVERAL)
def test_a_second_cue_ends_the_content_of_the_first(text, contents):
    assert [" ".join(claimed(text, found)) for found in extract(text)] == contents


def test_content_lies_over_the_words_of_its_claim_only():
    text = "Quill issued a stern warning this week, cautioning the council that the bridge could fall. Nobody moved."
    (found,) = extract(text)
    assert cut(text, found.content) == ["that the bridge could fall"]
    assert claimed(text, found) == ["the bridge could fall"]
    assert cut(text, found.source) == ["Quill"]


def test_lines_of_a_transcript_belong_to_the_name_before_the_colon():
    found = extract(INTERVIEW)
    assert [cut(INTERVIEW, one.source) for one in found] == [["TOM MARROW"], ["ADA QUILL"], ["MARROW"], ["QUILL"]]
    assert cut(INTERVIEW, found[1].content) == ["It is safe.", "It always was."]


@pytest.mark.parametrize("text", ["UPDATE: The bridge is open.", "Analysis: why the bridge fell", "NOTE: times vary."])
def test_a_label_before_a_colon_is_nobody(text):
    assert extract(text) == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Mending the dam will cost 350 million crowns, Ilka Brandt said Tuesday, as engineers came to look at it.",
            ["Mending the dam will cost 350 million crowns"],
        ),
        (
            "The dam, Ilka Brandt said on Tuesday, will cost 350 million crowns.",
            ["The dam", "will cost 350 million crowns"],
        ),
    ],
)
def test_a_scene_after_a_dated_tag_is_the_reporters(text: str, contents: list[str]) -> None:
    (found,) = extract(text)
    assert [text[start:end] for start, end in found.content] == contents


def test_a_source_ends_before_the_comma_that_closes_it() -> None:
    text = "The minister, Ilka Brandt, said that the dam was safe."
    (found,) = extract(text)
    assert [text[start:end] for start, end in found.source] == ["The minister, Ilka Brandt"]
