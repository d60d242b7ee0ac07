// Pieces that several cards and views share.

import { h, webLink } from "./dom.js";
import { t, number } from "./text.js";
import { actorMark, formMarks } from "./marks.js";

/** A button that opens the card of a row: "actor:id", "alliance:id", "place:id". */
export function rowButton(model, key, onselect) {
  const split = key.indexOf(":");
  const [type, id] = [key.slice(0, split), key.slice(split + 1)];
  const open = () => onselect(key);
  if (type === "actor") {
    const actor = model.actorsByID.get(id);
    if (!actor) return h("span", {}, id);
    return h("button", { class: "row-link", type: "button", onclick: open }, actorMark(model, actor), h("span", {}, actor.name));
  }
  if (type === "alliance") {
    const alliance = model.alliancesByID.get(id);
    if (!alliance) return h("span", {}, id);
    return h("button", { class: "row-link", type: "button", onclick: open }, formMarks(model, alliance), h("span", {}, alliance.title));
  }
  return h("button", { class: "row-link", type: "button", onclick: open }, h("span", {}, model.placeName(id)));
}

/** A row of facts, `[term, value]`; those without a value are left out: unknown is not empty. */
export function facts(rows) {
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0));
  if (known.length === 0) return null;
  return h("dl", { class: "facts" }, known.flatMap(([term, value]) => [h("dt", {}, term), h("dd", {}, value)]));
}

/** Themes and goals as small labels. */
export function tags(model, row) {
  const goals = row.odd.map((goal) => h("li", { class: "tag goal", title: model.label("goals", String(goal)) }, `${t("field.odd")} ${goal}`));
  const themes = row.themes.map((theme) => h("li", { class: "tag" }, theme));
  return goals.length + themes.length > 0 ? h("ul", { class: "tags", role: "list" }, themes, goals) : null;
}

/** What is cited for a row, with date, author and how sure it is; sources that disagree stand side by side. */
export function sourceList(model, id) {
  const sources = model.sources.get(id) ?? [];
  if (sources.length === 0) return h("p", { class: "hint" }, t("sources.none"));
  const groups = new Map();
  for (const source of sources) {
    const key = source.url ?? source.title ?? "";
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(source);
  }
  return h("ul", { class: "sources" }, [...groups.values()].map((rows) => {
    const [first] = rows;
    const name = first.title ?? (first.url ? null : t("sources.untitled"));
    const about = [first.author, first.date, first.confidence && t("sources.confidence", { confidence: first.confidence })].filter(Boolean).join(" · ");
    const facts = rows.filter((row) => row.field).map((row) =>
      h("li", {}, fieldName(row.field), row.value && ` : ${row.value}`, row.basis === "assigned" && h("span", { class: "hint" }, ` (${t("sources.assigned")})`)));
    return h("li", {}, first.url ? webLink(first.url, name) : name, about && h("span", { class: "hint" }, ` ${about}`),
      facts.length > 0 && h("ul", { class: "source-facts" }, facts));
  }));
}

function fieldName(field) {
  const key = `field.${field}`;
  const name = t(key);
  return name === key ? field : name;
}

/** The head of a card: what sort of thing, and its name. */
export function cardHead(kicker, title, mark) {
  return [h("p", { class: "kicker" }, mark, h("span", {}, kicker)), h("h2", { id: "card-title", tabindex: "-1" }, title)];
}

const listLength = 60;

/** Rows as buttons that open their cards: the first ones, and the others on demand. */
export function rowList(model, keys, onselect) {
  const list = h("ul", { class: "rows tight" });
  const more = h("button", { type: "button", class: "quiet", onclick: () => add() });
  let shown = 0;
  function add() {
    const next = keys.slice(shown, shown + listLength);
    list.append(...next.map((key) => h("li", {}, rowButton(model, key, onselect))));
    list.children[shown]?.querySelector("button")?.focus({ preventScroll: true });
    shown += next.length;
    more.hidden = shown >= keys.length;
    more.textContent = t("table.more", { n: number(Math.min(listLength, keys.length - shown)), of: number(keys.length) });
  }
  add();
  return [list, keys.length > listLength && more];
}

/** A part of a card under a heading. */
export function section(title, ...children) {
  const content = children.flat().filter(Boolean);
  return content.length > 0 ? h("section", {}, h("h3", {}, title), content) : null;
}
