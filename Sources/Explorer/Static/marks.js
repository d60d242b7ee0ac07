// Small drawings of how actors and alliances look, for legends, cards and lists. Shape says the same as colour.

import { s } from "./dom.js";

const outlines = {
  box: "1,2 21,2 21,14 1,14", roundedBox: "3,2 19,2 21,4 21,12 19,14 3,14 1,12 1,4", hexagon: "5,2 17,2 21,8 17,14 5,14 1,8",
  octagon: "6,2 16,2 21,6 21,10 16,14 6,14 1,10 1,6", parallelogram: "6,2 21,2 16,14 1,14", trapezium: "6,2 16,2 21,14 1,14",
  house: "11,1 21,6 21,15 1,15 1,6", note: "1,2 17,2 21,6 21,14 1,14", tab: "1,2 8,2 8,4 21,4 21,14 1,14",
  component: "1,2 21,2 21,14 1,14",
};

/** The mark of a family or kind of object, as the pictures draw it. */
export function nodeMark(look) {
  const style = { fill: look.fill, stroke: look.border, "stroke-width": 1.5, "stroke-dasharray": look.isDashed ? "3 2" : null };
  const shape = look.shape === "ellipse"
    ? s("ellipse", { cx: 11, cy: 8, rx: 10, ry: 6.5, ...style })
    : s("polygon", { points: outlines[look.shape] ?? outlines.box, "stroke-linejoin": "round", ...style });
  const inner = look.isDouble && s("rect", { x: 3.5, y: 4.5, width: 15, height: 7, fill: "none", stroke: look.border, "stroke-width": 1 });
  return s("svg", { class: "mark", viewBox: "0 0 22 16", width: 22, height: 16, "aria-hidden": "true" }, shape, inner);
}

/** The line of a form of partnership. */
export function lineMark(look) {
  const stroke = (y, width, dash) => s("line", {
    x1: 1, y1: y, x2: 27, y2: y, stroke: look.color, "stroke-width": width, "stroke-dasharray": dash,
    class: "stroke",
  });
  const lines = {
    solid: () => [stroke(8, look.width)], dashed: () => [stroke(8, look.width, "6 3")], dotted: () => [stroke(8, look.width, "1.5 3")],
    double: () => [stroke(6.2, look.width), stroke(9.8, look.width)],
  };
  return s("svg", { class: "mark", viewBox: "0 0 28 16", width: 28, height: 16, "aria-hidden": "true" }, (lines[look.line] ?? lines.solid)());
}

/** Looks by code, of a model's legend. */
export function looks(model) {
  const { families, objects, forms } = model.content.legend;
  const byCode = (rows) => new Map(rows.map((row) => [row.code, row]));
  return { families: byCode(families), objects: byCode(objects), forms: byCode(forms) };
}

/** The mark of an actor or object. */
export function actorMark(model, actor) {
  model.looks ??= looks(model);
  const look = actor.family ? model.looks.families.get(actor.family) : model.looks.objects.get(actor.kind);
  return look ? nodeMark(look) : null;
}

/** The marks of an alliance: one line for each of its forms. */
export function formMarks(model, alliance) {
  model.looks ??= looks(model);
  const codes = alliance.forms.length > 0 ? alliance.forms : ["unknown"];
  return codes.map((code) => model.looks.forms.get(code)).filter(Boolean).map(lineMark);
}
