// A picture that can be moved and enlarged: with the mouse, two fingers, or keys.
//
// The SVG is laid out once; moving and enlarging only change the transform of its box, which the browser composes without
// painting anew. When the movement rests, the box is painted sharp at its new size.

import { h, isEmbedded } from "./dom.js";
import { t } from "./text.js";

const closest = 0.02;
const farthest = 8;
/** Points of the picture are at least this many pixels at first, so that names can be read. */
const readableScale = 0.72;

export class Picture {
  /** `onzoom` hears the place of the picture as [x, y, scale] when a movement rests. */
  constructor(svg, { label, onzoom }) {
    this.svg = svg;
    this.onzoom = onzoom;
    const box = svg.viewBox.baseVal;
    (this.width = box.width), (this.height = box.height);
    svg.setAttribute("width", this.width);
    svg.setAttribute("height", this.height);
    svg.setAttribute("role", "group");
    svg.removeAttribute("aria-labelledby");
    svg.setAttribute("aria-label", label);
    svg.querySelector(":scope > title")?.remove();
    this.paper = h("div", { class: "paper" }, svg);
    this.stage = h("div", { class: isEmbedded ? "stage embedded" : "stage" }, this.paper);
    this.hint = h("p", { class: "stage-hint", hidden: true }, t("picture.ctrl"));
    this.element = h("div", { class: "picture" }, this.stage, this.hint);
    this.controls = this.buttons();
    this.pointers = new Map();
    this.place = null;
    this.stage.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    for (const [name, handler] of Object.entries({
      pointerdown: this.down, pointermove: this.move, pointerup: this.up, pointercancel: this.up,
    })) this.stage.addEventListener(name, handler.bind(this));
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(this.stage);
  }

  buttons() {
    const button = (key, symbol, action) => h("button", { type: "button", "aria-label": t(key), title: t(key), onclick: action }, symbol);
    return h("div", { class: "zoom-buttons" },
      button("picture.in", "+", () => this.zoom(1.4)), button("picture.out", "−", () => this.zoom(1 / 1.4)),
      button("picture.all", "⤢", () => this.showAll()));
  }

  remove() {
    this.observer.disconnect();
    this.element.remove();
  }

  get size() {
    return { width: this.stage.clientWidth, height: this.stage.clientHeight };
  }

  /** The place at first: that of the address; else a sheet from its top, a network whole, or its middle when that could not be read. */
  resized() {
    if (this.place || this.size.width === 0) return;
    if (this.wanted) this.apply(...this.wanted);
    else if (this.isSheet) this.apply(0, 0, Math.max(this.size.width / this.width, readableScale));
    else if (this.fitScale >= readableScale) this.showAll(false);
    else this.open(this.start ?? { x: this.width / 2, y: this.height / 2 });
  }

  /** Shows as much of the picture as can be read, around a point: no room stays empty that the picture could fill. */
  open(point) {
    const along = (middle, extent, room) => {
      const spare = room - extent * readableScale;
      return spare > 0 ? spare / 2 : Math.min(0, Math.max(spare, room / 2 - middle * readableScale));
    };
    const { width, height } = this.size;
    this.apply(along(point.x, this.width, width), along(point.y, this.height, height), readableScale);
  }

  get fitScale() {
    return Math.min(this.size.width / this.width, this.size.height / this.height);
  }

  showAll(tells = true) {
    const scale = Math.min(this.fitScale, 2);
    this.apply((this.size.width - this.width * scale) / 2, (this.size.height - this.height * scale) / 2, scale);
    if (tells) this.rest(true);
  }

  /** Puts a point of the picture in the middle. */
  show(point, scale = this.place?.[2] ?? readableScale) {
    this.apply(this.size.width / 2 - point.x * scale, this.size.height / 2 - point.y * scale, scale);
  }

  /** Brings a point into view when it is not. */
  reveal(point) {
    if (!this.place) return;
    const [x, y, scale] = this.place;
    const [left, top] = [x + point.x * scale, y + point.y * scale];
    const margin = 48;
    const { width, height } = this.size;
    if (left > margin && top > margin && left < width - margin && top < height - margin) return;
    this.show(point);
    this.rest();
  }

  apply(x, y, scale) {
    const bounded = Math.min(farthest, Math.max(closest, scale));
    // A part of the picture always stays in view.
    const { width, height } = this.size;
    const keep = 60;
    const limit = (value, extent, room) => Math.min(room - keep, Math.max(keep - extent * bounded, value));
    this.place = [limit(x, this.width, width), limit(y, this.height, height), bounded];
    this.paper.style.transform = `translate(${this.place[0]}px, ${this.place[1]}px) scale(${bounded})`;
  }

  /** Enlarges around a point of the stage, its middle by default. */
  zoom(factor, point = { x: this.size.width / 2, y: this.size.height / 2 }) {
    const [x, y, scale] = this.place;
    const next = Math.min(farthest, Math.max(closest, scale * factor));
    const ratio = next / scale;
    this.apply(point.x - (point.x - x) * ratio, point.y - (point.y - y) * ratio, next);
    this.moving();
  }

  pan(dx, dy) {
    const [x, y, scale] = this.place;
    this.apply(x + dx, y + dy, scale);
    this.moving();
  }

  /** Composes only, as long as the movement lasts. */
  moving() {
    this.isMoving = true;
    this.paper.classList.add("moving");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.rest(), 180);
  }

  rest(isWhole = false) {
    this.isMoving = false;
    this.paper.classList.remove("moving");
    const [x, y, scale] = this.place;
    this.onzoom?.(isWhole ? null : [Math.round(x), Math.round(y), Number(scale.toFixed(3))]);
  }

  // Mouse and fingers

  wheel(event) {
    // Inside another page the wheel is that page's, but for the sign that every map knows.
    if (isEmbedded && !event.ctrlKey && !event.metaKey) {
      this.hint.hidden = false;
      clearTimeout(this.hintTimer);
      this.hintTimer = setTimeout(() => (this.hint.hidden = true), 1500);
      return;
    }
    event.preventDefault();
    const step = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    this.zoom(Math.exp(-Math.max(-300, Math.min(300, step)) * 0.0016), this.point(event));
  }

  point(event) {
    const box = this.stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  down(event) {
    if (event.button !== 0) return;
    this.pointers.set(event.pointerId, this.point(event));
    this.travel = 0;
    if (this.pointers.size === 2) this.pinch = this.spread();
  }

  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.point(event);
    const isFinger = event.pointerType === "touch";
    this.pointers.set(event.pointerId, now);
    if (this.pointers.size === 1) {
      // In a frame one finger scrolls the page around.
      if (isEmbedded && isFinger) return;
      this.travel += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
      if (this.travel > 4) {
        if (!this.stage.hasPointerCapture(event.pointerId)) this.stage.setPointerCapture(event.pointerId);
        this.pan(now.x - before.x, now.y - before.y);
      }
      return;
    }
    const next = this.spread();
    this.travel = 99;
    this.pan((next.x - this.pinch.x), (next.y - this.pinch.y));
    this.zoom(next.distance / Math.max(1, this.pinch.distance), next);
    this.pinch = next;
  }

  up(event) {
    this.pointers.delete(event.pointerId);
    if (this.pointers.size === 2) this.pinch = this.spread();
  }

  /** Whether the last press moved the picture, so that its end is no click. */
  get wasDragged() {
    return (this.travel ?? 0) > 4;
  }

  spread() {
    const [a, b] = [...this.pointers.values()];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, distance: Math.hypot(a.x - b.x, a.y - b.y) };
  }
}

/** Turns SVG text into an element of this page. */
export function parsePicture(text) {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  const svg = document.importNode(parsed.documentElement, true);
  // Labels of links would be read twice, and an anchor without an address is none.
  for (const anchor of svg.querySelectorAll("a")) anchor.replaceWith(...anchor.childNodes);
  for (const title of svg.querySelectorAll("g > title")) title.remove();
  return svg;
}
