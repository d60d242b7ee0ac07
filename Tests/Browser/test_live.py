"""Journeys through the live explorer: a server over a copy of a graph, decisions kept in its folder."""

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import urllib.error
import urllib.parse
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import DESKTOP, PHONE, ROOT, Visit
from playwright.sync_api import expect

TOKEN = "0123456789abcdef"


class Server:
    """`maillage explore` over a copy of a graph."""

    def __init__(self, program, folder, *options):
        self.folder = folder
        self.process = subprocess.Popen(
            [program, "explore", folder, "--no-open", "--date", "2026-03-14", *options], stdout=subprocess.PIPE, text=True,
            stderr=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "fr_FR.UTF-8"})
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith("http://"), "the server did not start"

    def decisions(self):
        path = self.folder / "decisions.csv"
        if not path.exists():
            return []
        with open(path, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def stop(self, how=signal.SIGINT):
        self.process.send_signal(how)
        return self.process.wait(timeout=20)


@pytest.fixture(scope="module")
def server(program, tmp_path_factory):
    folder = tmp_path_factory.mktemp("live") / "valence-romans"
    shutil.copytree(ROOT / "Graphs/valence-romans", folder)
    one = Server(program, folder)
    yield one
    assert one.stop() == 0


@pytest.fixture
def live(browser, server):
    """Visits to the server; each ends without an error on the page and without a request elsewhere."""
    made = []

    def visit(options=DESKTOP, **more):
        made.append(Visit(browser, server.address, {**options, **more}))
        return made[-1]

    yield visit
    for one in made:
        one.context.close()
        assert one.errors == []
        assert [url for url in one.requests if not url.startswith((server.address, "blob:", "data:"))] == []


def first_pair(page):
    """Opens the first missing partnership of the list."""
    name = page.locator(".ranked .row-link").first.text_content()
    page.locator(".ranked .row-link").first.click()
    expect(page.locator("#card")).to_contain_text("Pourquoi ces deux-là")
    return name


def download(page, entry):
    page.locator(".menu summary").click()
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name=entry).click()
    return waiting.value


def test_shows_the_network_like_the_published_page(live):
    page = live().picture()
    assert page.locator(".paper svg g.row").count() > 60
    assert page.title().startswith("Réseau")


@pytest.mark.parametrize("tab", ["Territoire", "Récit"])
def test_other_pictures_come_from_the_server(live, tab):
    page = live().picture()
    page.get_by_role("link", name=tab).click()
    page.locator(".paper svg g.row").first.wait_for(timeout=30_000)


def test_set_aside_with_a_reason_and_undo(live, server):
    page = live().picture("#tab=missing")
    name = first_pair(page)
    page.get_by_label("Raison (facultative)").fill("concurrents, « vu » ; non")
    page.get_by_role("button", name="Écarter").click()
    expect(page.locator(".toast")).to_contain_text("Écarté")
    expect(page.locator("#card")).to_be_hidden()
    expect(page.locator(".ranked .row-link").first).not_to_have_text(name)
    [row] = server.decisions()
    assert (row["verdict"], row["reason"], row["date"]) == ("set_aside", "concurrents, « vu » ; non", "2026-03-14")
    page.locator(".toast").get_by_role("button", name="Annuler").click()
    expect(page.locator(".ranked .row-link").first).to_have_text(name)
    assert server.decisions() == []


def test_accept_is_kept_after_a_reload_and_undone_from_the_list(live, server):
    page = live().picture("#tab=missing")
    name = first_pair(page)
    page.get_by_role("button", name="Retenir").click()
    expect(page.locator(".toast")).to_contain_text("Retenu")
    page.reload()
    page.wait_for_selector(".ranked")
    assert name not in page.locator(".ranked .row-link").all_text_contents()
    assert [row["verdict"] for row in server.decisions()] == ["accepted"]
    page.locator(".missing").get_by_role("button", name="Annuler la dernière décision").click()
    expect(page.locator(".ranked .row-link").first).to_have_text(name)
    expect(page.locator(".missing").get_by_role("button", name="Annuler la dernière décision")).to_have_count(0)
    assert server.decisions() == []


def test_exists_already_with_the_keyboard_alone(live, server):
    page = live().picture("#tab=missing")
    page.locator(".ranked .row-link").first.focus()
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Existe déjà":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#live")).to_contain_text("existant")
    assert [row["verdict"] for row in server.decisions()] == ["exists"]
    page.locator(".toast .undo").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#live")).to_contain_text("annulée")
    assert server.decisions() == []


def test_two_decisions_are_undone_one_by_one(live, server):
    page = live().picture("#tab=missing")
    for verdict in ["Retenir", "Écarter"]:
        first_pair(page)
        page.get_by_role("button", name=verdict).click()
        expect(page.locator("#card")).to_be_hidden()
    assert len(server.decisions()) == 2
    undo = page.locator(".missing").get_by_role("button", name="Annuler la dernière décision")
    undo.click()
    expect(page.locator(".toast")).to_contain_text("annulée")
    assert [row["verdict"] for row in server.decisions()] == ["accepted"]
    undo.click()
    expect(undo).to_have_count(0)
    assert server.decisions() == []


def test_filters_can_be_drawn_alone(live):
    page = live().picture()
    expect(page.get_by_label("Ne dessiner que cette vue")).to_be_hidden()
    whole = page.locator(".paper svg g.row").count()
    page.get_by_role("checkbox", name="Innovation sociétale").check()
    page.get_by_label("Ne dessiner que cette vue").check()
    page.wait_for_function("n => { const m = document.querySelectorAll('.paper svg g.row').length; return m > 0 && m < n }", arg=whole)
    assert page.locator(".paper svg g.row.faded").count() == 0
    assert "only=1" in page.url
    page.go_back()
    page.wait_for_function("n => document.querySelectorAll('.paper svg g.row').length === n", arg=whole)
    assert "only=1" not in page.url


def test_steps_around_an_actor_can_be_drawn_alone(live):
    page = live().picture("#sel=actor:adie&focus=1&only=1")
    ids = page.locator(".paper svg g.row").evaluate_all("rows => rows.map((row) => row.id)")
    assert "acteur_adie" in ids and 3 < len(ids) < 20


def test_a_filter_that_leaves_nothing_says_so(live):
    visit = live()
    page = visit.open("#only=1&relation=membership&form=societal_innovation&from=1200&until=1201")
    expect(page.locator("#view")).to_be_visible()
    page.get_by_role("button", name="Tout effacer").click()
    page.locator(".paper svg g.row").first.wait_for(timeout=20_000)
    visit.errors.clear()


@pytest.mark.parametrize("entry,start", [("Carte avec légende (PDF)", b"%PDF"), ("Carte avec légende (PNG)", b"\x89PNG"), ("Carte avec légende (SVG)", b"<?xml")])
def test_downloads_the_map_of_the_view(live, entry, start):
    page = live().picture("#family=companies")
    file = download(page, entry)
    content = open(file.path(), "rb").read()
    assert content.startswith(start) and file.suggested_filename.startswith("valence-romans-network.")
    expect(page.locator(".toast")).to_contain_text("Fichier prêt")


def test_downloads_the_missing_partnerships_as_a_map(live):
    page = live().picture("#tab=missing")
    content = open(download(page, "Carte avec légende (SVG)").path(), encoding="utf-8").read()
    assert "kind=manques" in content and "acteur_boldrini" in content


def test_downloads_a_report_of_the_view(live):
    page = live().picture("#form=societal_innovation")
    file = download(page, "Rapport de cette vue")
    content = open(file.path(), encoding="utf-8").read()
    assert file.suggested_filename == "valence-romans-network-rapport.html" and "une partie" in content
    assert "<script" not in content


def test_downloads_the_sheet_of_the_selected_actor(live):
    page = live().picture("#sel=actor:adie")
    assert "Adie</h1>" in open(download(page, "Rapport de cette vue").path(), encoding="utf-8").read()


def test_downloads_tables_without_the_server(live):
    page = live().open("#tab=data&family=companies")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Acteurs (CSV)").click()
    assert "Boldrini" in open(waiting.value.path(), encoding="utf-8-sig").read()


def test_menu_closes_with_escape(live):
    page = live().picture()
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Carte avec légende (PDF)")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Carte avec légende (PDF)")).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_back_button_walks_back_over_views(live):
    page = live().picture()
    page.get_by_role("link", name="Manques").click()
    first_pair(page)
    page.go_back()
    expect(page.locator("#card")).to_be_hidden()
    page.go_back()
    expect(page.get_by_role("link", name="Réseau")).to_have_attribute("aria-current", "page")


def test_decides_on_a_phone(live, server):
    page = live(PHONE).open("#tab=missing")
    page.locator(".ranked .row-link").first.tap()
    page.get_by_role("button", name="Écarter").tap()
    expect(page.locator(".toast")).to_contain_text("Écarté")
    page.locator(".toast .undo").tap()
    expect(page.locator(".toast")).to_contain_text("annulée")
    assert server.decisions() == []


@pytest.mark.parametrize("options", [DESKTOP, PHONE, {**DESKTOP, "color_scheme": "dark"}], ids=["desktop", "phone", "dark"])
def test_axe_finds_nothing_in_a_decision(live, options):
    page = live(options).open("#tab=missing")
    page.locator(".ranked .row-link").first.click()
    page.get_by_label("Raison (facultative)").wait_for()
    page.locator(".menu summary").click()
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()


def test_policy_lets_only_the_servers_own_script_run(live):
    visit = live()
    page = visit.picture()
    outcome = page.evaluate("""async () => {
      const script = document.createElement('script');
      script.textContent = 'window.wasRun = true';
      document.body.append(script);
      const other = await fetch('https://example.org/').then(() => 'sent', () => 'stopped');
      return [window.wasRun === true, other];
    }""")
    assert outcome == [False, "stopped"]
    visit.errors.clear()


def test_another_page_can_neither_read_nor_decide(live, server, browser, tmp_path):
    page = browser.new_context().new_page()
    outer = tmp_path / "outer.html"
    outer.write_text(f"""<iframe src="{server.address}"></iframe>""")
    page.goto(outer.as_uri())
    outcome = page.evaluate("""async (address) => {
      const read = await fetch(address + 'api/graph').then(() => 'read', () => 'stopped');
      await fetch(address + 'api/decisions', { method: 'POST', mode: 'no-cors', body: '{"verdict":"accepted","subjects":["adie","crepi"]}' }).catch(() => {});
      return read;
    }""", server.address)
    assert outcome == "stopped"
    assert page.frames[1].locator("#filters").count() == 0
    assert server.decisions() == []
    page.context.close()


def test_the_first_picture_is_the_one_that_the_server_has_prepared(live):
    source = (ROOT / "Sources/Explorer/Server/ExplorerService.swift").read_text()
    prepared = re.search(r'firstPictureTarget = "(.+)"', source)[1]
    visit = live()
    visit.picture()
    assert [request for request in visit.requests if "/api/picture" in request] == [visit.address.rstrip("/") + prepared]


def test_filters_of_page_and_server_leave_the_same(live, server):
    """The rules of filters.js against those of GraphFilter: the rows that each leaves, for each value of each facet."""
    page = live().picture()
    content = json.load(urllib.request.urlopen(server.address + "api/graph"))
    actors, alliances = content["actors"], content["alliances"]
    some = lambda rows, key: sorted({value for row in rows for value in (row.get(key) if isinstance(row.get(key), list) else [row.get(key)]) if value not in (None, [])}, key=str)
    cases = [f"family={v}" for v in some(actors, "family")] + [f"kind={v}" for v in some(actors, "kind")]
    cases += [f"place={v}" for v in some(actors, "place")] + [f"form={v}" for v in some(alliances, "forms")]
    cases += [f"relation={v}" for v in some(alliances, "relation")] + [f"status={v}" for v in some(alliances, "status")]
    cases += [f"theme={v}" for v in some(alliances, "themes")[:4]] + [f"odd={v}" for v in some(alliances, "odd")[:4]]
    cases += [f"epci={p['id']}" for p in content["places"] if p.get("level") == "epci"]
    cases += ["from=2015", "until=2010", "from=2012&until=2016", "family=companies&family=networks&odd=8", "kind=programme&form=societal_innovation",
              "family=companies&from=2019", "sel=actor:adie&focus=1", "sel=actor:adie&focus=2", "sel=actor:adie&to=groupe_archer"]
    shape = lambda id: re.sub(r"[^A-Za-z0-9]", "_", id)
    for case in cases:
        case = urllib.parse.urlencode(urllib.parse.parse_qsl(case))
        # A new page for each: nothing of the case before is left.
        page.goto("about:blank")
        page.goto(server.address + "#" + case)
        page.locator(".paper svg g.row").first.wait_for()
        page.wait_for_function("document.querySelector('.paper').style.transform !== ''")
        bright = set(page.locator(".paper svg g.row:not(.faded)").evaluate_all("rows => rows.map((row) => row.id)"))
        words = page.evaluate("""async (hash) => {
          const query = new URLSearchParams();
          const words = new URLSearchParams(hash);
          for (const [name, value] of words) {
            if (['sel', 'focus', 'to', 'from', 'until'].includes(name)) continue;
            query.append('filter', `${name === 'place' ? 'commune' : name}=${value}`);
          }
          if (words.has('from') || words.has('until')) query.append('filter', `year=${words.get('from') ?? 1000}-${words.get('until') ?? 2999}`);
          if (words.has('sel')) query.append('actor', words.get('sel').slice(6));
          if (words.has('focus')) query.append('steps', words.get('focus'));
          if (words.has('to')) query.append('to', words.get('to'));
          return query.toString();
        }""", case)
        picture = urllib.request.urlopen(f"{server.address}api/picture?kind=network&detail=names&frame=0&{words}").read().decode()
        drawn = set(re.findall(r'<g id="((?:acteur|objet|nom|alliance)_[^"]*)" class="node', picture))
        if "to=" in case:
            # A way shows its own actors; the map also names the other parties of its alliances.
            assert bright <= drawn, case
        else:
            assert bright == drawn, (case, bright ^ drawn)


def test_token_link_opens_the_page_and_nothing_else_does(program, browser, tmp_path):
    folder = tmp_path / "redon"
    shutil.copytree(ROOT / "Graphs/redon", folder)
    server = Server(program, folder, "--token", TOKEN)
    try:
        assert server.address.endswith(f"?token={TOKEN}")
        bare = server.address.split("?")[0]
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(bare + "api/graph")
        assert refused.value.code == 401
        visit = Visit(browser, server.address, DESKTOP)
        page = visit.page
        page.goto(server.address)
        page.locator(".paper svg g.row").first.wait_for(timeout=30_000)
        assert TOKEN not in page.url
        [cookie] = visit.context.cookies()
        assert cookie["httpOnly"] and cookie["sameSite"] == "Strict"
        assert page.evaluate("document.cookie") == ""
        visit.context.close()
    finally:
        assert server.stop(signal.SIGTERM) == 0


def test_tables_without_a_package_show_everything_and_decide_nothing(program, browser, tmp_path):
    """Loose tables are no data package: the page says how to make one."""
    folder = tmp_path / "tables"
    folder.mkdir()
    for name in ["actors.csv", "alliances.csv", "parties.csv"]:
        shutil.copy(ROOT / "Graphs/redon" / name, folder)
    server = Server(program, folder)
    try:
        visit = Visit(browser, server.address, DESKTOP)
        page = visit.picture("#tab=missing")
        expect(page.locator(".missing")).to_contain_text("maillage import")
        page.locator(".ranked .row-link").first.click()
        expect(page.get_by_role("button", name="Retenir")).to_have_count(0)
        visit.context.close()
    finally:
        assert server.stop() == 0


def test_page_says_when_the_server_has_stopped(program, browser, tmp_path):
    folder = tmp_path / "redon"
    shutil.copytree(ROOT / "Graphs/redon", folder)
    server = Server(program, folder)
    visit = Visit(browser, server.address, DESKTOP)
    page = visit.picture("#tab=missing")
    page.locator(".ranked .row-link").first.click()
    assert server.stop() == 0
    page.get_by_role("button", name="Retenir").click()
    expect(page.locator(".toast")).to_contain_text("maillage explore")
    visit.context.close()
