"""Nouns that report: "her claim that …", "a warning from the pilots that …", "Doe’s message was clear: …".

Decision: a noun reports only for an owner that stands beside it; without one it is talk in general. Where the noun
opens its sentence the content ends before the verb of that sentence ("Her claim that it was stolen | surprised them").
"""

from app.extraction import sources
from app.extraction.clauses import Found, Range
from app.extraction.constructions import QUESTION_WORDS
from app.extraction.contents import clause_end
from app.extraction.cues import Cue
from app.extraction.grammar import DETERMINERS, POSSESSIVES, SUBORDINATORS, is_auxiliary
from app.extraction.lexicon import NOUNS, Verb
from app.extraction.outline import Sentence
from app.extraction.wording import listed

MESSAGES = listed("message point argument view position answer response warning verdict advice conclusion reply")


def noun_cues(sentence: Sentence) -> list[Found]:
    """ "Doe's claim that …", "their warning that …", "Doe's message was clear: …", "her point is that …"."""
    result: list[Found] = []
    for at in range(1, len(sentence) - 2):
        if sentence[at].low in NOUNS:
            found = _claim_that(sentence, at) if sentence[at + 1].low == "that" else _claim_by(sentence, at)
        elif sentence[at].low == "question":
            found = _question(sentence, at)
        elif sentence[at].low in MESSAGES:
            found = _message(sentence, at)
        else:
            continue
        if found is not None:
            result.append(found)
    return result


def _claim_that(sentence: Sentence, at: int) -> Found | None:
    source = _possessor(sentence, at)
    if source is None or at + 2 >= len(sentence) or is_auxiliary(sentence[at + 2]):
        return None
    end = _end(sentence, at + 2, opens=source[0] < 2)
    return Found([(at + 2, end)], (at, at + 1), source, sentence[at].low, "noun that") if end - at > 3 else None


def _question(sentence: Sentence, at: int) -> Found | None:
    """ "raised the question (of) whether"."""
    start = at + 2 if sentence[at + 1].low in ("of", "about") else at + 1
    verb = next((i for i in range(at - 1, max(0, at - 4), -1) if sentence[i].low in RAISING), None)
    if verb is None or start >= len(sentence) or sentence[start].low not in QUESTION_WORDS:
        return None
    source = sources.before(sentence, Cue(verb, verb, verb, Verb("ask", "past", "", frozenset()), False))
    return Found([(start, clause_end(sentence, start, []))], (verb, at + 1), source, "ask", "asked")


RAISING = listed("raise raises raised raising pose poses posed posing asks asked")


def _claim_by(sentence: Sentence, at: int) -> Found | None:
    """ "the claim by the builder that", "a warning from the pilots that"."""
    if sentence[at + 1].low not in ("by", "from") or sentence[at - 1].low in POSSESSIVES or at + 3 >= len(sentence):
        return None
    source = sources.after(sentence, at + 2)
    if source is None or source[1] + 2 >= len(sentence) or sentence[source[1]].low != "that":
        return None
    if is_auxiliary(sentence[source[1] + 1]):
        return None  # "claims by the builder that were false"
    start = source[1] + 1
    end = _end(sentence, start, opens=at < 3 and sentence[0].low != "there")
    return Found([(start, end)], (at, at + 1), source, sentence[at].low, "noun by") if end - start > 1 else None


def _end(sentence: Sentence, start: int, *, opens: bool) -> int:
    """Where the clause after a noun ends; ``opens``: before the verb of the sentence, which is its last finite one."""
    end = next((i for i in range(start + 3, len(sentence)) if sentence[i].text in (",", ";", "—", "–")), len(sentence))
    end = min(end, clause_end(sentence, start - 1, []))
    if not opens:
        return end
    finite = [at for at in range(start + 1, end) if _may_be_finite(sentence, at)]
    later = [at for at in range(start + 2, end) if sentence[at].low in SUBORDINATORS]
    finite = [at for at in finite if not later or at < later[0]]
    return finite[-1] if len(finite) > 1 or (finite and start + 2 < finite[-1]) else end


def _may_be_finite(sentence: Sentence, at: int) -> bool:
    """An auxiliary, a past form or a common irregular verb that no auxiliary precedes."""
    token, before = sentence[at], sentence[at - 1]
    if not (is_auxiliary(token) or token.low in MAIN or (token.low.endswith("ed") and len(token.low) > 4)):
        return False
    return not (is_auxiliary(before) or before.low in ("to", "not") or token.capital or before.low in DETERMINERS)


MAIN = listed(
    "went goes came comes made makes took takes gave gives got led set drew won lost fell rose left met became becomes "
    "brought found held kept ran runs stood put began sent hit split"
)


def _message(sentence: Sentence, at: int) -> Found | None:
    source = _possessor(sentence, at)
    if source is None or sentence[at + 1].low not in ("is", "was", "’s"):
        return None
    for stop in range(at + 2, min(len(sentence) - 1, at + 7)):
        if sentence[stop].text == ":" or sentence[stop].low == "that":
            start = stop + 1
            end = clause_end(sentence, start, [])
            return Found([(start, end)], (at, stop), source, sentence[at].low, "message") if end - start > 2 else None
    return None


def _possessor(sentence: Sentence, at: int) -> Range | None:
    """Whose claim it is: "her", "Jane Doe's", "the mayor’s", at most two adjectives before the noun."""
    for back in range(at - 1, max(-1, at - 4), -1):
        token = sentence[back]
        if token.low in POSSESSIVES:
            return back, back + 1
        plural = token.text in ("’", "'") and back > 0 and sentence[back - 1].low.endswith("s")  # "opponents’"
        if plural or token.low.endswith(("’s", "'s")):
            start = back - 1 if plural else back
            while start > 0 and sentence[start].capital and sentence[start - 1].capital:
                start -= 1
            if start > 0 and sentence[start - 1].low in DETERMINERS:
                start -= 1
            return start, back + 1
        if not token.word or token.low in DETERMINERS or (back < at - 1 and token.low.endswith("s")):
            return None  # "the owner’s lawyers repeated claims that": nobody's, as far as this rule can tell
    return None
