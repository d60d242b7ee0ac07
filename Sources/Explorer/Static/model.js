// The graph as the page asks about it: actors by id, who works with whom, ways between two, what is said of a row.

import { fold } from "./text.js";
import { Groups } from "./groups.js";

export class Model {
  /** Takes the document of `GET /api/graph` as it is; and, of a live page, what its server lets it do. */
  constructor(content, session = null) {
    this.content = content;
    this.session = session;
    this.actors = content.actors;
    this.alliances = content.alliances;
    this.actorsByID = new Map(this.actors.map((actor) => [actor.id, actor]));
    this.alliancesByID = new Map(this.alliances.map((alliance) => [alliance.id, alliance]));
    this.places = new Map(content.places.map((place) => [place.id, place]));
    this.measures = new Map(content.analysis.actors.map((row) => [row.id, row]));
    this.clusters = content.analysis.clusters;
    /** The document of the suggestions; null until it is there. */
    this.missing = null;
    this.groups = new Groups(content.groups, this.actors);
    this.sources = grouped(content.sources);
    this.alliancesOf = new Map(this.actors.map((actor) => [actor.id, []]));
    const places = new Map(this.actors.map((actor, place) => [actor.id, place]));
    for (const alliance of this.alliances) {
      alliance.members = [];
      alliance.places = [];
      for (const { actor: id } of alliance.parties) {
        const of = this.alliancesOf.get(id);
        // A party may stand twice, with two roles.
        if (!of || of.at(-1) === alliance) continue;
        of.push(alliance);
        alliance.members.push(id);
        alliance.places.push(places.get(id));
      }
    }
    this.partnerCache = new Map();
  }

  isOrganisation(actor) {
    return actor.family !== undefined;
  }

  /** Whether a kind is one of objects: places, programmes, persons… */
  isObjectKind(code) {
    return code in this.content.vocabulary.objects;
  }

  /** The word for a code of a vocabulary; the code itself when no table knows it. */
  label(vocabulary, code) {
    return this.content.vocabulary[vocabulary][code] ?? code;
  }

  placeName(id) {
    return this.places.get(id)?.name ?? id;
  }

  /** The places around a place of one level (`epci`), as the graph states them. */
  placesAround(id, level) {
    return (this.places.get(id)?.within ?? []).filter((outer) => this.places.get(outer)?.level === level);
  }

  /** Whom an actor stands in alliances with: a map from their ids to these alliances. */
  partners(id) {
    let partners = this.partnerCache.get(id);
    if (partners) return partners;
    partners = new Map();
    for (const alliance of this.alliancesOf.get(id) ?? []) {
      for (const other of alliance.members) {
        if (other === id) continue;
        if (!partners.has(other)) partners.set(other, []);
        partners.get(other).push(alliance);
      }
    }
    this.partnerCache.set(id, partners);
    return partners;
  }

  /** The ids within so many steps of an actor, itself included. */
  around(id, steps) {
    let edge = [id];
    const found = new Set(edge);
    for (let step = 0; step < steps; step += 1) {
      const next = [];
      for (const near of edge) {
        for (const other of this.partners(near).keys()) {
          if (found.has(other)) continue;
          found.add(other);
          next.push(other);
        }
      }
      edge = next;
    }
    return found;
  }

  /** A shortest way: the ids from `start` to `end`, both included; null without one. */
  path(start, end) {
    const from = new Map([[start, null]]);
    let edge = [start];
    while (edge.length > 0 && !from.has(end)) {
      const next = [];
      for (const near of edge) {
        for (const other of this.partners(near).keys()) {
          if (from.has(other)) continue;
          from.set(other, near);
          next.push(other);
        }
      }
      edge = next;
    }
    if (!from.has(end)) return null;
    const way = [];
    for (let id = end; id !== null; id = from.get(id)) way.unshift(id);
    return way;
  }

  /** The actors that a selection is about: an actor itself, the parties of an alliance, the two of a pair. */
  actorsIn(row) {
    const split = (row ?? "").indexOf(":");
    const id = (row ?? "").slice(split + 1);
    switch ((row ?? "").slice(0, Math.max(0, split))) {
      case "actor": return [id];
      case "alliance": return this.alliancesByID.get(id)?.members ?? [];
      case "pair": return id.split("|");
      default: return [];
    }
  }

  /** The group that an actor is a member of, or null. */
  clusterOf(id) {
    const number = this.measures.get(id)?.cluster;
    return number === undefined ? null : this.clusters[number - 1];
  }

  /** Suggestions that name an actor, or all. */
  suggestions(id) {
    const all = this.missing?.suggestions ?? [];
    return id ? all.filter((row) => row.first === id || row.second === id) : all;
  }

  /** Reads so many more names for searches; whether there are more. */
  readKeys(most) {
    this.keys ??= [];
    const end = Math.min(this.keys.length + most, this.actors.length + this.alliances.length);
    for (let place = this.keys.length; place < end; place += 1) {
      const actor = this.actors[place];
      const row = actor ?? this.alliances[place - this.actors.length];
      this.keys.push(actor ? { row, type: "actor", key: fold([row.name, ...row.aliases].join(" ")) } : { row, type: "alliance", key: fold(row.title) });
    }
    return end < this.actors.length + this.alliances.length;
  }

  /** Rows whose names hold every word of `query`: those that begin with it first, then in the order of the tables. At most `limit`. */
  search(query, limit) {
    const key = fold(query);
    if (key === "") return [];
    this.readKeys(Infinity);
    const wanted = key.split(" ");
    const found = [[], [], []];
    for (const entry of this.keys) {
      if (!wanted.every((word) => entry.key.includes(word))) continue;
      const rank = entry.key.startsWith(key) ? 0 : entry.key.includes(` ${key}`) ? 1 : 2;
      if (found[rank].length < limit) found[rank].push(entry);
      if (found[0].length === limit) break;
    }
    return found.flat().slice(0, limit);
  }
}

function grouped(sources) {
  const groups = new Map();
  for (const source of sources) {
    if (!groups.has(source.subject)) groups.set(source.subject, []);
    groups.get(source.subject).push(source);
  }
  return groups;
}
