"""Deciding about speakers in a real browser: by keyboard, wide and narrow, light and dark, with and without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.archive import Filled, fill
from tests.browser.conftest import serving
from tests.people import People, fill_people

pytestmark = pytest.mark.browser

Town = tuple[str, Filled, People]
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 800}


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """An archive of its own, for what is decided in it."""
    with serving(tmp_path) as (address, database):
        with database.transaction() as session:
            filled, people = fill(session), fill_people(session)
        yield address, filled, people


@pytest.fixture(params=["light", "dark"])
def wide(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(color_scheme=request.param, viewport=WIDE)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def is_fit(page: Page) -> None:
    """Nothing is wider than the window, at any width, and axe finds nothing."""
    for details in page.locator("details").all():
        details.evaluate("element => { element.open = true }")
    for viewport in ({"width": 320, "height": 640}, NARROW, {"width": 860, "height": 900}, WIDE):
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], page.url
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    expect(page.locator("h1")).to_have_count(1)


def test_every_page_of_speakers_is_fit(wide: Page, town: Town) -> None:
    address, filled, people = town
    for path in (
        f"/speakers/{people.brandt}",
        f"/speakers/{people.mixed}",
        f"/speakers/{people.harlow}/merge",
        f"/speakers/{filled.vestergaard}/split",
        f"/speakers/{filled.vestergaard}/split?by=thread",
        f"/claims/{people.by_office}",
        f"/claims/{people.together}",
        f"/claims/{filled.open_claim}",
        "/speakers/questions",
        "/decisions",
    ):
        wide.goto(address + path)
        is_fit(wide)


def tab_to(page: Page, selector: str) -> None:
    """Go on with the tabulator until the focus stands on what is looked for."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"no tabulator leads to {selector} on {page.url}")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_merge_by_keyboard_and_back(browser: Browser, town: Town, viewport: dict[str, int], scripts: bool) -> None:
    """From the speaker's page: open the form, type a name, look, confirm, and undo from the line that says it."""
    address, filled, _ = town
    context = browser.new_context(viewport=viewport, java_script_enabled=scripts)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/speakers/{filled.vestergaard}")
    if scripts:
        tab_to(page, "details.deed:has(#merge) > summary")
        page.keyboard.press("Enter")
        tab_to(page, "#merge")
        page.keyboard.type("Tove Halvorsen")
        page.keyboard.press("Enter")
    else:
        page.get_by_text("Merge with another").click()
        page.locator("#merge").fill("Tove Halvorsen")
        page.locator("#merge").press("Enter")
    expect(page.locator("h1")).to_have_text("Merge Tove Halvorsen into Ingrid Vestergaard")
    expect(page.locator("table.moving tbody tr")).to_have_count(5)
    page.locator("#by").focus()
    page.keyboard.type("Una Reed")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Decided: Merge Tove Halvorsen into Ingrid Vestergaard.")
    page.get_by_role("status").get_by_role("link", name="Undo").press("Enter")
    expect(page.locator("table.moving tbody tr")).to_have_count(5)
    expect(page.locator("#by")).to_have_value("Una Reed")
    page.locator("#by").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Undone: Merge Tove Halvorsen into Ingrid Vestergaard.")
    page.goto(f"{address}/speakers?q=tove")
    expect(page.locator("table.speakers tbody tr")).to_have_count(1)
    context.close()


def test_previews_are_fit(wide: Page, town: Town) -> None:
    address, filled, people = town
    wide.goto(f"{address}/claims/{filled.open_claim}")
    wide.get_by_role("button", name="It is Anna Berg").click()
    expect(wide.locator(".state")).to_contain_text("Anna Berg is new")
    is_fit(wide)
    wide.locator("#by").fill("Una Reed")
    wide.locator(".confirm button").click()
    is_fit(wide)
    wide.goto(f"{address}/decisions")
    is_fit(wide)
    wide.get_by_role("link", name="Undo decision 1").click()
    is_fit(wide)
    wide.goto(f"{address}/speakers/{people.harlow}")
    wide.get_by_text("Merge with another").click()
    wide.locator("#merge").fill("Nobody At All")
    wide.locator("#merge").press("Enter")
    expect(wide.get_by_role("alert")).to_have_text("No speaker is called Nobody At All.")
    expect(wide.locator("#who")).to_have_value("Nobody At All")
    is_fit(wide)
