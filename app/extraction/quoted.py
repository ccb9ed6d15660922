"""Quoted speech: the tag beside a quotation, and the quotations that one tag carries.

Decision: punctuation leads. A quotation that ends in a comma before a short clause is attributed by that clause,
whatever its verb; a quotation with no tag beside it is claimed by nobody unless the sentence before it in the same
paragraph was tagged. What no rule claims is a scare quote, a title, or left for an editor.
"""

from dataclasses import dataclass

from app.extraction import sources
from app.extraction.contents import after_addressee, after_adjuncts
from app.extraction.cues import Cue
from app.extraction.grammar import COORDINATORS, LOCATING, SUBJECT_PRONOUNS, TITLES, is_adverb, is_auxiliary, is_time
from app.extraction.lexicon import Verb, verb_at
from app.extraction.outline import Sentence, Token, is_titled, last_mark
from app.extraction.values import Span, Spans
from app.extraction.wording import listed

Range = tuple[int, int]  # token indices, half-open

ENDS_QUOTED = frozenset(",?!….—–-")
LONGEST_HEADLINE = 16  # tokens
FEWEST_IN_HEADLINE = 4  # words of a quotation before its colon; fewer are a scare quote or a title
LONGEST_TAG = 14  # tokens between a quotation and an unknown verb that tags it


@dataclass(slots=True)
class Tag:
    """A tag in a sentence: token ranges of its source and cue, and the quotations it carries (token indices)."""

    source: tuple[int, int] | None
    cue: tuple[int, int]
    verb: str
    rule: str
    quoted: list[int]


def tags(text: str, sentence: Sentence, found: list[Cue]) -> list[Tag]:
    """The tags of a sentence, each with the quotations of that sentence which it carries."""
    result: list[Tag] = []
    claimed: set[int] = set()
    for at, token in enumerate(sentence):
        if token.quotation is None or at in claimed:
            continue
        tag = _tag_after(text, sentence, at, found) or _tag_before(text, sentence, at, found, result)
        if tag is None:
            continue
        tag.quoted.extend(_joined(text, sentence, tag, at))
        claimed.update(tag.quoted)
        result.append(tag)
    return result


def spans_of(sentence: Sentence, indices: list[int]) -> Spans:
    """The spans of whole quotations (all their paragraphs)."""
    spans: list[Span] = []
    for at in indices:
        quotation = sentence[at].quotation
        if quotation is not None:
            spans.extend(quotation.spans)
    return tuple(spans)


def _tag_after(text: str, sentence: Sentence, at: int, found: list[Cue]) -> Tag | None:
    start = at + 1
    mark = last_mark(text, sentence[at])
    if at > 0 and sentence[at - 1].word:
        return None  # a part of a sentence that is tagged as a whole
    if at == 0 and start < len(sentence) and sentence[start].text == ":" and _headline(text, sentence):
        return _after_colon(text, sentence)
    if start < len(sentence) and sentence[start].text in (",", "—", "–", "-"):
        start += 1
    elif mark not in ENDS_QUOTED and not any(c.first == start and c.word.lemma == "say" for c in found):
        return None
    if start >= len(sentence):
        return None
    opens_line = text[max(0, sentence[0].start - 1) : sentence[0].start] in ("", "\n")
    if at == 0 and (named := after_dash(sentence, 1)) and (mark or (opens_line and named[1] < len(sentence) - 1)):
        return Tag(named, (at + 1, named[0]), "–", "quotation, dash, name", [at])
    for cue in found:
        if cue.first < start:
            continue
        if cue.first == start and cue.verb == cue.first:
            if cue.word.form == "ing":
                return None
            subject = sources.after(sentence, cue.last + 1)
            if subject is None:
                return None
            return Tag(subject, (cue.first, cue.last + 1), cue.word.lemma, "quotation, cue, source", [at])
        subject = sources.before(sentence, cue, start)
        if subject is not None and subject[0] <= start + _lead(sentence, start) and not _starts_content(sentence, cue):
            return Tag(subject, (cue.first, cue.last + 1), cue.word.lemma, "quotation, source, cue", [at])
        break
    if mark in (",", "?", "!"):
        return _unknown_verb(sentence, at, start)
    return None


def _headline(text: str, sentence: Sentence) -> bool:
    """A short line without a full stop that opens with a whole quotation."""
    words = len(text[sentence[0].start : sentence[0].end].split())
    return (
        len(sentence) <= LONGEST_HEADLINE and FEWEST_IN_HEADLINE <= words and sentence[-1].text not in (".", "!", "?")
    )


def _after_colon(text: str, sentence: Sentence) -> Tag | None:
    """ "‘We will mend it’: mayor’s vow", "‘It is gone’: union chief’s brutal words": the source owns what was
    said; other words may tell that nobody said it ("…: mayor rejects claim") and are left alone."""
    if is_titled(text, (sentence[0].start, sentence[0].end)):
        return None
    for at in range(2, min(len(sentence), 6)):
        if sentence[at].low.endswith(("’s", "'s")):
            owned = any(token.low in OWNED for token in sentence[at + 1 : at + 4])
            return Tag((2, at + 1), (1, 2), ":", "quotation, colon, source", [0]) if owned else None
    return None


OWNED = listed(
    "vow vows pledge promise words message plea appeal warning blast attack verdict apology confession admission "
    "answer reply cry advice boast threat tribute farewell rant outburst speech lament"
)


def after_dash(sentence: Sentence, at: int) -> Range | None:
    """ "– Mayor Dov Stein", "— Ann Drury, chair of the tenants’ council": a name after a dash, without the date in
    "— The Holm Herald, June 3, 2019", as the sources of an article are listed."""
    start = at
    while start < len(sentence) and (sentence[start].text in DASHES or (start == at and sentence[start].text == ",")):
        start += 1
    if start == at or sentence[start - 1].text == "," or start >= len(sentence):
        return None
    end = len(sentence) - (sentence[-1].text == ".")
    name = next((i for i in range(start, end) if sentence[i].text == ","), end)
    if not sentence[start].capital or end - start > LONGEST_SIGNATURE:
        return None
    if not all(t.capital or t.low in SMALL for t in sentence[start:name]):
        return None
    plain = all(t.word or t.text in ",’'&()" for t in sentence[name:end])
    if name < end and all(is_time(t) or t.text == "," for t in sentence[name:end]):
        end = name
    return (start, end) if plain and not any(is_auxiliary(t) for t in sentence[name:end]) else None


DASHES = frozenset("–—-")
LONGEST_SIGNATURE = 18  # tokens of a name with its office


OFFICES = listed("executive minister secretary director chairman chairwoman president leader officer chief manager")
SMALL = frozenset(("of", "the", "for", "and", ",", "de", "van", "von"))


def _lead(sentence: Sentence, start: int) -> int:
    count = 0
    while start + count < len(sentence) and (
        sentence[start + count].low in COORDINATORS
        or is_adverb(sentence[start + count])
        or is_time(sentence[start + count])
    ):
        count += 1
    return count


def _starts_content(sentence: Sentence, cue: Cue) -> bool:
    """Whether the cue has its own content after it, so that it is no tag of what stands before."""
    at = cue.last + 1
    return at < len(sentence) and sentence[at].low in ("that", "he", "she", "they") and cue.word.lemma != "tell"


def _unknown_verb(sentence: Sentence, at: int, start: int) -> Tag | None:
    """ "…," she deadpanned: a short subject and a past form that no list holds."""
    for verb in range(start, min(len(sentence), start + LONGEST_TAG)):
        token = sentence[verb]
        if not token.word:
            return None
        if token.capital or (not token.low.endswith("ed") and token.low not in ("went", "sang", "wrote")):
            continue
        if verb == start:
            subject = sources.after(sentence, verb + 1)
        else:
            subject = (start, verb) if _is_name_or_pronoun(sentence, start, verb) else None
        if subject is None:
            return None
        return Tag(subject, (verb, verb + 1), token.low, "quotation beside a verb", [at])
    return None


def _is_name_or_pronoun(sentence: Sentence, start: int, end: int) -> bool:
    first = sentence[start]
    if end - start == 1 and first.low in SUBJECT_PRONOUNS:
        return True
    return all(t.capital or t.low in TITLES or is_adverb(t) for t in sentence[start:end]) or first.low == "the"


def _tag_before(text: str, sentence: Sentence, at: int, found: list[Cue], earlier: list[Tag]) -> Tag | None:
    """A cue before the quotation with nothing but adjuncts, an addressee and a comma or colon between."""
    lead = at - 1
    while lead >= 0 and (sentence[lead].text in (",", ":", "—", "–") or sentence[lead].low == "that"):
        lead -= 1
    if lead < 0:
        return None
    set_off = sentence[at - 1].text in (",", ":", "—", "–")
    if not _complete(text, sentence, at):
        return None
    for cue in reversed(found):
        if cue.last > lead:
            continue
        if _interrupts(text, sentence, cue, at):
            return None
        if not _reaches(sentence, cue, at, lead, set_off):
            return _colon(text, sentence, at)
        subject = _source_of(sentence, cue, earlier, lead)
        return Tag(subject, (cue.first, cue.last + 1), cue.word.lemma, "cue, quotation", [at])
    return _colon(text, sentence, at)


def _complete(text: str, sentence: Sentence, at: int) -> bool:
    """Whether a quotation after a cue is all that is said, so that what follows it is the reporter's."""
    if at + 1 >= len(sentence) or last_mark(text, sentence[at]) in (",", ".", "!", "?", "…"):
        return True
    following = sentence[at + 1]
    if not following.word:
        return following.quotation is None
    words = len(text[sentence[at].start : sentence[at].end].split())
    return words >= LONG_ENOUGH and (following.low in LOCATING - {"of", "to"} or is_time(following))


SHORT_CRY = 15  # code points; "sang “Bring it home”" is speech, "shouted “boo”" hardly
LONG_ENOUGH = 5  # words; a shorter quotation before "in" or "at" is mostly part of a clause


def _interrupts(text: str, sentence: Sentence, cue: Cue, at: int) -> bool:
    """ "The plan, she said, “is a mistake”": the quotation goes on with the words before the tag."""
    subject = sources.before(sentence, cue)
    if subject is None or subject[0] < 3 or sentence[subject[0] - 1].text != ",":
        return False
    first = text[sentence[at].start : sentence[at].end].lstrip("“„\"'‘«` ")[:1]
    return sentence[at - 1].text == "," and first.islower()


def _reaches(sentence: Sentence, cue: Cue, at: int, lead: int, set_off: bool) -> bool:
    start = cue.last + 1
    if lead < start:
        return set_off or not cue.word.takes & {"q"} or sentence[at].end - sentence[at].start > SHORT_CRY
    if cue.word.takes & {"a"}:
        start = after_addressee(sentence, start)
    start = after_adjuncts(sentence, start)
    if start > lead:
        return True
    between = sentence[start : lead + 1]
    if not set_off or any(is_auxiliary(t) or t.low in SUBJECT_PRONOUNS for t in between):
        return False
    return between[0].low in LOCATING or sentence[at - 1].text == ":"


def _source_of(sentence: Sentence, cue: Cue, earlier: list[Tag], lead: int) -> tuple[int, int] | None:
    subject = sources.before(sentence, cue)
    if subject is not None and cue.word.form != "ing":
        return subject
    if cue.word.form != "ing" and cue.last < lead:
        inverted = sources.after(sentence, cue.last + 1, lead + 1)
        if inverted is not None and cue.first > 0 and sentence[cue.first - 1].text == ",":
            return inverted
    if earlier and earlier[-1].source is not None:
        return earlier[-1].source
    return sources.head(sentence)


def _colon(text: str, sentence: Sentence, at: int) -> Tag | None:
    """ "Jane Doe: “…”" with no verb at all, or with one that no list holds."""
    if at < 2 or sentence[at - 1].text != ":" or (at + 1 < len(sentence) and not last_mark(text, sentence[at])):
        return None  # what goes on after a quotation without a mark of its own: "Nominees: “Salt” – …"
    verb = at - 2
    if sentence[verb].word and not sentence[verb].capital and sentence[verb].low.endswith("ed"):
        cue = Cue(verb, verb, verb, Verb(sentence[verb].low, "past", "", frozenset()), False)
        subject = sources.before(sentence, cue)
        return Tag(subject, (verb, at - 1), sentence[verb].low, "quotation beside a verb", [at]) if subject else None
    start = stop = _before_bracket(sentence, at - 1)
    while start > 0 and sentence[start - 1].word and stop - start < 10:
        start -= 1
    name = sentence[start:stop]
    if sentence[start].low in ("statement", "message", "comment") and sentence[start + 1].low in ("by", "from"):
        start += 2
        name = name[2:]
    if not name and sentence[stop - 1].text == ")":
        return Tag(None, (at - 1, at), ":", "name, colon, quotation", [at])  # the name was cut off by its full stops
    if (
        not name
        or len(name) > 6
        or not name[-1].capital
        or not all(t.capital or t.low in SMALL | OFFICES for t in name)
        or any(verb_at(t.low, "") for t in name[1:])
        or len(text[sentence[at].start : sentence[at].end].split()) < 3
    ):
        return None
    return Tag((start, at - 1), (at - 1, at), ":", "name, colon, quotation", [at])


def _before_bracket(sentence: Sentence, at: int) -> int:
    """Where a name ends that stands before ``at``, a bracket after it left out: "Rep. Ada Quill (R-Elm.):"."""
    if sentence[at - 1].text != ")":
        return at
    return next((i for i in range(at - 1, max(0, at - 8), -1) if sentence[i].text == "("), at)


def _joined(text: str, sentence: Sentence, tag: Tag, at: int) -> list[int]:
    """Later quotations of the same sentence that go on after the tag: "…," she said, "…"."""
    joined: list[int] = []
    tag_end = max(tag.cue[1], tag.source[1] if tag.source else 0)
    if tag_end <= at:
        tag_end = at + 1
    for later in range(at + 1, len(sentence)):
        token = sentence[later]
        if token.quotation is None:
            continue
        between = sentence[max(tag_end, at + 1) : later]
        if any(_acts(token, between) for token in between) or len(between) > 18:
            break
        if between and between[-1].text not in (",", ":", "—", "–", ".", "-", "--"):
            break
        if any(is_auxiliary(t) for t in between):
            break
        joined.append(later)
        at = later
        tag_end = later + 1
    return joined


def _acts(token: Token, between: Sentence) -> bool:
    """A participle between two quotations, unless it is a gesture of one word: "he said, pausing,"."""
    if not token.low.endswith("ing") or not token.word or token.capital:
        return False
    return len([other for other in between if other.word]) > 1 or verb_at(token.low, "") is not None


def announced(sentence: Sentence, found: list[Cue]) -> Tag | None:
    """The tag of a sentence that ends in a colon, where the quotation is the paragraph after it."""
    if not found or sentence[-1].text != ":":
        return None
    cue = found[-1]
    subject = sources.before(sentence, cue)
    if subject is None and cue.word.form == "ing":
        subject = sources.head(sentence)
    return Tag(subject, (cue.first, cue.last + 1), cue.word.lemma, "cue, quotation", []) if subject else None


def only_quotation(sentence: Sentence) -> bool:
    """A sentence that is nothing but quotations and marks."""
    return any(t.quotation for t in sentence) and not any(t.word for t in sentence)


def carried(sentence: Sentence) -> list[int]:
    """Quotations at the head of a sentence."""
    return [at for at, token in enumerate(sentence) if token.quotation is not None]
