"""Who held an office on the day of saying. Sure only if the words show whose office it is, and one person in the list
held it on every day on which it can have been said; everything else stays open, with those it could be.
"""

from collections.abc import Sequence
from datetime import date

from app.identity.countries import is_country, rivals
from app.identity.folding import listed
from app.identity.names import bare_family, parts
from app.identity.office_days import active, holds_throughout, in_words
from app.identity.places import TextWord, named_at, named_itself, opening, spelling, text_words, words_at
from app.identity.titles import office_key, title_key, words_of
from app.identity.values import Holder, Office

# Words with which a role is not, not yet or no longer the office.
NOT_NOW = listed(
    """former ex then next incoming outgoing departing designate elect onetime erstwhile late future past previous
    would aspiring prospective candidate nominee retired predecessor successor presumptive"""
)
INDEFINITE = listed("a an one some any no every each another")
POSSESSIVE = listed("his her their its our my your")
# Several people hold such an office at once, so that one in the list says nothing about the others.
SHARED_HEADS = listed(
    """member senator representative councillor judge justice professor lecturer spokesperson adviser advisor aide
    engineer consultant doctor officer constable superintendent detective official ambassador envoy lawmaker
    legislator commissioner"""
)
SHARED_ALONE = listed("minister secretary director deputy commissioner")
SHARED_WORDS = listed("deputy vice assistant under junior co associate")
# A body of these words governs its place: its offices are the place's own.
GOVERNING = listed(
    """government cabinet parliament assembly senate congress house commons lords council ministry department
    administration executive state republic kingdom city county region"""
)
# In front of a title, or behind it and "of", these make it the office of some body that the article does not name.
BODIES = listed(
    """bank prison school university college club union company party council committee board association federation
    society league group firm institute foundation charity trust hospital bishop vice lieutenant"""
)
MOST_CANDIDATES = 12
"""Beyond this an editor is shown no candidates: "the member" would show a whole house."""
# What may stand in front of a title with a capital and names no place: "Former Governor".
BEFORE_TITLE = listed(
    """the a an former deputy acting new interim prime vice and but his her their when as mr mrs ms"""
)


NOT_SAID = "the article does not say whose office this is"


def holder(role: str, *, text: str, said: tuple[date, date] | None, offices: Sequence[Office]) -> Holder:
    """Who is meant by `role` ("the finance minister") in an article's `text`, said from the first day to the last.

    `offices` are all that could be meant, of every place and time: at least those whose `office_key` is among the
    role's `title_keys`; others do no harm.
    """
    first, *_ = words = words_of(role) or [""]
    if not first or first in INDEFINITE or NOT_NOW & set(words):
        return Holder(None, (), "these words do not name the holder of an office")
    meant, shown = _meant(title_key(role), offices)
    if not meant:
        return Holder(None, (), "nobody in the list holds an office of this title")
    why = f"“{first}” leaves open whose office it is" if first in POSSESSIVE else _shared(meant[0])
    if not shown:
        read = text_words(text)
        meant, unclear = _placed(meant, read)
        if unclear == NOT_SAID and (theirs := _by_holder(meant, said, read)):
            meant, unclear = theirs, ""
        why = why or unclear
    return _of_the_day(meant, said, why)


def _meant(key: str, offices: Sequence[Office]) -> tuple[list[Office], bool]:
    """The offices that a role's key can name, and whether the role itself names their place or body."""
    plain, placed = [], []
    for office in offices:
        base = _base(office)
        if key == base:
            plain.append(office)
        elif key.endswith(f" {base}") and key.removesuffix(f" {base}") in _fronts(office):
            placed.append(office)
    return (placed, True) if placed else (plain, False)


def _base(office: Office) -> str:
    return office_key(office.title, filter(None, (office.area, *office.areas, office.body)))


def _fronts(office: Office) -> set[str]:
    """The words that may stand in front of a title: the office's place or body, or both."""
    places = {title_key(each) for each in (office.area or "", *office.areas)} - {""}
    body = title_key(office.body or "")
    return places | ({body, *(f"{place} {body}" for place in places)} if body else set())


def _of_the_day(meant: list[Office], said: tuple[date, date] | None, why: str) -> Holder:
    if said is None:
        return _open(meant, why or "the day on which it was said is not known")
    there = [office for office in meant if active(office, said)]
    if not there:
        return Holder(None, (), "nobody in the list held this office then")
    people = len({office.speaker for office in there})
    if why or 1 < people:
        return _open(there, why or f"{people} people held this office on these days")
    if not holds_throughout(there, said):
        return _open(there, "the list does not say exactly from when to when this office was held")
    return Holder(there[0].speaker, (there[0].speaker,), in_words(there[0]))


def _open(offices: list[Office], why: str) -> Holder:
    candidates = tuple(dict.fromkeys(office.speaker for office in offices))
    return Holder(None, candidates if len(candidates) <= MOST_CANDIDATES else (), why)


def _shared(office: Office) -> str:
    """Why an office of this title never leads to one person; empty where it can."""
    words = _base(office).split()
    alone = len(words) == 1 and words[0] in SHARED_ALONE
    several = bool(SHARED_WORDS & set(words)) and not (words[:1] == ["vice"] and office.area)
    if alone or several or words[-1] in SHARED_HEADS:
        return "several people hold such an office at once"
    return ""


def _placed(meant: list[Office], words: tuple[TextWord, ...]) -> tuple[list[Office], str]:
    """The offices that a text leaves to choose from, and why it does not show whose is meant; empty where it does.

    An office of a company or party is never shown by the text alone: every article names companies without saying
    whose "the chief executive" is.
    """
    public = [office for office in meant if _is_public(office)]
    titles = frozenset(_base(meant[0]).split())
    places = named_itself(words, {each for office in public for each in _spellings(office)}, titles)
    found = {words_at(words, at) for at in places}
    named = [office for office in public if _spellings(office) & found]
    if not named:
        return meant, NOT_SAID
    own = _spellings(named[0])
    here = [office for office in public if not office.area or _spellings(office) & found]
    others = {each for office in meant if office not in here for each in _marks(office)}
    if any(own.isdisjoint(_spellings(office)) for office in named) or named_at(words, others):
        return meant, "the article names several places or bodies that have this office"
    family = {each for office in named for each in _family(office)}
    if len({at.start for at in places}) < 3 and places[0].stop > opening(words) and not named_at(words, family):
        return here, "the article names the place only in passing"
    if is_country(own) and rivals(words, own):
        return here, "the article names another country as often"
    if _elsewhere(named, words):
        return here, "the article names an office of this title elsewhere"
    return here, ""


def _by_holder(meant: list[Office], said: tuple[date, date] | None, words: tuple[TextWord, ...]) -> list[Office]:
    """The offices of the one person with this title on the day whom a text names in full; none where it names another
    of the day, or the title elsewhere. A home paper seldom says which country's finance minister it speaks of."""
    there = [office for office in meant if said is not None and _is_public(office) and active(office, said)]
    full = [office for office in there if named_at(words, {spelling(office.name)} - {()})]
    others = {family for office in there if office not in full for family in _family(office)}
    one = {office.speaker for office in full}
    return [] if len(one) != 1 or named_at(words, others) or _elsewhere(full, words) else full


def _is_public(office: Office) -> bool:
    return office.body is None or not GOVERNING.isdisjoint(title_key(office.body).split())


def _spellings(office: Office) -> set[tuple[str, ...]]:
    return {spelling(each) for each in (office.area or "", *office.areas)} - {()}


def _marks(office: Office) -> set[tuple[str, ...]]:
    """What a text could name if it is about this office: the place, the body or the holder."""
    body = {spelling(office.body)} if office.body else set()
    return _spellings(office) | body | _family(office)


def _family(office: Office) -> set[tuple[str, ...]]:
    return {spelling(bare_family(parts(office.name).family))} - {()}


def _elsewhere(offices: list[Office], words: tuple[TextWord, ...]) -> bool:
    """Whether a text speaks of this title in another place: "Wexby's mayor", "the Greek finance minister", "the mayor
    of Wexby", where Wexby and Greece are not in the list."""
    title = _base(offices[0]).split()
    own = {word for office in offices for each in _spellings(office) for word in each}
    for number in range(len(words) - len(title) + 1):
        if all(_same(word.low, part) for word, part in zip(words[number : number + len(title)], title, strict=True)):
            before = words[number - 1] if number else None
            if before and words[number].gap == " " and _is_foreign(before, own):
                return True
            if _is_foreign_after(words[number + len(title) : number + len(title) + 3], own):
                return True
    return False


def _same(word: str, part: str) -> bool:
    return title_key(word) == part


def _is_foreign(word: TextWord, own: set[str]) -> bool:
    return word.low in BODIES or (word.capital and word.low not in own | BEFORE_TITLE)


def _is_foreign_after(words: tuple[TextWord, ...], own: set[str]) -> bool:
    if not words or words[0].low not in {"of", "for", "in"}:
        return False
    behind = next((word for word in words[1:3] if word.low != "the"), None)
    return behind is not None and _is_foreign(behind, own)
