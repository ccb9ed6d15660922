"""The people and bodies of an article as they are gathered: names, roles and what is known of gender."""

from dataclasses import dataclass, field

from app.speakers.names import Name
from app.speakers.values import Span

# What a title, a kin word or a role says about gender outweighs what pronouns near the name suggest.
TOLD = 8
# A given name counts as two pronouns: a third one against it leaves the question open.
HINTED = 2
# Who held an office once is not meant by its bare name: "the governor" is not the former one.
PAST = frozenset({"former", "late", "ex-president", "retired", "one-time", "onetime"})
# And the deputy is not the minister, nor the nominee for vice-president the one for president.
APART = PAST | frozenset({"vice", "vice-presidential", "vice-president", "deputy", "assistant", "shadow", "elect"})


@dataclass(frozen=True, slots=True)
class Role:
    """A role as printed, with the noun it turns on and the words that tell it from others."""

    printed: str
    head: str | None
    words: frozenset[str]


@dataclass(slots=True)
class Person:
    """Someone the article names. `name` is the fullest form met so far, `evidence` where it stands.

    `shown` tells that something speaks for a person, and not merely nothing against one. `forms` are the full names
    that the article gives, in order of appearance.
    """

    number: int
    name: Name
    printed: str
    evidence: Span
    first: int
    roles: list[Role] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    masculine: int = 0
    feminine: int = 0
    shown: bool = False

    def learn(self, side: str, weight: int) -> None:
        """Count evidence for "m" or "f"; nothing for an empty side."""
        self.masculine += weight * (side == "m")
        self.feminine += weight * (side == "f")

    @property
    def leaning(self) -> str:
        """ "m" or "f" by whatever evidence there is: enough to choose between two, not to rule one out."""
        if self.masculine == self.feminine:
            return ""
        return "m" if self.feminine < self.masculine else "f"

    @property
    def gender(self) -> str:
        """ "m", "f" or empty: known from two pronouns or a title on, if the other side has a third of it at most."""
        for side, own, other in (("m", self.masculine, self.feminine), ("f", self.feminine, self.masculine)):
            if own >= 2 and other * 3 <= own:
                return side
        return ""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, as printed without its article."""

    printed: str
    evidence: Span
