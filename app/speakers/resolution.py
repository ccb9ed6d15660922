"""Who is meant by each mention of one article. What is not certain stays open; nothing is first-guessed.

Mentions are taken in reading order, so that a pronoun can rest on the sources before it; the first person inside a
quotation is resolved last, by the speaker of the quotation around it.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.speakers.askers import asker
from app.speakers.bodies import bare_noun, body_of, by_portfolio, titled_document
from app.speakers.cast import Cast, assemble
from app.speakers.doubts import ASKING, FURTHEST, REPLYING, Answer, Said
from app.speakers.heads import Sort
from app.speakers.institutions import find_institutions, is_firm
from app.speakers.lexicon import (
    BODY_NOUNS,
    BODY_WORDS,
    DEFINITE,
    DEMONYMS,
    DETERMINERS,
    GENERIC_ROLES,
    HONORIFICS,
    KIN,
    PLACES,
    PREPOSITIONS,
    RELATIVES,
    ROLES,
    THING_WORDS,
)
from app.speakers.offices import just_named
from app.speakers.phrases import Phrase, phrase_of
from app.speakers.pronouns import NOBODY, pronoun_at, resolve_pronoun, resolve_relative
from app.speakers.quotations import goes_on, is_quotation
from app.speakers.references import Reference, References, find_references
from app.speakers.roles import plain, printed_role
from app.speakers.transcripts import resolve_labels
from app.speakers.values import How, Mention, Resolution, Span, SpeakerKind
from app.speakers.words import Reading, read

_SURELY_BODIES = BODY_WORDS | BODY_NOUNS | PLACES | DETERMINERS | THING_WORDS
_NO_FIRMS = _SURELY_BODIES | DEMONYMS
# Who held an office once is not meant by its bare name: "the governor" is not the former one.
_PAST = frozenset({"former", "late", "ex-president", "retired", "one-time", "onetime"})
# A first person may stand this many mentions behind the quotation that holds it.
_REACH = 60


def resolve(text: str, mentions: Sequence[Mention]) -> list[Resolution]:
    """Say who is meant by each mention, in the order given. Never raises, whatever the text."""
    reading = read(text)
    if not reading.words:
        return [_nobody(SpeakerKind.UNNAMED, How.OPEN) for _ in mentions]
    cast = assemble(reading, [span for mention in mentions for span in mention.source[:1]])
    article = _Article(cast, find_references(cast), mentions)
    return resolve_labels(text, mentions, article.resolve_all())


def _nobody(kind: SpeakerKind, how: How, candidates: tuple[str, ...] = ()) -> Resolution:
    return Resolution(None, kind, how, candidates, None, None)


class _Article:
    """One article being resolved: what was found in it, and the sources met so far."""

    def __init__(self, cast: Cast, references: References, mentions: Sequence[Mention]) -> None:
        self.cast = cast
        self.references = references
        self.mentions = mentions
        self.said: list[Said] = []
        self.said_at: list[int] = []
        self.done: dict[int, Resolution] = {}
        self.people: dict[int, int | None] = {}
        self.left_open: dict[int, tuple[int, ...]] = {}
        self.places: dict[int, int] = {}
        self.first_seen = {word.low: number for number, word in reversed(list(enumerate(self.reading.words)))}
        self.institutions = find_institutions(cast)
        self.last_body: tuple[int, Resolution] | None = None
        self.firms: dict[str, Resolution] = {}
        self.phrases: dict[int, Phrase] = {}
        self.by_sort: dict[Sort, Callable[[int, Phrase], Resolution]] = {
            Sort.NAME: self._name,
            Sort.SEVERAL: self._several,
            Sort.BODY: self._body,
            Sort.DOCUMENT: self._document,
            Sort.ROLE: self._role,
            Sort.HE: self._pronoun,
            Sort.SHE: self._pronoun,
            Sort.RELATIVE: self._relative,
            Sort.UNNAMED: self._unnamed,
            Sort.THING: self._thing,
        }

    @property
    def reading(self) -> Reading:
        return self.cast.reading

    def resolve_all(self) -> list[Resolution]:
        order = sorted(range(len(self.mentions)), key=lambda n: _place(self.mentions[n]))
        self.places = {number: place for place, number in enumerate(order)}
        late = []
        for number in order:
            phrase = self._phrase(number)
            if phrase.sort is Sort.FIRST or not phrase.words:
                late.append(number)
                continue
            self.done[number] = self._resolve(number, phrase)
            self._remember(number, phrase)
        self.said_at = [source.word for source in self.said]
        for number in late:
            first = self.phrases[number].sort is Sort.FIRST
            self.done[number] = self._first_person(number, order) if first else self._continued(number, order)
        return [self.done[number] for number in range(len(self.mentions))]

    def _phrase(self, number: int) -> Phrase:
        for span in self.mentions[number].source:
            words = self.reading.inside(span)
            if words:
                break
        else:
            words = range(0)
        phrase = phrase_of(self.cast, self.references, words)
        if phrase.sort in (Sort.ROLE, Sort.UNNAMED):
            beside = self._beside(phrase)
            if beside is not None:
                phrase = Phrase(Sort.NAME, phrase.words, phrase.head, (beside,))
        self.phrases[number] = phrase
        return phrase

    def _resolve(self, number: int, phrase: Phrase) -> Resolution:
        rule = self.by_sort.get(phrase.sort)
        if rule is not None:
            return rule(number, phrase)
        return _nobody(SpeakerKind.COLLECTIVE, How.NONE)

    def _remember(self, number: int, phrase: Phrase) -> None:
        """Keep a human source for the pronouns after it. A "who" is no subject that a pronoun takes up."""
        word = self.reading.words[phrase.words.start]
        self._remember_body(self.done[number], phrase)
        if word.quoted or phrase.sort is Sort.RELATIVE or not self._is_human(self.done[number], phrase):
            return
        place = (number, phrase.words.start, word.sentence, word.paragraph)
        asks = self._cue_is(number, ASKING)
        self.said.append(Said(*place, self.people.get(number), self.left_open.get(number, ()), asks))

    def _cue_is(self, number: int, verbs: frozenset[str]) -> bool:
        cue = self.mentions[number].cue
        return any(self.reading.words[n].low in verbs for span in cue for n in self.reading.inside(span)[:12])

    def _remember_body(self, resolution: Resolution, phrase: Phrase) -> None:
        """Keep the source before "it": none, where somebody else has spoken since."""
        body = resolution.kind is SpeakerKind.ORGANISATION and resolution.name is not None
        self.last_body = (phrase.words.start, resolution) if body else None
        words = [self.reading.words[n] for n in phrase.head]
        if body and resolution.how is How.BODY and all(w.capital and w.low not in _NO_FIRMS for w in words):
            self.firms[resolution.name or ""] = resolution

    def _is_human(self, resolution: Resolution, phrase: Phrase) -> bool:
        """Whether "he" or "she" could take up a source: a person, one unnamed, or a name we may have taken wrongly."""
        if resolution.kind is SpeakerKind.UNNAMED:
            return not phrase.head or not self.reading.words[phrase.head.stop - 1].low.endswith("s")
        if resolution.kind is not SpeakerKind.ORGANISATION:
            return resolution.kind is SpeakerKind.PERSON
        words = [self.reading.words[n] for n in phrase.head]
        return len(words) < 4 and all(w.capital and w.low not in _SURELY_BODIES and not w.text.isupper() for w in words)

    def _beside(self, phrase: Phrase) -> Reference | None:
        """A name that goes on where the phrase stops: "His father Ada Quill", "The coach, Ada Quill,"."""
        words = self.reading.words
        after = phrase.words.stop
        if after >= len(words) or words[after].opens or phrase.words.stop == 0:
            return None
        for item in self.references.between(after, after + 5):
            start = item.first if item.title is None else item.title
            role = any(words[n].low in ROLES | KIN for n in phrase.head) or words[after].gap.strip() == ","
            if start == after and words[after].gap.strip() in ("", ",") and not item.possessive and role:
                return item
            break
        return None

    def _name(self, number: int, phrase: Phrase) -> Resolution:
        item = phrase.names[0]
        if item.person is None:
            self.left_open[number] = item.people
            return self._open(item.people)
        person = self.cast.people[item.person]
        self.people[number] = item.person
        how = How.FULL_NAME if item.full else How.SURNAME
        return Resolution(person.printed, SpeakerKind.PERSON, how, (), person.evidence, self._role_text(phrase, item))

    def _role_text(self, phrase: Phrase, item: Reference) -> str | None:
        """The role in the source itself, else the first one the article gives."""
        start = phrase.words.start
        before = range(start, item.first)
        if any(self.reading.words[n].low in ROLES - HONORIFICS for n in before):
            return printed_role(self.reading, before)
        assert item.person is not None
        roles = self.cast.people[item.person].roles
        return roles[0].printed if roles else None

    def _open(self, people: Sequence[int]) -> Resolution:
        names = tuple(self.cast.people[n].printed for n in people)
        return _nobody(SpeakerKind.PERSON, How.OPEN, names)

    def _answered(self, number: int, answer: Answer, how: How) -> Resolution:
        if answer.person is None:
            self.left_open[number] = answer.candidates
            return self._open(answer.candidates)
        self.people[number] = answer.person
        person = self.cast.people[answer.person]
        role = person.roles[0].printed if person.roles else None
        return Resolution(person.printed, SpeakerKind.PERSON, how, (), person.evidence, role)

    def _several(self, number: int, phrase: Phrase) -> Resolution:
        people = tuple(dict.fromkeys(n for item in phrase.names for n in item.people))
        return replace(self._open(people), kind=SpeakerKind.COLLECTIVE)

    def _body(self, number: int, phrase: Phrase) -> Resolution:
        noun = bare_noun(self.cast, phrase.head)
        body = body_of(self.cast, phrase.head) or by_portfolio(self.cast, phrase.head)
        if body is None and noun is not None:
            body = self.institutions.the_one(noun, phrase.head.start)
        if body is not None:
            return Resolution(body.printed, SpeakerKind.ORGANISATION, How.BODY, (), body.evidence, None)
        if noun is not None and is_firm(noun) and not self.institutions.has_firm() and len(self.firms) == 1:
            return next(iter(self.firms.values()))
        definite = self.reading.words[phrase.head.start].low in DEFINITE
        return _nobody(SpeakerKind.ORGANISATION, How.OPEN if definite else How.NONE)

    def _thing(self, number: int, phrase: Phrase) -> Resolution:
        """The body that was the source before "it", in this sentence or the one before it in the paragraph."""
        word = self.reading.words[phrase.words.start]
        if word.low == "it" and not word.quoted and self.last_body is not None:
            before = self.reading.words[self.last_body[0]]
            if before.paragraph == word.paragraph and word.sentence - before.sentence <= 1:
                return replace(self.last_body[1], how=How.PRONOUN)
        return _nobody(SpeakerKind.ORGANISATION, How.OPEN)

    def _document(self, number: int, phrase: Phrase) -> Resolution:
        document = titled_document(self.cast, phrase.head)
        if document is None:
            return _nobody(SpeakerKind.DOCUMENT, How.NONE)
        return Resolution(document.printed, SpeakerKind.DOCUMENT, How.BODY, (), document.evidence, None)

    def _unnamed(self, number: int, phrase: Phrase) -> Resolution:
        return _nobody(SpeakerKind.UNNAMED, How.NONE)

    def _role(self, number: int, phrase: Phrase) -> Resolution:
        """Whoever was introduced with this role, if it is one person and no word of the phrase speaks against it."""
        words = self.reading.words
        head = next((plain(words[n].low) for n in reversed(phrase.head) if words[n].low in ROLES), "")
        asked = {plain(words[n].low) for n in self._described(phrase)} - DETERMINERS - PREPOSITIONS - {head}
        bearers = self.cast.by_role.get(head, [])
        fitting = list(
            dict.fromkeys(person for person, role in bearers if asked <= role.words and (_PAST & role.words) <= asked)
        )
        if len(fitting) == 1 and (asked or head not in GENERIC_ROLES):
            return self._answered(number, Answer(fitting[0], ()), How.ROLE)
        known = (self.cast, self.references, self.said, self.first_seen)
        if not bearers and (sole := just_named(*known, phrase, head)) is not None:
            return self._answered(number, Answer(sole, ()), How.ROLE)
        candidates = fitting or list(dict.fromkeys(person for person, _ in bearers))[:4]
        bare = words[phrase.head.start].low not in DETERMINERS and not words[phrase.head.start].possessive
        return self._unnamed(number, phrase) if bare and not candidates else self._open(candidates)

    def _described(self, phrase: Phrase) -> range:
        """The words of a role without the clause behind it: "the minister, who was driven home"."""
        words = self.reading.words
        behind = range(phrase.head.stop, phrase.words.stop)
        stop = next((n for n in behind if words[n].low in RELATIVES or not words[n].close), phrase.words.stop)
        return range(phrase.words.start, stop)

    def _pronoun(self, number: int, phrase: Phrase) -> Resolution:
        gender = "m" if phrase.sort is Sort.HE else "f"
        content, replies = self.mentions[number].content, self._cue_is(number, REPLYING)
        pronoun = pronoun_at(self.cast, self.references, phrase.words.start, gender, content, replies=replies)
        if self.reading.words[phrase.words.start].quoted or self._owned(phrase.words.start):
            return self._open(())
        return self._answered(number, resolve_pronoun(self.cast, self.references, self.said, pronoun), How.PRONOUN)

    def _owned(self, word: int) -> bool:
        """Whether a source stops at the pronoun of "her husband": he is the source, and not she."""
        words = self.reading.words
        after = words[min(word + 1, len(words) - 1)]
        return words[word].low in ("his", "her") and after.close and after.low in ROLES | KIN | BODY_NOUNS

    def _relative(self, number: int, phrase: Phrase) -> Resolution:
        if self.reading.words[phrase.words.start].low in ("which", "that"):
            return _nobody(SpeakerKind.ORGANISATION, How.OPEN)
        answer = resolve_relative(self.cast, self.references, phrase.words.start)
        if answer == NOBODY:
            return _nobody(SpeakerKind.UNNAMED, How.NONE)
        return self._answered(number, answer, How.PRONOUN)

    def _first_person(self, number: int, order: Sequence[int]) -> Resolution:
        """The speaker of the smallest quotation around an "I"."""
        place = self.reading.words[self.phrases[number].words.start].start
        around = [
            (sum(end - start for start, end in self.mentions[other].content), other)
            for other in self._near(order, number)
            if other in self.done and other != number and any(s <= place < e for s, e in self.mentions[other].content)
        ]
        outer = self.done[min(around)[1]] if around else self._speaking(number)
        if outer is None or outer.kind not in (SpeakerKind.PERSON, SpeakerKind.UNNAMED):
            return _nobody(SpeakerKind.UNNAMED, How.OPEN)
        return replace(outer, how=How.PRONOUN) if outer.name else outer

    def _speaking(self, number: int) -> Resolution | None:
        """Who spoke last, if only quoted sentences stand between that and the pronoun; or whom a colon announces."""
        word = self.phrases[number].words.start
        place = bisect_left(self.said_at, word) - 1
        source = self.said[place] if 0 <= place else None
        if source is None or source.paragraph != self.reading.words[word].paragraph:
            return self._announced(word)
        stop = max(self.reading.at(end - 1) for _, end in self._tag(source)) + 1
        if FURTHEST < word - stop or self._another_tag(word, source.person):
            return None
        between = (self.reading.words[n] for n in range(stop, word + 1))
        plain_words = any(not one.quoted and one.sentence != source.sentence for one in between)
        return None if plain_words else self.done[source.mention]

    def _another_tag(self, word: int, person: int | None) -> bool:
        """Whether somebody else is named behind the quotation, who may be its speaker."""
        stop = min(self.reading.paragraph(self.reading.words[word].paragraph).stop, word + FURTHEST)
        behind = (item for item in self.references.between(word, stop) if not item.quoted)
        return next((item.person != person for item in behind), False)

    def _announced(self, word: int) -> Resolution | None:
        """The only person named in the sentence that ends with a colon before a paragraph of quoted words."""
        stretch = self.reading.paragraph(self.reading.words[word].paragraph)
        first = self.reading.words[stretch.start]
        if FURTHEST < word - stretch.start:
            return None
        quoted = all(self.reading.words[n].quoted for n in range(stretch.start, word + 1))
        if not quoted or ":" not in first.gap or stretch.start == 0:
            return None
        sentence = self.reading.sentence(first.sentence - 1)
        named = [item for item in self.references.between(sentence.start, sentence.stop) if not item.quoted]
        if len({item.people for item in named}) != 1 or named[0].person is None or named[0].possessive:
            return None
        return self._answered(number=-1, answer=Answer(named[0].person, ()), how=How.PRONOUN)

    def _tag(self, source: Said) -> tuple[Span, ...]:
        mention = self.mentions[source.mention]
        return (*mention.source, *mention.cue)

    def _near(self, order: Sequence[int], number: int) -> Sequence[int]:
        place = self.places[number]
        return order[max(0, place - _REACH) : place + _REACH]

    def _continued(self, number: int, order: Sequence[int]) -> Resolution:
        """A question with its asker near; or a quotation without source that goes on from the one before it."""
        item = asker(self.reading, self.references, self.mentions[number])
        if item is not None and item.person is not None:
            answer = self._answered(number, Answer(item.person, ()), How.FULL_NAME if item.full else How.SURNAME)
            return answer
        content = self.mentions[number].content
        if not content or not is_quotation(self.reading, content[0]):
            return _nobody(SpeakerKind.UNNAMED, How.OPEN)
        start = content[0][0]
        before = [
            (max(e for _, e in self.mentions[other].content), other)
            for other in self._near(order, number)
            if other in self.done and self.mentions[other].content and self.mentions[other].content[-1][1] <= start
        ]
        if not before:
            return _nobody(SpeakerKind.UNNAMED, How.OPEN)
        other = max(before)[1]
        return (
            self.done[other]
            if goes_on(self.reading, self.mentions[other], start)
            else _nobody(SpeakerKind.UNNAMED, How.OPEN)
        )


def _place(mention: Mention) -> tuple[int, int]:
    """Where a mention stands in reading order: at its source, or its content where it has none."""
    spans = mention.source or mention.content
    return (spans[0][0] if spans else 0, mention.content[0][0] if mention.content else 0)
