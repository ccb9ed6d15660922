"""The tagger room."""
