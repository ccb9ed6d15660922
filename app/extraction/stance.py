"""The words that settle polarity, found around any cue in a text, and the polarity read from them.

Decision: a cue is known by its spans alone, so that a rule and a trained tagger are judged by one measure. The words
are those of the cue's own clause up to its subject, the subject where it is negative ("nobody said"), and what puts the
clause as a whole in doubt: a condition, a question, an inverted negation, "there is no evidence that".
"""

from bisect import bisect_right
from collections.abc import Iterator

from app.extraction.candidates import Reading
from app.extraction.grammar import (
    COORDINATORS,
    DO,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
    is_auxiliary,
)
from app.extraction.lexicon import CLAIMS, NOUNS, verb_at
from app.extraction.outline import Sentence
from app.extraction.polarity import is_question, polarity
from app.extraction.values import Polarity, Span, Spans
from app.extraction.wording import listed

Range = tuple[int, int]  # token indices, half-open

LONGEST_GROUP = 14  # tokens between a subject and its cue that are read
LONGEST_INTERRUPTION = 5  # tokens between two commas inside a verb group: "has, as a rule, never said"
CONDITIONS = listed("if unless whether lest case provided providing assuming suppose supposing imagine though")
NEGATIVE_SUBJECTS = listed("nobody neither none no not nothing")
DOUBTING = listed(
    "no not never n't n’t nobody without deny denied denies denying doubt doubts doubted untrue false unlikely reject "
    "rejected rejects dismissed impossible lie lies myth fiction hoax rumour rumours rumor rumors falsehood"
)
KNOWN_ALL_THE_SAME = listed("know knew known realise realised realize realized forget forgot mention mentioned notice")
INVERTING = listed("had were should")  # "Had she said …, it would …"
DISMISSING = listed("dismiss dismisses dismissed dismissing")
NEAR_OBJECT = 4  # tokens from a verb to its object
MOVING = listed("took went came rose wrote stood spoke used")  # "took to the radio to say"
CAUSING = listed("led leads leading prompted prompting caused causing forced forcing moved drove")  # "led some to say"
WITHOUT_TIME = listed("until only sooner")  # "not until Friday did she say": she said
BARE = listed("according according-to : – — -")


def polarity_at(reading: Reading, cue: Spans, source: Spans, content: Spans) -> Polarity:
    """What the source did with the content, from the words around ``cue`` in the text; cue and source may be empty."""
    asks = is_question(reading.text, content, transcript=bool(cue) and reading.text[slice(*cue[0])] == ":")
    sentence = sentence_at(reading, cue[0][0]) if cue else None
    group = tokens_of(sentence, cue) if sentence else None
    if sentence is None or group is None:
        words = tuple(reading.text[slice(*cue[0])].lower().split()) if cue else ()
        return polarity(words, _lemma(words), question=asks)
    words = stance_words(sentence, group, tokens_of(sentence, source))
    own = tuple(token.low for token in sentence[group[0] : group[1]])
    return polarity(words, _lemma(own), question=asks)


def sentence_at(reading: Reading, at: int) -> Sentence | None:
    """The sentence that holds the code point ``at``; None where no token begins before it in its paragraph."""
    number = bisect_right(reading.paragraphs, (at, len(reading.text) + 1)) - 1
    if number < 0:
        return None
    return next((one for one in sentences_in(reading, number, (at, at + 1)) if at < one[-1].end), None)


def sentences_in(reading: Reading, number: int, span: Span) -> Iterator[Sentence]:
    """The sentences of a paragraph that ``span`` touches, found without reading those before it."""
    sentences = reading.sentences[number]
    first = bisect_right(sentences, span[0], key=lambda one: one[0].start) - 1
    for at in range(max(0, first), len(sentences)):
        if span[1] <= sentences[at][0].start:
            return
        yield sentences[at]


def tokens_of(sentence: Sentence, spans: Spans) -> Range | None:
    """The tokens of ``sentence`` from the first to the last that ``spans`` touch; None where they touch none, or only
    a part of a quotation."""
    touched = [
        at for at, token in enumerate(sentence) if any(token.start < end and start < token.end for start, end in spans)
    ]
    if not touched or any(sentence[at].quotation is not None for at in (touched[0], touched[-1])):
        return None
    return touched[0], touched[-1] + 1


def stance_words(sentence: Sentence, cue: Range, source: Range | None) -> tuple[str, ...]:
    """The words that bear on polarity, in order, small: see the head of this module."""
    own = [token.low for token in sentence[cue[0] : cue[1]]]
    if _no_verb(sentence, cue, source):
        return tuple(own)
    subject = _trimmed(sentence, source, cue) if source is not None and source[1] <= cue[0] else None
    first = cue[0] if _loose_participle(sentence, cue) else _group_start(sentence, cue, subject)
    words = [token.low for token in sentence[first : cue[0]] if not _month(token.text)] + own
    start = first
    if subject is not None and first <= subject[1] + 1:
        start = subject[0]
        words = _from_subject(sentence, subject, cue) + words
        if words[0] == "to" and start and sentence[start - 1].low in CAUSING:
            words.insert(0, sentence[start - 1].low)
    return (*_doubts(sentence, start, subject), *words, *_after(sentence, cue))


def _trimmed(sentence: Sentence, source: Range, cue: Range) -> Range:
    """A subject without an auxiliary that opens it ("Did | the mayor"), or verbs that belong to the cue ("the guests
    don’t hesitate | to say")."""
    start, end = source
    while start + 1 < end and (is_auxiliary(sentence[start]) or sentence[start].low in CONDITIONS):
        start += 1
    if sentence[cue[0]].low != "to":
        return start, end
    for at in range(start + 1, end):
        low = sentence[at].low
        if (
            is_auxiliary(sentence[at])
            or low in MOVING
            or (at == end - 1 and not sentence[at].capital and low.endswith(("ed", "ing")))
        ):
            return start, at
    if start + 1 == end and start > 0 and sentence[start].low.endswith("ing"):
        return start, start  # ", refusing to say"
    return start, end


def _loose_participle(sentence: Sentence, cue: Range) -> bool:
    """ "…, by saying that": a participle that the verbs before it do not govern."""
    if not sentence[cue[0]].low.endswith("ing") or cue[0] == 0:
        return False
    at = cue[0] - 1
    while at > 0 and is_adverb(sentence[at]):
        at -= 1
    token = sentence[at]
    return not (
        is_auxiliary(token) or token.low in GOVERNING or token.low.startswith(("avoid", "stop", "keep", "kept"))
    )


GOVERNING = listed("without of from than not as nor or")


def _month(text: str) -> bool:
    return text == "May"


def _no_verb(sentence: Sentence, cue: Range, source: Range | None) -> bool:
    """ "according to", a colon, or a noun ("her claim that"): no clause of its own says more of it."""
    tokens = sentence[cue[0] : cue[1]]
    if tokens[0].low in BARE or not any(token.word for token in tokens):
        return True
    before = sentence[cue[0] - 1].low if cue[0] else ""
    if before in PREPOSITIONS - {"to"} and not tokens[0].low.endswith("ing"):
        return True  # "grappled with calls for"
    if tokens[-1].low not in NOUNS:
        return False
    if source is not None and cue[1] < source[0] and sentence[cue[1]].low in ("by", "from"):
        return True
    owner = sentence[source[1] - 1].low if source is not None and source[1] <= cue[0] else ""
    return owner in POSSESSIVES or owner.endswith(("’s", "'s", "s’", "s'"))


def _group_start(sentence: Sentence, cue: Range, subject: Range | None) -> int:
    """Leftmost token of the cue's clause that is read: after its subject, or after a mark or word that opens it."""
    floor = max(subject[1] if subject else 0, cue[0] - LONGEST_GROUP)
    at = cue[0]
    while at > floor:
        token = sentence[at - 1]
        if token.text == "," and (opening := _interruption(sentence, at - 1, floor)) is not None:
            at = opening
            continue
        if not token.word or (token.low in SUBORDINATORS and token.low not in ("before", "after", "as", "once")):
            break
        if token.low in STOPPING and not _shares_auxiliary(sentence, at, cue):
            break
        at -= 1
    return at


STOPPING = COORDINATORS - {"nor", "yet"} | {"who", "which"}


def _interruption(sentence: Sentence, comma: int, floor: int) -> int | None:
    """Where the other comma of a short aside in a verb group stands."""
    for at in range(comma - 1, max(floor, comma - LONGEST_INTERRUPTION) - 1, -1):
        if sentence[at].text == ",":
            return at if at > 0 and is_auxiliary(sentence[at - 1]) else None
    return None


def _shares_auxiliary(sentence: Sentence, at: int, cue: Range) -> bool:
    """ "will meet farmers and tell them": a base form without an auxiliary of its own has that of the verb before."""
    if sentence[at - 1].low in ("who", "which"):
        return False
    between = sentence[at : cue[1]]
    verbs = [word for token in between if (word := verb_at(token.low, ""))]
    if any(token.low in MODALS | DO | {"to"} for token in between):
        return False
    if sentence[at - 1].low == "or":
        return True
    return bool(verbs) and verbs[-1].form == "base" and any(is_auxiliary(token) for token in sentence[:at])


def _from_subject(sentence: Sentence, subject: Range, cue: Range) -> list[str]:
    """What a subject tells of polarity: that it is nobody, or an auxiliary contracted with it ("he’ll")."""
    first, last = sentence[subject[0]], sentence[subject[1] - 1]
    following = sentence[subject[0] + 1].low if subject[0] + 1 < len(sentence) else ""
    words = []
    if first.low in NEGATIVE_SUBJECTS and not following[:1].isdigit():  # "No 10 said" is a house
        words.append(first.low)
    if last.low.endswith(("’ll", "'ll")):
        words.append("will")
    verb = verb_at(sentence[cue[1] - 1].low, "")
    if last.low.endswith(("’d", "'d")) and verb is not None and verb.form == "base":
        words.append("would")
    return words


def _doubts(sentence: Sentence, start: int, subject: Range | None) -> tuple[str, ...]:
    """What stands before the clause and puts it in doubt: "if" for a condition, "?" for a question, "not"."""
    if subject is not None and sentence[subject[0]].low == "who" and _cleft_negation(sentence, subject[0]):
        return ("not",)
    asks = sentence[-1].text == "?"
    if subject is not None and asks and sentence[subject[0]].low in ("who", "what") and subject[0] < 2:
        return ("?",)
    at = start - 1
    while at > 0 and is_adverb(sentence[at]):
        at -= 1
    if at < 0:
        return ()
    low = sentence[at].low
    if low in CONDITIONS - {"though"} or (low == "though" and at and sentence[at - 1].low == "as"):
        return ("if",)
    if low == "until":
        return ("if",) if not any(token.low.endswith(("said", "ed")) for token in sentence[start:]) else ()
    if low in ("when", "once") and at and sentence[at - 1].low == "only":
        return ("if",)
    if low == "that" and _doubted(sentence, at):
        return ("if",)
    if subject is not None and is_auxiliary(sentence[at]):
        return _inverted(sentence, at, asks=asks)
    return ()


def _cleft_negation(sentence: Sentence, who: int) -> bool:
    """ "It was not the mayor who said": somebody else did, and this one not."""
    before = [token.low for token in sentence[max(0, who - 10) : who]]
    negative = any(low == "not" or low.endswith(("n't", "n’t")) for low in before)
    return negative and any(low in ("it", "it’s", "it's") for low in before)


def _doubted(sentence: Sentence, that: int) -> bool:
    """ "There is no evidence that …", "It is not true that …", "She denied that …"."""
    before = [token.low for token in sentence[max(0, that - 5) : that] if token.word]
    if any(low in KNOWN_ALL_THE_SAME for low in before):
        return False
    return any(low in DOUBTING or low.endswith(("n't", "n’t")) for low in before)


def _inverted(sentence: Sentence, at: int, *, asks: bool) -> tuple[str, ...]:
    """An auxiliary before its subject: a question, a condition, or after a negation that opens the clause."""
    opens = at == 0 or not sentence[at - 1].word or sentence[at - 1].low in COORDINATORS
    if asks:
        return ("?",)
    if opens and sentence[at].low in INVERTING:
        return ("if",)
    before: list[str] = []
    for token in reversed(sentence[:at]):
        if not token.word:
            break
        before.append(token.low)
    negative = any(low in ("no", "nor", "not", "never", "neither", "rarely", "seldom", "nowhere") for low in before)
    return ("not",) if negative and not any(low in WITHOUT_TIME for low in before) else ()


def _after(sentence: Sentence, cue: Range) -> tuple[str, ...]:
    """ "told no one that", "said nothing of": a negative object."""
    following = sentence[cue[1]].low if cue[1] < len(sentence) else ""
    beyond = sentence[cue[1] + 1].low if cue[1] + 1 < len(sentence) else ""
    if (following, beyond) == ("to", "know"):
        return ("know",)  # "wanted to know why"
    if sentence[cue[1] - 1].low in DISMISSING and any(
        token.low in CLAIMS for token in sentence[cue[1] : cue[1] + NEAR_OBJECT]
    ):
        return ("denied",)  # "dismissed suggestions that", however much of it is the cue
    verb = verb_at(sentence[cue[1] - 1].low, "")
    if following == "nobody" or (following == "no" and beyond == "one"):
        return ("not",) if verb is not None and verb.lemma in TELLING else ()  # "said nobody was hurt" says it
    negative = following in ("nothing", "little") and not is_auxiliary(sentence[min(cue[1] + 1, len(sentence) - 1)])
    return ("not",) if negative else ()


TELLING = listed("tell inform warn assure remind promise show give")


def _lemma(words: tuple[str, ...]) -> str:
    """The lemma of the last word that reports, or the last word."""
    for at in range(len(words) - 1, -1, -1):
        verb = verb_at(words[at], words[at + 1] if at + 1 < len(words) else "")
        if verb is not None:
            return verb.lemma
    return words[-1] if words else ""
