// Missing partnerships: the ranked list, its filters, and the decisions.

import { h, fill } from "./dom.js";
import { t, number, count, compareText } from "./text.js";
import { suggestionLine } from "./suggestions.js";

const firstRows = 25;

export class MissingView {
  constructor(parent, model, store, actions) {
    Object.assign(this, { parent, model, store, actions });
    this.wanted = { actor: "", family: "", theme: "", distance: "" };
    this.limit = firstRows;
  }

  /** The suggestions that filters leave: the list's own, and those of the left column. */
  rows(list = this.model.suggestions()) {
    const { model, wanted } = this;
    const shown = this.actions.shown();
    return list.filter((row) => {
      const pair = [model.actorsByID.get(row.first), model.actorsByID.get(row.second)];
      if (pair.some((actor) => !actor || !shown.actors.has(actor.id))) return false;
      if (wanted.actor && !pair.some((actor) => actor.id === wanted.actor)) return false;
      if (wanted.family && !pair.some((actor) => actor.family === wanted.family)) return false;
      if (wanted.theme && !pair.some((actor) => actor.themes.includes(wanted.theme))) return false;
      if (wanted.distance) {
        const distance = kilometres(...pair);
        if (distance === null || distance > Number(wanted.distance)) return false;
      }
      return true;
    });
  }

  show() {
    const { model } = this;
    if (!model.missing) {
      return fill(this.parent, h("h2", {}, t("missing.title")), h("p", { class: "loading", role: "status" }, this.problem ?? t("missing.waiting")));
    }
    const rows = this.rows();
    const fresh = this.rows(model.missing.withoutHistory);
    return fill(this.parent,
      h("h2", {}, t("missing.title")),
      h("p", { class: "hint" }, model.missing.basis),
      this.filters(),
      h("p", { class: "summary", role: "status" }, t("missing.count", { n: count("suggestion", rows.length), candidates: number(model.missing.candidateCount) })),
      rows.length > 0
        ? h("ol", { class: "rows ranked" }, rows.slice(0, this.limit).map((row) => suggestionLine(model, row, this.actions)))
        : h("p", { class: "hint" }, t("missing.none")),
      rows.length > this.limit && h("button", { type: "button", class: "quiet", onclick: () => this.more() }, t("missing.more", { n: rows.length - this.limit })),
      model.session?.canUndo && h("button", { type: "button", class: "quiet", onclick: () => this.actions.undo() }, t("decision.undo")),
      model.session?.obstacle && h("p", { class: "hint" }, model.session.obstacle),
      fresh.length > 0 && h("details", {}, h("summary", {}, t("missing.fresh", { n: fresh.length })),
        h("p", { class: "hint" }, t("missing.fresh.why")),
        h("ol", { class: "rows ranked" }, fresh.slice(0, firstRows).map((row) => suggestionLine(model, row, this.actions)))));
  }

  more() {
    this.limit += firstRows;
    this.show();
  }

  filters() {
    const { model } = this;
    const paired = new Set(model.missing.suggestions.flatMap((row) => [row.first, row.second]));
    const actors = model.actors.filter((actor) => paired.has(actor.id)).sort((a, b) => compareText(a.name, b.name));
    const families = model.content.legend.families.map((row) => [row.code, row.label]);
    const themes = [...new Set(actors.flatMap((actor) => actor.themes))].sort(compareText);
    const hasPlaces = actors.some((actor) => actor.latitude !== undefined);
    const field = (name, options) => options.length > 1 && h("label", {}, h("span", {}, t(`missing.${name}`)),
      h("select", { onchange: (event) => this.want(name, event.target.value) },
        h("option", { value: "" }, t("missing.any")), options.map(([value, label]) => h("option", { value, selected: this.wanted[name] === value }, label))));
    return h("div", { class: "fields" },
      field("actor", actors.map((actor) => [actor.id, actor.name])), field("family", families),
      field("theme", themes.map((theme) => [theme, theme])),
      hasPlaces && field("distance", ["5", "10", "25", "50"].map((value) => [value, `≤ ${value} km`])));
  }

  want(name, value) {
    this.wanted[name] = value;
    this.limit = firstRows;
    this.show();
    this.actions.repaint();
  }
}

/** The distance of two actors along the ground, on a sphere of 6,371 km; null when one has no coordinates. */
function kilometres(one, other) {
  if (one.latitude === undefined || other.latitude === undefined) return null;
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const [a, b] = [radians(one.latitude), radians(other.latitude)];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(half));
}
