"""The pages. Each is drawn on the server from a read model of `app/search`, works without any script, and is also there
as JSON from the same model at its path with `.json`."""

from pathlib import Path

from flask import Flask

from app.dashboard import (
    adding,
    articles,
    claims,
    deciding,
    desk,
    headers,
    merging,
    phrases,
    questions,
    searching,
    speakers,
    splitting,
    threads,
)

FOLDER = Path(__file__).resolve().parent


def register(app: Flask) -> None:
    """Hang the pages, their templates and static files on the application."""
    app.template_folder = str(FOLDER / "templates")
    app.static_folder = str(FOLDER / "static")
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    phrases.register(app)
    headers.register(app)
    for room in (desk, threads, claims, articles, speakers, merging, splitting, questions, deciding, searching, adding):
        app.register_blueprint(room.blueprint)
