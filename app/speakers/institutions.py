"""The bodies an article has introduced, and the one that "the company", "the ministry" or "it" takes up.

A body is known by the noun its name turns on: "Harbour Bank", "Union of Divers", "Skerrow council"; and by what the
article calls it: "Kelp Water, the company that", "the pump firm Frobnitz". A bare noun stands for one of them only if
no other that it could mean stands anywhere above it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.speakers.body_names import ALONE, PERSONAL, is_given, is_no_name, looks_like_body, tells_apart, votes
from app.speakers.cast import Cast
from app.speakers.lexicon import (
    BODY_NOUNS,
    BODY_WORDS,
    DEMONYMS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FUNCTION_WORDS,
    PLACES,
    PORTFOLIOS,
    PREPOSITIONS,
    ROLES,
)
from app.speakers.names import key
from app.speakers.people import Body
from app.speakers.words import Reading, Word


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HEADS = BODY_WORDS | BODY_NOUNS | _words("ministry watchdog association bank union firm")
# Nouns for what every article has several of, named or not.
_NEVER = _words("government administration country state city town nations states house media press camp team")
_FIRMS = _words("company firm business carrier operator maker manufacturer retailer airline giant supplier utility")
_FIRM_WORDS = _words("inc corp corporation ltd llc plc company co airlines airways motors holdings firm")
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
# Nouns of bodies whose names need not show what they are: "Kelp said so. The company ..."
_OF_ANY = _FIRMS | _words(
    """network channel broadcaster station newspaper paper magazine outlet publication daily agency group organisation
    organization charity website site regulator watchdog startup start-up studio publisher"""
)
# Nouns that are written small behind a name and still make one: "the Quill campaign", "Skerrow council".
_LOWER = _words("campaign council ministry foundation university")
_LINKS = _words("of the for and")
TOWNS = _words("municipality city town village borough")
# Who, with "general" behind, speaks for an office and seldom by name.
AUDITORS = _words("auditor comptroller")
_LONGEST = 8
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
        if noun in _NEVER:
            return None
        exact = self._above("firm" if noun in _FIRMS else noun, word)
        if not exact:
            exact = {form: body for wider in _WIDER.get(noun, ()) for form, body in self._above(wider, word).items()}
        if len(exact) != 1 or self._rival(noun, word):
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

    def _rival(self, noun: str, word: int) -> bool:
        """Whether another body with this noun and without a name came in shortly before: "a rival bank"."""
        known = self.unnamed.get(noun, [])
        place = bisect_left(known, word)
        return place > 0 and word - known[place - 1] < _RIVALS_WITHIN

    def fullest(self, body: Body) -> Body:
        """The body with its country where its name tells nobody apart and the article gives it one."""
        if tells_apart(body.printed):
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
        own = {word.lower() for word in name.split()} & _HEADS
        nouns = {"firm" if noun in _FIRMS else noun} | _WIDER.get(noun, frozenset())
        if own:
            return bool(own & nouns) or (noun in _FIRMS and bool(own & (_FIRM_WORDS | {"bank"})))
        if noun in _NEVER | PERSONAL or {word.lower() for word in name.split()} & PLACES:
            return False
        return noun in _OF_ANY or any(
            name == each.printed for one in nouns for _, each in self.by_head.get(one, [])[:9]
        )


def singular(noun: str) -> str:
    """One report for several; an analysis is none."""
    return noun if noun.endswith(("ss", "sis", "us")) else noun.removesuffix("s")


def is_firm(head: str) -> bool:
    """Whether a noun is said of any enterprise."""
    return head in _FIRMS


def stands_alone(low: str) -> bool:
    """Whether a word like "Senate" names a body without further words, as "Trust" and "Commission" do not."""
    return low in ALONE or low not in _HEADS


def find_institutions(cast: Cast) -> Institutions:
    """All bodies of an article that have a name with a noun of a body in it, are called by one, or have a chief."""
    found = Institutions()
    for number, word in enumerate(cast.reading.words):
        if word.capital:
            found.seen[key(word.text)].append(number)
        if word.low in _HEADS:
            for span in _named_by_head(cast.reading, number):
                _keep(cast, found, word.low, span)
            _called(cast, found, number)
        if word.low in ("executive", "ceo", "boss"):
            for span in _led_by(cast, number):
                _keep(cast, found, "firm", span)
        if word.low in DOCUMENT_NOUNS:
            found.documents[singular(word.low)].append(number)
        if word.low in TOWNS and not word.possessive:
            found.towns.append(number)
        if word.low == "general" and number and cast.reading.words[number - 1].low in AUDITORS:
            _add_auditor(cast, found, number)
        if word.low in ("minister", "secretary") and number and cast.reading.words[number - 1].low in PORTFOLIOS:
            _add_portfolio(cast.reading, found, number)
    for body in cast.bodies.values():
        _begin(cast, found, body)
    for noun, known in found.by_head.items():
        found.by_head[noun] = sorted(_at_length(found, known), key=lambda each: each[0])
    return found


def _add_auditor(cast: Cast, found: Institutions, number: int) -> None:
    """An auditor general is an office that speaks: "Norland’s auditor general", then "the auditors", "the report"."""
    for noun in ("auditor", "auditors", "watchdog"):
        _keep(cast, found, noun, range(number - 1, number + 1))


def _begin(cast: Cast, found: Institutions, body: Body) -> None:
    """Keep a body of several words under its first, by which it may be called for short; no headline in capitals."""
    span = cast.reading.inside(body.evidence)
    words = cast.reading.words[span.start : span.stop]
    named = len(words) > 1 and not all(word.text.isupper() for word in words) and not is_no_name(words)
    if named and shown(cast, found, span):
        found.by_first[key(words[0].text)].append(body)


def _at_length(found: Institutions, known: list[tuple[int, Body]]) -> Iterator[tuple[int, Body]]:
    """The bodies, those of one word under the longer name that begins with it: "Kelp" is Kelp Ferries."""
    for word, body in known:
        longer = found.by_first.get(key(body.printed), []) if " " not in body.printed else []
        yield word, longer[0] if len({each.printed for each in longer}) == 1 else body


def _keep(cast: Cast, found: Institutions, head: str, span: range) -> None:
    reading = cast.reading
    if span.start in cast.full and reading.words[span.start - 1].low not in ("of", "the"):
        return  # "Ada Quill, chief executive"
    body = body_at(reading, span)
    firm = head in _FIRMS or head in _FIRM_WORDS
    found.by_head["firm" if firm else head].append((span.start, body))
    if not tells_apart(body.printed) and (owner := _owner(cast, span.start)):
        full = body_at(reading, range(owner, span.stop))
        found.owned[key(body.printed)].setdefault(key(full.printed), full)


def body_at(reading: Reading, span: range) -> Body:
    """The body under just these words."""
    start, end = reading.words[span.start].start, reading.words[span.stop - 1].end
    return Body(" ".join(reading.text[start:end].split()), (start, end))


def _owner(cast: Cast, first: int) -> int | None:
    """The first word of the country or city that a name belongs to: "Norland’s transport ministry"; no person."""
    words = cast.reading.words
    start = first
    while start > 0 and first - start < 3 and words[start - 1].capital and words[start].close:
        if words[start - 1].low in FUNCTION_WORDS or (words[start - 1].possessive and start < first):
            break
        start -= 1
    person = any(cast.by_short.get(key(words[n].text)) for n in range(start, first))
    return start if start < first and not person else None


def _called(cast: Cast, found: Institutions, number: int) -> None:
    """Learn what "Kelp Water, the company that", "the pump firm Frobnitz" and "a rival bank" say of bodies."""
    words = cast.reading.words
    noun = words[number].low
    if words[number].capital or words[number].possessive or noun in _NEVER | PERSONAL:
        return
    after = words[number + 1] if number + 1 < len(words) else None
    if after is not None and after.close and not after.opens and after.low not in _ENDING:
        if after.capital and after.low not in ROLES:
            _learn(cast, found, noun, _capitals_from(words, number + 1))
        return
    opener = _opener(words, number)
    if opener is None:
        return
    if opener > 0 and words[opener].gap.strip() == "," and words[opener - 1].capital:
        _learn(cast, found, noun, _capitals_to(words, opener - 1))
    elif (
        not words[number].quoted
        and words[opener].low in ("a", "an", "another")
        and words[opener - 1].low not in ("is", "was", "as", "be")
    ):
        found.unnamed[noun].append(number)


_ENDING = PREPOSITIONS | FUNCTION_WORDS | {"that", "which", "who", "and", "or", "whose"}


def _opener(words: tuple[Word, ...], number: int) -> int | None:
    """The article in front of a noun, over seven words at most."""
    for before in range(number - 1, max(-1, number - 8), -1):
        word = words[before]
        if not words[before + 1].close or word.low in PREPOSITIONS or word.quoted != words[number].quoted:
            return None
        if word.low in DETERMINERS or word.possessive:
            return before if word.low in ("a", "an", "the", "its", "their", "another") else None
    return None


def _capitals_from(words: tuple[Word, ...], first: int) -> range:
    stop = first + 1
    while stop < len(words) and words[stop].capital and words[stop].close and not words[stop - 1].possessive:
        stop += 1
    return range(first, min(stop, first + _LONGEST))


def _capitals_to(words: tuple[Word, ...], last: int) -> range:
    first = last
    while first > 0 and last - first < _LONGEST and _goes_before(words[first - 1], words[first]):
        first -= 1
    while first < last and words[first].low in FUNCTION_WORDS:
        first += 1
    return range(first, last + 1)


def _learn(cast: Cast, found: Institutions, noun: str, span: range) -> None:
    words = cast.reading.words[span.start : span.stop]
    known = span.start in cast.full or any(cast.by_short.get(key(word.text)) for word in words)
    if (
        not known
        and not is_no_name(words)
        and not is_given(words)
        and words[0].low not in FUNCTION_WORDS | PLACES | DEMONYMS
    ):
        _keep(cast, found, noun, span)


def shown(cast: Cast, found: Institutions, span: range) -> bool:
    """Whether a name is a body's by its own words, or by what stands around its first forty occurrences."""
    words = cast.reading.words[span.start : span.stop]
    if looks_like_body(words):
        return True
    forms = [word.text for word in words]
    places = [n for n in found.seen.get(key(forms[0]), []) if _same(cast.reading, n, forms)]
    return sum(votes(cast.reading, n, n + len(forms) - 1) for n in places[:40]) > 0


def _same(reading: Reading, number: int, forms: list[str]) -> bool:
    return [word.text for word in reading.words[number : number + len(forms)]] == forms


def _add_portfolio(reading: Reading, found: Institutions, number: int) -> None:
    """What a minister is minister of names his ministry: "Health minister Ada Quill", then "the ministry"."""
    words = reading.words
    if words[number].low != "minister" or words[number - 1].low == "prime":
        return
    portfolio = words[number - 1].low
    body = Body(f"{portfolio} ministry", (words[number - 1].start, words[number].end))
    found.portfolios.setdefault(portfolio, body)


def _named_by_head(reading: Reading, number: int) -> Iterator[range]:
    """The name that ends with the noun at a word, or goes on behind it with "of"."""
    words = reading.words
    first = number
    while first > 0 and number - first < _LONGEST and _goes_before(words[first - 1], words[first]):
        first -= 1
    while first < number and words[first].low in (FUNCTION_WORDS if words[first].opens else DETERMINERS):
        first += 1
    last = number
    if words[number].capital:
        last = _over_of(reading, number)
    followed = last == number and last + 1 < len(words) and words[last + 1].capital and words[last + 1].close
    if followed and words[number].capital and not words[number].possessive:
        return  # "Bank Holiday", "Union Square"
    if not words[number].capital and (words[number].low not in _LOWER or words[number - 1].low in DEMONYMS):
        first = number
    if first == number == last:
        if number and words[number].low in ("ministry", "department") and words[number - 1].low in PORTFOLIOS:
            yield range(number - 1, number + 1)
        elif words[number].low == "government":
            yield range(number, number + 1)
        return
    yield range(first, last + 1)


def _goes_before(word: Word, after: Word) -> bool:
    """Whether a capitalised word is part of the name that goes on: over "Divers’", but not over "Norland’s"."""
    if not word.capital or not after.close or after.opens or word.low in PREPOSITIONS:
        return False
    return not word.possessive or is_inner_genitive(word)


def is_inner_genitive(word: Word) -> bool:
    """Whether a possessive belongs to the name it stands in: "Divers’ Union", "Fishermen’s Institute"."""
    return word.possessive and (word.text[-1] in "sS" or word.low.endswith("men") or word.low in ("children", "people"))


def _over_of(reading: Reading, number: int) -> int:
    """The last word of "Union of Norland Divers", or the noun itself."""
    words = reading.words
    last = ahead = number
    while ahead + 1 < len(words) and ahead - number < _LONGEST and words[ahead + 1].close:
        ahead += 1
        if words[ahead].capital and last != ahead - 1 and ahead - last > 3:
            break
        if words[ahead].capital and (last > number or words[number + 1].low in ("of", "for")):
            last = ahead
        elif words[ahead].low not in _LINKS or (ahead == number + 1 and words[ahead].low not in ("of", "for")):
            break
    return last


def _led_by(cast: Cast, number: int) -> Iterator[range]:
    """The name in "chief executive of Kelp Water" and "Kelp Water chief executive"; none that is no firm's."""
    words = cast.reading.words
    first = number - (words[number].low == "executive")
    if first < 0 or words[first].low not in ("chief", "ceo", "boss"):
        return
    if number + 2 < len(words) and words[number + 1].low == "of":
        start = number + 2 + (words[number + 2].low == "the")
        stop = start
        while stop < len(words) and words[stop].capital and (stop == start or words[stop].close):
            stop += 1
            if words[stop - 1].possessive:
                break
    else:
        start = stop = first
        while start > 0 and words[start - 1].capital and words[start].close and not words[start].opens:
            start -= 1
    if not start < stop <= len(words) or words[start].low in PLACES | DEMONYMS | FUNCTION_WORDS:
        return
    if words[stop - 1].low not in BODY_WORDS | BODY_NOUNS or words[stop - 1].low in _FIRM_WORDS:
        yield range(start, stop)
