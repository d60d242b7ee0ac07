"""Journeys with the keyboard alone."""

from playwright.sync_api import expect


def focused(page):
    return page.evaluate("""() => {
      const e = document.activeElement;
      return e.getAttribute('aria-label') || e.textContent.trim() || e.id;
    }""")


def tab_to(page, wanted, limit=80):
    for _ in range(limit):
        page.keyboard.press("Tab")
        if wanted in focused(page):
            return
    raise AssertionError(f"Tab never reached {wanted!r}")


def test_first_tab_skips_to_the_content(visits):
    page = visits().picture()
    page.keyboard.press("Tab")
    assert focused(page) == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "view"


def test_tabs_open_with_enter(visits):
    page = visits().picture()
    tab_to(page, "Indicateurs")
    page.keyboard.press("Enter")
    expect(page.locator(".findings")).to_be_visible()


def test_slash_goes_to_the_search_and_arrows_choose(visits):
    page = visits().picture()
    page.keyboard.press("/")
    page.keyboard.type("archer")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    marked = page.locator("[role=option][aria-selected=true] span").first.text_content()
    page.keyboard.press("Enter")
    expect(page.locator("#card h2")).to_have_text(marked)


def test_filters_are_checked_with_space(visits):
    page = visits().picture()
    page.get_by_role("checkbox", name="Entreprises").focus()
    page.keyboard.press("Space")
    assert "family=companies" in page.url
    # The list is drawn anew, and the keyboard stays where it was.
    assert page.evaluate("document.activeElement.dataset.value") == "family:companies"


def test_arrows_walk_along_ties(visits):
    visit = visits()
    page = visit.picture()
    visit.node("acteur_groupe_archer").focus()
    seen = set()
    for key in ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowLeft"]:
        page.keyboard.press(key)
        seen.add(page.evaluate("document.activeElement.id"))
    assert len(seen) >= 3 and all(id.startswith(("acteur_", "alliance_")) for id in seen)


def test_enter_opens_and_escape_closes_the_card(visits):
    visit = visits()
    page = visit.picture()
    visit.node("acteur_adie").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#card h2")).to_have_text("Adie")
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()


def test_picture_is_one_stop_of_tab(visits):
    page = visits().picture()
    assert page.locator(".paper [tabindex='0']").count() == 1
    page.locator(".paper [tabindex='0']").focus()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('.paper')")


def test_plus_minus_and_zero_zoom(visits):
    visit = visits()
    page = visit.picture()
    scale = "Number(document.querySelector('.paper').style.transform.match(/scale\\(([\\d.]+)/)[1])"
    first = page.evaluate(scale)
    visit.node("acteur_adie").focus()
    page.keyboard.press("+")
    larger = page.evaluate(scale)
    page.keyboard.press("0")
    assert larger > first and abs(page.evaluate(scale) - first) < 0.01


def test_live_region_says_what_was_reached(visits):
    visit = visits()
    page = visit.picture()
    visit.node("acteur_groupe_archer").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#live")).not_to_be_empty()
    page.keyboard.press("Enter")
    expect(page.locator("#live")).to_contain_text("Fiche ouverte")


def test_live_region_says_what_filters_left(visits):
    page = visits().picture()
    page.get_by_role("checkbox", name="Entreprises").focus()
    page.keyboard.press("Space")
    expect(page.locator("#live")).to_contain_text("sur 43")


def test_table_twin_says_the_same_as_the_picture(visits):
    page = visits().picture()
    tab_to(page, "Tableau")
    page.keyboard.press("Enter")
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.locator("caption")).to_contain_text("Liens entre acteurs")
    assert "twin=1" in page.url


def test_columns_sort_with_enter(visits):
    page = visits().open("#tab=data")
    tab_to(page, "Type")
    while page.evaluate("document.activeElement.closest('th')") is None:
        tab_to(page, "Type")
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Type")
    expect(page.locator("#live")).to_contain_text("Trié par Type")


def test_missing_partnership_opens_from_the_list(visits):
    page = visits().picture("#tab=missing")
    page.locator(".ranked .row-link").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#card")).to_contain_text("Pourquoi ces deux-là")
    assert page.evaluate("document.activeElement.id") == "card-title"
