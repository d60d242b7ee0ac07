// Tables that can be sorted by each column, drawn a page at a time so that a large graph does not hang the browser.

import { h, fill, announce } from "./dom.js";
import { t, number, compareText } from "./text.js";

const pageSize = 200;

/**
 * A table of `rows` under a caption. A column is {title, value(row), cell(row), isNumber}: `value` sorts, `cell` shows.
 * What is not known sorts last, whichever way.
 */
export function sortableTable(caption, columns, rows) {
  const body = h("tbody");
  const more = h("button", { type: "button", class: "quiet", onclick: () => draw(shown + pageSize) });
  let order = { column: null, isRising: true };
  let sorted = rows;
  let shown = 0;

  function draw(n) {
    shown = Math.min(n, sorted.length);
    fill(body, sorted.slice(0, shown).map((row) => h("tr", {}, columns.map((column, place) => {
      const content = column.cell ? column.cell(row) : text(column.value(row));
      return h(place === 0 ? "th" : "td", { scope: place === 0 ? "row" : null, class: column.isNumber ? "number" : null }, content);
    }))));
    more.hidden = shown >= sorted.length;
    more.textContent = t("table.more", { n: number(Math.min(pageSize, sorted.length - shown)), of: number(sorted.length) });
  }

  function sort(column, header) {
    order = { column, isRising: order.column === column ? !order.isRising : !column.isNumber };
    const sign = order.isRising ? 1 : -1;
    sorted = rows.toSorted((a, b) => compare(column.value(a), column.value(b), sign));
    for (const other of headers) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", order.isRising ? "ascending" : "descending");
    announce(t(order.isRising ? "table.rising" : "table.falling", { column: column.title }));
    draw(pageSize);
  }

  const headers = columns.map((column) => {
    const header = h("th", { scope: "col", class: column.isNumber ? "number" : null },
      h("button", { type: "button", onclick: () => sort(column, header) }, column.title, h("span", { class: "arrow", "aria-hidden": "true" })));
    return header;
  });
  draw(pageSize);
  const label = `${caption} (${number(rows.length)})`;
  return h("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": label },
    h("table", {}, h("caption", {}, label), h("thead", {}, h("tr", {}, headers)), body), more);
}

function text(value) {
  if (value === undefined || value === null || value === "") return h("span", { class: "unknown" }, "–");
  return typeof value === "number" ? number(value) : value;
}

function compare(one, other, sign) {
  const isUnknown = (value) => value === undefined || value === null || value === "";
  if (isUnknown(one) || isUnknown(other)) return Number(isUnknown(one)) - Number(isUnknown(other));
  return sign * (typeof one === "number" ? one - other : compareText(one, other));
}
