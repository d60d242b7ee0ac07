// Small helpers over the DOM. Text always goes in as text, so no name or title is ever read as HTML.

const svgNamespace = "http://www.w3.org/2000/svg";

/**
 * Makes an HTML element: h("button", {class: "quiet", onclick: f}, "text", child).
 * Attributes that are null, undefined or false are left out; children may be nested lists, nulls are left out too.
 */
export function h(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function s(tag, attributes, ...children) {
  return filled(document.createElementNS(svgNamespace, tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts `children` in place of what `parent` holds. */
export function fill(parent, ...children) {
  parent.replaceChildren();
  return filled(parent, {}, children);
}

/** Tells a screen reader what changed. */
export function announce(text) {
  document.getElementById("live").textContent = text;
}

/** A link to the web in a new tab; plain text when the address is not http or https. */
export function webLink(address, label) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    return h("span", {}, label ?? address);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return h("span", {}, label ?? address);
  return h("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, label ?? url.hostname.replace(/^www\./, ""));
}

/** Whether the page stands in a frame of another page, whose scrolling is not to be taken. */
export const isEmbedded = window.self !== window.top;
