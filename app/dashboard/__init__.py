"""The pages. Each is drawn on the server from a read model of `app/search`, and works without any script."""

from flask import Flask


def register(app: Flask) -> None:
    """Hang the pages on the application."""
