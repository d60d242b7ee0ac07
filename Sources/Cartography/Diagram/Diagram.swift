import AllianceModel

/// The kinds of maps that are drawn by rule.
public enum Diagram: Sendable, Equatable {
  /// Years from top to bottom, one row for each alliance, a lane for each actor that comes back.
  case timeline

  func plan(for subject: MapSubject) throws(MapError) -> any DiagramPlan {
    switch self {
    case .timeline: TimelinePlan(of: subject)
    }
  }
}
