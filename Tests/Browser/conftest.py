"""What the journeys share: a published page, and Chromium in the shapes that people use it in.

`MAILLAGE` names the program (default `.build/release/maillage`), `CHROMIUM` the browser (default the one on the PATH).
A journey that fails leaves a screenshot in `Tests/Browser/failures/`.
"""

import os
import pathlib
import shutil
import subprocess

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
FAILURES = pathlib.Path(__file__).resolve().parent / "failures"

DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="session")
def program():
    path = pathlib.Path(os.environ.get("MAILLAGE", ROOT / ".build/release/maillage")).resolve()
    assert path.exists(), f"{path} is missing: make release"
    return path


@pytest.fixture(scope="session")
def published(program, tmp_path_factory):
    """The explorer of Valence Romans as one file."""
    page = tmp_path_factory.mktemp("published") / "valence-romans.html"
    subprocess.run([program, "publish", ROOT / "Graphs/valence-romans", "--output", page], check=True, timeout=300)
    return page


def launched(playwright):
    """A Chromium of this machine."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "no Chromium: apt-get install chromium"
    # Root in a container has no sandbox; the pages are our own.
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


class Visit:
    """One page in one shape of browser, with what went wrong on it and what it asked of the network."""

    def __init__(self, browser, address, options):
        self.context = browser.new_context(**options, accept_downloads=True)
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.address = address
        self.errors = []
        self.requests = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, hash=""):
        self.page.goto(self.address + hash)
        self.page.wait_for_selector("#filters .facets", state="attached")
        return self.page

    def picture(self, hash=""):
        """Opens a view with a picture and waits until it stands."""
        page = self.open(hash)
        page.wait_for_selector(".paper svg g.row")
        page.wait_for_function("document.querySelector('.paper').style.transform !== ''")
        return page

    def node(self, id):
        return self.page.locator(f".paper svg g#{id}")


@pytest.fixture
def visits(browser, published, request):
    """Makes visits; closes them, and keeps a screenshot of each when the journey failed."""
    made = []

    def visit(options=DESKTOP, **more):
        made.append(Visit(browser, published.as_uri(), {**options, **more}))
        return made[-1]

    yield visit
    report = getattr(request.node, "report", None)
    for number, one in enumerate(made):
        if report is not None and report.failed:
            FAILURES.mkdir(exist_ok=True)
            one.page.screenshot(path=FAILURES / f"{request.node.name}-{number}.png")
        one.context.close()
    for one in made:
        assert one.errors == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.when == "call":
        item.report = report
    return report
