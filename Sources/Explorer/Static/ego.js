// The small map of one actor: itself in the middle, its partners around, numbered as in the list below the map.

import { h, s } from "./dom.js";
import { t, compareText } from "./text.js";
import { actorMark } from "./marks.js";
import { rowButton } from "./parts.js";

const mostPartners = 16;

/** Partners of an actor, those of most common alliances first. */
export function partnersInOrder(model, id) {
  return [...model.partners(id)]
    .map(([other, alliances]) => ({ actor: model.actorsByID.get(other), alliances }))
    .sort((a, b) => b.alliances.length - a.alliances.length || compareText(a.actor.name, b.actor.name));
}

/** The map and the list that names its numbers. */
export function egoMap(model, actor, onselect) {
  const partners = partnersInOrder(model, actor.id);
  if (partners.length === 0) return h("p", { class: "hint" }, t("actor.alone"));
  const shown = partners.slice(0, mostPartners);
  const place = (index) => {
    const angle = (2 * Math.PI * index) / shown.length - Math.PI / 2;
    return { x: 150 + 118 * Math.cos(angle), y: 100 + 78 * Math.sin(angle) };
  };
  const ids = new Map(shown.map((partner, index) => [partner.actor.id, index]));
  const among = [];
  for (const [id, index] of ids) {
    for (const other of model.partners(id).keys()) {
      if (ids.get(other) > index) among.push([index, ids.get(other)]);
    }
  }
  const line = (a, b, style) => s("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, ...style });
  const middle = { x: 150, y: 100 };
  const map = s("svg", { class: "ego", viewBox: "0 0 300 200", role: "img", "aria-label": t("ego.label", { name: actor.name, n: partners.length }) },
    among.map(([a, b]) => line(place(a), place(b), { class: "ego-far" })),
    shown.map((partner, index) => line(middle, place(index), { class: "ego-near", "stroke-width": Math.min(5, 0.8 + partner.alliances.length) })),
    shown.map((partner, index) => mark(model, partner.actor, place(index), String(index + 1))),
    mark(model, actor, middle, "", 1.5));
  const list = h("ol", { class: "partners" }, partners.map((partner) =>
    h("li", {}, rowButton(model, `actor:${partner.actor.id}`, onselect),
      partner.alliances.length > 1 && h("span", { class: "count" }, `× ${partner.alliances.length}`))));
  return h("div", {}, map, partners.length > shown.length && h("p", { class: "hint" }, t("ego.first", { n: shown.length, of: partners.length })), list);
}

function mark(model, actor, { x, y }, text, scale = 1) {
  const drawn = actorMark(model, actor);
  return s("g", { transform: `translate(${x} ${y}) scale(${scale})` },
    drawn && s("g", { transform: "translate(-13 -9.5) scale(1.18)" }, ...drawn.childNodes),
    s("text", { "text-anchor": "middle", y: 3.6, class: "ego-number" }, text));
}
