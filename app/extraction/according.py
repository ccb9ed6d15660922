"""Attribution without a verb of saying: "according to", "in the words of", "as Doe put it", "by her own account".

Decision: these have their own order of words, so each is read on its own, before the verbs of the sentence.
"""

from app.extraction.clauses import Found, Range
from app.extraction.contents import clause_end, trimmed_end
from app.extraction.grammar import (
    COORDINATORS,
    POSSESSIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
    is_auxiliary,
)
from app.extraction.lexicon import verb_at
from app.extraction.outline import Sentence
from app.extraction.wording import listed

LONGEST_APPOSITION = 14  # tokens between the two commas of an apposition in the source


def according_to(sentence: Sentence) -> list[Found]:
    """ "According to X, …", "…, according to X", "…, in the words of X, …": at most one a sentence."""
    for at in range(len(sentence) - 2):
        length = _phrase(sentence, at)
        if length:
            found = _according(sentence, at, at + length)
            return [found] if found is not None else []
    return []


def _phrase(sentence: Sentence, at: int) -> int:
    """Tokens of "according to" or "in the words of" that stand at ``at``; 0 for none."""
    low = sentence[at].low
    if low == "according" and sentence[at + 1].low == "to":
        return 2 if sentence[at + 2].low not in NO_SOURCES else 0
    return 4 if low == "in" and [token.low for token in sentence[at + 1 : at + 4]] == ["the", "words", "of"] else 0


NO_SOURCES = listed("plan plans schedule need needs size rank age ability type taste custom whether how which what")


def _according(sentence: Sentence, at: int, after: int) -> Found | None:
    opening = at == 0 or (at <= 2 and (sentence[at - 1].low in COORDINATORS or sentence[at - 1].text == ","))
    start = max((i + 1 for i in range(at) if sentence[i].text == ";"), default=0)
    opening = opening or (start == at and at > 0) or _after_that(sentence, at)
    if (pronoun := _relative(sentence, at)) is not None:
        return _of_relative(sentence, at, after, pronoun)
    while start < at and (
        sentence[start].low in COORDINATORS or (not sentence[start].word and sentence[start].quotation is None)
    ):
        start += 1
    stop, rest = _source_end(sentence, after, opening=opening)
    pieces: list[Range] = []
    if not opening:
        pieces.append((start, trimmed_end(sentence, start, at)))
    if rest is not None:
        pieces.append((rest, clause_end(sentence, rest, [])))
    pieces = [piece for piece in pieces if piece[0] < piece[1]]
    words = sum(end - begin for begin, end in pieces)
    if not pieces or words < 2 or stop <= after or after >= len(sentence):
        return None
    return Found(pieces, (at, after), (after, stop), sentence[at].low, "according to")


def _after_that(sentence: Sentence, at: int) -> bool:
    """ "The Herald has learned that according to …, …": what opens is the clause after a verb that reports nothing
    itself; of "The Herald reported that, according to …" the report is the Herald's (so in PolNeAR train)."""
    before = at - 1 - (sentence[at - 1].text == ",")
    return before > 1 and sentence[before].low == "that" and verb_at(sentence[before - 1].low, "") is None


def _relative(sentence: Sentence, at: int) -> int | None:
    """The place of the pronoun of ", which, according to …, …"."""
    if at < 4 or sentence[at - 1].text != "," or sentence[at - 2].low not in ("which", "who", "whom", "where"):
        return None
    return at - 2 if sentence[at - 3].text == "," or sentence[at - 3].word else None


def _of_relative(sentence: Sentence, at: int, after: int, pronoun: int) -> Found | None:
    """ ", which, according to the mayor, leaks": what is told is the relative clause, not the one before it."""
    comma = next((i for i in range(after, len(sentence)) if sentence[i].text == ","), len(sentence))
    end = clause_end(sentence, comma + 1, []) if comma + 1 < len(sentence) else comma
    if comma == after or end <= comma + 1:
        return None
    content = [(pronoun, pronoun + 1), (comma + 1, end)]
    return Found(content, (at, after), (after, comma), sentence[at].low, "according to")


def _source_end(sentence: Sentence, start: int, *, opening: bool) -> tuple[int, int | None]:
    """Where the source ends, and where content begins (again) after it, if it does."""
    limit = next((at for at in range(start, len(sentence)) if sentence[at].text in ("—", "–", ";")), len(sentence))
    commas = [at for at in range(start, limit) if sentence[at].text == ","]
    end = trimmed_end(sentence, start, limit)
    if not commas:
        return end, None
    first = commas[0]
    following = sentence[first + 1] if first + 1 < len(sentence) else None
    apposition = following is not None and following.low in (
        "a",
        "an",
        "who",
        "which",
        "one",
        "whose",
        "" if opening else "the",
    )
    if apposition and following is not None:
        second = commas[1] if len(commas) > 1 else None
        inner = sentence[first + 2 : second] if second is not None else []
        relative = following.low in ("who", "which", "whose")
        if (
            second is not None
            and second - first < LONGEST_APPOSITION
            and (relative or not any(map(is_auxiliary, inner)))
        ):
            return second, second + 1 if opening or _goes_on(sentence, second + 1) else None
        if not opening and relative:
            return end, None
    if opening:
        return first, first + 1
    if following is not None and (following.low in COORDINATORS | SUBJECT_PRONOUNS | SUBORDINATORS | {"which", "with"}):
        return first, None
    if _goes_on(sentence, first + 1):
        return first, first + 1
    return end, None


def _goes_on(sentence: Sentence, at: int) -> bool:
    """A finite verb right after the source: the clause before it goes on."""
    while at < len(sentence) and is_adverb(sentence[at]):
        at += 1
    if at >= len(sentence):
        return False
    token = sentence[at]
    return is_auxiliary(token) or (token.word and not token.capital and token.low.endswith("ed"))


def accounts(sentence: Sentence) -> list[Found]:
    """ "By her own account, …" and "As the surveyor put it, …", where they open a sentence."""
    comma = next((at for at, token in enumerate(sentence[:LONGEST_OPENING]) if token.text == ","), 0)
    found = _by_account(sentence, comma) or _as_put(sentence, comma) if comma > 2 else None
    if found is None:
        return []
    cue, source, rule = found
    content = (comma + 1, clause_end(sentence, comma + 1, []))
    return [Found([content], cue, source, sentence[cue[0]].low, rule)] if content[1] - content[0] > 2 else []


LONGEST_OPENING = 16  # tokens


def _by_account(sentence: Sentence, comma: int) -> tuple[Range, Range, str] | None:
    if sentence[0].low != "by" or sentence[comma - 1].low not in ("account", "accounts", "admission", "reckoning"):
        return None
    stop = comma - 2 if sentence[comma - 2].low == "own" else comma - 1
    owner = sentence[stop - 1].low if stop > 1 else ""
    if owner not in POSSESSIVES and not owner.endswith(("’s", "'s", "s’", "s'")):
        return None
    return (stop, comma), (1, stop), "by account"


def _as_put(sentence: Sentence, comma: int) -> tuple[Range, Range, str] | None:
    verb = comma - 2
    if sentence[0].low != "as" or sentence[comma - 1].low != "it" or sentence[verb].low not in PUTTING or verb < 2:
        return None
    return (verb, comma), (1, verb), "as put"


PUTTING = listed("put puts tells told sees has had described describes explained explains")
