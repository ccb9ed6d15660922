"""One article being resolved: what was found in it, and the sources met so far. Each rule reads it and answers.

Decision: the rules are functions that take the article, so that people, bodies and documents stay apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.speakers.cast import Cast
from app.speakers.doubts import Answer, Said
from app.speakers.institutions import Institutions
from app.speakers.people import Body, Person
from app.speakers.phrases import Phrase
from app.speakers.references import References
from app.speakers.values import How, Mention, Resolution, SpeakerKind
from app.speakers.words import Reading


@dataclass(slots=True)
class Article:
    """`said` are the human sources in order, `people` who a mention was resolved to, `left_open` who it could be.
    `definite` has the words at which "the mayor" stands without a name, by role; `held_by` whom those were found to be.
    """

    cast: Cast
    references: References
    mentions: Sequence[Mention]
    institutions: Institutions
    definite: dict[str, list[int]]
    held_by: dict[int, int] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    said_at: list[int] = field(default_factory=list)
    done: dict[int, Resolution] = field(default_factory=dict)
    people: dict[int, int | None] = field(default_factory=dict)
    left_open: dict[int, tuple[int, ...]] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    last_body: tuple[int, Resolution] | None = None
    bodies_said: dict[int, tuple[int, Body]] = field(default_factory=dict)
    firms: dict[str, Resolution] = field(default_factory=dict)
    phrases: dict[int, Phrase] = field(default_factory=dict)

    @property
    def reading(self) -> Reading:
        """The words of the article."""
        return self.cast.reading

    def cue_is(self, number: int, verbs: frozenset[str]) -> bool:
        """Whether the cue of a mention has one of these verbs in it."""
        cue = self.mentions[number].cue
        return any(self.reading.words[n].low in verbs for span in cue for n in self.reading.inside(span)[:12])

    def named(self, person: Person, how: How, role: str | None) -> Resolution:
        """The resolution to a person."""
        return Resolution(person.printed, SpeakerKind.PERSON, how, (), person.evidence, role, forms=tuple(person.forms))

    def unsettled(self, people: Sequence[int], role: str | None = None) -> Resolution:
        """An open question with the people it could be."""
        names = tuple(self.cast.people[n].printed for n in people)
        return Resolution(None, SpeakerKind.PERSON, How.OPEN, names, None, role)

    def answered(self, number: int, answer: Answer, how: How, role: str | None = None) -> Resolution:
        """The resolution of a mention to an answer. `role` is the one in the source itself."""
        if answer.person is None:
            self.left_open[number] = answer.candidates
            return self.unsettled(answer.candidates, role)
        self.people[number] = answer.person
        person = self.cast.people[answer.person]
        return self.named(person, how, role or (person.roles[0].printed if person.roles else None))


def nobody(kind: SpeakerKind, how: How, candidates: tuple[str, ...] = ()) -> Resolution:
    """A resolution without a name."""
    return Resolution(None, kind, how, candidates, None, None)


def together(names: Sequence[str]) -> Resolution:
    """Several named speakers of one claim, people or bodies: at least two, each certain."""
    return Resolution(None, SpeakerKind.COLLECTIVE, How.TOGETHER, tuple(names), None, None)
