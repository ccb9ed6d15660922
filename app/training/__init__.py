"""Learning from annotated articles."""
