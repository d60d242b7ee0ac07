// What a picture answers to: hover, click, the keyboard; and how it shows filters, a selection, steps around it, a way.

import { announce } from "./dom.js";
import { t, count } from "./text.js";
import { readPicture } from "./reading.js";

/** The shape of a node or tie, and those that lie on it. */
function shapes({ element, parts }) {
  return [element, ...parts];
}

export class PictureLinks {
  /** `picture` is a Picture; `onselect` hears "actor:id", "alliance:id" or "place:id". */
  constructor(picture, model, { onselect, onclear }) {
    Object.assign(this, { picture, model, onselect, onclear });
    const { nodes, ties } = readPicture(picture.svg, model);
    this.nodes = nodes.filter((node) => node.type !== null);
    this.ties = ties;
    this.byElement = new Map(this.nodes.map((node) => [node.element, node]));
    this.byRow = new Map();
    for (const node of this.nodes) {
      const key = `${node.type}:${node.id}`;
      if (!this.byRow.has(key)) this.byRow.set(key, []);
      this.byRow.get(key).push(node);
    }
    this.neighbours = new Map(this.nodes.map((node) => [node, []]));
    for (const tie of ties) {
      const [one, other] = tie.ends;
      if (!one || !other || one === other) continue;
      this.neighbours.get(one)?.push(other);
      this.neighbours.get(other)?.push(one);
    }
    for (const node of this.nodes) this.prepare(node);
    this.nodes[0]?.element.setAttribute("tabindex", "0");
    const { stage, svg } = picture;
    svg.addEventListener("click", (event) => this.click(event));
    svg.addEventListener("pointerover", (event) => this.hover(event));
    svg.addEventListener("pointerleave", () => this.unhover());
    svg.addEventListener("keydown", (event) => this.key(event));
    svg.addEventListener("focusin", (event) => this.focused(event));
    stage.addEventListener("click", (event) => {
      if (event.target === stage && !picture.wasDragged) onclear();
    });
  }

  /** Each node is a button with a name; only one of them is reached by Tab, arrows lead to the others. */
  prepare(node) {
    const { element } = node;
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "-1");
    element.setAttribute("aria-label", this.words(node));
    element.classList.add("row");
  }

  words(node) {
    if (node.type === "place") return this.model.placeName(node.id);
    // As it is drawn: a server that draws a part of the graph divides it anew.
    if (node.type === "group") return shapes(node).flatMap((shape) => [...shape.querySelectorAll("text")]).map((text) => text.textContent.trim()).filter(Boolean).join(" ");
    if (node.type === "alliance") {
      const alliance = this.model.alliancesByID.get(node.id);
      return t("spoken.alliance", { title: alliance.title, parties: count("party", alliance.members.length) });
    }
    const actor = this.model.actorsByID.get(node.id);
    return t("spoken.actor", { name: actor.name, alliances: count("alliance", this.model.alliancesOf.get(node.id).length) });
  }

  node(target) {
    const element = target.closest?.("g.row");
    return element ? this.byElement.get(element) : undefined;
  }

  /** The middle of a node, in points of the picture. */
  center(node) {
    if (!node.center) {
      const box = node.element.getBBox();
      const { a, d, e, f } = node.element.parentNode.transform?.baseVal?.consolidate()?.matrix ?? { a: 1, d: 1, e: 0, f: 0 };
      node.center = { x: (box.x + box.width / 2) * a + e, y: (box.y + box.height / 2) * d + f };
    }
    return node.center;
  }

  click(event) {
    if (this.picture.wasDragged) return;
    const node = this.node(event.target);
    if (node) return this.onselect(`${node.type}:${node.id}`);
    const tie = this.tieAt(event.target);
    if (tie) return this.onselect(this.meaningOf(tie));
    this.onclear();
  }

  tieAt(target) {
    const element = target.closest?.("g.edge");
    return element && this.ties.find((tie) => tie.element === element);
  }

  /** A tie stands for an alliance: its own, that of an end, or those that both ends share. */
  meaningOf(tie) {
    if (tie.type === "alliance" && tie.id) return `alliance:${tie.id}`;
    const end = tie.ends.find((node) => node.type === "alliance");
    if (end) return `alliance:${end.id}`;
    const [one, other] = tie.ends;
    if (!one || !other) return null;
    if (one.type === "group" || other.type === "group") return this.meaningBetween(one, other);
    const shared = this.model.partners(one.id).get(other.id) ?? [];
    return shared.length > 0 ? `alliance:${shared[0].id}` : `${one.type}:${one.id}`;
  }

  /** A line at a group: what two groups have in common, or the actor at its other end. */
  meaningBetween(one, other) {
    if (one.type !== "group") return `${one.type}:${one.id}`;
    return other.type === "group" ? `bundle:${one.id}|${other.id}` : `${other.type}:${other.id}`;
  }

  hover(event) {
    // While the picture moves, what passes under the pointer is not what the person points at.
    if (this.picture.isMoving) return;
    const node = this.node(event.target);
    if (node === this.hovered) return;
    this.unhover();
    if (!node) return;
    this.hovered = node;
    for (const tie of this.ties) if (tie.ends.includes(node)) tie.element.classList.add("near");
    node.element.classList.add("near");
    for (const other of this.neighbours.get(node)) other.element.classList.add("near");
  }

  unhover() {
    this.hovered = undefined;
    for (const element of this.picture.svg.querySelectorAll(".near")) element.classList.remove("near");
  }

  // Keyboard

  focused(event) {
    const node = this.node(event.target);
    if (!node || node === this.current) return;
    this.current?.element.setAttribute("tabindex", "-1");
    this.current = node;
    node.element.setAttribute("tabindex", "0");
    if (node.element.matches(":focus-visible")) this.picture.reveal(this.center(node));
  }

  key(event) {
    const node = this.node(event.target);
    if (!node) return;
    const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (event.key in directions) this.walk(node, directions[event.key]);
    else if (event.key === "Enter" || event.key === " ") this.onselect(`${node.type}:${node.id}`);
    else if (event.key === "Escape") this.onclear();
    else if (event.key === "+") this.picture.zoom(1.3, this.onStage(node));
    else if (event.key === "-") this.picture.zoom(1 / 1.3, this.onStage(node));
    else if (event.key === "0") this.picture.showAll();
    else if (event.key === "Home") this.go(this.nodes[0]);
    else return;
    event.preventDefault();
  }

  onStage(node) {
    const [x, y, scale] = this.picture.place;
    const { x: left, y: top } = this.center(node);
    return { x: x + left * scale, y: y + top * scale };
  }

  /** Goes along a tie, to the neighbour that lies most in this direction; without one, to the nearest node that does. */
  walk(node, [dx, dy]) {
    const from = this.center(node);
    const ahead = (others) => {
      let best = null;
      let least = Infinity;
      for (const other of others) {
        const to = this.center(other);
        const [x, y] = [to.x - from.x, to.y - from.y];
        const along = x * dx + y * dy;
        if (other === node || along <= 0 || other.element.classList.contains("faded")) continue;
        const cost = Math.hypot(x, y) * (1 + 2 * Math.abs(x * dy - y * dx) / along);
        if (cost < least) [best, least] = [other, cost];
      }
      return best;
    };
    const next = ahead(this.neighbours.get(node)) ?? ahead(this.nodes);
    if (next) this.go(next);
    else announce(t("spoken.edge"));
  }

  go(node) {
    if (!node) return;
    node.element.focus({ preventScroll: true });
    announce(this.words(node));
  }

  /** The node of an actor: its own, or that of the group that holds it. */
  nodeOf(actor) {
    const path = this.model.groups.paths.get(actor) ?? [];
    return [`actor:${actor}`, ...path.map((number) => `group:${number}`)].map((key) => this.byRow.get(key)?.[0]).find(Boolean);
  }

  /** Puts the focus on a row when the picture shows it. */
  focusRow(key) {
    const node = this.byRow.get(key)?.[0];
    if (node) this.picture.reveal(this.center(node));
    return node;
  }

  /**
   * Shows what is meant by the state: rows outside `shown` fade, `selected` stands out, and with `bright` (a set of row
   * keys) everything else fades too. A group is as bright as any of its actors, and stands out with what it holds:
   * `lit` and `holders` are numbers of groups.
   */
  paint({ shown, selected, bright, lit, holders }) {
    const isShown = (node) => {
      if (node.type === "actor") return shown.actors.has(node.id);
      if (node.type === "alliance") return shown.alliances.has(node.id);
      return true;
    };
    for (const node of this.nodes) {
      const key = `${node.type}:${node.id}`;
      const isGroup = node.type === "group";
      node.isBright = isGroup ? !lit || lit.has(node.id) : isShown(node) && (!bright || bright.has(key) || node.type === "place");
      const isSelected = key === selected || (isGroup && holders.has(node.id));
      for (const shape of shapes(node)) shape.classList.toggle("faded", !node.isBright);
      node.element.classList.toggle("selected", isSelected);
      node.element.setAttribute("aria-pressed", String(isSelected));
    }
    for (const tie of this.ties) {
      const ends = tie.ends.filter((node) => this.byElement.has(node.element));
      const row = tie.type === null || (tie.type === "alliance" ? shown.alliances.has(tie.id) : shown.actors.has(tie.id));
      const isFaded = !row || ends.some((node) => !node.isBright);
      for (const shape of shapes(tie)) shape.classList.toggle("faded", isFaded);
      tie.element.classList.toggle("selected", ends.some((node) => `${node.type}:${node.id}` === selected));
    }
  }
}
