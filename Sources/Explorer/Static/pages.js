// The tabs that are text: measures, news, data.

import { h, fill, webLink } from "./dom.js";
import { t, count, number, capitalized, compareText, clauses } from "./text.js";
import { sortableTable } from "./tables.js";
import { rowButton, tags, sourceList } from "./parts.js";
import { byDate } from "./cards.js";
import { tieRows } from "./twins.js";
import { downloads } from "./export.js";

/** The largest groups are enough to read. */
const mostClusters = 60;

/** Findings in sentences, bars of what there is, groups, and the measures of each actor. */
export function measuresPage(parent, model, state, actions) {
  const { analysis } = model.content;
  const shown = actions.shown();
  const references = (finding) => h("details", {}, h("summary", {}, t("measures.rows", { count: number(finding.count), total: number(finding.total) })),
    h("ul", { class: "rows tight" }, finding.rows.slice(0, 60).map((row) => h("li", {}, rowButton(model, `${row.table === "actors" ? "actor" : "alliance"}:${row.id}`, actions.select)))));
  fill(parent, h("div", { class: "page" },
    h("h2", {}, t("tab.measures")),
    h("ul", { class: "figures", role: "list" },
      figure(analysis.actorCount, "actor"), figure(analysis.objectCount, "object"), figure(analysis.allianceCount, "alliance"),
      figure(analysis.tieCount, "tie"), figure(model.clusters.length, "group")),
    h("section", {}, h("h3", {}, t("measures.findings")),
      h("ul", { class: "findings" }, analysis.findings.map((finding) => h("li", {}, h("p", {}, finding.sentence), references(finding))))),
    h("section", {}, h("h3", {}, t("measures.bars")), h("div", { class: "bars" }, bars(model, actions))),
    h("section", {}, h("h3", {}, t("measures.groups")),
      h("ul", { class: "rows tight" }, model.clusters.slice(0, mostClusters).map((cluster) => h("li", {},
        h("button", { type: "button", class: "row-link", onclick: () => actions.select(`cluster:${cluster.number}`) },
          h("span", {}, capitalized(cluster.name)), h("span", { class: "count" }, count("actor", cluster.actors.length)))))),
      model.clusters.length > mostClusters && h("p", { class: "hint" }, t("cluster.first", { n: mostClusters, of: number(model.clusters.length) }))),
    measuresTable(model, shown, actions),
    h("details", {}, h("summary", {}, t("measures.conventions")), h("ul", {}, analysis.conventions.map((sentence) => h("li", {}, sentence))))));
}

function figure(n, noun) {
  const words = count(noun, n);
  const digits = number(n);
  return h("li", {}, h("strong", {}, digits), h("span", {}, words.slice(digits.length).trim()));
}

/** Counts as bars, each a filter: by family, by form, by goal. */
function bars(model, actions) {
  const { families, forms } = model.content.legend;
  const goals = new Map();
  for (const alliance of model.alliances) for (const goal of alliance.odd) goals.set(goal, (goals.get(goal) ?? 0) + 1);
  const goalRows = [...goals].sort((a, b) => a[0] - b[0]).map(([goal, n]) => ({ code: String(goal), label: `${goal} · ${model.label("goals", String(goal))}`, count: n }));
  const chart = (facet, rows, total) => rows.length > 0 && h("div", {}, h("h4", {}, t(`bars.${facet}`, { total })),
    h("ul", { role: "list" }, rows.map((row) => h("li", {}, h("button", { type: "button", onclick: () => actions.filter(facet, row.code), disabled: row.code === "unknown" },
      h("span", { class: "bar-label" }, row.label), h("meter", { min: 0, max: Math.max(...rows.map((other) => other.count)), value: row.count, "aria-hidden": "true" }),
      h("span", { class: "count" }, number(row.count)))))));
  return [chart("family", families, count("actor", model.content.analysis.actorCount)), chart("form", forms, count("alliance", model.alliances.length)), chart("odd", goalRows, count("alliance", model.alliances.length))];
}

function measuresTable(model, shown, actions) {
  const rows = model.content.analysis.actors.filter((row) => shown.actors.has(row.id));
  const column = (name) => ({ title: t(`measure.${name}`), value: (row) => row[name], isNumber: true });
  return sortableTable(t("measures.table"), [
    { title: t("column.actor"), value: (row) => row.name, cell: (row) => rowButton(model, `actor:${row.id}`, actions.select) },
    column("alliances"), column("degree"), column("betweenness"), column("harmonic"), column("cutOff"),
    { title: t("measure.cluster"), value: (row) => row.cluster && model.clusters[row.cluster - 1]?.name },
  ], rows.toSorted((a, b) => b.alliances - a.alliances || compareText(a.name, b.name)));
}

/** Alliances that tell what was done and what came of it: the newest first. */
export function newsPage(parent, model, state, actions) {
  const shown = actions.shown();
  const alliances = model.alliances.filter((alliance) => shown.alliances.has(alliance.id)).sort(byDate);
  const told = alliances.filter((alliance) => alliance.result || alliance.story);
  fill(parent, h("div", { class: "page" },
    h("h2", {}, t("tab.news")),
    h("p", {}, t("news.intro", { told: number(told.length), alliances: count("alliance", alliances.length) })),
    h("div", { class: "news" }, told.map((alliance) => newsItem(model, alliance, actions))),
    told.length === 0 && h("p", { class: "hint" }, t("news.none"))));
}

function newsItem(model, alliance, actions) {
  return h("article", {},
    h("p", { class: "kicker" }, h("span", {}, [alliance.dates ?? t("date.unknown"), alliance.territory && model.placeName(alliance.territory)].filter(Boolean).join(" · "))),
    h("h3", {}, h("button", { type: "button", class: "title-link", onclick: () => actions.select(`alliance:${alliance.id}`) }, alliance.title)),
    alliance.story && h("p", {}, alliance.story),
    alliance.result && h("p", { class: "result" }, h("strong", {}, t("alliance.result")), ` : ${alliance.result}`),
    h("ul", { class: "rows tight inline" }, alliance.parties.map((party) => h("li", {}, rowButton(model, `actor:${party.actor}`, actions.select)))),
    tags(model, alliance),
    h("details", {}, h("summary", {}, t("sources.title")), sourceList(model, alliance.id)));
}

const dataTables = ["actors", "alliances", "ties", "places", "sources"];

/** The rows as tables, and everything that can be taken home. */
export function dataPage(parent, model, state, actions) {
  const tab = (name) => h("button", { type: "button", class: "chip", "aria-pressed": String(state.table === name), onclick: () => actions.table(name) }, t(`table.${name}`));
  fill(parent, h("div", { class: "page wide" },
    h("h2", {}, t("tab.data")),
    h("p", {}, t("data.intro")),
    downloads(model, actions),
    h("div", { class: "chips", role: "group", "aria-label": t("data.tables") }, dataTables.map(tab)),
    dataTable(model, state.table, actions),
    h("p", { class: "hint" }, [model.content.graph.licence && t("data.licence", { licence: model.content.graph.licence }), model.content.generator].filter(Boolean).join(" · "))));
}

function dataTable(model, name, actions) {
  const shown = actions.shown();
  const link = (type) => (row) => rowButton(model, `${type}:${row.id}`, actions.select);
  const labels = (vocabulary, codes) => codes.map((code) => model.label(vocabulary, code)).join(", ");
  switch (name) {
    case "alliances": return sortableTable(t("table.alliances"), [
      { title: t("column.alliance"), value: (row) => row.title, cell: link("alliance") },
      { title: t("column.date"), value: (row) => row.start, cell: (row) => row.dates ?? "–" },
      { title: t("facet.form"), value: (row) => labels("forms", row.forms) }, { title: t("facet.relation"), value: (row) => row.relation && model.label("relations", row.relation) },
      { title: t("column.parties"), value: (row) => row.members.map((id) => model.actorsByID.get(id).name).join(", ") },
      { title: t("facet.theme"), value: (row) => row.themes.join(", ") }, { title: t("field.odd"), value: (row) => row.odd.join(", ") },
    ], model.alliances.filter((row) => shown.alliances.has(row.id)));
    case "ties": return sortableTable(t("table.ties"), [
      { title: t("column.actor"), value: (row) => row.first.name }, { title: t("column.partner"), value: (row) => row.second.name },
      { title: t("column.count"), value: (row) => row.alliances.length, isNumber: true },
      { title: t("column.alliances"), value: (row) => clauses(row.alliances.map((alliance) => alliance.title)) },
    ], tieRows(model, shown));
    case "places": return sortableTable(t("table.places"), [
      { title: t("column.place"), value: (row) => row.name, cell: link("place") }, { title: "Code", value: (row) => row.id },
      { title: t("column.level"), value: (row) => row.level }, { title: t("column.within"), value: (row) => row.within.map((id) => model.placeName(id)).join(", ") },
    ], model.content.places);
    case "sources": return sortableTable(t("table.sources"), [
      { title: t("column.subject"), value: (row) => model.actorsByID.get(row.subject)?.name ?? model.alliancesByID.get(row.subject)?.title ?? row.subject },
      { title: t("column.field"), value: (row) => row.field }, { title: t("column.value"), value: (row) => row.value },
      { title: t("column.source"), value: (row) => row.title ?? row.url, cell: (row) => (row.url ? webLink(row.url, row.title) : row.title ?? "–") },
      { title: t("column.date"), value: (row) => row.date },
    ], model.content.sources);
    default: return sortableTable(t("table.actors"), [
      { title: t("column.actor"), value: (row) => row.name, cell: link("actor") }, { title: t("facet.kind"), value: (row) => row.kind && model.label("kinds", row.kind) },
      { title: t("column.place"), value: (row) => row.place && model.placeName(row.place) },
      { title: t("column.alliances"), value: (row) => model.alliancesOf.get(row.id).length, isNumber: true },
      { title: t("facet.theme"), value: (row) => row.themes.join(", ") }, { title: "SIREN", value: (row) => row.identifiers.siren },
    ], model.actors.filter((row) => shown.actors.has(row.id)));
  }
}
