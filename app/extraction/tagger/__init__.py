"""The tagger: a trained network beside the rules. Importing this room is cheap; torch comes with the first text."""

from app.extraction.tagger.encoder import TaggerUnavailable
from app.extraction.tagger.tagger import Tagger

__all__ = ["Tagger", "TaggerUnavailable"]
