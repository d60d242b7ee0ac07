// Missing partnerships: lines of the list, and the card with the reasons that a person can check.

import { h } from "./dom.js";
import { t, count, number, clauses } from "./text.js";
import { facts, rowButton, section } from "./parts.js";

/** The key of a pair in the address. */
export function pairKey(row) {
  return `pair:${row.first}|${row.second}`;
}

export function findPair(model, id) {
  const { suggestions, withoutHistory } = model.missing ?? { suggestions: [], withoutHistory: [] };
  return [...suggestions, ...withoutHistory].find((row) => `${row.first}|${row.second}` === id || `${row.second}|${row.first}` === id);
}

/** How likely, in the words of the basis: a chance, or a factor; nothing where neither is known. */
export function strength(row) {
  if (row.probability !== undefined) return t("missing.chance", { percent: number(Math.round(row.probability * 1000) / 10) });
  if (row.timesAverage !== undefined) return t("missing.times", { n: number(row.timesAverage >= 10 ? Math.round(row.timesAverage) : Math.round(row.timesAverage * 10) / 10) });
  return null;
}

/** A suggestion in a list; on the card of `actor` only the other one is named. */
export function suggestionLine(model, row, actions, actor) {
  const name = (id) => model.actorsByID.get(id)?.name ?? id;
  const title = actor ? name(row.first === actor ? row.second : row.first) : `${name(row.first)} — ${name(row.second)}`;
  const reasons = clauses(row.reasons.map((reason) => reason.sentence).slice(0, 2));
  return h("li", {}, h("button", { class: "row-link", type: "button", onclick: () => actions.select(pairKey(row)) }, h("span", {}, title)),
    h("p", { class: "hint" }, [reasons, strength(row)].filter(Boolean).join(" · ")));
}

/** Why two actors might work together, the rows behind each reason, who can introduce them, what speaks against. */
export function suggestionCard(model, id, actions) {
  const row = findPair(model, id);
  if (!row) return null;
  const certificate = (reason) => h("li", {},
    h("p", {}, h("strong", {}, model.label("reasons", reason.family)), ` : ${reason.sentence}`),
    reason.rows.length > 0 && h("details", {}, h("summary", {}, t("missing.rows", { rows: count("line", reason.rows.length) })),
      h("ul", { class: "rows tight" }, reason.rows.map((reference) => h("li", {}, referenceButton(model, reference, actions))))));
  return h("article", { class: "card", "aria-labelledby": "card-title" },
    h("p", { class: "kicker" }, t("missing.kicker")),
    h("h2", { id: "card-title", tabindex: "-1" }, rowButton(model, `actor:${row.first}`, actions.select), rowButton(model, `actor:${row.second}`, actions.select)),
    strength(row) && h("p", { class: "role" }, strength(row)),
    section(t("missing.reasons"), h("ol", { class: "reasons" }, row.reasons.map(certificate))),
    row.counter && section(t("missing.counter"), h("ul", { class: "reasons" }, certificate(row.counter))),
    facts([
      [t("missing.introduction"), row.introduction], [t("missing.form"), row.formAdvice ?? (row.form && model.label("forms", row.form))],
    ]),
    decisionTools(model, row, actions),
    h("p", { class: "hint" }, model.missing.basis));
}

function referenceButton(model, reference, actions) {
  const type = { actors: "actor", alliances: "alliance", places: "place" }[reference.table];
  return type ? rowButton(model, `${type}:${reference.id}`, actions.select) : h("span", {}, `${reference.table} : ${reference.id}`);
}

/** Accept, set aside with a reason, already exists; only where a server keeps the decision. */
function decisionTools(model, row, actions) {
  if (!model.session?.canDecide) return null;
  const reason = h("input", { type: "text", maxlength: 1000, autocomplete: "off" });
  const decide = (verdict) => actions.decide(verdict, [row.first, row.second], reason.value.trim() || undefined);
  const button = (verdict) => h("button", { type: "button", class: verdict === "accepted" ? "primary" : "quiet", onclick: () => decide(verdict) }, t(`decision.${verdict}`));
  return h("div", { class: "decisions" }, h("label", {}, h("span", {}, t("decision.reason")), reason), ["accepted", "set_aside", "exists"].map(button));
}
