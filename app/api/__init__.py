"""The API for programs, under /api/v1."""

from flask import Flask

from app.api.articles import blueprint


def register(app: Flask) -> None:
    """Hang the API's routes on the application."""
    app.register_blueprint(blueprint)
