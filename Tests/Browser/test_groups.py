"""Journeys through a graph that is too large for one picture: group by group."""

import subprocess

import pytest
from conftest import PHONE

GROUPS, SIZE = 8, 90


@pytest.fixture(scope="module")
def published(program, tmp_path_factory):
    """Eight rings of ninety associations, each tied to the next by one alliance, published."""
    folder = tmp_path_factory.mktemp("large") / "anneaux"
    folder.mkdir()
    actors = [(group, place) for group in range(GROUPS) for place in range(SIZE)]
    name = "Association {}-{}".format
    ties = [(name(g, p), name(g, (p + step) % SIZE)) for g, p in actors for step in (1, 2)]
    ties += [(name(g, 0), name((g + 1) % GROUPS, 0)) for g in range(GROUPS)]
    (folder / "actors.csv").write_text("id,name,kind\n" + "".join(f"a{g}-{p},{name(g, p)},association\n" for g, p in actors))
    ids = {name(g, p): f"a{g}-{p}" for g, p in actors}
    (folder / "alliances.csv").write_text("id,title\n" + "".join(f"x{n},Projet {n}\n" for n in range(len(ties))))
    rows = "".join(f"x{n},{ids[end]}\n" for n, tie in enumerate(ties) for end in tie)
    (folder / "parties.csv").write_text("alliance,actor\n" + rows)
    page = folder.parent / "anneaux.html"
    subprocess.run([program, "publish", folder, "--output", page], check=True, timeout=300)
    return page


def test_a_group_opens_with_a_click_and_the_path_leads_back(visits):
    page = visits().picture()
    assert page.locator(".paper g[id^=carte_groupe_]").count() >= 2
    page.locator(".paper g[id^=carte_groupe_]").first.click()
    page.wait_for_function("document.querySelectorAll('.group-path li').length === 2")
    assert "cluster=1" in page.url
    page.locator("#card-title").wait_for()
    page.locator(".group-path button").first.click()
    page.wait_for_function("document.querySelectorAll('.group-path li').length === 1")
    page.go_back()
    page.wait_for_function("document.querySelectorAll('.group-path li').length === 2")


def test_the_words_on_a_card_fade_with_it_and_are_its_name(visits):
    page = visits().picture()
    cards = page.locator(".paper g[id^=carte_groupe_]")
    label = cards.nth(1).get_attribute("aria-label")
    assert "Association" in label or "alliances" in label
    assert page.locator(".paper g.node:not(.row).faded").count() == 0
    page.evaluate("location.hash = '#tab=network&from=1900'")
    page.wait_for_selector(".paper g.row.faded")
    dim, lying = page.evaluate("""() => {
        const box = (g) => g.getBoundingClientRect();
        const cards = [...document.querySelectorAll('.paper g[id^=carte_groupe_].faded')].map(box);
        const words = [...document.querySelectorAll('.paper g.node:not(.row)')].filter((g) => {
            const b = box(g), x = b.x + b.width / 2, y = b.y + b.height / 2;
            return cards.some((c) => c.left < x && x < c.right && c.top < y && y < c.bottom);
        });
        return [words.filter((g) => g.classList.contains('faded')).length, words.length];
    }""")
    assert lying > 0 and dim == lying


def test_a_group_opens_with_the_keyboard(visits):
    page = visits().picture()
    page.locator(".paper g.row").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.group-path li').length === 2")


def test_search_opens_the_innermost_group_of_an_actor(visits):
    page = visits().picture()
    page.locator("#search").fill("Association 5-17")
    page.locator("#results li").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("#card-title >> text=Association 5-17")
    assert "cluster=" in page.url
    page.wait_for_selector(".paper g.selected, .groups, .notice")


def test_a_line_between_groups_lists_its_alliances(visits):
    page = visits().picture("#sel=bundle:1|2")
    assert page.locator("#card-title").inner_text() != ""


def test_the_table_of_an_open_group_is_of_its_members(visits):
    page = visits().open("#cluster=1&twin=1")
    page.wait_for_selector("table")
    caption = page.locator("caption").inner_text()
    whole = visits().open("#twin=1")
    whole.wait_for_selector("table")
    assert caption != whole.locator("caption").inner_text()


def test_a_group_opens_by_touch(visits):
    page = visits(PHONE).picture()
    page.locator(".paper g[id^=carte_groupe_]").first.tap()
    page.wait_for_function("document.querySelectorAll('.group-path li').length === 2")


def test_a_group_without_a_picture_shows_its_table(visits):
    page = visits().open("#cluster=1")
    page.evaluate("document.getElementById('picture-cluster-2').remove()")
    page.locator(".group-path button").first.click()
    page.wait_for_selector(".paper g[id^=carte_groupe_2]")
    page.locator(".paper g[id^=carte_groupe_2]").first.click()
    page.wait_for_selector(".page table")
    assert "légère" in page.locator(".page .hint").first.inner_text()
