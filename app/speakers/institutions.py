"""The bodies an article has introduced, and the one that "the company", "the ministry" or "it" takes up.

A body is known by the noun its name turns on: "Harbour Bank", "Union of Divers", "Skerrow council"; and by what the
article calls it: "Kelp Water, the company that", "the pump firm Frobnitz". A bare noun stands for one of them only if
no other that it could mean stands anywhere above it.
"""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from app.speakers.body_names import ALONE, PERSONAL, is_plain
from app.speakers.lexicon import (
    BODY_NOUNS,
    BODY_WORDS,
    PLACES,
)
from app.speakers.names import key
from app.speakers.people import Body


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADS = BODY_WORDS | BODY_NOUNS | _words("ministry watchdog association bank union firm")
# Nouns for what every article has several of, named or not.
NEVER = _words("government administration country state city town nations states house media press camp team campaign")
FIRMS = _words("company firm business carrier operator maker manufacturer retailer airline giant supplier utility")
FIRM_WORDS = _words("inc corp corporation ltd llc plc company co airlines airways motors holdings firm")
_PAPERS = _words(
    """newspaper paper daily tabloid broadsheet times post tribune gazette herald telegraph guardian journal globe
    chronicle observer courier ledger examiner inquirer standard"""
)
_UNIONS = _words("union syndicate association federation guild brotherhood")
_WATCHDOGS = _words("watchdog regulator authority agency commission inspectorate ombudsman")
_STATIONS = _words("network channel broadcaster station broadcasting television tv radio")
# What a noun may be said of besides the bodies that are called so: "the watchdog" is an authority.
_WIDER = {
    **dict.fromkeys(("watchdog", "regulator"), _WATCHDOGS),
    **dict.fromkeys(("newspaper", "paper", "daily", "tabloid"), _PAPERS),
    **dict.fromkeys(("union", "syndicate"), _UNIONS),
    **dict.fromkeys(("network", "channel", "broadcaster", "station"), _STATIONS),
    "lender": _words("bank lender"),
    "party": _words("party alliance"),
    "club": _words("club team side"),
    "side": _words("club team side"),
    "force": _words("police force"),
}
# What no enterprise has in its name.
NO_FIRMS = _words(
    """university college school academy department ministry agency authority commission committee council court church
    party union association institute foundation office bureau house senate congress parliament assembly government
    administration campaign camp team coalition alliance federation league society trust board army navy police hospital
    museum embassy movement pac treasury cabinet general"""
)
# Nouns of bodies whose names need not show what they are: "Kelp said so. The company ..."
_OF_ANY = FIRMS | _words(
    """network channel broadcaster station newspaper paper magazine outlet publication daily agency group organisation
    organization charity website site regulator watchdog startup start-up studio publisher"""
)
# An unnamed body that came in so few words ago is as likely to be meant.
_RIVALS_WITHIN = 150


@dataclass(frozen=True, slots=True)
class Institutions:
    """Bodies by the nouns they are called, each with the number of the word at which it is first named; names that tell
    nobody apart with the country that the article gives them; and unnamed bodies by their noun."""

    by_head: dict[str, list[tuple[int, Body]]] = field(default_factory=lambda: defaultdict(list))
    owned: dict[str, dict[str, Body]] = field(default_factory=lambda: defaultdict(dict))
    unnamed: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    portfolios: dict[str, Body] = field(default_factory=dict)
    seen: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[Body]] = field(default_factory=lambda: defaultdict(list))
    documents: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    towns: list[int] = field(default_factory=list)

    def the_one(self, noun: str, word: int) -> Body | None:
        """The only body that is called by this noun and named above a word; None where there are none or two."""
        if noun in NEVER:
            return None
        exact = self._above(kind_of(noun), word)
        if not exact:
            exact = {form: body for wider in _WIDER.get(noun, ()) for form, body in self._above(wider, word).items()}
        if len(exact) != 1 or self.has_rival(noun, word):
            return None
        return self.fullest(next(iter(exact.values())))

    def _above(self, noun: str, word: int) -> dict[str, Body]:
        known = self.by_head.get(noun, [])
        found: dict[str, Body] = {}
        for _, body in known[: bisect_left(known, word, key=lambda each: each[0])]:
            found.setdefault(key(body.printed), body)
            if len(found) > 1:
                break
        return found

    def has_rival(self, noun: str, word: int) -> bool:
        """Whether another body with this noun and without a name came in shortly before: "a rival bank"."""
        known = self.unnamed.get(kind_of(noun), [])
        place = bisect_left(known, word)
        return place > 0 and word - known[place - 1] < _RIVALS_WITHIN

    def fullest(self, body: Body) -> Body:
        """The body with its country where its name tells nobody apart and the article gives it one."""
        if not is_plain(body.printed):
            return body
        owned = self.owned.get(key(body.printed), {})
        return next(iter(owned.values())) if len(owned) == 1 else body

    def only_portfolio(self) -> Body | None:
        """What the one minister of the article heads, where none but one comes up: "the ministry"."""
        return next(iter(self.portfolios.values())) if len(self.portfolios) == 1 else None

    def has_firm(self) -> bool:
        """Whether the article names a firm in so many words."""
        return "firm" in self.by_head

    def may_be(self, name: str, noun: str) -> bool:
        """Whether the body that spoke right before can be "the network": no other noun is its own."""
        own = {word.lower() for word in name.split()} & HEADS
        nouns = {kind_of(noun)} | _WIDER.get(noun, frozenset())
        if noun in FIRMS and not own & NO_FIRMS:
            return not {word.lower() for word in name.split()} & PLACES
        if own:
            return bool(own & nouns)
        if noun in NEVER | PERSONAL or {word.lower() for word in name.split()} & PLACES:
            return False
        return noun in _OF_ANY or any(
            name == each.printed for one in nouns for _, each in self.by_head.get(one, [])[:9]
        )


def kind_of(noun: str) -> str:
    """The noun under which a body is kept: one for all enterprises."""
    return "firm" if noun in FIRMS else noun


def singular(noun: str) -> str:
    """One report for several; an analysis is none."""
    return noun if noun.endswith(("ss", "sis", "us")) else noun.removesuffix("s")


def is_firm(head: str) -> bool:
    """Whether a noun is said of any enterprise."""
    return head in FIRMS


def stands_alone(low: str) -> bool:
    """Whether a word like "Senate" names a body without further words, as "Trust" and "Commission" do not."""
    return low in ALONE or low not in HEADS
