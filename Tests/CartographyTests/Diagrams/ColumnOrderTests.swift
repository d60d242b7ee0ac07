import GraphCore
import Testing

@testable import Cartography

@Suite("Column order")
struct ColumnOrderTests {
  @Test("undoes crossings that need not be")
  func simple() {
    let order = ColumnOrder(columns: [[0, 1, 2], [3, 4, 5]], ties: [(0, 5), (1, 4), (2, 3)])
    #expect(order.crossings == 0)
  }

  @Test(
    "keeps every member in its column, and never crosses more than before", arguments: 1...60 as ClosedRange<UInt64>)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let columns = [Array(0..<6), Array(6..<12), Array(12..<16)]
    let ties = (0..<14).map { _ in
      let middle = 6 + Int(generator.next() % 6)
      return generator.next() % 2 == 0
        ? (first: Int(generator.next() % 6), second: middle) : (first: middle, second: 12 + Int(generator.next() % 4))
    }
    let order = ColumnOrder(columns: columns, ties: ties)
    #expect(order.columns.map { $0.sorted() } == columns)
    #expect(order.crossings == Self.crossings(order.columns, ties))
    #expect(order.crossings <= Self.crossings(columns, ties))
  }

  /// From the definition: two ties of the same two columns cross when their ends stand in opposite orders.
  static func crossings(_ columns: [[Int]], _ ties: [(first: Int, second: Int)]) -> Int {
    var place: [Int: (column: Int, row: Int)] = [:]
    for (column, members) in columns.enumerated() {
      for (row, member) in members.enumerated() { place[member] = (column, row) }
    }
    let ends = ties.compactMap { tie -> (Int, Int, Int)? in
      guard let a = place[tie.first], let b = place[tie.second] else { return nil }
      return a.column < b.column ? (a.column, a.row, b.row) : (b.column, b.row, a.row)
    }
    var count = 0
    for (index, one) in ends.enumerated() {
      for other in ends[..<index] where one.0 == other.0 && (one.1 - other.1) * (one.2 - other.2) < 0 { count += 1 }
    }
    return count
  }
}
