"""A very small world for tests: one harbour, two people, two bodies, one planned thread and its denial."""

from typing import Any

from app.evaluation.world import World, parse_world


def given() -> dict[str, Any]:
    """The words of a world's file."""
    return {
        "outlets": [{"name": "The Gull", "host": "gull.example"}, {"name": "Tern Times", "host": "tern.example"}],
        "speakers": [
            {"id": "una-crane", "name": "Una Crane", "kind": "person", "aliases": ["Crane"]},
            {"id": "rolf-crane", "name": "Rolf Crane", "kind": "person", "aliases": ["Crane"]},
            {"id": "ida-søby", "name": "Ida Søby", "kind": "person", "aliases": ["Søby", "Soby"]},
            {"id": "port", "name": "Port of Ness", "kind": "organisation", "aliases": ["the port"]},
        ],
        "threads": [
            {"id": "quay", "statements": [_said("quay-1", "una-crane", 4), _said("quay-2", "ida-søby", 5)]},
            {"id": "deny-quay", "statements": [_said("deny-quay-1", "port", 4)]},
        ],
        "articles": [
            {"slug": "001-quay", "outlet": "gull", "date": "2024-03-05"},
            {"slug": "002-quay-copy", "outlet": "tern", "date": "2024-03-05", "copy_of": "001-quay"},
            {"slug": "003-quay-again", "outlet": "gull", "date": "2024-03-05", "version_of": "001-quay"},
            {"slug": "004-quay-more", "outlet": "tern", "date": "2024-03-06"},
        ],
    }


def _said(statement: str, speaker: str, day: int) -> dict[str, Any]:
    return {"id": statement, "speaker": speaker, "said_on": f"2024-03-{day:02d}", "articles": ["001-quay"]}


WORLD: World = parse_world(given())
