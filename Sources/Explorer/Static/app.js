// Puts the page together: reads the graph, follows the state, and draws what it asks for.

import { h, fill, announce } from "./dom.js";
import { t, count } from "./text.js";
import { loadDocument, loadMissing, loadSession, isLive, sendDecision, undoDecision } from "./source.js";
import { Model } from "./model.js";
import { Store, tabs } from "./state.js";
import { facets, visible } from "./filters.js";
import { FilterPanel } from "./filter-panel.js";
import { PictureView } from "./picture-view.js";
import { MissingView } from "./missing-view.js";
import { measuresPage, newsPage, dataPage } from "./pages.js";
import { showCard, addSuggested } from "./cards.js";
import { DownloadMenu } from "./download-menu.js";

const pages = { measures: measuresPage, news: newsPage, data: dataPage };

class App {
  constructor(content, session) {
    this.model = new Model(content, session);
    this.store = new Store();
    this.table = facets(this.model);
    this.card = document.getElementById("card");
    this.view = document.getElementById("view");
    this.actions = this.makeActions();
    this.head();
    this.panel = new FilterPanel(document.getElementById("filters"), this.model, this.table, this.store, this.actions);
    this.pictureView = new PictureView(h("div", { class: "picture-view" }), this.model, this.store, this.actions);
    this.missingView = new MissingView(h("div", { class: "page missing" }), this.model, this.store, this.actions);
    this.store.listen((state, previous) => this.update(state, previous));
    window.addEventListener("keydown", (event) => this.key(event));
    this.update(this.store.state, null);
    // The picture comes first: reading names would hold it up, and ranking keeps a server busy.
    Promise.resolve(this.opening).then(() => {
      this.readNames();
      this.addMissing();
    });
  }

  /** Reads the names for searches when there is nothing else to do: neither the page nor the first key waits for them. */
  readNames() {
    const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 50, { timeRemaining: () => 0 }));
    idle((deadline) => {
      let areLeft;
      do areLeft = this.model.readKeys(100);
      while (areLeft && deadline.timeRemaining() > 5);
      if (areLeft) this.readNames();
    });
  }

  /** Brings the suggestions, which the map does not wait for. */
  async addMissing() {
    try {
      const missing = await loadMissing();
      // A decision that was quicker brought newer ones.
      this.model.missing ??= missing;
    } catch (error) {
      this.missingView.problem = error.message || t("server.gone");
    }
    const { state } = this.store;
    if (state.tab === "missing") {
      this.missingView.show();
      this.pictureView.paint(state);
    }
    if (state.selected?.startsWith("pair:")) this.showCard(state);
    else addSuggested(this.card, this.model, this.actions);
  }

  /** What the parts of the page may ask for. */
  makeActions() {
    const { store } = this;
    return {
      select: (row) => store.select(row, this.groupToOpen(row)),
      shown: () => this.shown,
      focus: (focus) => store.set({ focus, to: null }),
      pathTo: (to) => store.set({ to, focus: 0 }),
      filter: (facet, value) => store.toggle(facet, value),
      twin: (twin) => store.set({ twin }),
      table: (table) => store.set({ table }),
      openGroup: (number) => store.select(number && !store.state.only ? `group:${number}` : null, { cluster: number, zoom: null }),
      listedPairs: () => this.missingView.rows(),
      repaint: () => this.pictureView.paint(store.state),
      only: (only) => store.set({ only, zoom: null, cluster: null }),
      svg: () => this.pictureView.picture?.svg,
      say: (text) => this.say(text),
      decide: (verdict, subjects, reason) => this.decide(() => sendDecision(verdict, subjects, reason), t(`decision.done.${verdict}`)),
      undo: () => this.decide(() => undoDecision(), t("decision.undone")),
    };
  }

  /** Of a graph shown group by group, the group whose picture has a place for a row, when the one on screen has none. */
  groupToOpen(row) {
    const { model } = this;
    const { tab, only, cluster } = this.store.state;
    const actors = model.actorsIn(row);
    if (model.groups.isEmpty || only || actors.length === 0 || !["network", "missing"].includes(tab) || this.pictureView.shows(row)) return {};
    const wanted = model.groups.common(actors);
    return wanted === cluster ? {} : { cluster: wanted, zoom: null };
  }

  /** Sends a decision or takes one back; a second press while the first is on its way does nothing. */
  async decide(work, words) {
    if (this.isDeciding) return;
    this.isDeciding = true;
    try {
      const { missing, canUndo } = await work();
      this.model.missing = missing;
      this.model.session.canUndo = canUndo;
      this.store.select(null);
      this.missingView.show();
      this.pictureView.paint(this.store.state);
      this.say(words, canUndo && h("button", { type: "button", class: "undo", onclick: () => this.actions.undo() }, t("decision.undo")));
    } catch (error) {
      this.say(error.message || t("server.gone"));
    } finally {
      this.isDeciding = false;
    }
  }

  refilter() {
    this.shown = visible(this.model, this.table, this.store.state);
  }

  head() {
    const { graph } = this.model.content;
    const { analysis } = this.model.content;
    const facts = [graph.territory, count("actor", analysis.actorCount), count("alliance", analysis.allianceCount), graph.created].filter(Boolean);
    const [address] = location.href.split("#");
    this.tabButtons = tabs.map((tab) => h("a", { href: `${address}#tab=${tab}`, onclick: (event) => this.open(event, tab) }, t(`tab.${tab}`)));
    const tool = (key, action) => h("button", { type: "button", class: "quiet", onclick: action }, t(key));
    this.menu = new DownloadMenu(this.model, this.store, this.actions);
    fill(document.getElementById("head"),
      h("div", { class: "title" }, h("h1", {}, graph.title), h("p", { class: "hint" }, facts.join(" · "))),
      h("div", { class: "head-tools" }, tool("link.copy", () => this.copyLink()), this.menu.element),
      h("nav", { "aria-label": t("tab.title") }, h("ul", { role: "list" }, this.tabButtons.map((button) => h("li", {}, button)))));
    const skip = document.getElementById("skip");
    skip.textContent = t("skip");
    skip.addEventListener("click", (event) => {
      event.preventDefault();
      this.view.focus();
    });
  }

  open(event, tab) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const selected = this.store.state.selected?.startsWith("pair:") ? null : this.store.state.selected;
    this.store.set({ tab, zoom: null, selected });
  }

  update(state, previous) {
    const isSame = (...names) => previous !== null && names.every((name) => JSON.stringify(state[name]) === JSON.stringify(previous[name]));
    const isFilterSame = isSame("filters", "from", "until");
    if (!isFilterSame) {
      this.refilter();
      if (previous) {
        this.panel.update(state, this.shown);
        announce(this.panel.text(this.shown));
      } else {
        // The first frame is the picture's, which a published page has at hand.
        requestAnimationFrame(() => setTimeout(() => this.panel.update(this.store.state, this.shown)));
      }
    }
    tabs.forEach((tab, place) => {
      const button = this.tabButtons[place];
      if (tab === state.tab) {
        button.setAttribute("aria-current", "page");
        requestAnimationFrame(() => this.reveal(button));
      } else {
        button.removeAttribute("aria-current");
      }
    });
    if (!isSame("tab")) this.place(state);
    const isOnlyZoom = isSame("tab", "selected", "focus", "to", "twin", "cluster", "table", "only") && isFilterSame;
    if (isOnlyZoom) return;
    if (!isSame("selected", "focus", "to")) this.showCard(previous);
    const isPage = state.tab in pages;
    if (isPage) {
      if (!isSame("tab", "table") || !isFilterSame) pages[state.tab](this.view, this.model, state, this.actions);
      return;
    }
    if (state.tab === "missing" && (!isSame("tab") || !isFilterSame)) this.missingView.show();
    this.opening = this.pictureView.show(state);
  }

  /** Scrolls to a tab, where a narrow screen has no room for all; with the next frame, which measures the page anyway. */
  reveal(button) {
    const bar = button.closest("nav");
    bar.scrollLeft = button.offsetLeft - bar.offsetLeft - (bar.clientWidth - button.offsetWidth) / 2;
  }

  /** Gives a tab its place on the page. */
  place(state) {
    this.view.dataset.tab = state.tab;
    this.menu.show(!(state.tab in pages));
    document.title = `${t(`tab.${state.tab}`)} · ${this.model.content.graph.title}`;
    if (state.tab in pages) {
      this.pictureView.leave();
      return;
    }
    fill(this.view, h("h2", { class: "unseen" }, t(`tab.${state.tab}`)), state.tab === "missing" && this.missingView.parent, this.pictureView.parent);
  }

  showCard(previous) {
    const { selected } = this.store.state;
    const hadCard = !this.card.hidden;
    const opener = document.activeElement;
    showCard(this.card, this.model, this.store, this.actions);
    document.body.classList.toggle("has-card", !this.card.hidden);
    if (!previous || selected === previous.selected) return;
    if (this.card.hidden) {
      if (hadCard && this.opener?.isConnected) this.opener.focus({ preventScroll: true });
      return;
    }
    if (!hadCard) this.opener = opener;
    const title = document.getElementById("card-title");
    announce(t("card.opened", { title: title.textContent }));
    // A press of a key or a button inside the old card moves on with the card; the picture keeps the keyboard.
    if (!opener?.closest?.("svg")) title.focus({ preventScroll: window.innerWidth > 860 });
  }

  key(event) {
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName ?? "");
    if (event.key === "/" && !isTyping) {
      event.preventDefault();
      document.getElementById("search").focus();
    } else if (event.key === "Escape" && !isTyping && this.store.state.selected) {
      this.actions.select(null);
    }
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.say(t("link.copied"));
    } catch {
      // Not allowed in some frames and on some disks: show it instead, to be copied by hand.
      this.say(location.href);
    }
  }

  /** Shows a short note; with something to press in it, longer. */
  say(text, ...tools) {
    announce(text);
    document.querySelector(".toast")?.remove();
    const note = h("p", { class: "toast" }, text, " ", tools);
    document.body.append(note);
    setTimeout(() => note.remove(), tools.some(Boolean) ? 12_000 : 4000);
  }
}

async function start() {
  const view = document.getElementById("view");
  if (isLive) fill(view, h("p", { class: "loading" }, t("picture.loading")));
  try {
    const [content, session] = await Promise.all([loadDocument(), loadSession()]);
    new App(content, session);
  } catch (error) {
    console.error(error);
    fill(view, h("div", { class: "notice" }, h("p", {}, t("server.gone")), error.message && h("p", { class: "hint" }, error.message)));
  }
}

start();
