// Reads a picture of Graphviz: which element is which actor, alliance or tie.
//
// Graphviz writes a comment with the names of the DOT text in front of each element (`n3`, `n3--n45`), so the
// ends of a tie are known whatever the kind of picture; maps give their shapes ids that tell the row (`acteur_adie`).

/** An id as maps write it into the ids of shapes: what is not a letter, a digit or `_` is its number between dots. */
function shapeID(id) {
  return id.replace(/[^A-Za-z0-9_]/gu, (sign) => `.${sign.codePointAt(0).toString(16)}.`);
}

/**
 * The nodes and ties of a picture: nodes as {name, element, parts, type, id}, ties as {element, parts, ends}; `type` is
 * "actor", "alliance", "place", "group" or null for what stands for no row. `parts` are the shapes that lie on one: the
 * words and marks on the card of a group (`n3_nom`, `n3_0`), the count at the middle of a tie (`t5`, of `lien_6`).
 */
export function readPicture(svg, model) {
  const rows = new Map();
  for (const place of model.places.keys()) rows.set(`place ${shapeID(place)}`, place);
  for (const id of model.alliancesByID.keys()) rows.set(`alliance ${shapeID(id)}`, id);
  for (const id of model.actorsByID.keys()) rows.set(`actor ${shapeID(id)}`, id);
  const nodes = new Map();
  const ties = [];
  for (const comment of comments(svg)) {
    const element = comment.nextElementSibling;
    if (!element?.classList) continue;
    const names = comment.data.trim().replaceAll("&#45;", "-").split(/--|->/);
    if (element.classList.contains("node")) {
      const name = names.join("--");
      nodes.set(name, { name, element, parts: [], ...meaning(element, rows) });
    } else if (element.classList.contains("edge")) {
      ties.push({ element, parts: [], names, ...meaning(element, rows) });
    }
  }
  for (const tie of ties) tie.ends = tie.names.map((name) => nodes.get(name)).filter(Boolean);
  const tiesByID = new Map(ties.map((tie) => [tie.element.id, tie]));
  for (const { name, element } of nodes.values()) {
    const card = /^(n\d+)_/.exec(name);
    const count = /^t(\d+)$/.exec(name);
    const owner = card ? nodes.get(card[1]) : count && tiesByID.get(`lien_${Number(count[1]) + 1}`);
    owner?.parts.push(element);
  }
  return { nodes: [...nodes.values()], ties };
}

function* comments(svg) {
  const walker = document.createTreeWalker(svg, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) yield walker.currentNode;
}

const prefixes = [
  [/^(?:acteur|nom|objet|ligne)_(.+)$/, "actor"], [/^(?:marque_)?partie_\d+_(.+)$/, "actor"], [/^alliance_(.+)$/, "alliance"],
  [/^(?:lieu|fiche)_(.+)$/, "place"], [/^lien_(.+)$/, "alliance"], [/^voisin_(.+)$/, "actor"],
];

/** A group, or a neighbour that stands for one: they have no row of their own, their number is all. */
const groupPattern = /^(?:carte_groupe_|voisin_groupe\.20\.)(\d+(?:\.2e\.\d+)*)$/;

/** The row that an element stands for, by its id. */
function meaning(element, rows) {
  const group = groupPattern.exec(element.id)?.[1];
  if (group) return { type: "group", id: group.replaceAll(".2e.", ".") };
  for (const [pattern, type] of prefixes) {
    const match = pattern.exec(element.id);
    if (!match) continue;
    // Pieces of one thing are numbered: `partie_2_adie.1`.
    const id = rows.get(`${type} ${match[1]}`) ?? rows.get(`${type} ${match[1].replace(/\.(?:\d+|sans_date)$/, "")}`);
    if (id !== undefined) return { type, id };
  }
  return { type: null, id: null };
}
