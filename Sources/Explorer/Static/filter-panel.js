// The left column: search, filters with counts, one reset.

import { h, fill, announce } from "./dom.js";
import { t, count, number, compareText } from "./text.js";
import { facetCounts } from "./filters.js";

/** How many values of a facet are shown before "all". */
const firstValues = 7;
const searchLimit = 12;

export class FilterPanel {
  constructor(parent, model, table, store, actions) {
    Object.assign(this, { model, table, store, actions, parent });
    this.isOpenFacet = new Map([["family", true], ["form", true]]);
    this.showsAll = new Set();
    this.years = yearsOf(model.alliances);
    this.results = h("ul", { id: "results", role: "listbox", "aria-label": t("search.results"), hidden: true });
    this.input = h("input", {
      id: "search", type: "search", role: "combobox", autocomplete: "off", spellcheck: "false",
      placeholder: t("search.example"), "aria-controls": "results", "aria-expanded": "false", "aria-autocomplete": "list",
      oninput: () => this.search(), onkeydown: (event) => this.key(event), onfocus: () => this.search(),
      onblur: () => setTimeout(() => this.close(), 150),
    });
    this.list = h("div", { class: "facets" });
    this.summary = h("p", { class: "summary" });
    this.resetButton = h("button", { class: "quiet", type: "button", onclick: () => this.reset() }, t("filters.reset"));
    parent.setAttribute("aria-label", t("filters.label"));
    fill(
      parent,
      h("div", { class: "search" }, h("label", { for: "search" }, t("search.label")), this.input, this.results),
      h("details", { class: "filters", open: window.innerWidth > 860 },
        h("summary", {}, h("h2", {}, t("filters.title"))),
        h("div", { class: "filter-head" }, this.summary, this.resetButton),
        this.list),
    );
  }

  reset() {
    this.store.reset();
    announce(t("filters.none"));
  }

  /** Draws the facets anew for a state; `shown` is what the filters leave. */
  update(state, shown) {
    this.shown = shown;
    const focused = document.activeElement?.dataset?.value;
    fill(this.summary, this.text(shown));
    this.resetButton.hidden = !this.store.isFiltered;
    const counts = facetCounts(this.model, this.table, state, shown);
    const facets = Object.keys(this.table).map((code) => this.facet(code, counts[code], state.filters[code] ?? []));
    fill(this.list, facets.slice(0, 7), this.period(state), facets.slice(7));
    if (focused) this.list.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
  }

  text(shown) {
    const actors = count("row", shown.actors.size);
    const alliances = count("alliance", shown.alliances.size);
    if (shown.isWhole) return t("filters.all", { actors, alliances });
    return t("filters.some", { actors, alliances, of: number(this.model.actors.length), ofAlliances: number(this.model.alliances.length) });
  }

  facet(code, counts, chosen) {
    const facet = this.table[code];
    if (counts.length < 2 && chosen.length === 0) return null;
    const isNumeric = code === "odd";
    const rows = counts.map(([value, n]) => ({ value, n, label: facet.label(value), isChosen: chosen.includes(value) }));
    for (const value of chosen) {
      if (!rows.some((row) => row.value === value)) rows.push({ value, n: 0, label: facet.label(value), isChosen: true });
    }
    rows.sort((a, b) => (isNumeric ? Number(a.value) - Number(b.value) : b.n - a.n || compareText(a.label, b.label)));
    const limit = this.showsAll.has(code) ? rows.length : firstValues;
    const shown = rows.filter((row, place) => place < limit || row.isChosen);
    const rest = rows.length - shown.length;
    return h("details", {
      class: "facet", open: this.isOpenFacet.get(code) || chosen.length > 0,
      ontoggle: (event) => this.isOpenFacet.set(code, event.target.open),
    },
      h("summary", {}, t(`facet.${code}`), chosen.length > 0 && h("span", { class: "badge" }, String(chosen.length))),
      h("ul", { role: "list" }, shown.map((row) => this.value(code, row))),
      rest > 0 && h("button", { class: "quiet small", type: "button", onclick: () => this.showAll(code) }, t("filters.more", { n: rest })));
  }

  value(code, row) {
    return h("li", {}, h("label", { class: row.n === 0 && !row.isChosen ? "empty" : null },
      h("input", {
        type: "checkbox", checked: row.isChosen, "data-value": `${code}:${row.value}`,
        onchange: () => this.store.toggle(code, row.value),
      }),
      h("span", { class: "value" }, row.label), h("span", { class: "count" }, number(row.n))));
  }

  showAll(code) {
    this.showsAll.add(code);
    this.update(this.store.state, this.shown);
  }

  period(state) {
    const { first, last, undated } = this.years;
    if (first > last) return null;
    const field = (name, value, example) => h("input", {
      type: "number", min: 1000, max: 2999, inputmode: "numeric", value: value ?? "", placeholder: example,
      "data-value": `period:${name}`, "aria-label": t(`period.${name}`),
      onchange: (event) => {
        const text = event.target.value.trim();
        this.store.setFilters({ [name]: /^[12]\d{3}$/.test(text) ? Number(text) : null });
      },
    });
    return h("details", {
      class: "facet", open: this.isOpenFacet.get("period") || state.from !== null || state.until !== null,
      ontoggle: (event) => this.isOpenFacet.set("period", event.target.open),
    },
      h("summary", {}, t("facet.period")),
      h("p", { class: "period" }, t("period.from.short"), " ", field("from", state.from, first), " ", t("period.until.short"), " ", field("until", state.until, last)),
      undated > 0 && h("p", { class: "hint" }, t("period.undated", { alliances: count("alliance", undated) })));
  }

  // Search

  search() {
    const found = this.model.search(this.input.value, searchLimit);
    this.active = -1;
    this.found = found;
    const hasText = this.input.value.trim() !== "";
    this.results.hidden = !hasText;
    this.input.setAttribute("aria-expanded", String(hasText));
    this.input.removeAttribute("aria-activedescendant");
    fill(this.results, found.map((entry, place) => h("li", {
      id: `result-${place}`, role: "option", "aria-selected": "false", onmousedown: (event) => event.preventDefault(),
      onclick: () => this.choose(place),
    }, h("span", {}, entry.row.name ?? entry.row.title), h("span", { class: "hint" }, this.hint(entry)))),
    hasText && found.length === 0 && h("li", { role: "option", "aria-selected": "false", "aria-disabled": "true", class: "hint" }, t("search.none")));
  }

  hint(entry) {
    if (entry.type === "alliance") return [t("type.alliance"), entry.row.dates].filter(Boolean).join(" · ");
    return [entry.row.kind && this.model.label("kinds", entry.row.kind), entry.row.place && this.model.placeName(entry.row.place)].filter(Boolean).join(" · ");
  }

  key(event) {
    const last = (this.found?.length ?? 0) - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.mark(event.key === "ArrowDown" ? Math.min(last, this.active + 1) : Math.max(0, this.active - 1));
    } else if (event.key === "Enter" && last >= 0) {
      event.preventDefault();
      this.choose(Math.max(0, this.active));
    } else if (event.key === "Escape") {
      this.close();
    }
  }

  mark(place) {
    this.active = place;
    [...this.results.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === place)));
    const item = this.results.children[place];
    if (!item) return;
    this.input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }

  choose(place) {
    const entry = this.found[place];
    if (!entry) return;
    this.close();
    this.input.value = "";
    this.actions.select(`${entry.type}:${entry.row.id}`);
  }

  close() {
    this.results.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}

/** The first and the last year of all alliances, and how many have none. */
function yearsOf(alliances) {
  let [first, last, undated] = [9999, 0, 0];
  for (const { firstYear, lastYear } of alliances) {
    if (firstYear === undefined) undated += 1;
    else [first, last] = [Math.min(first, firstYear), Math.max(last, lastYear)];
  }
  return { first, last, undated };
}
