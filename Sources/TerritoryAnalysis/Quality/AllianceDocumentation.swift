public import AllianceModel

/// How well an alliance is known: which of its fields are filled, and on how many sources it rests.
public struct AllianceDocumentation: Sendable, Equatable {
  /// What can be known of an alliance or not: its columns but id and title, and the role of its parties.
  public static let fields = AllianceGraph.Alliance.columns.filter { $0 != "id" && $0 != "title" } + ["role"]

  /// Its position in ``AllianceGraph/alliances``.
  public let alliance: Int
  /// Those of ``fields`` that are filled, in their order.
  public let filled: [String]
  /// The rows that cite it, by their positions in ``AllianceGraph/sources``.
  public let sources: [Int]
  /// How many different sources these name, by address, else by title: one may be cited for several fields.
  public let sourceCount: Int
}

extension AllianceGraph {
  /// How well each alliance is known, in the order of the table.
  ///
  /// - Complexity: O(alliances + sources).
  public func allianceDocumentation() -> [AllianceDocumentation] {
    let sources = Dictionary(grouping: self.sources.indices) { self.sources[$0].subject }
    return alliances.enumerated().map { row, alliance in
      let cited = sources[alliance.id] ?? []
      let hasRole = alliance.parties.contains { $0.role != nil }
      return AllianceDocumentation(
        alliance: row,
        filled: AllianceDocumentation.fields.filter { $0 == "role" ? hasRole : !alliance.cell($0).isEmpty },
        sources: cited, sourceCount: Set(cited.compactMap { self.sources[$0].url ?? self.sources[$0].title }).count)
    }
  }

  /// The best-documented alliances: most filled fields first, then most sources, then the latest start, then the
  /// order of the table.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - candidates: The alliances to choose from; nil for all.
  public func bestDocumented(_ count: Int, among candidates: [Int]? = nil) -> [AllianceDocumentation] {
    let documentation = allianceDocumentation()
    let chosen = (candidates.map { $0.map { documentation[$0] } } ?? documentation).map { ($0, key(of: $0)) }
    return chosen.sorted { $0.1 < $1.1 }.prefix(count).map(\.0)
  }

  private func key(of known: AllianceDocumentation) -> (Int, Int, Int, Int) {
    let alliance = alliances[known.alliance]
    // An alliance without a date comes after those of its rank that have one.
    return (-known.filled.count, -known.sourceCount, -(alliance.start?.earliest ?? 0), known.alliance)
  }
}
