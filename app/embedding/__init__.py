"""Texts to vectors. Decision: importing this room is cheap; the model is loaded at the first text, or by `load`."""

from app.embedding.embedder import Embedder, EmbedderUnavailable
from app.embedding.hashing import HashingEmbedder
from app.embedding.sentences import SentenceEmbedder

__all__ = ["Embedder", "EmbedderUnavailable", "HashingEmbedder", "SentenceEmbedder"]
