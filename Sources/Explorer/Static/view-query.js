// What is on screen, in the words of the server: for pictures and reports of the current view.

const filterNames = { place: "commune" };
const firstYear = 1000;
const lastYear = 2999;

/** The filters of a state, the steps around its actor or the way from it, as [name, value]. */
export function viewWords(state) {
  const words = [];
  for (const [facet, values] of Object.entries(state.filters)) {
    for (const value of values) words.push(["filter", `${filterNames[facet] ?? facet}=${value}`]);
  }
  if (state.from !== null || state.until !== null) {
    words.push(["filter", `year=${state.from ?? firstYear}-${state.until ?? lastYear}`]);
  }
  if (state.selected?.startsWith("actor:") && (state.to || state.focus)) {
    words.push(["actor", state.selected.slice("actor:".length)], state.to ? ["to", state.to] : ["steps", String(state.focus)]);
  }
  return words;
}

/** Whether a state shows less than everything. */
export function isPartial(state) {
  return viewWords(state).length > 0;
}

/** The address of a picture for the page itself: without the title and legend that the page has. */
export function pictureAddress(name, words = []) {
  const group = /^cluster-(.+)$/.exec(name);
  const own = [["kind", group || name === "clusters" ? "network" : name], ["frame", "0"]];
  if (group) own.push(["cluster", group[1]]);
  return `api/picture?${new URLSearchParams([...own, ...words])}`;
}

/** The address of the map of a state as a file of its own, with title and legend. */
export function mapAddress(state, isDivided, format) {
  const kind = { territory: "territory", timeline: "timeline", missing: "gaps" }[state.tab] ?? "network";
  const words = [["kind", kind], ["format", format], ...viewWords(state)];
  if (kind === "network" && isDivided && state.cluster) words.push(["cluster", state.cluster]);
  return `api/picture?${new URLSearchParams(words)}`;
}

/** The address of the report that fits a state: of its actor, or of what its tab is about. */
export function reportAddress(state) {
  const isActor = state.selected?.startsWith("actor:") && !state.focus && !state.to;
  if (isActor) return `api/report?${new URLSearchParams([["kind", "actor"], ["actor", state.selected.slice("actor:".length)]])}`;
  const kind = { news: "news", timeline: "story", data: "directory" }[state.tab] ?? "territory";
  return `api/report?${new URLSearchParams([["kind", kind], ...viewWords(state)])}`;
}
