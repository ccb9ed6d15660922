"""How an article introduces bodies: by names with a noun of a body in them, by what it calls them, by who leads them.

Each rule looks at one word and what stands a few words around it, so that the whole is linear in the text.
"""

from collections.abc import Iterator

from app.speakers.body_names import PERSONAL, is_given, is_no_name, is_plain, looks_like_body, votes
from app.speakers.cast import Cast
from app.speakers.institutions import FIRM_WORDS, FIRMS, HEADS, NEVER, NO_FIRMS, Institutions, kind_of, singular
from app.speakers.lexicon import (
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


# Nouns that are written small behind a name and still make one: "the Quill campaign", "Skerrow council".
_LOWER = _words("campaign council ministry foundation university")
_LINKS = _words("of the for and")
TOWNS = _words("municipality city town village borough")
# Who, with "general" behind, speaks for an office and seldom by name.
AUDITORS = _words("auditor comptroller")
_LONGEST = 8
# How many occurrences of a name are looked at, and how many of them for each that must speak for a body.
_MOST = 40
_SELDOM = 3


def find_institutions(cast: Cast) -> Institutions:
    """All bodies of an article that have a name with a noun of a body in it, are called by one, or have a chief."""
    found = Institutions()
    for number, word in enumerate(cast.reading.words):
        if word.capital:
            found.seen[key(word.text)].append(number)
        if word.low in HEADS:
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
    if len(span) > 1 and all(reading.words[n].text.isupper() for n in span):
        return  # a headline
    body = body_at(reading, span)
    firm = head in FIRMS or head in FIRM_WORDS
    if head != "group" or reading.words[span.stop - 1].low != "group":  # Kelp Group may be a firm, or a club of seven
        found.by_head["firm" if firm else head].append((span.start, body))
    if is_plain(body.printed) and (owner := _owner(cast, span.start)) is not None:
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
    if words[number].capital or words[number].possessive or noun in NEVER | PERSONAL:
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
        _learn(cast, found, noun, capitals_to(words, opener - 1))
    elif (
        not words[number].quoted
        and words[opener].low in ("a", "an", "another")
        and words[opener - 1].low not in ("is", "was", "as", "be")
    ):
        found.unnamed[kind_of(noun)].append(number)


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


def capitals_to(words: tuple[Word, ...], last: int) -> range:
    """The capitals that end at a word, without a small word in front."""
    first = last
    while first > 0 and last - first < _LONGEST and _goes_before(words[first - 1], words[first]):
        first -= 1
    while first < last and words[first].low in FUNCTION_WORDS:
        first += 1
    link = first - 1 if first and words[first - 1].low != "the" else first - 2
    of = link > 0 and words[link].low in ("of", "for") and words[link - 1].low in HEADS and words[link - 1].capital
    return (
        range(capitals_to(words, link - 1).start, last + 1) if of and last - link < _LONGEST else range(first, last + 1)
    )


def _learn(cast: Cast, found: Institutions, noun: str, span: range) -> None:
    words = cast.reading.words[span.start : span.stop]
    known = span.start in cast.full or any(cast.by_short.get(key(word.text)) for word in words)
    if is_no_name(words) or words[0].low in FUNCTION_WORDS | PLACES | DEMONYMS:
        return
    if not known and not is_given(words):
        _keep(cast, found, noun, span)
    else:  # "the oil giant Quill Hollow": taken for a person, and so nameless here
        found.unnamed[kind_of(noun)].append(span.start)


def shown(cast: Cast, found: Institutions, span: range) -> bool:
    """Whether a name is a body's by its own words, or by what stands around one in three of its first occurrences: a
    company that Quill founded does not make her one."""
    words = cast.reading.words[span.start : span.stop]
    if looks_like_body(words):
        return True
    forms = [word.text for word in words]
    places = [n for n in found.seen.get(key(forms[0]), []) if _same(cast.reading, n, forms)]
    told = sum(votes(cast.reading, n, n + len(forms) - 1) for n in places[:_MOST])
    return len(places[:_MOST]) < told * _SELDOM


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
    saint = word.low in ("st", "mt", "ft") and after.gap.strip() == "."
    if not word.capital or not (after.close or saint) or after.opens or word.low in PREPOSITIONS:
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
    elif words[number].low == "boss":
        return  # "Water boss defends bonus"
    else:
        start = stop = first
        while start > 0 and words[start - 1].capital and words[start].close and not words[start].opens:
            start -= 1
    if not start < stop <= len(words) or words[start].low in PLACES | DEMONYMS | FUNCTION_WORDS:
        return
    if words[stop - 1].low not in NO_FIRMS and (stop - start > 1 or words[start].low not in HEADS):
        yield range(start, stop)
