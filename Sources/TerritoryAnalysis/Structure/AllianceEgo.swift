public import AllianceModel

/// One alliance and what stands around it.
public struct AllianceEgo: Sendable, Equatable {
  /// Its position in ``AllianceGraph/alliances``.
  public let alliance: Int
  /// Its parties that are actors of the graph, objects too, in the order of the table.
  public let parties: [Int]
  /// Other alliances that unite two or more of its organisations, rising.
  public let shared: [Int]
  /// Organisations outside it that have an alliance with one of its organisations, rising.
  public let partners: [Int]
}

extension AllianceGraph {
  /// What stands around an alliance.
  ///
  /// - Complexity: O(parties of the graph).
  public func ego(ofAlliance alliance: Int) -> AllianceEgo {
    let indices = actorIndices
    func organisations(of row: Int) -> Set<Int> {
      Set(partyIndices(of: alliances[row], in: indices).filter { actors[$0].isOrganisation })
    }
    let own = organisations(of: alliance)
    let others = alliances.indices.filter { $0 != alliance }.map { ($0, organisations(of: $0)) }
    let near = others.filter { !$0.1.isDisjoint(with: own) }
    return AllianceEgo(
      alliance: alliance, parties: partyIndices(of: alliances[alliance], in: indices),
      shared: near.filter { $0.1.intersection(own).count > 1 }.map(\.0),
      partners: Set(near.flatMap(\.1)).subtracting(own).sorted())
  }

  /// The part of this graph with these rows, in their order. Parties that are left out leave their alliances too.
  public func part(actors kept: Set<Int>, alliances chosen: Set<Int>) -> AllianceGraph {
    let ids = Set(kept.map { actors[$0].id })
    let rows = alliances.indices.filter(chosen.contains)
    return AllianceGraph(
      info: info, actors: actors.indices.filter(kept.contains).map { actors[$0] },
      alliances: rows.map { row in alliances[row].keeping(alliances[row].parties.filter { ids.contains($0.actor) }) },
      places: places, sources: sources, decisions: decisions)
  }
}
