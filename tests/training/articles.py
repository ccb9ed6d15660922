"""Invented annotated articles, enough to learn nothing much from but to go all the way."""

import json
from pathlib import Path
from typing import Any

SENTENCES = (
    ("“The bridge will open in May,” said Ilka Brandt, the mayor of Osk.", "“The bridge will open in May,”", "said",
     "Ilka Brandt, the mayor of Osk", "direct"),
    ("Mr Tolland said that the harbour had been dredged twice.", "that the harbour had been dredged twice", "said",
     "Mr Tolland", "indirect"),
    ("The union believes the offer is too low.", "the offer is too low", "believes", "The union", "indirect"),
    ("According to the ministry, nine ferries were late.", "nine ferries were late", "According to", "the ministry",
     "indirect"),
    ("She told reporters the plan was “a gift to the builders”.", "the plan was “a gift to the builders”",
     "told reporters", "She", "mixed"),
)  # fmt: skip


def article(number: int) -> dict[str, Any]:
    """An article of all sentences, turned by ``number``."""
    text, attributions = f"News of day {number}", []
    for turn in range(len(SENTENCES)):
        sentence, content, cue, source, kind = SENTENCES[(turn + number) % len(SENTENCES)]
        at = len(text) + 2
        text += "\n\n" + sentence
        attributions.append(
            {
                "content": [_span(text, content, at)],
                "cue": [_span(text, cue, at)],
                "source": [_span(text, source, at)],
                "kind": kind,
                "speech": cue != "believes",
            }
        )
    return {"doc_id": f"day-{number}", "text": text, "attributions": attributions}


def _span(text: str, part: str, at: int) -> list[int]:
    start = text.index(part, at)
    return [start, start + len(part)]


def write(folder: Path, *, train: int = 30, dev: int = 4) -> Path:
    """A folder with train.jsonl and dev.jsonl."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, numbers in (("train", range(train)), ("dev", range(100, 100 + dev))):
        lines = "".join(json.dumps(article(number)) + "\n" for number in numbers)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return folder
