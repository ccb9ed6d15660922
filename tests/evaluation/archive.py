"""Four small articles that are a whole archive: an original, its copy, a later version, and another's report."""

import json
from pathlib import Path

from app.evaluation.gold import GoldArticle, parse_article
from tests.evaluation.articles import source
from tests.evaluation.worlds import given

HEAD = """
    {s1 Una Crane, the harbour master of Ness}, {k1 said} on Monday that {c1 the old quay at Ness would close in April}.
    {c2 ‘We have tried everything, and the sea has tried harder,’} {s2 she} {k2 said}.

    The quay, built in 1911 and mended nine times since, takes about forty boats in summer and hardly any in winter.
    Its northern end has been fenced off for two years, and the lamp at the end of it burns only at weekends.
"""
TAIL = "{s3 The Port of Ness} {k3 denied} that {c3 it had sold the land behind the sheds}."
LINES = [
    "1: indirect said | speaker=una-crane | statement=quay-1 | thread=quay | said_on=2024-03-04",
    "2: direct said | speaker=una-crane | statement=solo-001-2-1 | thread=solo-001-2",
    "3: indirect denied | speaker=port | statement=deny-quay-1 | thread=deny-quay",
]
MORE = """
    {s1 Ida Søby, the harbour engineer}, {k1 said} on Tuesday that {c1 the old quay at Ness would close in April}.

    Nobody in the hall was surprised. The tea was free, and the meeting ended early with a song about herring.
"""
URL = "https://gull.example/2024/03/05/quay"


def sources() -> dict[str, str]:
    """Slug -> the words of the file."""
    at_tern = {"outlet": "Tern Times", "url": "https://tern.example/quay"}
    return {
        "001-quay": source(f"{HEAD}\n    {TAIL}", LINES, url=URL),
        "002-quay-copy": source(
            f"{HEAD}\n    {TAIL}",
            LINES,
            **at_tern,
            published_at="2024-03-05T12:00:00+00:00",
            more=["copy_of: 001-quay"],
        ),
        "003-quay-again": source(
            f"{HEAD}\n    {TAIL}\n\n    Correction: the quay was mended nine times, not eight.",
            LINES,
            url=URL,
            more=["modified_at: 2024-03-05T15:00:00+00:00"],
        ),
        "004-quay-more": source(
            MORE,
            ["1: indirect said | speaker=ida-søby | statement=quay-2 | thread=quay | said_on=2024-03-05"],
            outlet="Tern Times",
            url="https://tern.example/meeting",
            title="Herring song ends meeting",
            published_at="2024-03-06T08:00:00+00:00",
        ),
    }


def articles() -> list[GoldArticle]:
    return [parse_article(words, slug=slug) for slug, words in sources().items()]


def write(folder: Path) -> Path:
    """The archive as a folder of seeds."""
    (folder / "articles").mkdir(parents=True)
    (folder / "world.json").write_text(json.dumps(given()), encoding="utf-8")
    for slug, words in sources().items():
        (folder / "articles" / f"{slug}.txt").write_text(words, encoding="utf-8")
    return folder
