"""Every page in a real browser: no error, nothing from elsewhere, nothing wider than a phone, readable by all."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from tests.archive import Filled

pytestmark = pytest.mark.browser

Served = tuple[str, Filled]
PHONE, LAPTOP = {"width": 390, "height": 800}, {"width": 1440, "height": 900}
PAGES = {
    "desk": "/?period=all",
    "desk, a quiet week": "/?period=7",
    "threads": "/threads",
    "repeated": "/threads?said=repeated&sort=outlets",
    "thread": "/threads/{tunnel}",
    "thread of a denial": "/threads/{denied}",
    "claim": "/claims/{first_claim}",
    "denial": "/claims/{denial}",
    "open claim": "/claims/{open_claim}",
    "articles": "/articles",
    "articles aside": "/articles?state=quarantined",
    "article": "/articles/{wire}?claim={first_claim}",
    "article of two versions": "/articles/{revised}",
    "earlier version": "/articles/{revised}?version=1",
    "article aside": "/articles/{quarantined}",
    "speakers": "/speakers",
    "speaker": "/speakers/{vestergaard}",
    "search": "/search",
    "found": "/search?q=tunnel+november",
    "not found": "/search?q=zeppelin&mode=keyword",
    "add": "/articles/add",
    "no such page": "/nothing",
}


@dataclass
class Watched:
    """What a page asked for and complained of."""

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _request(self, request: Request) -> None:
        self.hosts.add(request.url.split("/")[2])

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "404 (NOT FOUND)" not in message.text:
            self.complaints.append(message.text)


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


def address(served: Served, name: str) -> str:
    base, filled = served
    return base + PAGES[name].format(**{key: getattr(filled, key) for key in filled.__slots__})


@pytest.mark.parametrize("name", PAGES)
def test_page(browser: Browser, served: Served, contexts: list[BrowserContext], scheme: str, name: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport=LAPTOP)  # type: ignore[arg-type]
    contexts.append(context)
    page = context.new_page()
    watched = Watched()
    watched.watch(page)
    page.goto(address(served, name))
    expect(page.locator("h1")).to_have_count(1)
    for details in page.locator("details").all():
        details.evaluate("element => { element.open = true }")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    for viewport in ({"width": 860, "height": 900}, {"width": 320, "height": 640}, PHONE):
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    if scheme == "light":  # the colours are the same at every width
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    assert watched.hosts == {served[0].split("/")[2]}
    assert watched.complaints == []


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_desk_to_the_words(
    browser: Browser, served: Served, contexts: list[BrowserContext], scripts: bool
) -> None:
    """What an editor does: desk, thread, a statement opened in place, its article, its claim."""
    context = browser.new_context(java_script_enabled=scripts, viewport=LAPTOP)  # type: ignore[arg-type]
    contexts.append(context)
    page = context.new_page()
    page.goto(address(served, "desk"))
    page.locator("table.threads tbody tr", has_text="harbour tunnel").click()
    expect(page.locator("h1")).to_contain_text("The harbour tunnel will open in November")
    statement = page.locator("details.statement").last
    expect(statement.locator(".report").first).not_to_be_visible()
    statement.locator("summary").click()
    expect(statement.locator(".report")).to_have_count(3)
    statement.locator(".report h3 a").first.click()
    expect(page.locator(".paragraph a.claim.direct").first).to_have_text("“The harbour tunnel will open in November,”")
    page.locator(".notes a").first.click()
    expect(page.locator("h1")).to_have_text(
        "“The harbour tunnel will open in November,” … “and it will open on budget.”"
    )
    page.locator("#q").fill("tunnel -budget")
    page.locator("#search button").click()
    expect(page.locator(".hit mark").first).to_have_text("tunnel")
    page.locator("select[name=outlet]").select_option(label="Westerholm Post")
    page.get_by_label("By word", exact=True).check()
    page.locator(".filters button").click()
    expect(page.locator(".hit")).to_have_count(1)
    expect(page.locator("#q")).to_have_value("tunnel -budget")


def test_by_keyboard_alone(browser: Browser, served: Served, contexts: list[BrowserContext]) -> None:
    """A slash leads to the search, the arrow-less way: typed, entered, tabbed to the first hit and opened."""
    contexts.append(context := browser.new_context(viewport=LAPTOP))  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address(served, "desk"))
    page.keyboard.press("/")
    page.keyboard.type("ferry fares / spring")
    expect(page.locator("#q")).to_have_value("ferry fares / spring")
    page.keyboard.press("Enter")
    expect(page.locator(".hit").first).to_be_visible()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.hit a.words') !== null"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Ferry fares will stay as they are")
