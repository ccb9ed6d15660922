"""Whom "the chairman" takes up, where the article has named a person right before and nobody with this office."""

from collections.abc import Mapping, Sequence

from app.speakers.cast import Cast
from app.speakers.doubts import FURTHEST, Said
from app.speakers.lexicon import DEFINITE, FEMININE_NOUNS, MASCULINE_NOUNS, OFFICES
from app.speakers.phrases import Phrase
from app.speakers.references import References


def just_named(
    cast: Cast, references: References, said: Sequence[Said], first_seen: Mapping[str, int], phrase: Phrase, head: str
) -> int | None:
    """The only person of the paragraph, its subject, whom "the chairman" in it takes up.

    Only where the article introduces nobody with this role and has not spoken of it above, and him with no other;
    and only an office: "Quill appealed. The judge said no" is about two people.
    """
    words = cast.reading.words
    start = phrase.words.start
    paragraph = cast.reading.paragraph(words[start].paragraph)
    items = references.between(max(paragraph.start, start - FURTHEST), start)
    offices = [words[n].low for n in phrase.head if words[n].low in OFFICES]
    if not items or not offices or words[start].low not in DEFINITE:
        return None
    if first_seen.get(offices[-1], start) < paragraph.start:
        return None
    first, last = items[0], items[-1]
    sole = {item.people for item in items} == {first.people} and first.person is not None
    if not sole or words[start].sentence - words[last.first].sentence > 2 or not words[first.first].opens:
        return None
    assert first.person is not None
    person = cast.people[first.person]
    side = "m" if head in MASCULINE_NOUNS else "f" if head in FEMININE_NOUNS else ""
    if first.possessive or person.roles or (side and person.leaning not in ("", side)):
        return None
    strange = any(source.word >= first.first and source.person != first.person for source in said[-6:])
    return None if strange else first.person
