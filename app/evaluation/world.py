"""The invented world of the seeds: who there is, what is planned to be said, and which articles there are."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.errors import InvalidInput
from app.speakers import SpeakerKind


@dataclass(frozen=True, slots=True)
class GoldSpeaker:
    """A person or body of the world, with every name it is printed under."""

    id: str
    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedStatement:
    """One occasion of saying it, and the slugs of the articles that tell of it."""

    id: str
    thread: str
    speaker: str
    said_on: date
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedArticle:
    """What is planned of an article: `version_of` and `copy_of` are slugs."""

    slug: str
    outlet: str
    date: date
    version_of: str | None
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class World:
    """All of it by id; outlets by the name they are printed with, to their host."""

    outlets: Mapping[str, str]
    speakers: Mapping[str, GoldSpeaker]
    threads: frozenset[str]
    statements: Mapping[str, PlannedStatement]
    articles: Mapping[str, PlannedArticle]


def read_world(folder: Path) -> World:
    """The world of a folder of seeds. Raises InvalidInput where it is missing or lacks something."""
    path = folder / "world.json"
    try:
        return parse_world(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise InvalidInput(f"There is no {path}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidInput(f"{path} cannot be read: {type(error).__name__}: {error}.") from error


def parse_world(given: Mapping[str, Any]) -> World:
    """The world in the words of its file. Raises ValueError, KeyError or TypeError."""
    statements = [
        PlannedStatement(
            each["id"], thread["id"], each["speaker"], date.fromisoformat(each["said_on"]), tuple(each["articles"])
        )
        for thread in given["threads"]
        for each in thread["statements"]
    ]
    return World(
        outlets={each["name"]: each["host"] for each in given["outlets"]},
        speakers={each["id"]: _speaker(each) for each in given["speakers"]},
        threads=frozenset(each["id"] for each in given["threads"]),
        statements={each.id: each for each in statements},
        articles={each["slug"]: _article(each) for each in given["articles"]},
    )


def _speaker(given: Mapping[str, Any]) -> GoldSpeaker:
    return GoldSpeaker(given["id"], given["name"], SpeakerKind(given["kind"]), tuple(given["aliases"]))


def _article(given: Mapping[str, Any]) -> PlannedArticle:
    return PlannedArticle(
        slug=given["slug"],
        outlet=given["outlet"],
        date=date.fromisoformat(given["date"]),
        version_of=given.get("version_of"),
        copy_of=given.get("copy_of"),
    )
