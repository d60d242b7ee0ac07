// What can be taken home: the picture, the rows of the current view, the page on paper.

import { h, announce } from "./dom.js";
import { t } from "./text.js";

/** The buttons of the tab of data. */
export function downloads(model, actions) {
  const button = (key, action) => h("button", { type: "button", class: "quiet", onclick: action }, t(key));
  const name = model.content.graph.name;
  const view = () => part(model, actions.shown());
  return h("div", { class: "downloads", role: "group", "aria-label": t("download.title") },
    button("download.actors", () => save(`${name}-acteurs.csv`, "text/csv", actorsCSV(model, view()))),
    button("download.alliances", () => save(`${name}-alliances.csv`, "text/csv", alliancesCSV(model, view()))),
    button("download.json", () => save(`${name}.json`, "application/json", JSON.stringify({ graph: model.content.graph, ...view() }, null, 1))),
    button("download.graphml", () => save(`${name}.graphml`, "application/xml", graphML(model, view()))));
}

/** The rows that are shown; alliances keep the parties that are. */
function part(model, shown) {
  return {
    actors: model.actors.filter((actor) => shown.actors.has(actor.id)),
    alliances: model.alliances.filter((alliance) => shown.alliances.has(alliance.id))
      .map(({ members, ...alliance }) => ({ ...alliance, parties: alliance.parties.filter((party) => shown.actors.has(party.actor)) })),
  };
}

/** Hands a file to the browser. */
export function save(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  announce(t("download.done", { name }));
}

/** A table for a French spreadsheet: a byte order mark, semicolons, quotes; a cell that looks like a formula is text. */
export function csv(rows) {
  const cell = (value) => {
    const text = value === undefined || value === null ? "" : String(value);
    const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.,]+$/.test(text) ? `'${text}` : text;
    return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

function actorsCSV(model, { actors }) {
  const head = ["id", t("column.actor"), t("facet.kind"), t("facet.family"), t("facet.place"), "SIREN", "SIRET", "RNA", t("facet.theme"), t("field.odd"), t("column.alliances"), t("actor.url")];
  return csv([head, ...actors.map((actor) => [
    actor.id, actor.name, actor.kind && model.label("kinds", actor.kind), actor.family && model.label("families", actor.family),
    actor.place && model.placeName(actor.place), actor.identifiers.siren, actor.identifiers.siret, actor.identifiers.rna,
    actor.themes.join("|"), actor.odd.join("|"), model.alliancesOf.get(actor.id).length, actor.url,
  ])]);
}

function alliancesCSV(model, { alliances }) {
  const head = ["id", t("column.alliance"), t("column.parties"), t("facet.form"), t("facet.relation"), t("column.date"), t("facet.theme"), t("field.odd"), t("alliance.result")];
  return csv([head, ...alliances.map((alliance) => [
    alliance.id, alliance.title,
    alliance.parties.map((party) => `${model.actorsByID.get(party.actor)?.name ?? party.actor}${party.role ? ` (${party.role})` : ""}`).join("|"),
    alliance.forms.map((form) => model.label("forms", form)).join("|"), alliance.relation && model.label("relations", alliance.relation),
    alliance.dates, alliance.themes.join("|"), alliance.odd.join("|"), alliance.result,
  ])]);
}

/** Actors and alliances as nodes, a tie from each alliance to its parties: n parties stay one object. */
export function graphML(model, { actors, alliances }) {
  // XML 1.0 has no place for control characters, escaped or not.
  const escaped = (text) => String(text).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  const data = (key, value) => (value === undefined || value === "" ? "" : `<data key="${key}">${escaped(value)}</data>`);
  const keys = [["label", "node"], ["type", "node"], ["kind", "node"], ["place", "node"], ["year", "node"], ["role", "edge"]];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(([key, of]) => `<key id="${key}" for="${of}" attr.name="${key}" attr.type="string"/>`),
    '<graph id="G" edgedefault="undirected">',
    ...actors.map((actor) => `<node id="actor:${escaped(actor.id)}">${data("label", actor.name)}${data("type", "actor")}${data("kind", actor.kind)}${data("place", actor.place)}</node>`),
    ...alliances.map((alliance) => `<node id="alliance:${escaped(alliance.id)}">${data("label", alliance.title)}${data("type", "alliance")}${data("kind", alliance.relation)}${data("year", alliance.firstYear)}</node>`),
    ...alliances.flatMap((alliance) => alliance.parties.filter((party) => model.actorsByID.has(party.actor)).map((party) =>
      `<edge source="alliance:${escaped(alliance.id)}" target="actor:${escaped(party.actor)}">${data("role", party.role)}</edge>`)),
    "</graph>", "</graphml>", "",
  ].join("\n");
}

/** The picture on screen as SVG text: what fades on screen fades in the file. */
export function pictureSVG(svg) {
  const copy = svg.cloneNode(true);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const element of copy.querySelectorAll(".faded")) element.setAttribute("opacity", "0.12");
  for (const line of copy.querySelectorAll(".pair")) {
    for (const [name, value] of Object.entries({ stroke: "#B00020", "stroke-width": 2.2, "stroke-dasharray": "8 5" })) line.setAttribute(name, value);
  }
  for (const element of copy.querySelectorAll("[tabindex]")) {
    for (const name of ["tabindex", "role", "aria-pressed"]) element.removeAttribute(name);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** Saves the picture as pixels, about 2,400 wide. */
export async function savePNG(svg, name) {
  const { width, height } = svg.viewBox.baseVal;
  const scale = Math.min(4, Math.max(1, 2400 / width));
  const address = URL.createObjectURL(new Blob([pictureSVG(svg)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = h("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  save(name, "image/png", blob);
}
