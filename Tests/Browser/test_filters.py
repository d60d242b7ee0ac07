"""The page and the command draw the line at the same rows: the rules of filters.js are those of `GraphFilter`."""

import re
import subprocess
import urllib.parse

import pytest

from conftest import ROOT, Visit

# What the command is asked, and what the address of the page says.
FILTERS = [
    (["family=companies"], "family=companies"),
    (["family=companies", "family=networks"], "family=companies&family=networks"),
    (["kind=association"], "kind=association"),
    (["kind=place"], "kind=place"),
    (["kind=person"], "kind=person"),
    (["form=economic_cooperation"], "form=economic_cooperation"),
    (["odd=8"], "odd=8"),
    (["year=2015-2019"], "from=2015&until=2019"),
    (["family=companies", "form=economic_cooperation"], "family=companies&form=economic_cooperation"),
    (["family=associations", "odd=8", "year=2010-2020"], "family=associations&odd=8&from=2010&until=2020"),
]


def rows(ids):
    return sorted(id for id in ids if id.startswith(("acteur_", "alliance_")))


@pytest.mark.parametrize("asked, address", FILTERS)
def test_leaves_the_rows_that_the_command_leaves(visits, program, tmp_path, asked, address):
    picture = tmp_path / "map.svg"
    options = [word for condition in asked for word in ("--filter", condition)]
    subprocess.run(
        [program, "map", ROOT / "Graphs/valence-romans", "--kind", "network", "--output", picture, *options],
        check=True, timeout=60)
    drawn = rows(set(re.findall(r'<g id="([^"]+)"', picture.read_text(encoding="utf-8"))))
    page = visits().picture(f"#{address}")
    bright = page.locator(".paper svg g.row:not(.faded)").evaluate_all("elements => elements.map(element => element.id)")
    assert rows(bright) == drawn and drawn


def test_tells_rows_apart_whose_ids_differ_in_punctuation_only(browser, program, tmp_path):
    graph = tmp_path / "graph"
    graph.mkdir()
    ids = ["a-b", "a_b", "a.b"]
    (graph / "actors.csv").write_text("id,name,kind\n" + "".join(f"{id},Acteur {id},association\n" for id in ids))
    (graph / "alliances.csv").write_text("id,title\nx,Charte\n")
    (graph / "parties.csv").write_text("alliance,actor,role\n" + "".join(f"x,{id},\n" for id in ids))
    output = tmp_path / "page.html"
    subprocess.run([program, "publish", graph, "--output", output], check=True, timeout=60)
    visit = Visit(browser, output.as_uri(), {})
    try:
        for id in ids:
            page = visit.picture("#")
            page.locator(".paper svg g.row").filter(has_text=f"Acteur {id}").first.click()
            assert urllib.parse.parse_qs(page.url.split("#")[1])["sel"] == [f"actor:{id}"]
        assert visit.errors == []
    finally:
        visit.context.close()
