"""What editors decide about speakers, what it would move before it is decided, and undoing it at any time."""

from app.review.acts import Act
from app.review.decide import Decided, decide, undo
from app.review.effects import Effect, effect_of

__all__ = ["Act", "Decided", "Effect", "decide", "effect_of", "undo"]
