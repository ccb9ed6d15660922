"""The constructions of news in which an attribution may stand, told from its marked spans.

Decision: told from spans and marks alone, so that the same table can be printed for any annotated articles.
"""

import re
from collections.abc import Callable
from typing import Any

from app.extraction.lexicon import verb_at

PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we", "you", "that", "which"))
SENTENCE = re.compile(r"[.!?][”’\"')]*\s+[“‘\"'(]*[A-Z]")

Marked = dict[str, Any]


def words_of(text: str, spans: list[list[int]]) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _begin(one: Marked, role: str) -> int:
    return int(one[role][0][0])


def _source_is_pronoun(text: str, one: Marked) -> bool:
    return words_of(text, one["source"]).lower() in PRONOUNS


def _source_is_one_name(text: str, one: Marked) -> bool:
    said = words_of(text, one["source"])
    return len(said.split()) == 1 and said[:1].isupper() and said.lower() not in PRONOUNS


def _in_pieces(_: str, one: Marked) -> bool:
    return len(one["content"]) > 1


def _sentences(text: str, one: Marked) -> bool:
    return any(SENTENCE.search(text, start, end) for start, end in one["content"]) or any(
        SENTENCE.search(text, a[1] - 2, b[0] + 2) for a, b in zip(one["content"], one["content"][1:], strict=False)
    )


def _paragraphs(text: str, one: Marked) -> bool:
    return "\n" in text[one["content"][0][0] : one["content"][-1][1]]


def _before_cue(_: str, one: Marked) -> bool:
    return bool(one["cue"]) and one["content"][-1][1] <= _begin(one, "cue")


def _far(_: str, one: Marked) -> bool:
    if not one["cue"] or not one["source"]:
        return False
    (a, b), (c, d) = one["source"][0], one["cue"][0]
    return max(a, c) - min(b, d) > 60


def _cue_is(*words: str) -> Callable[[str, Marked], bool]:
    return lambda text, one: words_of(text, one["cue"]).lower().strip() in words


def _punctuation(text: str, one: Marked) -> bool:
    return bool(one["cue"]) and not re.search(r"\w", words_of(text, one["cue"]))


def _headline(text: str, one: Marked) -> bool:
    end = text.find("\n")
    return 0 <= end and int(one["content"][0][0]) < end


def _question(text: str, one: Marked) -> bool:
    return words_of(text, one["content"]).rstrip("”’\"' ").endswith("?")


def _partly_quoted(text: str, one: Marked) -> bool:
    return bool(one.get("kind") == "mixed")


def _verb_of_saying(text: str, one: Marked) -> bool:
    """Whether the rules know a word of the cue as one that reports: told apart from belief in data that does not."""
    return any(verb_at(word, "") for word in re.findall(r"[a-z]+", words_of(text, one["cue"]).lower()))


PHENOMENA: dict[str, Callable[[str, Marked], bool]] = {
    "cue: a verb of saying": _verb_of_saying,
    "content before cue": _before_cue,
    "content in pieces": _in_pieces,
    "over a sentence": _sentences,
    "over a paragraph": _paragraphs,
    "source a pronoun": _source_is_pronoun,
    "source one name": _source_is_one_name,
    "no source": lambda _, one: not one["source"],
    "source far from cue": _far,
    "cue: said": _cue_is("said", "says", "say"),
    "cue: according to": _cue_is("according to"),
    "cue: a mark": _punctuation,
    "in the headline": _headline,
    "a question": _question,
    "partly in marks": _partly_quoted,
}
