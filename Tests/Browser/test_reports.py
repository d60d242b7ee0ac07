"""Reports for everyone: axe finds nothing, nothing is asked of the network, large pages open at once."""

import os
import pathlib
import subprocess
import time

import pytest
from axe_playwright_python.sync_playwright import Axe

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("MAILLAGE", ROOT / ".build/release/maillage")).resolve()
CASES = [("valence-romans", "news", []), ("redon", "territory", []), ("valence-romans", "actor", ["--for", "Groupe Archer"]),
         ("grand-figeac", "directory", []), ("economie-de-l-alliance", "story", []), ("redon", "news", ["--lang", "en", "--internal"])]


@pytest.mark.parametrize("graph,kind,options", CASES)
def test_report_is_for_everyone(browser, tmp_path, graph, kind, options):
    page_file = tmp_path / "page.html"
    command = [PROGRAM, "report", ROOT / "Graphs" / graph, "--kind", kind, "--output", page_file, *options]
    subprocess.run(command, check=True, timeout=300)
    page = browser.new_page()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(page_file.as_uri())
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    assert [url for url in requests if not url.startswith("data:")] == [page_file.as_uri()]
    page.close()


def test_large_directory_opens_at_once(browser):
    """`REPORT_PAGES`: a folder written by `maillage-bench report 1500 5000 --write`."""
    folder = os.environ.get("REPORT_PAGES")
    if not folder:
        pytest.skip("REPORT_PAGES names no folder")
    for file in sorted(pathlib.Path(folder).glob("*.html")):
        page = browser.new_page()
        start = time.monotonic()
        page.goto(file.as_uri(), wait_until="load")
        page.evaluate("document.body.offsetHeight")
        seconds = time.monotonic() - start
        print(f"{file.name}: {seconds:.2f} s")
        assert seconds < 2, f"{file.name}: {seconds:.2f} s"
        page.close()
