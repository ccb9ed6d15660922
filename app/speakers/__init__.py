"""Who is meant: from the mentions of one article to resolved people and bodies, by rules and by this text alone."""

from app.speakers.body_names import tells_apart
from app.speakers.resolution import resolve
from app.speakers.values import How, Mention, Resolution, Span, Spans, SpeakerKind

__all__ = ["How", "Mention", "Resolution", "Span", "Spans", "SpeakerKind", "resolve", "tells_apart"]
