/// How often each value stands in some rows, on how many of them it rests, and which they are.
///
/// A row may have several values (an alliance of two forms) and then counts for each; a row without any is not known,
/// so it counts in ``total`` only.
public struct Tally<Value: Hashable & Sendable>: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    public let value: Value
    /// Positions in the table that was counted, rising.
    public let rows: [Int]

    public var count: Int { rows.count }
  }

  /// The most frequent first; of equals, the one that a row has first.
  public let entries: [Entry]
  /// Rows that have a value.
  public let known: Int
  /// All rows that were looked at.
  public let total: Int

  /// Counts what `values` says of each of `rows`; a value said twice of a row counts once.
  ///
  /// - Complexity: O(rows · values).
  public init(of rows: some Collection<Int>, values: (Int) -> [Value]) {
    var order: [Value] = []
    var found: [Value: [Int]] = [:]
    var known = 0
    for row in rows {
      let said = values(row)
      if !said.isEmpty { known += 1 }
      for value in said where found[value]?.last != row {
        if found[value] == nil { order.append(value) }
        found[value, default: []].append(row)
      }
    }
    let entries = order.map { Entry(value: $0, rows: found[$0] ?? []) }.enumerated()
    self.entries = entries.sorted { (-$0.element.count, $0.offset) < (-$1.element.count, $1.offset) }.map(\.element)
    (self.known, total) = (known, rows.count)
  }

  /// The rows of `value`; none when no row has it.
  public func rows(of value: Value) -> [Int] { entries.first { $0.value == value }?.rows ?? [] }
}
