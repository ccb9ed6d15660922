"""The bodies an article has introduced, and the one that "the company", "the ministry" or "it" takes up.

A body is known by its name and by the noun this turns on: "Harbour Bank", "Union of Divers", "Skerrow council". A bare
noun stands for one of them only if no other body with this noun stands anywhere above it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.speakers.cast import Cast
from app.speakers.lexicon import BODY_NOUNS, BODY_WORDS, DEMONYMS, FUNCTION_WORDS, PLACES, PORTFOLIOS, PREPOSITIONS
from app.speakers.names import key
from app.speakers.people import Body
from app.speakers.words import Reading, Word

# Bodies that need no other name: there is one of them in the country that the article speaks of.
_ALONE = frozenset(
    [
        "senate",
        "house",
        "congress",
        "parliament",
        "assembly",
        "pentagon",
        "treasury",
        "crown",
        "army",
        "navy",
        "cabinet",
        "twitter",
        "facebook",
        "youtube",
    ]
)
_HEADS = BODY_WORDS | BODY_NOUNS | {"ministry", "watchdog", "association", "bank", "union", "firm"}
# Nouns for what every article has several of, named or not.
_NEVER = frozenset(
    ["government", "administration", "country", "state", "city", "town", "nations", "states", "house", "media", "press"]
)
_FIRMS = frozenset(
    ["company", "firm", "business", "carrier", "operator", "maker", "manufacturer", "retailer", "airline", "giant"]
)
_FIRM_WORDS = frozenset(
    [
        "inc",
        "corp",
        "corporation",
        "ltd",
        "llc",
        "plc",
        "company",
        "co",
        "airlines",
        "airways",
        "motors",
        "holdings",
    ]
)
# Nouns that are written small behind a name and still make one: "the Quill campaign", "Skerrow council".
_LOWER = frozenset({"campaign", "council", "ministry", "foundation", "university"})
_LINKS = frozenset({"of", "the", "for", "and"})
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Institutions:
    """Bodies by the noun they turn on, each with the number of the word at which it is first named."""

    by_head: dict[str, list[tuple[int, Body]]] = field(default_factory=lambda: defaultdict(list))

    def the_one(self, head: str, word: int) -> Body | None:
        """The only body with this noun that is named above a word; None where there are none or two."""
        if head in _NEVER:
            return None
        found: dict[str, Body] = {}
        known = self.by_head.get("firm" if head in _FIRMS else head, [])
        for _, body in known[: bisect_left(known, word, key=lambda each: each[0])]:
            found.setdefault(key(body.printed), body)
            if len(found) > 1:
                return None
        return next(iter(found.values()), None)

    def has_firm(self) -> bool:
        """Whether the article names a firm in so many words."""
        return "firm" in self.by_head


def is_firm(head: str) -> bool:
    """Whether a noun is said of any enterprise."""
    return head in _FIRMS


def stands_alone(low: str) -> bool:
    """Whether a word like "Senate" names a body without further words, as "Trust" and "Commission" do not."""
    return low in _ALONE or low not in _HEADS


def find_institutions(cast: Cast) -> Institutions:
    """All bodies of an article that have a name with a noun of a body in it, or a chief executive."""
    found = Institutions()
    for number, word in enumerate(cast.reading.words):
        if word.low in _HEADS:
            for span in _named_by_head(cast.reading, number):
                _keep(cast, found, word.low, span)
        if word.low in ("executive", "ceo"):
            for span in _led_by(cast, number):
                _keep(cast, found, "firm", span)
    return found


def _keep(cast: Cast, found: Institutions, head: str, span: range) -> None:
    reading = cast.reading
    if span.start in cast.full and reading.words[span.start - 1].low not in ("of", "the"):
        return  # "Ada Quill, chief executive"
    start, end = reading.words[span.start].start, reading.words[span.stop - 1].end
    body = Body(" ".join(reading.text[start:end].split()), (start, end))
    firm = head in _FIRMS or head in _FIRM_WORDS
    found.by_head["firm" if firm else head].append((span.start, body))


def _named_by_head(reading: Reading, number: int) -> Iterator[range]:
    """The name that ends with the noun at a word, or goes on behind it with "of"."""
    words = reading.words
    first = number
    while first > 0 and number - first < _LONGEST and _goes_before(words[first - 1], words[first]):
        first -= 1
    while first < number and words[first].opens and words[first].low in FUNCTION_WORDS:
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
        return
    yield range(first, last + 1)


def _goes_before(word: Word, after: Word) -> bool:
    """Whether a capitalised word is part of the name that goes on: over "Divers’", but not over "Norland’s"."""
    if not word.capital or not after.close or after.opens or word.low in PREPOSITIONS:
        return False
    return not word.possessive or is_inner_genitive(word)


def is_inner_genitive(word: Word) -> bool:
    """Whether a possessive belongs to the name it stands in: "Divers’ Union", "Women’s Institute"."""
    return word.possessive and (word.text[-1] in "sS" or word.low in ("women", "men", "children", "people"))


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
    """The name in "chief executive of Kelp Water" and "Kelp Water chief executive"."""
    words = cast.reading.words
    first = number - (words[number].low == "executive")
    if first < 0 or words[first].low not in ("chief", "ceo"):
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
    if start < stop <= len(words) and words[start].low not in PLACES | DEMONYMS | FUNCTION_WORDS:
        yield range(start, stop)
