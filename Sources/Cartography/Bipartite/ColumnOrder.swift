/// Orders the members of columns side by side so that few ties between neighbouring columns cross.
///
/// Sweeps put each member at the mean place of those that it is tied to in the column before, there and back; then
/// neighbours change places as long as that spares a crossing. Ties of the order are those of the input.
///
/// - SeeAlso: K. Sugiyama, S. Tagawa, M. Toda, *Methods for visual understanding of hierarchical system structures*, IEEE
///   Transactions on Systems, Man, and Cybernetics 11(2), 1981,
///   [doi:10.1109/TSMC.1981.4308636](https://doi.org/10.1109/TSMC.1981.4308636).
struct ColumnOrder {
  /// The members of each column, in their order from the top.
  private(set) var columns: [[Int]]
  /// For each member, those in neighbouring columns that it is tied to.
  private let neighbours: [Int: [Int]]

  /// - Parameter ties: Pairs of members of neighbouring columns.
  /// - Complexity: O(*n* · *m*) for *n* members and *m* ties.
  init(columns: [[Int]], ties: [(first: Int, second: Int)]) {
    self.columns = columns
    var neighbours: [Int: [Int]] = [:]
    for tie in ties {
      neighbours[tie.first, default: []].append(tie.second)
      neighbours[tie.second, default: []].append(tie.first)
    }
    self.neighbours = neighbours
    var best = (crossings: crossings, columns: columns)
    for _ in 0..<12 {
      for column in self.columns.indices.dropFirst() { sort(column, by: column - 1) }
      for column in self.columns.indices.dropLast().reversed() { sort(column, by: column + 1) }
      if crossings < best.crossings { best = (crossings, self.columns) }
    }
    self.columns = best.columns
    exchange()
  }

  /// How many pairs of ties cross.
  var crossings: Int {
    columns.indices.dropLast().reduce(0) { $0 + crossings(between: $1, and: $1 + 1) }
  }

  private func places(_ column: Int) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: columns[column].enumerated().map { ($1, $0) })
  }

  private func crossings(between left: Int, and right: Int) -> Int {
    let places = places(right)
    var seen: [Int] = []
    var count = 0
    for member in columns[left] {
      let ends = (neighbours[member] ?? []).compactMap { places[$0] }
      for end in ends { count += seen.count { $0 > end } }
      seen += ends
    }
    return count
  }

  /// Puts each member at the mean place of its ties into the other column; one without ties keeps its place.
  private mutating func sort(_ column: Int, by other: Int) {
    let places = places(other)
    let scale = Double(max(1, columns[other].count)) / Double(max(1, columns[column].count))
    let keys = columns[column].enumerated().map { place, member in
      let ends = (neighbours[member] ?? []).compactMap { places[$0] }
      return ends.isEmpty ? Double(place) * scale : Double(ends.reduce(0, +)) / Double(ends.count)
    }
    columns[column] = columns[column].indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { columns[column][$0] }
  }

  /// Swaps neighbours while that spares crossings.
  private mutating func exchange() {
    for _ in 0..<8 {
      var hasMoved = false
      for column in columns.indices {
        let before = column > 0 ? places(column - 1) : [:]
        let after = column + 1 < columns.count ? places(column + 1) : [:]
        for place in columns[column].indices.dropLast() {
          let (upper, lower) = (columns[column][place], columns[column][place + 1])
          let gain = [before, after].reduce(0) { sum, places in
            let (here, there) = (
              (neighbours[upper] ?? []).compactMap { places[$0] }, (neighbours[lower] ?? []).compactMap { places[$0] }
            )
            return sum + here.reduce(0) { sum, end in sum + there.count { $0 < end } - there.count { $0 > end } }
          }
          if gain > 0 {
            columns[column].swapAt(place, place + 1)
            hasMoved = true
          }
        }
      }
      if !hasMoved { return }
    }
  }
}
