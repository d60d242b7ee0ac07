// The right column: the card of what is selected.

import { h, fill, webLink } from "./dom.js";
import { t, count, number, capitalized, compareText, clauses } from "./text.js";
import { egoMap } from "./ego.js";
import { actorMark, formMarks } from "./marks.js";
import { cardHead, facts, tags, sourceList, section, rowButton, rowList } from "./parts.js";
import { groupCard, bundleCard } from "./group-view.js";
import { suggestionCard, suggestionLine } from "./suggestions.js";

/** The most actors that a list of choices holds. */
const mostTargets = 2000;

/** Draws the card of the state's selection into `parent`, and hides it without one. */
export function showCard(parent, model, store, actions) {
  const { selected } = store.state;
  const content = selected && card(model, store, selected, actions);
  parent.hidden = !content;
  parent.setAttribute("aria-label", t("card.label"));
  if (!content) return fill(parent);
  const close = h("button", { class: "close", type: "button", "aria-label": t("card.close"), title: t("card.close"), onclick: () => actions.select(null) }, "×");
  fill(parent, close, content);
  parent.scrollTop = 0;
  return parent;
}

function card(model, store, selected, actions) {
  const split = selected.indexOf(":");
  const [type, id] = [selected.slice(0, split), selected.slice(split + 1)];
  switch (type) {
    case "actor": return model.actorsByID.has(id) ? actorCard(model, store, model.actorsByID.get(id), actions) : null;
    case "alliance": return model.alliancesByID.has(id) ? allianceCard(model, model.alliancesByID.get(id), actions) : null;
    case "cluster": return model.clusters[Number(id) - 1] ? clusterCard(model, model.clusters[Number(id) - 1], actions) : null;
    case "group": return groupCard(model, id, actions);
    case "bundle": return bundleCard(model, id, actions);
    case "place": return placeCard(model, id, actions);
    default: return suggestionCard(model, id, actions);
  }
}

function actorCard(model, store, actor, actions) {
  const alliances = model.alliancesOf.get(actor.id).toSorted(byDate);
  const kind = [actor.kind && model.label("kinds", actor.kind), actor.place && model.placeName(actor.place)].filter(Boolean).join(" · ");
  const { identifiers } = actor;
  return h("article", { class: "card", "aria-labelledby": "card-title" },
    cardHead(kind || t("type.actor"), actor.name, actorMark(model, actor)),
    h("p", { class: "role" }, roleSentence(model, actor)),
    actor.description && h("p", {}, actor.description),
    focusTools(model, store, actor, actions),
    facts([
      [t("actor.aliases"), actor.aliases.join(", ")], [t("actor.dates"), actor.dates],
      [t("actor.size"), actor.size && model.label("sizes", actor.size)], [t("actor.publicRole"), actor.publicRole],
      [t("actor.networks"), actor.networks.length > 0 ? actor.networks.map((id) => model.actorsByID.get(id)?.name ?? id).join(", ") : null],
      ["SIREN", identifiers.siren], ["SIRET", identifiers.siret], ["RNA", identifiers.rna],
      [t("actor.url"), actor.url && webLink(actor.url)], ...actor.fields,
    ]),
    tags(model, actor),
    section(t("actor.alliances", { n: alliances.length }), alliances.length > 0 && h("ul", { class: "rows" }, alliances.map((alliance) => allianceLine(model, alliance, actor, actions)))),
    section(t("actor.partners", { n: model.partners(actor.id).size }), egoMap(model, actor, actions.select)),
    h("div", { "data-suggested": actor.id }, suggested(model, actor.id, actions)),
    section(t("sources.title"), sourceList(model, actor.id)));
}

/** The best suggestions for an actor; nothing without one. */
function suggested(model, id, actions) {
  const rows = model.suggestions(id).slice(0, 5);
  return rows.length > 0 && section(t("actor.suggestions"), h("ul", { class: "rows" }, rows.map((row) => suggestionLine(model, row, actions, id))));
}

/** Puts suggestions that came after it into a card that is open, and leaves the rest of it as it is. */
export function addSuggested(card, model, actions) {
  const place = card.querySelector("[data-suggested]");
  if (place) fill(place, suggested(model, place.dataset.suggested, actions));
}

/** One sentence about what an actor is to the mesh, from its measures. */
function roleSentence(model, actor) {
  const n = model.alliancesOf.get(actor.id).length;
  if (!model.isOrganisation(actor)) return t("role.object", { alliances: count("alliance", n) });
  const measures = model.measures.get(actor.id);
  const cluster = model.clusterOf(actor.id);
  if (!measures || measures.degree === 0) return t("role.alone", { alliances: count("alliance", n) });
  const parts = [t(cluster?.pivot === actor.id ? "role.pivot" : "role.member", {
    alliances: count("alliance", measures.alliances), partners: count("partner", measures.degree), group: cluster?.name ?? "",
  })];
  const groups = new Set([...model.partners(actor.id).keys()].map((id) => model.measures.get(id)?.cluster).filter((c) => c && c !== measures.cluster));
  if (groups.size > 0) parts.push(t("role.broker", { groups: count("otherGroup", groups.size) }));
  if (measures.cutOff > 0) parts.push(t("role.fragile", { actors: count("actor", measures.cutOff) }));
  return `${clauses(parts)}.`;
}

function focusTools(model, store, actor, actions) {
  const { focus, to } = store.state;
  const choice = (steps) => h("button", { type: "button", class: "chip", "aria-pressed": String(focus === steps && !to), onclick: () => actions.focus(steps) }, t(`focus.${steps}`));
  const names = pathTargets(model, actor).sort((a, b) => compareText(a.name, b.name));
  const target = h("select", { "aria-label": t("path.to"), onchange: (event) => actions.pathTo(event.target.value || null) },
    h("option", { value: "" }, t("path.choose")), names.map((other) => h("option", { value: other.id, selected: other.id === to }, other.name)));
  const way = to && model.path(actor.id, to);
  return h("div", { class: "tools" },
    h("div", { role: "group", "aria-label": t("focus.title"), class: "chips" }, choice(0), choice(1), choice(2)),
    h("label", { class: "path" }, h("span", {}, t("path.label")), target),
    to && (way
      ? h("ol", { class: "way" }, way.map((id) => h("li", {}, rowButton(model, `actor:${id}`, actions.select))))
      : h("p", { class: "hint" }, t("path.none"))));
}

/** Whom a path may lead to: everyone, or in a large graph those within three steps, so that the list can be drawn. */
function pathTargets(model, actor) {
  const others = model.actors.length > mostTargets ? [...model.around(actor.id, 3)].map((id) => model.actorsByID.get(id)) : model.actors;
  return others.filter((other) => other.id !== actor.id && model.alliancesOf.get(other.id).length > 0).slice(0, mostTargets);
}

function allianceLine(model, alliance, actor, actions) {
  const roles = alliance.parties.filter((party) => party.actor === actor.id).map((party) => party.role).filter(Boolean);
  const sources = (model.sources.get(alliance.id) ?? []).length;
  return h("li", {}, rowButton(model, `alliance:${alliance.id}`, actions.select),
    h("p", { class: "hint" }, [alliance.dates ?? t("date.unknown"), roles.join(", "), alliance.forms.map((form) => model.label("forms", form)).join(", "), count("source", sources)].filter(Boolean).join(" · ")));
}

/** By start, the newest first; those without a date last. */
export function byDate(one, other) {
  return (other.start ?? "").localeCompare(one.start ?? "") || compareText(one.title, other.title);
}

function allianceCard(model, alliance, actions) {
  const kicker = [t("type.alliance"), alliance.dates].filter(Boolean).join(" · ");
  return h("article", { class: "card", "aria-labelledby": "card-title" },
    cardHead(kicker, alliance.title, formMarks(model, alliance)),
    alliance.story && h("p", {}, alliance.story),
    section(t("alliance.result"), alliance.result && h("p", {}, alliance.result)),
    section(t("alliance.parties", { n: alliance.members.length }), h("ul", { class: "rows" }, alliance.parties.map((party) => h("li", {},
      rowButton(model, `actor:${party.actor}`, actions.select),
      h("p", { class: "hint" }, [party.role ?? t("role.unknown"), party.dates].filter(Boolean).join(" · ")))))),
    facts([
      [t("facet.form"), alliance.forms.length > 0 ? alliance.forms.map((form) => model.label("forms", form)).join(", ") : t("form.unknown")],
      [t("facet.relation"), alliance.relation && model.label("relations", alliance.relation)],
      [t("alliance.logic"), alliance.logic && model.label("logics", alliance.logic)],
      [t("facet.status"), alliance.status && model.label("statuses", alliance.status)],
      [t("alliance.territory"), alliance.territory && model.placeName(alliance.territory)], [t("alliance.intensity"), alliance.intensity],
      ...alliance.fields,
    ]),
    tags(model, alliance),
    section(t("sources.title"), sourceList(model, alliance.id)));
}

function clusterCard(model, cluster, actions) {
  const list = (ids, type) => rowList(model, ids.map((id) => `${type}:${id}`), actions.select);
  return h("article", { class: "card", "aria-labelledby": "card-title" },
    cardHead(t("cluster.kicker", { n: cluster.number }), capitalized(cluster.name)),
    h("p", { class: "role" }, t("cluster.sentence", { actors: count("actor", cluster.actors.length), alliances: count("alliance", cluster.alliances.length), pivot: model.actorsByID.get(cluster.pivot)?.name ?? "" })),
    section(t("cluster.actors"), list(cluster.actors, "actor")),
    cluster.attached.length > 0 && section(t("cluster.attached"), list(cluster.attached, "actor")),
    section(t("cluster.alliances"), list(cluster.alliances, "alliance")));
}

function placeCard(model, id, actions) {
  const actors = model.actors.filter((actor) => actor.place === id).sort((a, b) => compareText(a.name, b.name));
  const around = (model.places.get(id)?.within ?? []).map((outer) => model.placeName(outer)).join(", ");
  return h("article", { class: "card", "aria-labelledby": "card-title" },
    cardHead(t("type.place"), model.placeName(id)),
    around && h("p", { class: "role" }, t("place.within", { places: around })),
    section(t("place.actors", { n: number(actors.length) }), actors.length > 0 ? rowList(model, actors.map((actor) => `actor:${actor.id}`), actions.select) : h("p", { class: "hint" }, t("place.none"))),
    h("button", { class: "quiet", type: "button", onclick: () => actions.filter("place", id) }, t("place.filter")));
}
