public import AllianceModel
public import Cartography

/// A map that a report wants, drawn when the words are done.
public struct MapRequest: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case network, territory
    case diagram(Diagram)
  }

  /// A part of the graph, drawn under a title of its own.
  public struct Part: Sendable, Equatable {
    public let title: String
    public let actors: Set<Int>
    public let alliances: Set<Int>
  }

  public let kind: Kind
  /// What is drawn, by positions; nil: all of the graph.
  public let part: Part?
  /// Sheets to lay the map out for, the first on which its smallest type can be read; none: as large as its drawing.
  public let pages: [MapPage]

  init(_ kind: Kind, of part: Part? = nil, pages: [MapPage] = []) {
    (self.kind, self.part, self.pages) = (kind, part, pages)
  }

  /// What is drawn of `graph`.
  func subject(in graph: AllianceGraph) -> AllianceGraph {
    guard let part else { return graph }
    let actors = part.actors.sorted().map { graph.actors[$0] }
    let ids = Set(actors.map(\.id))
    let alliances = part.alliances.sorted().map { index in
      let alliance = graph.alliances[index]
      return AllianceGraph.Alliance(
        id: alliance.id, title: alliance.title, parties: alliance.parties.filter { ids.contains($0.actor) },
        forms: alliance.forms, relation: alliance.relation, logic: alliance.logic, start: alliance.start,
        end: alliance.end, status: alliance.status, themes: alliance.themes, odd: alliance.odd,
        territory: alliance.territory, intensity: alliance.intensity, result: alliance.result, story: alliance.story)
    }
    let subjects = ids.union(alliances.map(\.id))
    let info = GraphInfo(
      name: graph.info.name, title: part.title, territory: graph.info.territory, perimeter: graph.info.perimeter,
      language: graph.info.language, created: graph.info.created)
    return AllianceGraph(
      info: info, actors: actors, alliances: alliances, places: graph.places,
      sources: graph.sources.filter { subjects.contains($0.subject) })
  }
}
