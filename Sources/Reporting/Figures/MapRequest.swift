import AllianceModel
public import Cartography
import TerritoryAnalysis

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
    let drawn = graph.part(actors: part.actors, alliances: part.alliances)
    let info = GraphInfo(
      name: graph.info.name, title: part.title, territory: graph.info.territory, perimeter: graph.info.perimeter,
      language: graph.info.language, created: graph.info.created)
    return AllianceGraph(
      info: info, actors: drawn.actors, alliances: drawn.alliances, places: drawn.places, sources: drawn.sources)
  }
}
