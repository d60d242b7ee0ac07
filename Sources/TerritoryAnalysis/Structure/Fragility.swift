public import AllianceModel
import GraphCore

/// An organisation without which others lose their only link with the rest: "if X leaves, n organisations are cut off".
public struct Fragility: Sendable, Equatable {
  /// The organisation that would leave, by its position in ``AllianceGraph/actors``.
  public let actor: Int
  /// The parts that would be cut off from the largest one: the largest first, the organisations of each rising.
  public let parts: [[Int]]
  /// The organisation with most alliances in the part that stays: whom those cut off lose. Of equals, the first.
  public let anchor: Int
  /// The alliances through which `actor` holds those who would be cut off, rising.
  public let alliances: [Int]
  /// How many organisations the graph has.
  public let organisationCount: Int

  /// The organisations that would be cut off, rising.
  public var cutOff: [Int] { parts.joined().sorted() }
}

extension AllianceGraph {
  /// The organisations that others depend on for their only link, those of most others first.
  ///
  /// - Complexity: O(*k* (*n* + *m*)) for *k* of them.
  public func fragilities() -> [Fragility] {
    let network = actorNetwork()
    let strength = network.graph.strength().values
    let points = network.graph.fragilePoints().filter { $0.cutOffCount > 0 }
      .sorted { (-$0.cutOffCount, $0.node) < (-$1.cutOffCount, $1.node) }
    let memberships = TerritoryAnalysis.memberships(in: self)
    return points.map { point in
      let parts = network.graph.separation(byRemoving: point.node).parts
      let anchor = parts[0].max { (strength[$0.index], $1) < (strength[$1.index], $0) } ?? parts[0][0]
      let lost = parts.dropFirst().map { $0.map { network.actors[$0.index] } }
      let held = Set(lost.joined().flatMap { memberships[$0] })
      let actor = network.actors[point.node.index]
      return Fragility(
        actor: actor, parts: lost, anchor: network.actors[anchor.index],
        alliances: memberships[actor].filter(held.contains), organisationCount: network.actors.count)
    }
  }
}
