"""Pictures of every page: `python -m benchmarks.screens ADDRESS FOLDER`, of a service that runs at ADDRESS.

Each page wide (1440) and narrow (390), light and dark, whole length. To be looked at, not compared by machine. Needs
Debian's chromium and the packages of tests/requirements.txt.
"""

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal

import click
from playwright.sync_api import Browser, sync_playwright
from rich.progress import track

WIDTHS = (1440, 390)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
PAGES = {
    "desk": "/?period=all",
    "search": "/search?q=ferry",
    "threads": "/threads?least=2",
    "thread": "/threads/{thread}",
    "claim": "/claims/{claim}",
    "speakers": "/speakers",
    "speaker": "/speakers/{speaker}",
    "questions": "/speakers/questions",
    "merge": "/speakers/{speaker}/merge",
    "split": "/speakers/{speaker}/split",
    "decisions": "/decisions",
    "articles": "/articles",
    "article": "/articles/{article}",
    "add": "/articles/add",
}


@click.command()
@click.argument("address")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--thread", default=1, help="Which thread to show.")
@click.option("--claim", default=1, help="Which claim to show.")
@click.option("--speaker", default=1, help="Which speaker to show.")
@click.option("--article", default=1, help="Which article to show.")
def main(address: str, folder: Path, **shown: int) -> None:
    """Write the pictures of all pages at ADDRESS into FOLDER."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
        for name, path, width, scheme in track(list(_views()), description="Pages"):
            _picture(browser, address + path.format(**shown), folder / f"{name}-{width}-{scheme}.png", width, scheme)
        browser.close()


def _views() -> Iterator[tuple[str, str, int, Literal["light", "dark"]]]:
    for (name, path), width, scheme in product(PAGES.items(), WIDTHS, SCHEMES):
        yield name, path, width, scheme


def _picture(browser: Browser, address: str, file: Path, width: int, scheme: Literal["light", "dark"]) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(address)
    page.screenshot(path=file, full_page=True)
    page.close()


if __name__ == "__main__":
    main()
