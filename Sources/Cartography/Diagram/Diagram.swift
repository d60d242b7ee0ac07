/// The kinds of maps that are drawn by rule.
public enum Diagram: Sendable, Equatable {
  /// Years from top to bottom, one row for each alliance, a lane for each actor that comes back.
  case timeline
  /// The actor with this id in the middle, its alliances and partners on rings around it.
  case ego(of: String)
  /// A table of counts.
  case matrix(MatrixContent)
  /// The groups side by side, with the number of alliances between them.
  case clusters
  /// Actors and alliances in columns, each alliance tied to its parties.
  case bipartite
  /// The ties that there are, pale, and these pairs without one, numbered.
  case gaps([AbsentPair])

  func plan(for subject: MapSubject) throws(MapError) -> any DiagramPlan {
    do {
      switch self {
      case .timeline: return TimelinePlan(of: subject)
      case .ego(let id): return try EgoPlan(for: id, of: subject)
      case .matrix(let content): return try MatrixPlan(content, of: subject)
      case .clusters: return try ClustersPlan(of: subject)
      case .bipartite: return try BipartitePlan(of: subject)
      case .gaps(let pairs): return try GapsPlan(pairs, of: subject)
      }
    } catch let error as MapError {
      throw error
    } catch {
      throw .cancelled
    }
  }
}
