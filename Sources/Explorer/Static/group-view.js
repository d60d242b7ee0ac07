// What is said of groups in words: where one is in their nest, the list that stands for their picture, their cards.

import { h } from "./dom.js";
import { t, count, capitalized } from "./text.js";
import { actorMark } from "./marks.js";
import { cardHead, rowList, section } from "./parts.js";

const mostGroups = 60;

/** "3 · Tourisme"; a group of a part that a server drew has a number alone. */
export function groupName(model, number, isKnown = true) {
  const group = isKnown && model.groups.byNumber.get(number);
  return group ? `${number} · ${capitalized(group.name)}` : t("group.kicker", { n: number });
}

/** The way from all groups to the one that is open: each step leads back. */
export function groupPath(model, state, actions) {
  const step = (number, label, isHere) => h("li", {}, h("button", {
    type: "button", class: "quiet", "aria-current": isHere ? "location" : null, onclick: () => actions.openGroup(number),
  }, label));
  const steps = model.groups.path(state.cluster);
  return h("nav", { class: "group-path", "aria-label": t("group.path") }, h("ol", { role: "list" },
    step(null, t("group.all"), steps.length === 0),
    steps.map((number) => step(number, groupName(model, number, !state.only), number === state.cluster))));
}

/** The groups right inside of the one that is open, as a list to open them from. */
export function groupList(model, state, actions) {
  const shown = actions.shown();
  const counts = new Map();
  for (const actor of shown.actors) {
    for (const number of model.groups.paths.get(actor) ?? []) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const groups = model.groups.inside(state.cluster).filter((group) => counts.has(group.number));
  if (groups.length === 0) return null;
  const largest = Math.max(...groups.map((group) => counts.get(group.number)));
  return h("section", { class: "groups" },
    h("h3", {}, t("group.title")),
    h("ul", { class: "clusters", role: "list" }, groups.slice(0, mostGroups).map((group) => {
      const pivot = model.actorsByID.get(group.pivot);
      return h("li", {}, h("button", { type: "button", onclick: () => actions.openGroup(group.number) },
        h("strong", {}, groupName(model, group.number)),
        pivot && h("span", { class: "hint" }, actorMark(model, pivot), t("cluster.around", { name: pivot.name })),
        h("meter", { min: 0, max: largest, value: counts.get(group.number), "aria-hidden": "true" }),
        h("span", {}, `${count("row", counts.get(group.number))} · ${count("alliance", group.innerCount)}`)));
    })));
}

/** The card of a group. */
export function groupCard(model, number, actions) {
  const group = model.groups.byNumber.get(number);
  if (!group) return null;
  const pivot = model.actorsByID.get(group.pivot);
  const members = model.groups.members(number).sort((a, b) => model.alliancesOf.get(b).length - model.alliancesOf.get(a).length);
  const inside = model.groups.inside(number);
  return h("article", { class: "card", "aria-labelledby": "card-title" },
    cardHead(t("group.kicker", { n: number }), groupName(model, number)),
    h("p", { class: "role" }, t("group.sentence", {
      actors: count("row", group.actorCount), inner: count("alliance", group.innerCount), outer: count("alliance", group.outerCount),
    }), pivot && ` ${t("group.pivot", { name: pivot.name })}`),
    h("button", { type: "button", class: "quiet", onclick: () => actions.openGroup(number) }, t("group.open")),
    inside.length > 0 && section(t("group.inside"), h("ul", { class: "rows tight" }, inside.map((row) => h("li", {},
      h("button", { type: "button", class: "row-link", onclick: () => actions.openGroup(row.number) },
        h("span", {}, groupName(model, row.number)), h("span", { class: "count" }, count("row", row.actorCount))))))),
    section(t("group.members"), rowList(model, members.map((id) => `actor:${id}`), actions.select)));
}

/** The card of what two groups have in common: `id` is `3|5`. */
export function bundleCard(model, id, actions) {
  const [first, second] = id.split("|");
  if (!model.groups.byNumber.has(first) || !model.groups.byNumber.has(second)) return null;
  const joins = (alliance, number) => alliance.members.some((actor) => model.groups.holds(number, actor));
  const shared = model.alliances.filter((alliance) => joins(alliance, first) && joins(alliance, second));
  return h("article", { class: "card", "aria-labelledby": "card-title" },
    cardHead(t("bundle.kicker"), t("bundle.title", { first: groupName(model, first), second: groupName(model, second) })),
    h("p", { class: "role" }, t("bundle.sentence", { alliances: count("alliance", shared.length) })),
    section(t("cluster.alliances"), rowList(model, shared.map((alliance) => `alliance:${alliance.id}`), actions.select)));
}
