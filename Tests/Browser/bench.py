"""Times the explorer in a real Chromium and under `wrk`, each beside a baseline in the same run.

    bench.py PROGRAM BENCH_PROGRAM      (make bench-explorer)

Every figure is a median. Baselines: a page with one small picture for what the browser itself takes, a static file of
the same bytes from nginx for what a server can answer on this machine. Nothing here fails on a time: it prints a table.
"""

import json
import pathlib
import re
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from playwright.sync_api import sync_playwright

from conftest import ROOT, launched

PORT = 18231
BLANK = '<!doctype html><meta charset="utf-8"><title>-</title><div class="frame"><svg viewBox="0 0 9 9"><text y="9">é</text></svg></div>'
# When the first picture is painted, and when the main thread first rests after it.
WATCH = """
new MutationObserver((_, watch) => {
  if (!document.querySelector('.frame svg')) return;
  watch.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.painted = performance.now(); requestIdleCallback(() => { window.rested = performance.now(); }); }));
}).observe(document, { childList: true, subtree: true });
"""
# From the event to the frame that shows its effect.
TIME = """async (act) => {
  const start = performance.now();
  act();
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return performance.now() - start;
}"""


def row(what, value, goal="", beside=""):
    print(f"{what:58} {value:>16} {goal:>14}  {beside}", flush=True)


class Server:
    """`maillage explore` on a graph, from the command on."""

    def __init__(self, program, graph):
        self.start = time.perf_counter()
        self.process = subprocess.Popen(
            [program, "explore", graph, "--port", str(PORT), "--no-open"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.address = f"http://127.0.0.1:{PORT}/"
        while True:
            try:
                socket.create_connection(("127.0.0.1", PORT)).close()
                return
            except OSError:
                assert self.process.poll() is None, "the explorer stopped"
                time.sleep(0.005)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    @property
    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def read(self, path, timeout=300):
        return urllib.request.urlopen(self.address + path, timeout=timeout).read()


def opened(browser, address, throttling=1):
    """A page, and [painted, rested] in milliseconds from its navigation."""
    page = browser.new_page(viewport={"width": 1366, "height": 768}, bypass_csp=True)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttling})
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.rested", timeout=300_000)
    return page, page.evaluate("[window.painted, window.rested]")


def openings(browser, addresses, throttling, repeats=7):
    """The medians of each address, opened in turn."""
    times = {address: [] for address in addresses}
    for _ in range(repeats):
        for address in addresses:
            page, both = opened(browser, address, throttling)
            times[address].append(both)
            page.close()
    return [[round(statistics.median(column)) for column in zip(*times[address])] for address in addresses]


def first_pictures(browser, program):
    for graph in sorted((ROOT / "Graphs").iterdir()):
        times = []
        for _ in range(5):
            # A browser that is open already, as people's are.
            page = browser.new_page()
            with Server(program, graph) as server:
                page.goto(server.address, wait_until="commit")
                page.wait_for_selector(".frame svg", timeout=60_000)
                times.append(time.perf_counter() - server.start)
            page.close()
        row(f"first picture after the command, {graph.name}", f"{statistics.median(times):.2f} s", "< 1 s")


def requests_per_second(address):
    text = subprocess.run(["wrk", "-t1", "-c32", "-d5s", address], capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in text, text
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))


def cards(program, graph, folder):
    """Reads of a card, beside nginx with the same bytes as a file; memory; many connections at once."""
    with Server(program, graph) as server:
        actor = json.loads(server.read("api/graph"))["actors"][0]["id"]
        path = f"api/actors/{actor}"
        (folder / "card.json").write_bytes(server.read(path))
        settings = folder / "nginx.conf"
        settings.write_text(
            f"worker_processes 2; pid {folder}/nginx.pid; error_log {folder}/error.log; events {{}} http {{ access_log off; "
            f"default_type application/json; server {{ listen 127.0.0.1:{PORT + 1}; root {folder}; }} }}")
        baseline = subprocess.Popen(["nginx", "-c", settings, "-g", "daemon off;"])
        time.sleep(0.5)
        ours, theirs = [], []
        for _ in range(3):
            ours.append(requests_per_second(server.address + path))
            theirs.append(requests_per_second(f"http://127.0.0.1:{PORT + 1}/card.json"))
        baseline.terminate()
        baseline.wait()
        ours, theirs = statistics.median(ours), statistics.median(theirs)
        row("card reads per second, 1,500 actors", f"{ours:.0f}", ">= 5000", f"nginx, same bytes as a file: {theirs:.0f} ({ours / theirs:.2f})")
        time.sleep(5)
        row("memory at rest, 1,500 actors", f"{server.memory:.0f} MB", "< 150 MB")
        connections(server, path)


def connections(server, path):
    """Ten thousand connections that say nothing: they are bounded, and a request beside them is answered."""
    wanted = min(10_000, resource.getrlimit(resource.RLIMIT_NOFILE)[1] - 200)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted + 200, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    silent = []
    for _ in range(wanted):
        try:
            silent.append(socket.create_connection(("127.0.0.1", PORT), timeout=2))
        except OSError:
            break
    row(f"an answer beside {len(silent)} silent connections", answer(server, path), "", f"memory {server.memory:.0f} MB")
    for one in silent:
        one.close()
    time.sleep(1)
    row("the same when they have left", answer(server, path))


def answer(server, path):
    """The status of an answer (503 when the server is full), and how long it took."""
    start = time.perf_counter()
    try:
        server.read(path)
        status = 200
    except urllib.error.HTTPError as error:
        status = error.code
    return f"{status}, {(time.perf_counter() - start) * 1000:.0f} ms"


def large(browser, program, graph):
    """Keys of a search and filters on 50,000 actors, once the ranking is done."""
    with Server(program, graph) as server:
        page, _ = opened(browser, server.address)
        page.wait_for_function("document.querySelectorAll('.facets [data-value]').length > 0", timeout=300_000)
        server.read("api/missing", timeout=900)
        page.wait_for_timeout(8000)
        page.evaluate(f"window.timed = {TIME}; 0")
        keys = [
            page.evaluate("""(text) => timed(() => {
              const input = document.getElementById('search');
              input.value = text;
              input.dispatchEvent(new Event('input', { bubbles: true }));
            })""", "association de v"[: end + 1]) for end in range(16)]
        page.evaluate("document.getElementById('search').value = ''")
        filters = [
            page.evaluate("""(place) => timed(() => {
              const boxes = [...document.querySelectorAll('.facets input[type=checkbox]')].filter((box) => box.offsetParent);
              boxes[place % boxes.length].click();
            })""", place) for place in range(8)]
        row("a key of a search, 50,000 actors: median (most)", f"{statistics.median(keys):.0f} ({max(keys):.0f}) ms", "< 30 ms")
        row("a filter, 50,000 actors: median (most)", f"{statistics.median(filters):.0f} ({max(filters):.0f}) ms", "< 300 ms")
        page.close()


def main(program, bench):
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = pathlib.Path(name)
        # nginx drops its rights: its folder must be open to all.
        folder.chmod(0o755)
        browser = launched(playwright)
        for actors, alliances in ((1500, 5000), (50_000, 100_000)):
            subprocess.run([bench, "generate", str(actors), folder / str(actors), str(alliances)], check=True, stdout=subprocess.DEVNULL)
        first_pictures(browser, program)
        cards(program, folder / "1500", folder)
        large(browser, program, folder / "50000")
        start = time.perf_counter()
        page = folder / "page.html"
        subprocess.run([program, "publish", folder / "1500", "--output", page], check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        row("publish, 1,500 actors", f"{time.perf_counter() - start:.0f} s", "", f"{page.stat().st_size / 1e6:.2f} MB (limit 6)")
        (folder / "blank.html").write_text(BLANK)
        ours, blank = openings(browser, [page.as_uri(), (folder / "blank.html").as_uri()], throttling=4)
        row("its page at 4x: picture painted", f"{ours[0] / 1000:.2f} s", "< 2 s", f"an empty page: {blank[0] / 1000:.2f} s")
        row("its page at 4x: main thread at rest", f"{ours[1] / 1000:.2f} s", "< 2 s", f"an empty page: {blank[1] / 1000:.2f} s")
        browser.close()


if __name__ == "__main__":
    main(*(pathlib.Path(argument).resolve() for argument in sys.argv[1:3]))
