"""What the speaker did with the content: said, denied, declined to say, asked, or only might say.

Decision: read from the verb group alone, negation first, because a denial that is stored as a claim is the worst
mistake this room can make; a doubtful group is never ``SAID``.
"""

from app.extraction.values import Polarity
from app.extraction.wording import listed

DENYING = listed("deny denied denies denying dispute disputed disputes disputing denial")
DECLINING = listed("decline declined declines declining refuse refused refuses refusing")
ASKING = listed("ask asked asks asking question questioned questions questioning wonder wondered inquire")
MODAL = listed("if unless would could might may should must will won’t won't can wouldn’t wouldn't ’ll 'll shall")
NEGATIVE = listed("not never no n't n’t nobody cannot neither none hardly")
EXPECTED = listed("expected likely plans planned planning set due prepared ready going about wants wanted")


def polarity(words: tuple[str, ...], verb: str, *, question: bool = False) -> Polarity:
    """The polarity of a cue whose verb group is ``words`` (small letters) around the verb with lemma ``verb``.

    ``words`` also holds an "if" before the group and the first word of the source ("nobody said").
    ``question``: the content is a question.
    """
    group = set(words)
    negative = bool(group & NEGATIVE) or any(word.endswith(("n't", "n’t")) for word in words)
    if group & DECLINING or verb in ("decline", "refuse"):
        return Polarity.DECLINED
    if group & DENYING or verb in ("deny", "dispute", "reject", "rebut", "denial"):
        return Polarity.DECLINED if negative else Polarity.DENIED
    if negative:
        return Polarity.DENIED if "never" in group else Polarity.DECLINED
    if group & MODAL or any(word.endswith(("’ll", "'ll", "’d", "'d")) for word in words):
        return Polarity.HYPOTHETICAL
    if group & EXPECTED and "to" in group:
        return Polarity.HYPOTHETICAL
    if verb in ("ask", "wonder", "question") or question:
        return Polarity.ASKED
    return Polarity.SAID
