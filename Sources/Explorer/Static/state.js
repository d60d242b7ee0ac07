// What is on screen, kept in the address: a copied link shows a colleague the same, the back button works.

/** The facets that filters know, in the order of the panel. */
export const facetCodes = ["family", "kind", "place", "epci", "form", "relation", "theme", "odd", "status"];

/** The tabs, in their order. */
export const tabs = ["network", "territory", "timeline", "missing", "measures", "news", "data"];

const initial = {
  tab: "network", selected: null, focus: 0, to: null, from: null, until: null, twin: false, cluster: null, table: "actors", only: false,
  zoom: null, sort: null, filters: {},
};

/** The state that an address speaks of; whatever it does not say, or says wrongly, is as at the start. */
export function readState(hash) {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const state = { ...initial, filters: {} };
  if (tabs.includes(words.get("tab"))) state.tab = words.get("tab");
  if (/^(actor|alliance|cluster|group|bundle|place|pair):./.test(words.get("sel") ?? "")) state.selected = words.get("sel");
  state.focus = [1, 2].includes(Number(words.get("focus"))) ? Number(words.get("focus")) : 0;
  state.to = words.get("to");
  state.from = year(words.get("from"));
  state.until = year(words.get("until"));
  state.twin = words.get("twin") === "1";
  state.only = words.get("only") === "1";
  state.cluster = /^[1-9]\d{0,5}(\.[1-9]\d{0,5}){0,9}$/.test(words.get("cluster") ?? "") ? words.get("cluster") : null;
  if (["actors", "alliances", "ties", "places", "sources"].includes(words.get("table"))) state.table = words.get("table");
  const zoom = (words.get("z") ?? "").split(",").map(Number);
  if (zoom.length === 3 && zoom.every(Number.isFinite) && zoom[2] > 0) state.zoom = zoom;
  for (const facet of facetCodes) {
    const values = words.getAll(facet).filter((value) => value !== "");
    if (values.length > 0) state.filters[facet] = values;
  }
  return state;
}

function year(text) {
  return /^[12]\d{3}$/.test(text ?? "") ? Number(text) : null;
}

/** The address of a state: only what differs from the start. */
export function writeState(state) {
  const words = new URLSearchParams();
  if (state.tab !== initial.tab) words.set("tab", state.tab);
  if (state.selected) words.set("sel", state.selected);
  if (state.focus) words.set("focus", state.focus);
  if (state.to) words.set("to", state.to);
  if (state.from) words.set("from", state.from);
  if (state.until) words.set("until", state.until);
  if (state.twin) words.set("twin", "1");
  if (state.only) words.set("only", "1");
  if (state.cluster) words.set("cluster", state.cluster);
  if (state.table !== initial.table) words.set("table", state.table);
  if (state.zoom) words.set("z", state.zoom.join(","));
  for (const facet of facetCodes) for (const value of state.filters[facet] ?? []) words.append(facet, value);
  const text = words.toString();
  return text === "" ? "" : `#${text}`;
}

/** Holds the state, writes it to the address, and tells those who draw. */
export class Store {
  constructor() {
    this.state = readState(location.hash);
    this.listeners = [];
    window.addEventListener("popstate", () => this.follow());
    window.addEventListener("hashchange", () => this.follow());
  }

  /** The address changed: by the back button, or by hand. */
  follow() {
    const next = readState(location.hash);
    if (writeState(next) === writeState(this.state)) return;
    const previous = this.state;
    this.state = next;
    this.tell(previous);
  }

  /** Calls `listener(state, previous)` after each change. */
  listen(listener) {
    this.listeners.push(listener);
  }

  /** Changes a part of the state; `isStep` makes a step for the back button. */
  set(change, isStep = true) {
    const previous = this.state;
    this.state = { ...previous, ...change };
    const address = writeState(this.state) || location.pathname + location.search;
    if (writeState(previous) === writeState(this.state)) return;
    if (isStep) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.tell(previous);
  }

  tell(previous) {
    for (const listener of this.listeners) listener(this.state, previous);
  }

  /** Selects a row, or nothing, and changes `more` with it. */
  select(selected, more = {}) {
    this.set({ ...more, selected, focus: selected?.startsWith("actor:") ? this.state.focus : 0, to: null });
  }

  /** Turns one value of a facet on or off. */
  toggle(facet, value) {
    const values = this.state.filters[facet] ?? [];
    const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
    const filters = { ...this.state.filters, [facet]: next };
    if (next.length === 0) delete filters[facet];
    this.setFilters({ filters });
  }

  /** Changes what filters leave. A server that draws only that divides it anew, so that numbers of groups mean others. */
  setFilters(change) {
    this.set(this.state.only ? { ...change, cluster: null, zoom: null } : change);
  }

  reset() {
    this.set({ filters: {}, from: null, until: null, focus: 0, to: null, only: false, ...(this.state.only && { cluster: null }) });
  }

  get isFiltered() {
    return Object.keys(this.state.filters).length > 0 || this.state.from !== null || this.state.until !== null;
  }
}
