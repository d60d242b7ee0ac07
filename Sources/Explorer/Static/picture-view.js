// The tabs with a picture: network, territory, timeline; and the list of missing partnerships beside its network.

import { h, s, fill, announce } from "./dom.js";
import { t } from "./text.js";
import { loadPicture } from "./source.js";
import { Picture, parsePicture } from "./picture.js";
import { PictureLinks } from "./ties.js";
import { legend } from "./legend.js";
import { pictureTwin } from "./twins.js";
import { groupPath } from "./group-view.js";
import { viewWords, isPartial } from "./view-query.js";

export class PictureView {
  constructor(parent, model, store, actions) {
    Object.assign(this, { parent, model, store, actions });
    this.name = null;
  }

  /** Which picture the state asks for; of a graph too large for one network its groups, or the inside of one. */
  pictureOf(state) {
    if (state.tab === "territory" || state.tab === "timeline") return state.tab;
    if (!this.isDivided) return "network";
    return state.cluster ? `cluster-${state.cluster}` : "clusters";
  }

  /** Whether the picture on screen has a place for a row of its own. */
  shows(row) {
    return this.links?.byRow.has(row) ?? false;
  }

  /** Whether the graph is shown group by group. */
  get isDivided() {
    return !this.model.groups.isEmpty;
  }

  async show(state) {
    const name = this.pictureOf(state);
    const words = state.only && this.model.session ? viewWords(state) : [];
    const key = `${state.tab} ${name} ${state.twin} ${new URLSearchParams(words)}`;
    if (this.key === key) {
      this.barElement?.querySelector(".redraw")?.replaceWith(this.redraw(state));
      return this.paint(state);
    }
    this.leave();
    this.key = key;
    if (state.twin) {
      return fill(this.parent, this.bar(state), pictureTwin(this.model, state, this.actions));
    }
    const frame = h("div", { class: "frame" }, h("p", { class: "loading", role: "status" }, t("picture.loading")));
    const bar = (this.barElement = this.bar(state));
    fill(this.parent, bar, frame, legend(this.model, state.tab === "missing"));
    this.request = new AbortController();
    let text;
    try {
      text = await loadPicture(name, words, this.request.signal);
    } catch (error) {
      if (this.key === key) fill(frame, this.problem(error));
      return;
    }
    if (this.key !== key) return;
    if (text === null) return fill(frame, this.missing(state, name));
    this.start(bar, frame, text, state.tab);
  }

  problem(error) {
    return h("div", { class: "notice" }, h("p", {}, t("picture.failed")), error.message && h("p", { class: "hint" }, error.message),
      h("button", { type: "button", class: "quiet", onclick: () => this.actions.twin(true) }, t("picture.twin")));
  }

  /** In place of a picture that the page does not hold: of a group the table that says the same. */
  missing(state, name) {
    if (!name.startsWith("cluster-")) return this.problem(new Error(t("picture.none")));
    return h("div", { class: "page" }, h("p", { class: "hint" }, t("group.undrawn")), pictureTwin(this.model, state, this.actions));
  }

  start(bar, frame, text, tab) {
    this.picture = new Picture(parsePicture(text), {
      label: t(`picture.${tab}`), onzoom: (zoom) => this.store.set({ zoom }, false),
    });
    this.picture.wanted = this.store.state.zoom;
    this.picture.isSheet = tab === "territory" || tab === "timeline";
    this.picture.element.classList.toggle("sheet", this.picture.isSheet);
    fill(frame, this.picture.element);
    bar.append(this.picture.controls);
    this.links = new PictureLinks(this.picture, this.model, {
      onselect: (row) => (row?.startsWith("group:") ? this.actions.openGroup(row.slice("group:".length)) : this.actions.select(row)),
      onclear: () => this.actions.select(null),
    });
    const pivot = this.model.clusters[0]?.pivot;
    const hub = this.links.byRow.get(`actor:${pivot}`)?.[0];
    if (hub) this.picture.start = this.links.center(hub);
    this.picture.resized();
    // An address with a place is shown at that place, even when its selection lies elsewhere.
    if (this.picture.wanted) this.lastSelected = this.store.state.selected;
    this.paint(this.store.state);
  }

  bar(state) {
    const choice = (isTwin, key) => h("button", { type: "button", class: "chip", "aria-pressed": String(state.twin === isTwin), onclick: () => this.actions.twin(isTwin) }, t(key));
    return h("div", { class: "view-bar" },
      this.isDivided && (state.tab === "network" || state.tab === "missing") && groupPath(this.model, state, this.actions),
      h("div", { class: "chips", role: "group", "aria-label": t("picture.mode") }, choice(false, "picture.picture"), choice(true, "picture.table")),
      this.redraw(state),
      h("p", { class: "hint help" }, t("picture.help")));
  }

  /** Where a server draws: whether to draw only what filters and steps leave, instead of fading the rest. */
  redraw(state) {
    const canDraw = this.model.session && !state.twin && state.tab !== "missing" && (state.only || isPartial(state));
    return h("label", { class: "redraw", hidden: !canDraw },
      h("input", { type: "checkbox", checked: state.only, onchange: (event) => this.actions.only(event.target.checked) }), t("picture.only"));
  }

  /** Shows filters, selection, steps and way on the picture that stands. */
  paint(state) {
    if (state.twin && this.key) return fill(this.parent, this.bar(state), pictureTwin(this.model, state, this.actions));
    if (!this.links) return undefined;
    const shown = this.actions.shown();
    const bright = this.bright(state);
    this.links.paint({ shown, selected: state.selected, bright, lit: this.lit(shown, bright), holders: this.holders(state) });
    if (state.selected && state.selected !== this.lastSelected) this.links.focusRow(state.selected);
    this.lastSelected = state.selected;
    this.drawPairs(state);
    return undefined;
  }

  /** The rows that stay bright: those within the steps of the selection, or on the way; null for all. */
  bright(state) {
    const { model } = this;
    const [type, id] = this.selectedRow(state);
    if (type === "pair") {
      const [first, second] = id.split("|");
      const around = new Set([...model.around(first, 1), ...model.around(second, 1)]);
      return this.withAlliances(around, (alliance) => alliance.members.includes(first) || alliance.members.includes(second));
    }
    if (type === "cluster") {
      const cluster = model.clusters[Number(id) - 1];
      return cluster ? new Set([...cluster.actors, ...cluster.attached].map((actor) => `actor:${actor}`).concat(cluster.alliances.map((a) => `alliance:${a}`))) : null;
    }
    if (type !== "actor") return null;
    if (state.to) {
      const way = model.path(id, state.to);
      if (!way) return null;
      const steps = way.slice(1).map((next, place) => new Set(model.partners(way[place]).get(next)));
      return this.withAlliances(new Set(way), (alliance) => steps.some((step) => step.has(alliance)));
    }
    if (state.focus === 0) return null;
    const inner = model.around(id, state.focus - 1);
    return this.withAlliances(model.around(id, state.focus), (alliance) => alliance.members.some((member) => inner.has(member)));
  }

  /** The groups with an actor that is shown and bright; null when the picture was divided by a server, for what it shows. */
  lit(shown, bright) {
    const { groups } = this.model;
    if (groups.isEmpty || this.store.state.only) return null;
    return groups.around(bright ? [...shown.actors].filter((id) => bright.has(`actor:${id}`)) : shown.actors);
  }

  /** The groups that hold what is selected. */
  holders(state) {
    const { model } = this;
    if (model.groups.isEmpty || state.only) return new Set();
    return model.groups.around(model.actorsIn(state.selected));
  }

  selectedRow(state) {
    const split = (state.selected ?? "").indexOf(":");
    return [state.selected?.slice(0, split), state.selected?.slice(split + 1)];
  }

  withAlliances(actors, test) {
    const keys = new Set([...actors].map((actor) => `actor:${actor}`));
    for (const alliance of this.model.alliances) if (test(alliance)) keys.add(`alliance:${alliance.id}`);
    return keys;
  }

  /** The missing partnerships as dashed lines over the network: the best ones, and the selected one. */
  drawPairs(state) {
    this.overlay?.remove();
    const [type, id] = this.selectedRow(state);
    const pairs = state.tab === "missing" ? this.actions.listedPairs().slice(0, 12).map((row) => [row.first, row.second]) : [];
    const isListed = (chosen) => pairs.some((pair) => pair.every((actor) => chosen.includes(actor)));
    if (type === "pair" && !isListed(id.split("|"))) pairs.push(id.split("|"));
    if (pairs.length === 0) return;
    const lines = pairs.flatMap(([first, second]) => {
      const [one, other] = [first, second].map((actor) => this.links.nodeOf(actor));
      if (!one || !other || one === other) return [];
      const [a, b] = [this.links.center(one), this.links.center(other)];
      const isSelected = type === "pair" && id.split("|").every((actor) => actor === first || actor === second);
      return [s("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, class: isSelected ? "pair selected" : "pair" })];
    });
    this.overlay = s("g", { class: "pairs", "aria-hidden": "true" }, lines);
    // Under the names: behind the first node.
    const first = this.links.nodes[0]?.element;
    const matrix = first?.parentNode.transform.baseVal.consolidate()?.matrix;
    if (matrix) this.overlay.setAttribute("transform", `translate(${-matrix.e} ${-matrix.f})`);
    first?.parentNode.insertBefore(this.overlay, first);
  }

  leave() {
    this.request?.abort();
    this.picture?.remove();
    this.picture = this.links = this.overlay = this.key = this.lastSelected = undefined;
  }

  /** Puts the keyboard on the picture. */
  focus() {
    const node = this.links?.byRow.get(this.store.state.selected)?.[0] ?? this.links?.nodes[0];
    if (node) this.links.go(node);
    else announce(t("picture.none"));
  }
}
