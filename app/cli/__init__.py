"""The command line: every command opens the transaction it needs and says what went wrong in a sentence."""

from flask import Flask

from app.cli import archive, batch, evaluate, ingest, jobs, people, seed, serve, train


def register(app: Flask) -> None:
    for command in (
        archive.upgrade,
        archive.status,
        ingest.command,
        people.command,
        batch.command,
        jobs.jobs,
        jobs.work,
        serve.serve,
        seed.command,
        evaluate.command,
        train.train,
    ):
        app.cli.add_command(command)
