"""Who is meant by each mention of one article. What is not certain stays open; nothing is first-guessed.

Mentions are taken in reading order, so that a pronoun can rest on the sources before it; the first person inside a
quotation is resolved last, by the speaker of the quotation around it.
"""

from collections.abc import Callable, Sequence

from app.speakers.article import Article, nobody
from app.speakers.askers import is_dash
from app.speakers.cast import assemble
from app.speakers.doubts import ASKING, Said
from app.speakers.first_persons import continued, first_person, titled
from app.speakers.heads import Sort
from app.speakers.introductions import find_institutions
from app.speakers.lexicon import FEMININE_NOUNS, MASCULINE_NOUNS
from app.speakers.offices import find_definite
from app.speakers.persons import beside, he_or_she, named, of_role, several, unnamed, who
from app.speakers.phrases import Phrase, phrase_of
from app.speakers.references import find_references
from app.speakers.speaking_bodies import SURELY_BODIES, body, document, group, remember_body, they, thing
from app.speakers.transcripts import resolve_labels
from app.speakers.values import How, Mention, Resolution, SpeakerKind
from app.speakers.words import read


def resolve(text: str, mentions: Sequence[Mention]) -> list[Resolution]:
    """Say who is meant by each mention, in the order given. Never raises, whatever the text."""
    reading = read(text)
    if not reading.words:
        return [nobody(SpeakerKind.UNNAMED, How.OPEN) for _ in mentions]
    cast = assemble(reading, [span for mention in mentions for span in mention.source[:1]])
    article = Article(cast, find_references(cast), mentions, find_institutions(cast), find_definite(reading))
    return resolve_labels(text, mentions, _resolve_all(article))


def _resolve_all(article: Article) -> list[Resolution]:
    article.order = sorted(range(len(article.mentions)), key=lambda n: _place(article.mentions[n]))
    article.places = {number: place for place, number in enumerate(article.order)}
    late = []
    for number in article.order:
        phrase = _phrase(article, number)
        if phrase.sort is Sort.FIRST or not phrase.words:
            late.append(number)
            continue
        article.done[number] = _resolve(article, number, phrase)
        _remember(article, number, phrase)
    article.said_at = [source.word for source in article.said]
    for number in late:
        first = article.phrases[number].sort is Sort.FIRST
        article.done[number] = first_person(article, number) if first else continued(article, number)
    return [article.done[number] for number in range(len(article.mentions))]


def _phrase(article: Article, number: int) -> Phrase:
    for span in article.mentions[number].source:
        words = article.reading.inside(span)
        if words:
            break
    else:
        words = range(0)
    phrase = phrase_of(article.cast, article.references, words)
    if phrase.sort in (Sort.ROLE, Sort.UNNAMED):
        behind = beside(article, phrase)
        if behind is not None:
            phrase = Phrase(Sort.NAME, phrase.words, phrase.head, (behind,))
    article.phrases[number] = phrase
    return phrase


def _resolve(article: Article, number: int, phrase: Phrase) -> Resolution:
    rule = _BY_SORT.get(phrase.sort)
    if is_dash(article.reading, article.mentions[number]) and (written := titled(article, number)) is not None:
        return written
    if rule is not None:
        return rule(article, number, phrase)
    return nobody(SpeakerKind.COLLECTIVE, How.NONE)


def _remember(article: Article, number: int, phrase: Phrase) -> None:
    """Keep a human source for the pronouns after it. A "who" is no subject that a pronoun takes up."""
    word = article.reading.words[phrase.words.start]
    remember_body(article, article.done[number], phrase)
    if word.quoted or phrase.sort is Sort.RELATIVE or not _is_human(article, article.done[number], phrase):
        return
    place = (number, phrase.words.start, word.sentence, word.paragraph)
    asks = article.cue_is(number, ASKING)
    unnamed = article.done[number].kind is SpeakerKind.UNNAMED and article.done[number].how is How.NONE
    low = article.reading.words[phrase.head.stop - 1].low if phrase.head else ""
    side = "m" if low in MASCULINE_NOUNS else "f" if low in FEMININE_NOUNS else ""
    open_to = article.left_open.get(number, ())
    article.said.append(Said(*place, article.people.get(number), open_to, asks, unnamed, side))


def _is_human(article: Article, resolution: Resolution, phrase: Phrase) -> bool:
    """Whether "he" or "she" could take up a source: a person, one unnamed, or a name we may have taken wrongly."""
    if resolution.kind is SpeakerKind.UNNAMED:
        return not phrase.head or not article.reading.words[phrase.head.stop - 1].low.endswith("s")
    if resolution.kind is not SpeakerKind.ORGANISATION:
        return resolution.kind is SpeakerKind.PERSON
    words = [article.reading.words[n] for n in phrase.head]
    if len(words) == 1 and words[0].opens and words[0].low.endswith("s") and resolution.name is None:
        return False  # "Hecklers shouted"
    return len(words) < 4 and all(w.capital and w.low not in SURELY_BODIES and not w.text.isupper() for w in words)


def _place(mention: Mention) -> tuple[int, int]:
    """Where a mention stands in reading order: at its source, or its content where it has none."""
    spans = mention.source or mention.content
    return (spans[0][0] if spans else 0, mention.content[0][0] if mention.content else 0)


_BY_SORT: dict[Sort, Callable[[Article, int, Phrase], Resolution]] = {
    Sort.NAME: named,
    Sort.SEVERAL: several,
    Sort.BODY: body,
    Sort.DOCUMENT: document,
    Sort.ROLE: of_role,
    Sort.HE: he_or_she,
    Sort.SHE: he_or_she,
    Sort.RELATIVE: who,
    Sort.UNNAMED: unnamed,
    Sort.THING: thing,
    Sort.GROUP: group,
    Sort.PLURAL: they,
}
