public import AllianceModel

/// What some new rows do to a graph: added, changed from what to what, not mentioned; and the graph after it.
///
/// Rows are matched by identity: id, SIREN, SIRET or RNA, else the same name in the same place. Importing the same file
/// again changes nothing. Nothing is wiped: an empty cell leaves what is known, and rows or parties that the file does
/// not mention are listed and kept.
public struct GraphUpdate: Sendable, Equatable {
  public enum Table: String, Sendable {
    case actors, alliances, places
  }

  /// One cell of a row that is already there.
  public struct FieldChange: Sendable, Equatable {
    public let field: String
    /// As stored; empty when nothing was known.
    public let old: String
    public let new: String
  }

  public struct Row: Sendable, Equatable {
    public let table: Table
    /// The id in the graph.
    public let id: String
    public let name: String
    /// Empty for a row that is added, or that is only listed.
    public let changes: [FieldChange]
  }

  public let added: [Row]
  public let changed: [Row]
  /// How many rows say what was known already.
  public let unchangedCount: Int
  /// Actors and alliances of the graph that tables of their kind did not mention: kept.
  public let absent: [Row]
  public let addedSourceCount: Int
  /// What the match itself has to say: ids that two different rows use.
  public let problems: [ImportProblem]
  /// The graph with everything in it.
  public let graph: AllianceGraph

  public var isEmpty: Bool { added.isEmpty && changed.isEmpty && addedSourceCount == 0 }

  /// The update of `graph` by `report`.
  ///
  /// - Parameter info: The head of the updated graph; by default that of `graph`.
  /// - Complexity: O(*n* + *m*) in the rows of both.
  public init(of graph: AllianceGraph, by report: ImportReport, info: GraphInfo? = nil) {
    var match = ActorMatch(known: graph, read: report.graph)
    match.run()
    let merge = GraphMerge(known: graph, read: report.graph, actorIDs: match.ids)
    let kinds = Set(report.files.compactMap(\.kind))
    added = merge.added
    changed = merge.changed
    unchangedCount = merge.unchangedCount
    absent =
      (kinds.contains("actors") ? merge.absentActors : []) + (kinds.contains("alliances") ? merge.absentAlliances : [])
    addedSourceCount = merge.sources.count - graph.sources.count
    problems = match.problems
    self.graph = AllianceGraph(
      info: info ?? graph.info, actors: merge.actors, alliances: merge.alliances, places: merge.places,
      sources: merge.sources, decisions: merge.decisions)
  }
}
