"""Labels of a transcript: "ADA QUILL: No." is a person's turn, though capitals are a body's elsewhere.

Only where nothing else in the article says who is meant: a label that the article also prints as a name is resolved to
that name before.
"""

import re
from collections.abc import Sequence

from app.speakers.lexicon import BODY_NOUNS, BODY_WORDS
from app.speakers.values import How, Mention, Resolution, SpeakerKind

LABEL = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*(?: [^\W\d_][\w.'’-]*){0,3}")
COLON = re.compile(r"\s{0,2}:")


def resolve_labels(text: str, mentions: Sequence[Mention], found: Sequence[Resolution]) -> list[Resolution]:
    """The resolutions, with labels that were taken for a body resolved to people: those of two words or more in full,
    those of one word by surname where exactly one of the others ends in it. A single label makes no transcript."""
    labels = _labels(text, mentions)
    if len(set(labels.values())) < 2:
        return list(found)
    full = sorted({name for name in labels.values() if " " in name})
    resolved = list(found)
    for number, name in labels.items():
        bearers = [other for other in full if name in (other, other.split()[-1])]
        if found[number].kind is SpeakerKind.ORGANISATION and len(bearers) == 1:
            how = How.FULL_NAME if bearers == [name] else How.SURNAME
            evidence = mentions[number].source[0] if bearers == [name] else None
            resolved[number] = Resolution(bearers[0], SpeakerKind.PERSON, how, (), evidence, None)
    return resolved


def _labels(text: str, mentions: Sequence[Mention]) -> dict[int, str]:
    """Each source that is a label, by its number: capitals at the start of a line, with a colon behind them."""
    labels = {}
    for number, mention in enumerate(mentions):
        if len(mention.source) != 1:
            continue
        start, end = mention.source[0]
        name = text[start:end]
        alone = text[:start].endswith("\n") or start == 0
        if alone and name.isupper() and LABEL.fullmatch(name) and COLON.match(text, end) and not _is_body(name):
            labels[number] = name
    return labels


def _is_body(name: str) -> bool:
    return any(word.casefold() in BODY_NOUNS | BODY_WORDS for word in name.split())
