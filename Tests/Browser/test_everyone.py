"""The page for everyone: axe on every view, dark, 200 %, print, without motion, in a frame; and without a network."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import DESKTOP, PHONE
from playwright.sync_api import expect

VIEWS = ["", "#sel=actor:groupe_archer", "#twin=1", "#tab=territory", "#tab=timeline", "#tab=missing", "#tab=measures",
         "#tab=news", "#tab=data", "#sel=actor:adie&focus=1"]
ZOOMED = {"viewport": {"width": 720, "height": 450}, "device_scale_factor": 2}


@pytest.mark.parametrize("shape", ["desktop", "dark", "phone", "zoomed"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(visits, view, shape):
    options = {"desktop": DESKTOP, "dark": {**DESKTOP, "color_scheme": "dark"}, "phone": PHONE, "zoomed": ZOOMED}[shape]
    page = visits(options).open(view)
    page.wait_for_timeout(200)
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()


def test_asks_the_network_for_nothing(visits):
    visit = visits()
    page = visit.picture()
    for name in ["Territoire", "Récit", "Manques", "Indicateurs", "Actualités", "Données"]:
        page.get_by_role("link", name=name).click()
        page.wait_for_timeout(100)
    assert [url for url in visit.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert len([url for url in visit.requests if url.startswith("file:")]) == 1


def test_policy_stops_what_the_page_does_not_hold(visits):
    visit = visits()
    page = visit.picture()
    blocked = page.evaluate("""async () => {
      const seen = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      await fetch('https://example.org/').catch(() => {});
      const script = document.createElement('script');
      script.textContent = 'window.wasRun = true';
      document.body.append(script);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { seen, wasRun: window.wasRun === true };
    }""")
    assert not blocked["wasRun"]
    assert {"connect-src", "script-src-elem"} <= set(blocked["seen"])
    visit.errors.clear()


def test_no_motion_when_none_is_wanted(visits):
    page = visits(reduced_motion="reduce").picture()
    assert page.locator(".paper g.row").first.evaluate("e => getComputedStyle(e).transitionDuration") == "0s"


def test_dark_mode_turns_the_paper(visits):
    page = visits(color_scheme="dark").picture()
    channels = page.evaluate("getComputedStyle(document.body).backgroundColor").strip("rgb()").split(",")
    assert all(int(channel) < 60 for channel in channels)


def test_print_holds_picture_legend_and_card(visits):
    page = visits().picture("#sel=actor:adie")
    page.emulate_media(media="print")
    expect(page.locator(".paper svg")).to_be_visible()
    expect(page.locator(".legend")).to_be_visible()
    expect(page.locator("#card")).to_be_visible()
    expect(page.locator(".view-bar")).to_be_hidden()


def test_frame_leaves_the_wheel_to_the_page_around(visits, published, tmp_path):
    outer = tmp_path / "outer.html"
    outer.write_text(f'<body style="height:3000px"><iframe src="{published.as_uri()}" width="900" height="700"></iframe>')
    visit = visits()
    visit.page.goto(outer.as_uri())
    frame = visit.page.frame_locator("iframe")
    frame.locator(".paper svg g.row").first.wait_for()
    visit.page.wait_for_timeout(300)
    before = frame.locator(".paper").evaluate("element => element.style.transform")
    visit.page.mouse.move(500, 380)
    visit.page.mouse.wheel(0, 60)
    visit.page.wait_for_timeout(300)
    assert frame.locator(".paper").evaluate("element => element.style.transform") == before
    expect(frame.locator(".stage-hint")).to_contain_text("Ctrl")
    visit.page.keyboard.down("Control")
    visit.page.mouse.wheel(0, -200)
    visit.page.keyboard.up("Control")
    visit.page.wait_for_timeout(300)
    assert frame.locator(".paper").evaluate("element => element.style.transform") != before


def test_labels_never_overlap_nor_vanish(visits):
    page = visits().picture("#z=0,0,0.3")
    faults = page.evaluate("""() => {
      const nodes = [...document.querySelectorAll('.paper g.row')];
      const boxes = nodes.map((node) => node.getBoundingClientRect());
      const unseen = nodes.filter((node) => ![...node.querySelectorAll('text')].some((text) => text.textContent.trim()));
      const crossing = [];
      boxes.forEach((a, i) => boxes.forEach((b, j) => {
        if (j <= i) return;
        const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (x > 1 && y > 1) crossing.push([nodes[i].id, nodes[j].id]);
      }));
      return { unseen: unseen.map((node) => node.id), crossing };
    }""")
    assert faults == {"unseen": [], "crossing": []}
