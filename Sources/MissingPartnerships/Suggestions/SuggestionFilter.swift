public import AllianceModel

/// Which partners are wanted; what is not asked for is not looked at.
public struct SuggestionFilter: Sendable {
  public let kind: ActorKind?
  public let theme: String?
  public let odd: Int?
  public let maxKilometres: Double?

  public init(kind: ActorKind? = nil, theme: String? = nil, odd: Int? = nil, maxKilometres: Double? = nil) {
    (self.kind, self.theme, self.odd, self.maxKilometres) = (kind, theme, odd, maxKilometres)
  }

  /// Whether a pair of positions is wanted.
  ///
  /// - Parameter isDirected: Whether the second is the partner sought; else one of the two must fit.
  ///
  /// A distance that is not known is not a short one: such a pair is left out when a distance is asked for.
  public func accepts(_ first: Int, _ second: Int, isDirected: Bool, in graph: AllianceGraph) -> Bool {
    let partners = isDirected ? [second] : [first, second]
    guard partners.contains(where: { fits(graph.actors[$0]) }) else { return false }
    guard let maxKilometres else { return true }
    guard let here = GeoCoordinate(of: graph.actors[first], in: graph),
      let there = GeoCoordinate(of: graph.actors[second], in: graph)
    else { return false }
    return here.distance(to: there) <= maxKilometres
  }

  private func fits(_ actor: AllianceGraph.Actor) -> Bool {
    (kind == nil || actor.kind == kind)
      && (theme.map { wanted in actor.themes.contains { $0.textKey == wanted.textKey } } ?? true)
      && (odd.map { actor.odd.contains($0) } ?? true)
  }
}
