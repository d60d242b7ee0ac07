// Which actors and alliances are shown. The rules are those of `maillage map --filter`: values of one facet are
// alternatives, facets must all hold. Facets of actors leave an alliance the parties that are left, when they are at least
// two; facets of alliances leave the actors that take part in one that is left.

/** Each facet: what it speaks of, and the values that a row has. */
export function facets(model) {
  const themes = (row) => row.themes;
  const goals = (row) => row.odd.map(String);
  const one = (value) => (value === undefined ? [] : [value]);
  return {
    family: { of: "actor", values: (actor) => one(actor.family), label: (code) => model.label("families", code) },
    kind: { of: "actor", values: (actor) => one(actor.kind), label: (code) => model.label("kinds", code) },
    place: { of: "actor", values: (actor) => one(actor.place), label: (code) => model.placeName(code) },
    epci: {
      of: "actor", values: (actor) => (actor.place ? model.placesAround(actor.place, "epci") : []),
      label: (code) => model.placeName(code),
    },
    form: { of: "alliance", values: (alliance) => alliance.forms, label: (code) => model.label("forms", code) },
    relation: {
      of: "alliance", values: (alliance) => one(alliance.relation), label: (code) => model.label("relations", code),
    },
    theme: { of: "alliance", values: themes, label: (code) => code },
    odd: { of: "alliance", values: goals, label: (code) => `${code} · ${model.label("goals", code)}` },
    status: { of: "alliance", values: (alliance) => one(alliance.status), label: (code) => model.label("statuses", code) },
  };
}

/** What the state's filters leave: sets of the ids of actors and alliances, and the marks behind them. */
export function visible(model, table, state) {
  const shown = marks(model, table, state);
  const ids = (rows, isShown) => new Set(rows.filter((_, place) => isShown[place]).map((row) => row.id));
  const isWhole = Object.keys(state.filters).length === 0 && state.from === null && state.until === null;
  return { actors: ids(model.actors, shown.actor), alliances: ids(model.alliances, shown.alliance), marks: shown, isWhole };
}

/** The same as 1 or 0 for each row of both tables, by its place: quick for a hundred thousand of them. */
function marks(model, table, state) {
  const { filters } = state;
  const active = Object.keys(filters).map((code) => [table[code], new Set(filters[code]), code]);
  const ofActors = active.filter(([facet]) => facet.of === "actor");
  const ofAlliances = active.filter(([facet]) => facet.of === "alliance");
  const hasPeriod = state.from !== null || state.until !== null;
  const accepts = (tests, row) => tests.every(([facet, wanted]) => facet.values(row).some((value) => wanted.has(value)));
  const kinds = filters.kind;
  const speaksOfObjects = !kinds || kinds.some((kind) => model.isObjectKind(kind));
  const speaksOfOrganisations = !kinds || kinds.some((kind) => !model.isObjectKind(kind));
  const otherTests = ofActors.filter(([, , code]) => code !== "kind");
  const kindTest = ofActors.filter(([, , code]) => code === "kind");

  function acceptsActor(actor) {
    const isOrganisation = model.isOrganisation(actor);
    if (kinds && (isOrganisation ? speaksOfOrganisations : speaksOfObjects) && !accepts(kindTest, actor)) return false;
    return !isOrganisation || accepts(otherTests, actor);
  }

  function acceptsPeriod(alliance) {
    if (!hasPeriod) return true;
    if (alliance.firstYear === undefined) return false;
    return (state.until === null || alliance.firstYear <= state.until) && (state.from === null || alliance.lastYear >= state.from);
  }

  const kept = Uint8Array.from(model.actors, (actor) => (acceptsActor(actor) ? 1 : 0));
  const speaksOfAlliances = ofAlliances.length > 0 || hasPeriod;
  const actor = speaksOfAlliances ? new Uint8Array(kept.length) : kept;
  const alliance = Uint8Array.from(model.alliances, (row) => {
    if (!accepts(ofAlliances, row) || !acceptsPeriod(row)) return 0;
    const left = ofActors.length > 0 ? row.places.filter((place) => kept[place]) : row.places;
    if (ofActors.length > 0 && left.length < 2) return 0;
    if (speaksOfAlliances) for (const place of left) actor[place] = 1;
    return 1;
  });
  return { actor, alliance };
}

/**
 * For each facet, its values with how many rows would be shown with each, the other filters standing as they do; `shown` is
 * what all of them leave.
 */
export function facetCounts(model, table, state, shown) {
  const result = {};
  for (const [code, facet] of Object.entries(table)) {
    const chosen = state.filters[code] ?? [];
    const others = chosen.length === 0 ? shown.marks : marks(model, table, { ...state, filters: without(state.filters, code) });
    const isShown = others[facet.of];
    const { names, starts, numbers } = numbered(facet, facet.of === "actor" ? model.actors : model.alliances);
    const counts = new Uint32Array(names.length);
    for (let row = 0; row < isShown.length; row += 1) {
      if (!isShown[row]) continue;
      for (let place = starts[row]; place < starts[row + 1]; place += 1) counts[numbers[place]] += 1;
    }
    result[code] = names.map((name, number) => [name, counts[number]]);
  }
  return result;
}

/** The values of a facet, and those of each row by their numbers: made once, since every filter asks for all rows. */
function numbered(facet, rows) {
  if (facet.numbered) return facet.numbered;
  const known = new Map();
  const numbers = [];
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, place) => {
    const values = facet.values(row);
    for (const value of values.length > 1 ? new Set(values) : values) {
      if (!known.has(value)) known.set(value, known.size);
      numbers.push(known.get(value));
    }
    starts[place + 1] = numbers.length;
  });
  facet.numbered = { names: [...known.keys()], starts, numbers: Uint32Array.from(numbers) };
  return facet.numbered;
}

function without(filters, code) {
  const rest = { ...filters };
  delete rest[code];
  return rest;
}
