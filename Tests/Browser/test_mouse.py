"""Journeys with a mouse on a desktop."""

import base64
import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
import zlib

from playwright.sync_api import expect


def place(page):
    """The place of the picture: x, y and scale."""
    text = page.locator(".paper").evaluate("element => element.style.transform")
    return [float(number) for number in re.findall(r"-?[\d.]+", text)]


def card(page):
    return page.locator("#card")


def test_shows_every_actor_and_alliance_at_first(visits):
    visit = visits()
    page = visit.picture()
    content = json.loads(zlib.decompress(base64.b64decode(page.locator("#data").text_content())))
    shown = page.locator(".paper svg g.row").evaluate_all("elements => elements.map(element => element.id)")
    assert len([id for id in shown if id.startswith("acteur_")]) == len(content["actors"])
    assert len([id for id in shown if id.startswith("alliance_")]) == len(content["alliances"])


def test_click_on_an_actor_opens_its_card(visits):
    visit = visits()
    page = visit.picture()
    visit.node("acteur_adie").click()
    expect(card(page).locator("h2")).to_have_text("Adie")
    expect(card(page)).to_contain_text("Alliances (2)")
    expect(card(page)).to_contain_text("Sources")
    assert "sel=actor%3Aadie" in page.url


def test_click_on_an_alliance_shows_its_parties_with_roles(visits):
    visit = visits()
    page = visit.picture("#sel=actor:adie")
    card(page).locator(".rows button").first.click()
    expect(card(page).locator(".kicker")).to_contain_text("Alliance")
    expect(card(page)).to_contain_text("Parties (")
    assert card(page).locator(".rows li").count() >= 2


def test_click_on_paper_clears_the_selection(visits):
    visit = visits()
    page = visit.picture("#sel=actor:adie")
    expect(card(page)).to_be_visible()
    page.locator(".stage").click(position={"x": 5, "y": 5})
    expect(card(page)).to_be_hidden()


def test_cross_closes_the_card(visits):
    page = visits().picture("#sel=actor:adie")
    card(page).get_by_role("button", name="Fermer la fiche").click()
    expect(card(page)).to_be_hidden()


def test_wheel_enlarges_around_the_pointer(visits):
    visit = visits()
    page = visit.picture()
    before = place(page)
    box = visit.node("acteur_adie").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(300)
    after = visit.node("acteur_adie").bounding_box()
    assert place(page)[2] > before[2] * 1.3
    assert abs(after["x"] + after["width"] / 2 - box["x"] - box["width"] / 2) < 3
    assert "z=" in page.url


def test_drag_moves_and_does_not_select(visits):
    visit = visits()
    page = visit.picture()
    before = place(page)
    box = visit.node("acteur_adie").bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 105, box["y"] + 60, steps=5)
    page.mouse.up()
    after = place(page)
    assert abs(after[0] - before[0] - 100) < 8 and abs(after[1] - before[1] - 50) < 8
    expect(card(page)).to_be_hidden()


def test_buttons_zoom_and_show_all(visits):
    page = visits().picture()
    before = place(page)
    page.get_by_role("button", name="Agrandir").click()
    assert place(page)[2] > before[2]
    page.get_by_role("button", name="Réduire").click()
    page.get_by_role("button", name="Tout voir").click()
    assert abs(place(page)[2] - before[2]) < 0.01


def test_hover_shows_what_is_near(visits):
    visit = visits()
    page = visit.picture()
    visit.node("acteur_adie").hover()
    assert page.locator(".paper .near").count() >= 4
    page.mouse.move(2, 2)
    expect(page.locator(".paper .near")).to_have_count(0)


def test_search_ignores_accents_and_case(visits):
    page = visits().picture()
    page.get_by_role("combobox").fill("CREATION DE POLE")
    expect(page.get_by_role("option")).to_have_count(1)
    page.get_by_role("option").click()
    expect(card(page).locator("h2")).to_have_text("Création de Pôle Sud")


def test_search_says_when_there_is_nothing(visits):
    page = visits().picture()
    page.get_by_role("combobox").fill("zzzz")
    expect(page.locator("#results")).to_contain_text("Rien de ce nom")


def test_filter_fades_the_rest_and_counts(visits):
    visit = visits()
    page = visit.picture()
    page.get_by_label("Savoirs").check()
    expect(visit.node("acteur_adie")).to_have_class(re.compile("faded"))
    expect(page.locator(".summary").first).to_contain_text("sur 43")
    assert "family=knowledge" in page.url


def test_filters_combine_and_reset_at_once(visits):
    visit = visits()
    page = visit.picture()
    page.get_by_role("checkbox", name="Entreprises").check()
    page.get_by_label("Innovation sociétale").check()
    faded = page.locator(".paper .row.faded").count()
    assert faded > 20
    page.get_by_role("button", name="Tout effacer").click()
    expect(page.locator(".paper .row.faded")).to_have_count(0)
    expect(page.get_by_role("button", name="Tout effacer")).to_be_hidden()
    assert "family" not in page.url


def test_count_beside_a_value_is_what_it_shows(visits):
    page = visits().picture()
    row = page.locator("label", has_text="Pratiques responsables")
    wanted = int(row.locator(".count").text_content())
    row.locator("input").check()
    expect(page.locator(".summary").first).to_contain_text(f"et {wanted} alliance")


def test_period_leaves_alliances_of_those_years(visits):
    page = visits().open("#tab=data&table=alliances")
    page.locator("summary", has_text="Période").click()
    page.get_by_label("À partir de l’année").fill("2019")
    page.get_by_label("À partir de l’année").press("Enter")
    rows = page.locator("tbody tr")
    expect(rows.first).to_be_visible()
    dates = rows.locator("td:nth-child(2)").all_text_contents()
    assert dates and all("2019" in date for date in dates)


def test_focus_on_one_and_two_steps(visits):
    visit = visits()
    page = visit.picture("#sel=actor:adie")
    page.get_by_role("button", name="À 1 pas").click()
    one = page.locator(".paper .row:not(.faded)").count()
    page.get_by_role("button", name="À 2 pas").click()
    two = page.locator(".paper .row:not(.faded)").count()
    page.get_by_role("button", name="Tout le réseau").click()
    everything = page.locator(".paper .row:not(.faded)").count()
    assert 3 < one < two < everything


def test_path_between_two_actors(visits):
    visit = visits()
    page = visit.picture("#sel=actor:adie")
    page.get_by_label("Chemin vers un autre acteur").select_option(label="Coorace")
    steps = card(page).locator(".way li")
    expect(steps.first).to_contain_text("Adie")
    expect(steps.last).to_contain_text("Coorace")
    expect(visit.node("acteur_coorace")).not_to_have_class(re.compile("faded"))
    expect(visit.node("acteur_milemil")).to_have_class(re.compile("faded"))


def test_back_button_undoes_steps(visits):
    visit = visits()
    page = visit.picture()
    visit.node("acteur_adie").click()
    page.get_by_role("link", name="Données").click()
    expect(page.locator("table")).to_be_visible()
    page.go_back()
    page.wait_for_selector(".paper svg g.row")
    expect(card(page).locator("h2")).to_have_text("Adie")
    page.go_back()
    expect(card(page)).to_be_hidden()


def test_address_shows_a_colleague_the_same(visits):
    first = visits()
    page = first.picture("#sel=actor:adie")
    page.get_by_role("checkbox", name="Entreprises").check()
    page.get_by_role("button", name="Agrandir").click()
    page.wait_for_timeout(400)
    second = visits()
    copy = second.picture(page.url[page.url.index("#"):])
    assert all(abs(a - b) < 1 for a, b in zip(place(copy), place(page)))
    expect(copy.locator("#card h2")).to_have_text("Adie")
    expect(copy.get_by_role("checkbox", name="Entreprises")).to_be_checked()


def test_wrong_address_is_no_fault(visits):
    page = visits().picture("#tab=nothing&sel=actor:nobody&z=a,b,c&family=zzz&from=99999&cluster=-1")
    expect(card(page)).to_be_hidden()


def test_copies_the_link(visits):
    visit = visits()
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.picture("#sel=actor:adie")
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.locator(".toast")).to_be_visible()


def test_territory_opens_actors_and_places(visits):
    visit = visits()
    page = visit.picture("#tab=territory")
    visit.node("acteur_aire").click()
    expect(card(page).locator("h2")).to_have_text("AIRE")
    page.locator(".paper g[id^=lieu_]").first.click()
    expect(card(page).locator(".kicker")).to_contain_text("Lieu")


def test_timeline_opens_alliances(visits):
    visit = visits()
    page = visit.picture("#tab=timeline")
    page.locator(".paper g[id^=alliance_]").first.click()
    expect(card(page).locator(".kicker")).to_contain_text("Alliance")


def test_missing_partnerships_give_reasons_with_rows(visits):
    page = visits().picture("#tab=missing")
    assert page.locator(".paper line.pair").count() >= 5
    page.locator(".ranked .row-link").first.click()
    expect(card(page)).to_contain_text("Pourquoi ces deux-là")
    card(page).locator("details summary").first.click()
    assert card(page).locator("details[open] .row-link").count() >= 1
    expect(page.locator(".paper line.pair.selected")).to_have_count(1)


def test_missing_partnerships_of_one_actor(visits):
    page = visits().picture("#tab=missing")
    page.locator(".fields select").first.select_option(label="Boldrini")
    rows = page.locator(".ranked .row-link").all_text_contents()
    assert rows and all("Boldrini" in row for row in rows)


def test_measures_name_the_rows_behind_each_finding(visits):
    page = visits().open("#tab=measures")
    finding = page.locator(".findings > li").first
    finding.locator("summary").click()
    finding.locator(".row-link").first.click()
    expect(card(page)).to_be_visible()


def test_bars_are_filters(visits):
    page = visits().open("#tab=measures")
    page.locator(".bars button", has_text="Innovation sociétale").click()
    assert "form=societal_innovation" in page.url


def test_news_are_newest_first(visits):
    page = visits().open("#tab=news")
    years = [int(re.search(r"\d{4}", text).group()) for text in page.locator(".news .kicker").all_text_contents()
             if re.search(r"\d{4}", text)]
    assert len(years) > 10 and years == sorted(years, reverse=True)


def test_tables_sort_both_ways(visits):
    page = visits().open("#tab=data")
    head = page.get_by_role("button", name="Alliances", exact=True).last
    head.click()
    numbers = [int(text) for text in page.locator("tbody td.number").all_text_contents()]
    assert numbers == sorted(numbers, reverse=True)
    head.click()
    numbers = [int(text) for text in page.locator("tbody td.number").all_text_contents()]
    assert numbers == sorted(numbers)


def download(page, name):
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return waiting.value


def test_downloads_follow_the_filters(visits):
    page = visits().open("#tab=data&family=companies")
    text = open(download(page, "Acteurs (CSV)").path(), encoding="utf-8-sig", newline="").read()
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 1 + 19 + 5  # a head, the companies, and the objects, which families do not touch
    content = json.load(open(download(page, "JSON").path(), encoding="utf-8"))
    assert len(content["actors"]) == 24


def test_graphml_is_well_formed_and_keeps_parties_as_one_object(visits):
    page = visits().open("#tab=data")
    tree = ElementTree.parse(download(page, "GraphML").path())
    space = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = tree.findall(f".//{space}node")
    assert len(nodes) == 43 + 23
    ids = {node.get("id") for node in nodes}
    assert all(edge.get("source") in ids and edge.get("target") in ids for edge in tree.findall(f".//{space}edge"))


def test_picture_downloads_as_svg_and_png(visits):
    page = visits().picture("#family=companies")
    page.locator(".menu summary").click()
    svg = ElementTree.parse(download(page, "SVG").path())
    assert any(element.get("opacity") == "0.12" for element in svg.iter())
    page.locator(".menu summary").click()
    with open(download(page, "PNG").path(), "rb") as file:
        assert file.read(8) == b"\x89PNG\r\n\x1a\n"
