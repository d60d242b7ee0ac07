public import AllianceModel

/// A row of a graph, as a reader can look it up: `alliances/d01`.
public struct RowReference: Sendable, Hashable, Encodable {
  public enum Table: String, Sendable, Encodable {
    case actors, alliances
  }

  public let table: Table
  public let id: String

  public init(_ table: Table, _ id: String) {
    (self.table, self.id) = (table, id)
  }
}

extension RowReference: CustomStringConvertible {
  public var description: String { "\(table.rawValue)/\(id)" }
}

extension AllianceGraph {
  /// The rows that stand at these positions, actors first.
  public func rows(actors: [Int] = [], alliances: [Int] = []) -> [RowReference] {
    actors.map { RowReference(.actors, self.actors[$0].id) }
      + alliances.map { RowReference(.alliances, self.alliances[$0].id) }
  }
}
