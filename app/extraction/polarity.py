"""What the speaker did with the content: said, denied, declined to say, asked, or only might say.

Decision: read from the words around the verb alone (``stance`` finds them), negation first, because a denial that is
stored as a claim is the worst mistake this room can make; a doubtful group is never ``SAID``.
"""

import re
from itertools import pairwise

from app.extraction.lexicon import CLAIMS
from app.extraction.values import Polarity, Spans
from app.extraction.wording import listed

DENYING = listed(
    "deny denied denies denying denial denials dispute disputed disputes disputing reject rejected rejects rejecting "
    "rejection refute refuted refutes refuting rebut rebutted rebuts rebutting"
)
DENYING_VERBS = listed("deny dispute reject rebut refute denial rule-out dismiss-claims")
DECLINING = listed(
    "decline declined declines declining refuse refused refuses refusing refusal refrain refrained refrains refraining "
    "avoid avoided avoids avoiding unable unwilling reluctant without balked demurred neglected"
)
DECLINING_TO = listed("fail failed fails failing yet forgot forgotten omitted reluctance inability failure")
DECLINING_THAN = listed("rather instead")  # "rather than say", "instead of saying"
ASKING_VERBS = listed("ask wonder question inquire query")
KNOWING = listed("want wanted wants wanting demand demanded demands demanding asked asks ask")  # "wanted to know why"
NEGATIVE = listed("not never no nor n't n’t nobody cannot neither none nothing hardly scarcely barely")
HARMLESS = listed(  # after a negation these make it none: "not only said", "did not hesitate to say", "never tires of"
    "only just merely simply hesitate hesitated stop stopped tire tired tires help afraid shy shied fail failed fails "
    "cease ceased until waver wavered"
)
LATER = listed("later eventually subsequently afterwards")  # "would later say": said, seen from an earlier day
MODAL = listed(
    "if unless would could may might should must will won’t won't can wouldn’t wouldn't ’ll 'll shall ought dare needs"
)
EXPECTED = listed(
    "expected likely unlikely plan plans planned planning set due prepared preparing ready going about want wants "
    "wanted wanting intend intends intended hope hopes hoped hoping aim aims aimed poised scheduled slated supposed "
    "required meant tempted threatens threatened promises promised vowed asked urged ordered invited pressed "
    "challenged encouraged need alleged"
)
DOUBTED = listed("allegedly supposedly falsely wrongly mistakenly misquoted misreported")
TO_HAVE_SAID = listed(
    "used took went go goes came rose wrote stood began spoke is has had have was were got first quick keen far pains "
    "seems seem appears appear continues continue continuing led leads leading prompting causing forcing drove hesitate"
)
BRANDING = listed(
    "call calls called calling brand brands branded label labels labelled labeled describe describes described dub "
    "dubbed"
)
REACH = 3  # words between a negation and the word that makes it harmless

SENTENCE_END = re.compile(r"\w{3,}[.!]\W+[^\W_]")  # three letters: not after "Mr." or an initial
CLOSING = "“”„‟«»\"＂'’‘›) "


def polarity(words: tuple[str, ...], verb: str, *, question: bool = False) -> Polarity:
    """The polarity of a cue with ``words`` (small letters, in order) before and in it, whose verb has lemma ``verb``.

    ``words`` as ``stance.stance_words`` gives them: an "if" opens them where the clause is a condition, a "?" where it
    is a question, and a negative subject counts in ("nobody said"). ``question``: the content is a question.
    """
    words = _without_double_negation(words)
    group = set(words)
    negative = bool(group & NEGATIVE) or any(word.endswith(("n't", "n’t")) for word in words) or _far_from(words)
    if group & BRANDING and group & CLAIMS:
        return Polarity.DENIED  # "called claims that ... a lie"
    if _kept_back(words, group) or verb in ("decline", "refuse"):
        return Polarity.DECLINED
    if "?" in group:
        return Polarity.ASKED
    modal = bool(group & MODAL) or any(word.endswith(("’ll", "'ll")) for word in words)
    if group & DENYING or verb in DENYING_VERBS:
        if "if" in group:
            return Polarity.HYPOTHETICAL
        return Polarity.DECLINED if negative else Polarity.DENIED
    if negative:
        return Polarity.DENIED if "never" in group and not modal else Polarity.DECLINED
    if modal or group & DOUBTED or {"accused", "of"} <= group:
        return Polarity.HYPOTHETICAL
    if "know" in group and group & KNOWING:
        return Polarity.ASKED
    if _only_expected(words, verb):
        return Polarity.HYPOTHETICAL
    if verb in ASKING_VERBS or question:
        return Polarity.ASKED
    return Polarity.SAID


def is_question(text: str, content: Spans, *, transcript: bool = False) -> bool:
    """Content that is one question, or, in a line of a ``transcript``, that ends in one."""
    said = " ".join(text[start:end] for start, end in content).rstrip(CLOSING)
    return said.endswith("?") and (transcript or not SENTENCE_END.search(said))


def _without_double_negation(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a negation that negates nothing ("not only said"), and without a modal that "only", "later" or
    "go on to" turns into a report of what was said."""
    kept = list(words)
    for at, word in enumerate(words):
        following = words[at + 1 : at + 1 + REACH]
        negates = word in NEGATIVE or word.endswith(("n't", "n’t"))
        harmless = [back for back, low in enumerate(following, start=at + 1) if low in HARMLESS]
        if negates and harmless:
            kept[at] = ""
            for back in harmless:
                kept[back] = ""
            if at and words[at - 1] in ("could", "can"):
                kept[at - 1] = ""
        elif word in ("would", "could") and following and _said_all_the_same(following):
            kept[at] = ""
    return tuple(word for word in kept if word)


def _said_all_the_same(following: tuple[str, ...]) -> bool:
    return following[0] == "only" or following[0] in LATER or following[:3] == ("go", "on", "to")


def _far_from(words: tuple[str, ...]) -> bool:
    """ "far from admitting", "anything but admit"."""
    return any(pair in (("far", "from"), ("anything", "but")) for pair in pairwise(words))


def _kept_back(words: tuple[str, ...], group: set[str]) -> bool:
    if group & DECLINING:
        return True
    for at, word in enumerate(words[:-1]):
        if (word in DECLINING_TO and words[at + 1] == "to") or (word in DECLINING_THAN and words[at + 1] in THAN):
            return True
        if word == "short" and words[at + 1] == "of" and words[at + 2 : at + 3] and words[at + 2].endswith("ing"):
            return True
    return False


THAN = ("than", "of")


def _only_expected(words: tuple[str, ...], verb: str) -> bool:
    """An infinitive after a word of plan, wish or order ("expected to say"), or where nothing tells it was done."""
    reports = [at for at, word in enumerate(words[:-1]) if word == "to" and _infinitive(words[at + 1 :], verb)]
    if not reports:
        return False
    before = words[: reports[-1]]
    if not before:
        return True  # "want the nurse to say": what somebody else is to say
    if set(before) & EXPECTED:
        return True
    return not (set(before) & TO_HAVE_SAID or any(word.endswith("ed") or word == "sought" for word in before))


def _infinitive(following: tuple[str, ...], verb: str) -> bool:
    """Whether the words after a "to" begin with ``verb``, adverbs apart: not "to the press and said"."""
    first = next((word for word in following if not word.endswith("ly")), "")
    return first in ("have", verb.partition("-")[0])
