"""People as sources: a name, a role, he or she, who, several at once. One function for each sort of phrase.

What fits two people stays open with both, and a name of two people is never given to one of them.
"""

from app.speakers.article import Article, nobody, together
from app.speakers.doubts import FURTHEST, REPLYING, Answer
from app.speakers.heads import Sort
from app.speakers.lexicon import (
    BODY_NOUNS,
    DETERMINERS,
    GENERIC_ROLES,
    HONORIFICS,
    KIN,
    PREPOSITIONS,
    RELATIVES,
    ROLES,
    UNNAMED_NOUNS,
)
from app.speakers.names import nearly
from app.speakers.offices import just_named, may_hold, named_below
from app.speakers.people import APART, PAST, Role
from app.speakers.phrases import Phrase
from app.speakers.pronouns import ANONYMOUS, NOBODY, possible, pronoun_at, resolve_pronoun, resolve_relative
from app.speakers.references import Reference
from app.speakers.roles import plain, printed_role
from app.speakers.speaking_bodies import which
from app.speakers.values import How, Resolution, SpeakerKind

_MOST_CANDIDATES = 4
_LONG_SURNAME = 8
_OWNING = frozenset({"his", "her", "its", "their"})
# "His father" is the father named as such in these paragraphs above.
_KIN_WITHIN = 3
_SUCCEEDING = frozenset(
    [("succeeds",), ("succeeded",), ("replaces",), ("replaced",), ("took", "over", "from"), ("takes", "over", "from")]
)
_SPOKEN_FOR = frozenset({"through", "via"})


def named(article: Article, number: int, phrase: Phrase) -> Resolution:
    item = phrase.names[0]
    if _by_deputy(article, number):
        return nobody(SpeakerKind.UNNAMED, How.NONE)
    if item.person is None and (slip := _slip(article, item)) is not None:
        return article.answered(number, Answer(slip, ()), How.SURNAME)
    if item.person is None:
        article.left_open[number] = item.people
        return article.unsettled(item.people)
    person = article.cast.people[item.person]
    article.people[number] = item.person
    how = How.FULL_NAME if item.full else How.SURNAME
    return article.named(person, how, _role_text(article, phrase, item))


def _slip(article: Article, item: Reference) -> int | None:
    """The person whose long surname is misspelt: "Ms. Lundmerk" right behind the words of Hedda Lundmark.

    Resemblance alone names nobody: she must have spoken last, in this paragraph or the one above, and the odd spelling
    must stand alone in the article, under a title that fits.
    """
    if len(item.people) != 2 or not article.said:
        return None
    person, bare = (article.cast.people[n] for n in item.people)
    last = article.said[-1]
    near = article.reading.words[item.first].paragraph - last.paragraph <= 1
    long = min(len(person.name.surname), len(bare.name.surname)) >= _LONG_SURNAME
    alike = person.name.given and not bare.name.given and nearly(person.name.surname, bare.name.surname)
    alone = sum(bare.number in other.people for other in article.references.items) == 1
    fits = bare.gender in ("", person.leaning)
    return person.number if near and long and alike and alone and fits and last.person == person.number else None


def _by_deputy(article: Article, number: int) -> bool:
    """Whether the words are a spokeswoman's: "Quill said through a spokeswoman that"."""
    words = article.reading.words
    cue = article.reading.inside(article.mentions[number].cue[-1]) if article.mentions[number].cue else range(0)
    for place in range(cue.start, min(cue.stop + 1, len(words)) if cue else cue.start):
        behind = words[place + 1 : place + 4]
        if words[place].low in _SPOKEN_FOR and words[place].close:
            return any(word.low in UNNAMED_NOUNS and word.close for word in behind)
    return False


def _role_text(article: Article, phrase: Phrase, item: Reference) -> str | None:
    """The role in the source itself, else the first one the article gives."""
    start = phrase.words.start
    before = range(start, item.first)
    if any(article.reading.words[n].low in ROLES - HONORIFICS for n in before):
        return printed_role(article.reading, before)
    assert item.person is not None
    roles = article.cast.people[item.person].roles
    return roles[0].printed if roles else None


def beside(article: Article, phrase: Phrase) -> Reference | None:
    """A name that goes on where the phrase stops: "His father Ada Quill", "The coach, Ada Quill,"."""
    words = article.reading.words
    after = phrase.words.stop
    if after >= len(words) or words[after].opens or phrase.words.stop == 0:
        return None
    for item in article.references.between(after, after + 5):
        start = item.first if item.title is None else item.title
        role = any(words[n].low in ROLES | KIN for n in phrase.head) or words[after].gap.strip() == ","
        if start == after and words[after].gap.strip() in ("", ",") and not item.possessive and role:
            return item
        break
    return None


def several(article: Article, number: int, phrase: Phrase) -> Resolution:
    """All of "Quill and Brandt": together where at least two are certain; open with those they could be otherwise."""
    people = tuple(dict.fromkeys(n for item in phrase.names for n in item.people))
    names = tuple(article.cast.people[n].printed for n in people)
    certain = {item.person for item in phrase.names} - {None}
    either = any(article.reading.words[n].low == "or" for n in phrase.head)
    if 1 < len(certain) == len(people) and not either:
        return together(names)
    return nobody(SpeakerKind.COLLECTIVE, How.OPEN, names)


def unnamed(article: Article, number: int, phrase: Phrase) -> Resolution:
    """Nobody with a name, but for "her father" and "its chief executive", who may be whom the article calls so."""
    words = article.reading.words
    start = phrase.words.start
    place = phrase.head.stop - 1
    if (
        not phrase.head
        or words[start].low not in _OWNING
        or words[place].low not in ROLES
        or phrase.head.start != start
    ):
        return nobody(SpeakerKind.UNNAMED, How.NONE)
    before = _predecessor(article, start) if words[place].low == "predecessor" else None
    if before is not None:
        return article.answered(number, Answer(before, ()), How.ROLE)
    bearers = [(n, role) for n, role in article.cast.by_role.get(plain(words[place].low), ()) if not PAST & role.words]
    people = tuple(dict.fromkeys(n for n, _ in bearers))
    owned = any(role.printed.lower().startswith(words[start].low + " ") for _, role in bearers)
    near = [words[start].paragraph - words[article.cast.people[n].first].paragraph for n in people]
    if len(people) == 1 and owned and words[place].low in KIN and 0 <= near[0] <= _KIN_WITHIN:
        return article.answered(number, Answer(people[0], ()), How.ROLE)
    if not people:
        return nobody(SpeakerKind.UNNAMED, How.NONE)
    return article.answered(number, Answer(None, people[:_MOST_CANDIDATES]), How.ROLE, _printed(article, phrase))


def _predecessor(article: Article, start: int) -> int | None:
    """The only person in these paragraphs whom somebody "took over from" or "succeeds"."""
    reading = article.reading
    above = reading.paragraph(max(0, reading.words[start].paragraph - _KIN_WITHIN)).start
    people = set()
    for item in article.references.between(max(above, start - FURTHEST), start):
        begin = item.first if item.title is None else item.title
        lows = tuple(word.low for word in reading.words[max(0, begin - 3) : begin])
        if not item.quoted and (lows[-1:] in _SUCCEEDING or lows in _SUCCEEDING):
            people.add(item.person)
    return people.pop() if len(people) == 1 else None


def of_role(article: Article, number: int, phrase: Phrase) -> Resolution:
    """Whoever was introduced with this role, if it is one person and no word of the phrase speaks against it; else
    whoever the text calls so right behind the name, or right before it."""
    words = article.reading.words
    place = next((n for n in reversed(phrase.head) if words[n].low in ROLES), phrase.head.start)
    head = plain(words[place].low) if words[place].low in ROLES else ""
    asked = frozenset(plain(words[n].low) for n in described(article, phrase)) - DETERMINERS - PREPOSITIONS - {head}
    asked |= {"prime"} if words[place].low == "pm" else set()
    bearers = article.cast.by_role.get(head, [])
    fitting = list(
        dict.fromkeys(person for person, role in bearers if asked <= role.words and (APART & role.words) <= asked)
    )
    printed = _printed(article, phrase)
    near = just_named(article, phrase, head, asked, ())
    close = near.candidates if near.person is None else (near.person,)
    later = fitting and phrase.words.start < article.cast.people[fitting[0]].first
    if later and close and fitting[0] not in close:  # "the mayor" may be whom it follows, or the Mayor Quill below
        return article.answered(number, Answer(None, (*close, *fitting)[:_MOST_CANDIDATES]), How.ROLE, printed)
    if len(fitting) == 1 and (asked or head not in GENERIC_ROLES):
        known = article.cast.people[fitting[0]].roles
        return article.answered(number, Answer(fitting[0], ()), How.ROLE, None if known else printed)
    answer = just_named(article, phrase, head, asked, fitting) if fitting else near
    person = answer.person if answer.person is not None or fitting else named_below(article, phrase, head)
    if person is not None:
        article.held_by[place] = person
        learned = Role(printed, head, asked | {head})
        article.cast.by_role[head].append((person, learned))
        article.cast.people[person].roles.append(learned)
        return article.answered(number, Answer(person, ()), How.ROLE, printed)
    could = [person for person, _ in bearers if may_hold(article.cast.people[person], head, asked)]
    candidates = tuple(dict.fromkeys(fitting or answer.candidates or could))[:_MOST_CANDIDATES]
    bare = words[phrase.head.start].low not in DETERMINERS and not words[phrase.head.start].possessive
    if bare and not candidates:
        return unnamed(article, number, phrase)
    return article.answered(number, Answer(None, candidates), How.ROLE, printed)


def _printed(article: Article, phrase: Phrase) -> str:
    """A role as the text has it, without the article in front and the clause behind: "Norland’s finance minister"."""
    span = described(article, phrase)
    first = span.start + (article.reading.words[span.start].low in DETERMINERS and len(span) > 1)
    return article.reading.printed(first, span.stop - 1)


def described(article: Article, phrase: Phrase) -> range:
    """The words of a role without the clause behind it: "the minister, who was driven home"."""
    words = article.reading.words
    behind = range(phrase.head.stop, phrase.words.stop)
    stop = next((n for n in behind if words[n].low in RELATIVES or not words[n].close), phrase.words.stop)
    return range(phrase.words.start, stop)


def he_or_she(article: Article, number: int, phrase: Phrase) -> Resolution:
    gender = "m" if phrase.sort is Sort.HE else "f"
    content, replies = article.mentions[number].content, article.cue_is(number, REPLYING)
    pronoun = pronoun_at(article.cast, article.references, phrase.words.start, gender, content, replies=replies)
    if article.reading.words[phrase.words.start].quoted or _owned(article, phrase.words.start):
        return article.unsettled(())
    answer = resolve_pronoun(article.cast, article.references, article.said, pronoun)
    if answer is ANONYMOUS:
        return nobody(SpeakerKind.UNNAMED, How.NONE)
    if answer == NOBODY:
        answer = Answer(None, possible(article.cast, article.references, pronoun))
    return article.answered(number, answer, How.PRONOUN)


def _owned(article: Article, word: int) -> bool:
    """Whether a source stops at the pronoun of "her husband": he is the source, and not she."""
    words = article.reading.words
    after = words[min(word + 1, len(words) - 1)]
    return words[word].low in ("his", "her") and after.close and after.low in ROLES | KIN | BODY_NOUNS


def who(article: Article, number: int, phrase: Phrase) -> Resolution:
    if article.reading.words[phrase.words.start].low in ("which", "that"):
        return which(article, phrase)
    answer = resolve_relative(article.cast, article.references, phrase.words.start)
    if answer == NOBODY:
        return nobody(SpeakerKind.UNNAMED, How.NONE)
    return article.answered(number, answer, How.PRONOUN)
