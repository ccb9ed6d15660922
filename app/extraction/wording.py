"""Word lists written as plain words, as the modules of this room hold many."""


def listed(words: str) -> frozenset[str]:
    """The set of the words of ``words``, which spaces and line ends part."""
    return frozenset(words.split())
