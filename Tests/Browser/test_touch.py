"""Journeys with fingers on a telephone 360 pixels wide."""

from conftest import PHONE
from playwright.sync_api import expect
from test_mouse import place


def fingers(page):
    """Sends touches of one hand: touch("touchStart", [(x, y)])."""
    session = page.context.new_cdp_session(page)
    return lambda kind, points: session.send("Input.dispatchTouchEvent", {
        "type": kind, "touchPoints": [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]})


def test_nothing_is_wider_than_the_screen(visits):
    for tab in ["network", "territory", "timeline", "missing", "measures", "news", "data"]:
        page = visits(PHONE).open(f"#tab={tab}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, tab


def test_tap_opens_the_card_from_below(visits):
    visit = visits(PHONE)
    page = visit.picture()
    visit.node("acteur_groupe_archer").tap()
    expect(page.locator("#card h2")).to_have_text("Groupe Archer")
    box = page.locator("#card").bounding_box()
    assert box["y"] > 200 and box["width"] >= 359


def test_one_finger_moves_the_picture(visits):
    page = visits(PHONE).picture()
    before = place(page)
    box = page.locator(".stage").bounding_box()
    x, y = box["x"] + 60, box["y"] + 60
    touch = fingers(page)
    touch("touchStart", [(x, y)])
    for step in range(1, 6):
        touch("touchMove", [(x + 14 * step, y + 8 * step)])
    touch("touchEnd", [])
    page.wait_for_timeout(300)
    after = place(page)
    assert after[0] - before[0] > 40 and after[1] - before[1] > 20


def test_two_fingers_enlarge(visits):
    page = visits(PHONE).picture()
    before = place(page)[2]
    box = page.locator(".stage").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = fingers(page)
    touch("touchStart", [(x - 20, y), (x + 20, y)])
    for spread in range(30, 100, 10):
        touch("touchMove", [(x - spread, y), (x + spread, y)])
    touch("touchEnd", [])
    page.wait_for_timeout(300)
    assert place(page)[2] > before * 2


def test_filters_unfold(visits):
    page = visits(PHONE).picture()
    box = page.get_by_role("checkbox", name="Entreprises")
    expect(box).to_be_hidden()
    page.locator(".filters > summary").tap()
    box.tap()
    assert page.locator(".paper .row.faded").count() > 10


def test_tabs_scroll_to_the_one_that_is_open(visits):
    page = visits(PHONE).open("#tab=data")
    box = page.get_by_role("link", name="Données").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 361


def test_card_can_be_closed_with_a_finger(visits):
    page = visits(PHONE).picture("#sel=actor:adie")
    page.get_by_role("button", name="Fermer la fiche").tap()
    expect(page.locator("#card")).to_be_hidden()
