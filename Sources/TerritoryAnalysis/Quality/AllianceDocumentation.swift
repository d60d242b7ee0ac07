public import AllianceModel

/// How well an alliance is known: which of its fields are filled, and on how many sources it rests.
public struct AllianceDocumentation: Sendable, Equatable {
  /// The columns of an alliance that can be known or not: all but its id and title.
  public static let fields = AllianceGraph.Alliance.columns.filter { $0 != "id" && $0 != "title" }

  /// Its position in ``AllianceGraph/alliances``.
  public let alliance: Int
  /// Those of ``fields`` that are filled, in their order.
  public let filled: [String]
  /// The rows that cite it, by their positions in ``AllianceGraph/sources``.
  public let sources: [Int]
}

extension AllianceGraph {
  /// How well each alliance is known, in the order of the table.
  ///
  /// - Complexity: O(alliances + sources).
  public func allianceDocumentation() -> [AllianceDocumentation] {
    let sources = Dictionary(grouping: self.sources.indices) { self.sources[$0].subject }
    return alliances.enumerated().map { row, alliance in
      AllianceDocumentation(
        alliance: row, filled: AllianceDocumentation.fields.filter { !alliance.cell($0).isEmpty },
        sources: sources[alliance.id] ?? [])
    }
  }

  /// The best-documented alliances: most filled fields first, then most sources, then the latest start, then the id.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - candidates: The alliances to choose from; nil for all.
  public func bestDocumented(_ count: Int, among candidates: [Int]? = nil) -> [AllianceDocumentation] {
    let documentation = allianceDocumentation()
    let chosen = (candidates.map { $0.map { documentation[$0] } } ?? documentation).map { ($0, key(of: $0)) }
    return chosen.sorted { $0.1 < $1.1 }.prefix(count).map(\.0)
  }

  private func key(of known: AllianceDocumentation) -> (Int, Int, Int, String) {
    let alliance = alliances[known.alliance]
    // An alliance without a date comes after those of its rank that have one.
    let start = alliance.start.map { $0.year * 10_000 + ($0.month ?? 0) * 100 + ($0.day ?? 0) } ?? 0
    return (-known.filled.count, -known.sources.count, -start, alliance.id)
  }
}
