"""The rules of the doors: every route decided, every command explained, every job handled, no other host named."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from apiflask import APIFlask

from app import jobs
from app.access import decision
from app.worker import HANDLERS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*ROOT.glob("app/dashboard/templates/**/*.html"), *ROOT.glob("app/dashboard/static/**/*")]
PROTOCOL_NAMES = ("http://www.w3.org/", "https://schema.org")  # names of vocabularies: nothing is loaded from them


def test_every_route_has_an_access_decision(app: APIFlask) -> None:
    undecided = [rule.rule for rule in app.url_map.iter_rules() if decision(app, rule.endpoint) is None]
    assert undecided == []


def test_what_changes_something_needs_the_owner(app: APIFlask) -> None:
    for rule in app.url_map.iter_rules():
        if (rule.methods or set()) & {"POST", "PUT", "PATCH", "DELETE"}:
            assert decision(app, rule.endpoint) == "writes", rule.rule


def commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def test_every_command_has_help_and_stands_in_the_readme(app: APIFlask) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ours = {name: command for name, command in commands(app.cli) if name not in {"run", "shell", "routes", "spec"}}
    assert ours
    for name, command in ours.items():
        assert command.help, f"flask {name} has no help"
        assert f"flask {name}" in readme, f"flask {name} does not stand in the README"


def test_every_make_target_has_help() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony is not None
    for target in phony[1].split():
        assert re.search(rf"^{target}:.*## \w", makefile, re.MULTILINE), target


def test_every_kind_of_job_has_a_handler() -> None:
    assert set(HANDLERS) == set(jobs.KINDS)


@pytest.mark.parametrize("path", [p for p in PAGES if p.is_file()], ids=lambda p: p.name)
def test_no_page_names_another_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for address in re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"')]*", text):
        assert address.startswith(PROTOCOL_NAMES), address
    if path.suffix == ".html":
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), "an inline script"
        assert not re.search(r"<style|\sstyle=|\son\w+=", text), "an inline style or handler"


def test_nothing_that_belongs_to_one_machine_is_written_down() -> None:
    """No absolute path and no registry's host in what is committed."""
    parts = (
        "/" + "root/",
        "/" + "work/",
        "py" + "pi.org",
        "python" + "hosted",
        "registry." + "npmjs",
        "deb." + "debian",
    )
    kept = [
        *ROOT.glob("*"),
        *ROOT.glob(".ci/*"),
        *(p for d in ("app", "tests", "docs", "benchmarks", "migrations") for p in ROOT.glob(f"{d}/**/*")),
    ]
    for path in kept:
        if path.is_file() and path.suffix in {".py", ".md", ".html", ".css", ".js", ".txt", ".toml", ""}:
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not [part for part in parts if part in text], path
