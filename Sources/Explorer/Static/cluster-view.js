// The groups of a graph that is too large for one picture: each can be opened to see inside.

import { h } from "./dom.js";
import { t, count } from "./text.js";
import { actorMark } from "./marks.js";

const mostClusters = 60;

/** The groups, largest first, with how many alliances join each to the others. */
export function clusterOverview(model, state, actions) {
  const shown = actions.shown();
  const clusters = model.clusters.filter((cluster) => cluster.actors.some((id) => shown.actors.has(id)));
  const largest = Math.max(...clusters.map((cluster) => cluster.actors.length), 1);
  return h("div", { class: "page" },
    h("h2", {}, t("cluster.title")),
    h("p", {}, t("cluster.intro", { actors: count("row", model.actors.length), groups: count("group", model.clusters.length) })),
    h("ul", { class: "clusters", role: "list" }, clusters.slice(0, mostClusters).map((cluster) => {
      const pivot = model.actorsByID.get(cluster.pivot);
      const visible = cluster.actors.filter((id) => shown.actors.has(id)).length;
      return h("li", {}, h("button", { type: "button", onclick: () => actions.openCluster(cluster.number) },
        h("strong", {}, cluster.name.charAt(0).toUpperCase() + cluster.name.slice(1)),
        h("span", { class: "hint" }, actorMark(model, pivot), t("cluster.around", { name: pivot?.name ?? "" })),
        h("meter", { min: 0, max: largest, value: visible, "aria-hidden": "true" }),
        h("span", {}, `${count("actor", visible)} · ${count("alliance", cluster.alliances.length)}`)));
    })),
    clusters.length > mostClusters && h("p", { class: "hint" }, t("cluster.first", { n: mostClusters, of: clusters.length })));
}
