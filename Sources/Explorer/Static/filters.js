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

/** What the state's filters leave: sets of the ids of actors and alliances. */
export function visible(model, table, state) {
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

  const kept = new Set();
  for (const actor of model.actors) if (acceptsActor(actor)) kept.add(actor.id);
  const alliances = new Set();
  const present = new Set();
  for (const alliance of model.alliances) {
    if (!accepts(ofAlliances, alliance) || !acceptsPeriod(alliance)) continue;
    const members = alliance.members.filter((id) => kept.has(id));
    if (ofActors.length > 0 && members.length < 2) continue;
    alliances.add(alliance.id);
    for (const id of members) present.add(id);
  }
  const actors = ofAlliances.length > 0 || hasPeriod ? present : kept;
  return { actors, alliances, isWhole: active.length === 0 && !hasPeriod };
}

/**
 * For each facet, its values with how many rows would be shown with each, the other filters standing as they do; `shown` is
 * what all of them leave.
 */
export function facetCounts(model, table, state, shown) {
  const result = {};
  for (const [code, facet] of Object.entries(table)) {
    const chosen = state.filters[code] ?? [];
    const others = chosen.length === 0 ? shown : visible(model, table, { ...state, filters: without(state.filters, code) });
    const counts = new Map();
    for (const row of facet.of === "actor" ? model.actors : model.alliances) {
      const isShown = (facet.of === "actor" ? others.actors : others.alliances).has(row.id);
      const values = facet.values(row);
      for (const value of values.length > 1 ? new Set(values) : values) {
        counts.set(value, (counts.get(value) ?? 0) + (isShown ? 1 : 0));
      }
    }
    result[code] = [...counts];
  }
  return result;
}

function without(filters, code) {
  const rest = { ...filters };
  delete rest[code];
  return rest;
}
