/// One fact of which the sources say different things: all are kept.
public struct Contradiction: Sendable, Equatable {
  /// One thing said, and by whom.
  public struct Statement: Sendable, Equatable {
    public let value: String
    /// The title or address of the source; nil for the value that stands in the table.
    public let source: String?
  }

  /// The id of the actor, alliance or place.
  public let subject: String
  /// The column (`start`).
  public let field: String
  /// The value of the table first, then those of sources in their order.
  public let statements: [Statement]
}

extension AllianceGraph {
  /// The facts on which sources disagree with the table or with each other, in the order of the sources.
  ///
  /// - Complexity: O(rows).
  public func contradictions() -> [Contradiction] {
    let stored = storedValues()
    var order: [[String]] = []
    var statements: [[String]: [Contradiction.Statement]] = [:]
    for source in sources {
      guard let field = source.field, let value = source.value else { continue }
      let key = [source.subject, field]
      if statements[key] == nil {
        order.append(key)
        statements[key] = stored[source.subject]?[field].map { [.init(value: $0, source: nil)] } ?? []
      }
      statements[key]?.append(.init(value: value, source: source.title ?? source.url ?? source.author ?? ""))
    }
    return order.compactMap { key in
      let said = statements[key] ?? []
      let differ = said.indices.contains { one in
        said[..<one].contains { AllianceGraph.disagree($0.value, said[one].value) }
      }
      guard differ else { return nil }
      return Contradiction(subject: key[0], field: key[1], statements: said)
    }
  }

  /// Whether two values cannot both be true; a year and a day in it can.
  private static func disagree(_ one: String, _ other: String) -> Bool {
    guard let first = PartialDate(one), let second = PartialDate(other) else { return one != other }
    return first.sharpened(by: second) == nil
  }

  /// The filled cells of the tables, by id and column.
  private func storedValues() -> [String: [String: String]] {
    var values: [String: [String: String]] = [:]
    func add<Row: TableRow>(_ id: String, _ row: Row) {
      let cells = zip(Row.columns, row.cells).filter { !$1.isEmpty }.map { ($0, $1) }
      values[id] = Dictionary(cells, uniquingKeysWith: { first, _ in first })
    }
    for place in places { add(place.id, place) }
    for actor in actors { add(actor.id, actor) }
    for alliance in alliances { add(alliance.id, alliance) }
    return values
  }
}
