"""What the speaker did with the content: said, denied, declined to say, asked, or only might say.

Decision: read from the verb group alone, negation first, because a denial that is stored as a claim is the worst
mistake this room can make; a doubtful group is never ``SAID``.
"""

from app.extraction.values import Polarity

DENYING = frozenset("deny denied denies denying rebut dispute disputed disputes reject rejected rejects denial".split())
DECLINING = frozenset("decline declined declines declining refuse refused refuses refusing".split())
ASKING = frozenset("ask asked asks asking question questioned questions questioning wonder wondered inquire".split())
MODAL = frozenset("would could might may should must will won’t won't can wouldn’t wouldn't ’ll 'll shall".split())
NEGATIVE = frozenset("not never no n't n’t nobody cannot".split())
EXPECTED = frozenset("expected likely plans planned planning set due prepared ready going about wants wanted".split())


def polarity(words: tuple[str, ...], verb: str, *, conditional: bool = False, question: bool = False) -> Polarity:
    """The polarity of a cue whose verb group is ``words`` (small letters) around the verb with lemma ``verb``."""
    group = set(words)
    negative = bool(group & NEGATIVE) or any(word.endswith(("n't", "n’t")) for word in words)
    if group & DECLINING or verb in ("decline", "refuse"):
        return Polarity.DECLINED
    if group & DENYING or verb in ("deny", "reject", "rebut"):
        return Polarity.SAID if negative and verb != "deny" else Polarity.DENIED
    if negative:
        return Polarity.DENIED if "never" in group else Polarity.DECLINED
    if group & MODAL or any(word.endswith(("’ll", "'ll", "’d", "'d")) for word in words) or conditional:
        return Polarity.HYPOTHETICAL
    if group & EXPECTED and "to" in group:
        return Polarity.HYPOTHETICAL
    if verb in ("ask", "wonder", "question") or question:
        return Polarity.ASKED
    return Polarity.SAID
