// Each picture as a table that says the same.

import { h } from "./dom.js";
import { t, compareText } from "./text.js";
import { sortableTable } from "./tables.js";
import { rowButton } from "./parts.js";
import { groupList } from "./group-view.js";
import { byDate } from "./cards.js";

/** The table of the state's picture. */
export function pictureTwin(model, state, actions) {
  const shown = actions.shown();
  if (state.tab === "territory") return placesTwin(model, shown, actions);
  if (state.tab === "timeline") return timelineTwin(model, shown, actions);
  return tiesTwin(model, shown, state, actions);
}

/** Each pair of partners with the alliances behind. */
export function tieRows(model, shown) {
  const rows = [];
  for (const actor of model.actors) {
    if (!shown.actors.has(actor.id)) continue;
    for (const [other, alliances] of model.partners(actor.id)) {
      if (actor.id >= other || !shown.actors.has(other)) continue;
      const visible = alliances.filter((alliance) => shown.alliances.has(alliance.id));
      if (visible.length > 0) rows.push({ first: actor, second: model.actorsByID.get(other), alliances: visible });
    }
  }
  return rows.sort((a, b) => compareText(a.first.name, b.first.name) || compareText(a.second.name, b.second.name));
}

function tiesTwin(model, shown, state, actions) {
  const { cluster } = state;
  const isInside = (row) => !cluster || [row.first, row.second].some((actor) => model.groups.holds(cluster, actor.id));
  return [groupList(model, state, actions), sortableTable(t("twin.ties"), [
    { title: t("column.actor"), value: (row) => row.first.name, cell: (row) => rowButton(model, `actor:${row.first.id}`, actions.select) },
    { title: t("column.partner"), value: (row) => row.second.name, cell: (row) => rowButton(model, `actor:${row.second.id}`, actions.select) },
    { title: t("column.alliances"), value: (row) => row.alliances.length, cell: (row) => h("ul", { class: "rows tight" }, row.alliances.map((alliance) => h("li", {}, rowButton(model, `alliance:${alliance.id}`, actions.select)))) },
  ], tieRows(model, shown).filter(isInside))];
}

function placesTwin(model, shown, actions) {
  const groups = new Map();
  for (const actor of model.actors) {
    if (!shown.actors.has(actor.id)) continue;
    const place = actor.place ?? "";
    if (!groups.has(place)) groups.set(place, []);
    groups.get(place).push(actor);
  }
  return sortableTable(t("twin.places"), [
    { title: t("column.place"), value: (row) => row.name, cell: (row) => (row.id ? rowButton(model, `place:${row.id}`, actions.select) : row.name) },
    { title: t("column.count"), value: (row) => row.actors.length, isNumber: true },
    { title: t("column.actors"), value: (row) => row.actors.length, cell: (row) => h("ul", { class: "rows tight" }, row.actors.map((actor) => h("li", {}, rowButton(model, `actor:${actor.id}`, actions.select)))) },
  ], [...groups].map(([id, actors]) => ({ id, name: id ? model.placeName(id) : t("place.unknown"), actors })).sort((a, b) => b.actors.length - a.actors.length));
}

function timelineTwin(model, shown, actions) {
  return sortableTable(t("twin.timeline"), [
    { title: t("column.date"), value: (row) => row.start ?? "", cell: (row) => row.dates ?? t("date.unknown") },
    { title: t("column.alliance"), value: (row) => row.title, cell: (row) => rowButton(model, `alliance:${row.id}`, actions.select) },
    { title: t("column.parties"), value: (row) => row.members.length, cell: (row) => row.members.map((id) => model.actorsByID.get(id).name).join(", ") },
  ], model.alliances.filter((alliance) => shown.alliances.has(alliance.id)).sort((a, b) => byDate(b, a)));
}
