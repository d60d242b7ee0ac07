// The legend: always on screen beside a picture, only what the graph holds.

import { h, s } from "./dom.js";
import { t, number } from "./text.js";
import { nodeMark, lineMark } from "./marks.js";

/** The legend; with the line of missing partnerships where they are drawn. */
export function legend(model, hasPairs) {
  const { families, objects, forms } = model.content.legend;
  const entries = (rows, mark) => rows.map((row) =>
    h("li", {}, mark(row), h("span", {}, row.label), h("span", { class: "count" }, number(row.count))));
  const group = (title, rows, mark) => rows.length > 0 &&
    h("div", { class: "legend-group" }, h("h3", {}, title), h("ul", { role: "list" }, entries(rows, mark)));
  return h("section", { class: "legend", "aria-label": t("legend.title") },
    group(t("legend.actors"), families, nodeMark), group(t("legend.objects"), objects, nodeMark),
    group(t("legend.forms"), forms, lineMark),
    hasPairs && h("div", { class: "legend-group" }, h("ul", { role: "list" }, h("li", {},
      s("svg", { class: "mark", viewBox: "0 0 28 16", width: 28, height: 16, "aria-hidden": "true" }, s("line", { x1: 0, y1: 8, x2: 28, y2: 8, class: "pair" })),
      h("span", {}, t("missing.kicker"))))));
}
