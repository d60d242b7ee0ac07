// The groups of a graph that is too large for one picture: a nest, whose numbers say what lies in what (`3.2` in `3`).

export class Groups {
  /** Takes the rows of the document, the outer ones first; none of a graph that one picture shows. */
  constructor(rows, actors) {
    this.rows = rows;
    this.byNumber = new Map(rows.map((row) => [row.number, row]));
    /** For each actor the numbers of its groups, from the outside in. */
    this.paths = new Map();
    for (const row of rows) {
      if (!row.actors) continue;
      const steps = row.number.split(".");
      const path = steps.map((_, place) => steps.slice(0, place + 1).join("."));
      for (const place of row.actors) this.paths.set(actors[place].id, path);
    }
  }

  get isEmpty() {
    return this.rows.length === 0;
  }

  /** The groups right inside of one; the outermost ones for null. */
  inside(number) {
    const depth = number ? number.split(".").length + 1 : 1;
    return this.rows.filter((row) => row.number.split(".").length === depth && (!number || row.number.startsWith(`${number}.`)));
  }

  /** The groups that one lies in, itself last. */
  path(number) {
    return (number ?? "").split(".").filter(Boolean).map((_, place, steps) => steps.slice(0, place + 1).join("."));
  }

  holds(number, actor) {
    return this.paths.get(actor)?.includes(number) ?? false;
  }

  members(number) {
    return [...this.paths.keys()].filter((actor) => this.holds(number, actor));
  }

  /** The innermost group that holds all these actors; null when only the whole does. */
  common(actors) {
    const paths = actors.map((actor) => this.paths.get(actor) ?? []);
    const shared = (paths[0] ?? []).filter((number) => paths.every((path) => path.includes(number)));
    return shared.at(-1) ?? null;
  }

  /** The numbers of all groups with one of these actors in them. */
  around(actors) {
    const found = new Set();
    for (const actor of actors) for (const number of this.paths.get(actor) ?? []) found.add(number);
    return found;
  }
}
